// Content that is clipped or makes a page scroll horizontally.
() => {
  const said = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) said.push(`A9: the page is ${root.scrollWidth} pixels wide on a screen of ${innerWidth}: ${widest()}`);

  function widest() {
    const all = [...document.querySelectorAll("body *")].filter((one) => seen(one) && !scroller(one.parentElement));
    const right = (one) => one.getBoundingClientRect().right;
    return called(all.reduce((most, one) => (right(one) >= right(most) ? one : most)));
  }
  function scroller(one) {
    return one?.closest(".mn-scroll") ?? null;
  }

  for (const one of document.querySelectorAll("body, body *")) {
    if (!seen(one) || one.closest("svg, .mn-vh") || one.matches("option")) continue;
    const style = getComputedStyle(one);
    const wide = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
    const high = one.scrollHeight > one.clientHeight + 1 && one.clientHeight > 1;
    if (wide && /auto|scroll/.test(style.overflowX) && !one.matches("textarea")) {
      if (one.tabIndex < 0 || !one.role || !(one.ariaLabel || one.getAttribute("aria-labelledby"))) said.push(`A9: ${called(one)} scrolls, and the keyboard cannot reach it by a name`);
    } else if ((wide && /hidden|clip/.test(style.overflowX)) || (high && /hidden|clip/.test(style.overflowY))) {
      said.push(`A9: ${called(one)} cuts off what is in it`);
    } else if (wide && one.matches("button, summary, a, label, legend, th, td") && style.display !== "inline") {
      said.push(`A9: the words of ${called(one)} run out of it`);
    }
  }
  return [...new Set(said)];
}
