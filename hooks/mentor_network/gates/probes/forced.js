// What is invisible in forced colours: icons, borders, and the focus.
() => {
  const said = [];
  const clear = (colour) => /^rgba\(.*, 0\)$/.test(colour);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) if (!clear(getComputedStyle(at).backgroundColor)) return getComputedStyle(at).backgroundColor;
    return getComputedStyle(document.body).backgroundColor;
  };
  const edged = (style, behind) =>
    ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none" && !clear(style[`border${side}Color`]) && style[`border${side}Color`] !== behind);

  for (const svg of document.querySelectorAll("body svg:not(.mn-sprite)")) {
    if (!seen(svg)) continue;
    const behind = ground(svg.parentElement);
    const drawn = [...svg.querySelectorAll("path, rect, circle")];
    const shown = drawn.some((part) => [getComputedStyle(part).fill, getComputedStyle(part).stroke].some((paint) => paint !== "none" && paint !== behind));
    if (drawn.length ? !shown : getComputedStyle(svg).color === behind) said.push(`A15: in forced colours ${called(svg)} in ${called(svg.parentElement)} has the colour of what is behind it`);
  }
  for (const one of document.querySelectorAll("button, .mn-button, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])")) {
    if (!seen(one)) continue;
    const [style, behind] = [getComputedStyle(one), ground(one.parentElement)];
    const underlined = style.textDecorationLine.includes("underline");
    if (!underlined && !edged(style, behind) && (clear(style.backgroundColor) || style.backgroundColor === behind)) said.push(`A15: in forced colours ${called(one)} has no edge`);
  }
  const before = document.activeElement;
  for (const one of controls()) {
    const bare = ring(one);
    one.focus({ focusVisible: true, preventScroll: true });
    if (ring(one) === bare) said.push(`A15: in forced colours nothing shows that ${called(one)} has the focus`);
  }
  before.focus?.();
  document.activeElement.blur();
  return [...new Set(said)];
}
