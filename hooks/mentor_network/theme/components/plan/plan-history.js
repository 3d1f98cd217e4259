// The plan in the history of this tab. Each entry has the plan in its address. Its state says which plan that is, so that Back and
// Forward differ from a link that brings another one, and holds what the address has no room for.

import { $, $$ } from "./plan-page.js";
import { fitted } from "./plan-state.js";

const fresh = () => `${Date.now()}`;
let line = history.state?.line ?? fresh();

/** Is this entry one of the plan on the page, of another plan that was on it before, or of none yet? */
export const entry = {
  isOurs: () => history.state?.line === line,
  isOthers: () => Boolean(history.state?.line) && history.state.line !== line,
};

/** What is written from now on belongs to the plan of this entry. */
export function follow() {
  line = history.state?.line ?? line;
}

/** What is written from now on is another plan, in an entry of its own, so that Back brings the one before. */
export function begin(fragment) {
  line = fresh();
  history.pushState({ line }, "", `#${fragment || "v1"}`);
}

/**
 * Put the plan into this entry, so that Back leaves the page as ever. False where the browser refuses.
 * @param {string} fragment
 * @param {boolean} address false leaves the address as it came, with what this page could not read of it
 */
export function remember(fragment, address = true) {
  const url = address ? [fragment ? `#${fragment}` : location.pathname + location.search] : [];
  try {
    history.replaceState({ ...history.state, line, typed: beyond() }, "", ...url);
  } catch {
    return false; // some browsers allow only so many changes a minute
  }
  // Other pages of this tab can read this, and only this, of an entry that is ahead of them.
  globalThis.navigation?.updateCurrentEntry({ state: { plan: fragment } });
  return true;
}

/** The last plan in the entries ahead of this one, where a browser lets us look. */
export function ahead() {
  const entries = globalThis.navigation?.entries().slice(navigation.currentEntry?.index + 1) ?? [];
  return entries.map((one) => one.getState()?.plan).findLast(Boolean);
}

/** What stands in the boxes and not in the address: words too many, and what somebody looks for. */
function beyond() {
  const boxes = $$("textarea[data-field], #f-words, #f-domain, #pasted");
  const more = boxes.filter((box) => (box.dataset.field ? fitted(box.value).over : box.value));
  return Object.fromEntries(more.map((box) => [box.id, box.value]));
}

/** Put back what the address had no room for. */
export function putBack(plan) {
  for (const [id, value] of Object.entries(history.state?.typed ?? {})) {
    const box = $(`#${CSS.escape(id)}`);
    if (box) box.value = value;
    if (box?.dataset.field) plan[box.dataset.field] = value;
  }
}
