// What does nothing without script, and whether the page says anything at all.
() => {
  const said = [];
  const main = document.querySelector("main");
  if (![...document.querySelectorAll("main h1")].some(seen) || main.innerText.trim().length < 80) said.push("A18: the page says nothing");
  for (const one of document.querySelectorAll("main [data-result]")) if (!seen(one)) said.push(`A18: ${called(one)} is listed, but not seen`);
  for (const one of controls()) {
    // A box keeps the tick that somebody gives it, and prints it. A form with an address of its own is sent by the browser.
    const works = one.matches("a, summary, [type=radio], [type=checkbox], .mn-scroll") || one.closest("form[action]");
    if (!works) said.push(`A18: ${called(one)} does nothing`);
    const part = one.matches("a[href^='#']") && one.hash.length > 1 && document.getElementById(decodeURIComponent(one.hash.slice(1)));
    if (one.matches("a[href^='#']") && one.hash.length > 1 && !part) said.push(`A18: ${called(one)} leads nowhere`);
  }
  return [...new Set(said)];
}
