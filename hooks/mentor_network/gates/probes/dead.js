// Controls that do nothing without JavaScript, and pages without content.
() => {
  const said = [];
  const main = document.querySelector("main");
  if (![...document.querySelectorAll("main h1")].some(seen) || main.innerText.trim().length < 80) said.push("A18: the page says nothing");
  for (const one of document.querySelectorAll("main [data-result]")) if (!seen(one)) said.push(`A18: ${called(one)} is listed, but not seen`);
  for (const one of controls()) {
    // Check boxes, radio buttons and the fields of sheets work by themselves, for print. The browser submits a form with an action.
    const works = one.matches("a, summary, [type=radio], [type=checkbox], .mn-scroll, [data-sheet] textarea") || one.closest("form[action]");
    if (!works) said.push(`A18: ${called(one)} does nothing`);
    const part = one.matches("a[href^='#']") && one.hash.length > 1 && document.getElementById(decodeURIComponent(one.hash.slice(1)));
    if (one.matches("a[href^='#']") && one.hash.length > 1 && !part) said.push(`A18: ${called(one)} leads nowhere`);
  }
  return [...new Set(said)];
}
