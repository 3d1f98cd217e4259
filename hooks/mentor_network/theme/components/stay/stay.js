// What stays with somebody who looks round: the plan that they have open, and what stands in the fields of a page.
//
// A plan travels to the next page in the fragment of a link, `#v1&items=lead-a-handover&to=place`. There it moves into the state
// of this entry of the tab's history, so that the address of that page can be copied without it. Nothing is stored.

const ROOT = new URL("../", import.meta.url).href;
const SHEET = `${ROOT}my-plan/`;
const sheet = document.querySelector("[data-plan]");
const [, came, place] = (!sheet && /^#(v\d+&.*?)&to=(.*)$/.exec(location.hash)) || [];
const carried = came ?? history.state?.plan;

/** A link down the page makes an entry of its own, which takes the plan over. */
function note() {
  if (carried && history.state?.plan !== carried) history.replaceState({ ...history.state, plan: carried }, "");
}

/** The plan of an entry ahead. It is the newest, since somebody went back from it, and the next link takes that entry away. */
function ahead() {
  const later = globalThis.navigation?.entries().slice(navigation.currentEntry?.index + 1) ?? [];
  return later.map((entry) => entry.getState()?.plan).findLast(Boolean);
}

const open = () => (sheet ? /^#(v\d+&.*)/.exec(location.hash)?.[1] : (ahead() ?? carried));

/** Where a link leads with the plan that is open. */
function withPlan(href) {
  const plan = open();
  const [page, anchor] = href.split("#");
  const here = anchor !== undefined && page === location.href.split("#")[0];
  if (!plan || here || !page.startsWith(ROOT) || !/\/(\?|$)/.test(page)) return href;
  if (page !== SHEET) return `${page}#${plan}&to=${anchor ?? ""}`;
  return `${page}#${plan}${anchor ? `&to=${anchor}`.replace("to=v1&items", "add") : ""}`;
}

/** Lend an element the address with the plan for this one use: whoever copies the link later copies it without. */
function lend(element, name) {
  const given = element?.getAttribute(name);
  if (!given) return;
  element.setAttribute(name, withPlan(new URL(given, location).href));
  setTimeout(() => element.setAttribute(name, given));
}

const pressed = ({ target }) => lend(target.closest("a"), "href");

// WebKit empties fields with autocomplete="off" when its page cache brings a page back, in a task after `pageshow`.
let fields = [];

function leave() {
  fields = [...document.querySelectorAll("input, select, textarea")].map((field) => [field, field.value, field.checked]);
}

function back() {
  for (const [field, value, checked] of fields) {
    if (field.type !== "file") field.value = value;
    field.checked = checked;
  }
}

if (place) location.replace(`#${place}`);
else if (came) history.replaceState(history.state, "", location.pathname + location.search);
note();
addEventListener("hashchange", note);
addEventListener("click", pressed, true);
addEventListener("auxclick", pressed, true);
addEventListener("submit", ({ target }) => target.method === "get" && lend(target, "action"), true);
addEventListener("pagehide", leave);
addEventListener("pageshow", () => {
  setTimeout(back);
  if (open()) for (const each of document.querySelectorAll("[data-with-plan]")) each.textContent = each.dataset.withPlan;
});
