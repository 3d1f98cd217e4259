// Animations. With reduced motion no transition takes time; without it, nothing is animated by itself.
(reduced) => {
  const said = [];
  for (const { animationName, effect } of document.getAnimations()) if (animationName) said.push(`A15: ${called(effect.target)} moves by itself: ${animationName}`);
  for (const one of document.querySelectorAll("marquee, blink, [autoplay], animate, animateTransform, meta[http-equiv=refresh]")) said.push(`A15: ${called(one)} moves by itself`);
  if (!reduced) return said;
  const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
  for (const one of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      if (part && style.content === "none") continue;
      const takes = style.animationName === "none" ? 0 : seconds(style.animationDuration);
      const turns = style.transitionProperty === "none" ? 0 : seconds(style.transitionDuration);
      if (Math.max(takes, turns) > 0.01) said.push(`A15: ${called(one)}${part ?? ""} takes ${Math.max(takes, turns)} s although less motion is asked for`);
      if (style.scrollBehavior === "smooth") said.push(`A15: ${called(one)} scrolls smoothly although less motion is asked for`);
    }
  }
  return [...new Set(said)];
}
