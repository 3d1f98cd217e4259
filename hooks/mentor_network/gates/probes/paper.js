// Faults of the print style: controls, clipped and closed content, and text that is not dark.
() => {
  const said = [];
  const say = (text) => said.push(`A15: on paper ${text}`);
  for (const one of document.querySelectorAll("header, nav, button, select, textarea, input, a.mn-button, .md-skip"))
    // The fields of sheets and of what was agreed, check boxes, chosen filters, and the ladder of stages with its notes are printed.
    if (seen(one) && !one.matches("[data-sheet] textarea, .mn-sum__agreed textarea, .mn-pick input, .mn-chips__one button, .mn-ladder:not(.mn-ladder--slim)")) say(`${called(one)} is of no use`);
  for (const part of document.querySelectorAll("main details:not([open])")) {
    const inner = [...part.children].find((one) => one.localName !== "summary");
    if (seen(part) && inner && !seen(inner)) say(`${called(part.querySelector("summary"))} stays closed`);
  }
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) say(`the page is cut at the right: ${root.scrollWidth} pixels on ${innerWidth}`);
  for (const one of document.querySelectorAll("main *")) {
    const style = getComputedStyle(one);
    if (seen(one) && style.overflowX !== "visible" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && style.textOverflow !== "ellipsis") say(`${called(one)} is cut at the right`);
  }
  for (const one of document.querySelectorAll("main textarea"))
    if (seen(one) && one.scrollHeight > one.clientHeight + 1) say(`${called(one)} is cut at the bottom`);
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map(Number);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const pale = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() && seen(one) && !one.closest(".mn-vh, noscript, .md-skip") && light(getComputedStyle(one).color) > 140) pale.add(called(one));
  }
  for (const one of pale) say(`${one} is written in a pale colour`);
  return [...new Set(said)];
}
