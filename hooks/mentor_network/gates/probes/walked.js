// The findings of the walk that walk.js recorded, forwards and backwards.
() => {
  const stops = walked();
  document.activeElement.blur();
  const said = [];
  const say = (rule, text) => said.push(`${rule}: ${text}`);
  const there = stops.slice(0, stops.turn).map(({ one }) => one);
  const reached = { Tab: new Set(there.map(stop)), "Shift and Tab": new Set(stops.slice(stops.turn - 1).map(({ one }) => stop(one))) };

  if (!there[0]?.matches("a[href^='#']") || !stops[0].seen) say("A2", `the first stop is no visible skip link but ${there[0] ? called(there[0]) : "nothing"}`);
  for (const one of controls()) for (const [key, some] of Object.entries(reached)) if (!some.has(stop(one))) say("A2", `${called(one)} is not reached with ${key}`);
  there.forEach((one, at) => {
    const before = there[at - 1];
    if (before && before !== one && !(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) say("A2", `${called(one)} comes after ${called(before)}, but stands before it`);
  });
  // Disclosures push content down, so Escape has nothing to close. An overlay would need it.
  for (const one of document.querySelectorAll("details > :not(summary), dialog, [popover], [role=dialog]"))
    if (/absolute|fixed/.test(getComputedStyle(one).position)) say("A2", `${called(one)} opens over the page, and Escape does not close it`);
  // A date field has several stops, and the browser shows the focus on one of them.
  const ringed = new Set(stops.filter(({ one, ring: focused }) => focused !== ring(one)).map(({ one }) => one));
  for (const { one, seen, over } of stops) {
    if (!seen) say("A2", `${called(one)} has the focus where nobody sees it`);
    if (!ringed.has(one)) say("A2", `nothing shows that ${called(one)} has the focus`);
    if (over) say("A4", `${called(one)} has the focus under ${over}`);
  }
  return [...new Set(said)];
}
