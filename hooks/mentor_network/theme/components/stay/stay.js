// Keeps state while somebody moves between pages: the open plan, stage and time chosen in the finder, and form fields.
//
// A plan goes to the next page in the fragment of a link, `#v1&items=lead-a-handover&to=anchor`. The page moves it into the
// state of its history entry, so that its URL can be copied without the plan. Nothing is stored.

const ROOT = new URL("../", import.meta.url).href;
const SHEET = `${ROOT}my-plan/`;
const sheet = document.querySelector("[data-plan]");
const [, came, place] = (!sheet && /^#(v\d+&.*?)&to=(.*)$/.exec(location.hash)) || [];
const carried = came ?? history.state?.plan;

/** A link to an anchor on this page makes a new history entry, which inherits the plan. */
function note() {
  if (carried && history.state?.plan !== carried) history.replaceState({ ...history.state, plan: carried }, "");
}

/** The plan of a later history entry, left with Back. It is the newest plan, and following a link discards that entry. */
function ahead() {
  const later = globalThis.navigation?.entries().slice(navigation.currentEntry?.index + 1) ?? [];
  return later.map((entry) => entry.getState()?.plan).findLast(Boolean);
}

const open = () => (sheet ? /^#(v\d+&.*)/.exec(location.hash)?.[1] : (ahead() ?? carried));

/** Has a plan more in it than a stage and a time? */
const started = (plan) => /&(?!stage=|weeks=|view=)/.test(plan);

/** The plan, with the stage and the time that are chosen in the finder of this page. A plan that is started keeps its own. */
function withChoice(plan = "v1") {
  const finder = document.querySelector("#f-weeks-any")?.form;
  for (const name of finder ? ["weeks", "stage"] : []) {
    const value = finder.elements[name]?.value;
    if (!value || (started(plan) && plan.includes(`&${name}=`))) continue;
    plan = plan.replace(new RegExp(`&${name}=[^&]*`), "").replace(/^v\d+/, `$&&${name}=${value}`);
  }
  return plan;
}

/** The URL of a link with the open plan added. */
function withPlan(href) {
  const plan = withChoice(open());
  const [page, anchor] = href.split("#");
  const here = anchor !== undefined && page === location.href.split("#")[0];
  if (plan === "v1" || here || !page.startsWith(ROOT) || !/\/(\?|$)/.test(page)) return href;
  if (page !== SHEET) return `${page}#${plan}&to=${anchor ?? ""}`;
  return `${page}#${anchor?.startsWith("v1&") ? together(plan, anchor) : anchor ? `${plan}&to=${anchor}` : plan}`;
}

/** A plan with the parts of another: items are added to its own, marks of the check replace its own, text goes below. */
function together(plan, other) {
  for (const part of other.split("&").slice(1)) {
    const [name, value] = part.split("=");
    const had = plan.includes(`&${name}=`);
    if (name === "items") plan += `&add=${value.replace(/:\w/g, "")}`;
    else if (!had) plan += `&${part}`;
    else if (name === "domains") plan = plan.replace(/&domains=[^&]*/, `&${part}`);
    else if (name === "action" && !plan.includes(value)) plan = plan.replace(/&action=[^&]*/, `$&%0A${value}`);
  }
  return plan;
}

/** Add the plan to the URL of an element for this click only, so that a copied link does not hold it. */
function lend(element, name) {
  const given = element?.getAttribute(name);
  if (!given) return;
  element.setAttribute(name, withPlan(new URL(given, location).href));
  setTimeout(() => element.setAttribute(name, given));
}

const pressed = ({ target }) => lend(target.closest("a"), "href");

/** Show on the page that a plan is open. */
async function show() {
  const plan = open();
  if (sheet || !started(plan)) return;
  const { draw } = await import("./plan-line.js");
  draw(plan, SHEET);
}

// WebKit clears fields with autocomplete="off" on a restore from the back/forward cache, in a task after `pageshow`.
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
addEventListener("pageshow", () => (setTimeout(back), show()));
