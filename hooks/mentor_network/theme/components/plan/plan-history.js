// The plan in the history of this tab. The URL of each entry holds the plan. Its state says which plan that is, which tells
// Back and Forward from a link with another plan, and holds text that is too long for the URL.

import { recovered } from "./plan-link.js";
import { $, $$ } from "./plan-page.js";
import { fitted } from "./plan-state.js";

const fresh = () => `${Date.now()}`;
let line = history.state?.line ?? fresh();

/** Is this history entry of the plan on the page, of an earlier plan, or of none yet? */
export const entry = {
  isOurs: () => history.state?.line === line,
  isOthers: () => Boolean(history.state?.line) && history.state.line !== line,
};

/** Continue the plan of this history entry. */
export function follow() {
  line = history.state?.line ?? line;
}

/** Start another plan in a new history entry, so that Back restores the one before. */
export function begin(fragment) {
  line = fresh();
  history.pushState({ line }, "", `#${fragment || "v1"}`);
}

/**
 * Store the plan in this history entry, so that Back still leaves the page. False if the browser refuses.
 * @param {string} fragment
 * @param {boolean} address false keeps the URL as it is, with parts that could not be parsed
 */
export function remember(fragment, address = true) {
  const url = address ? [fragment ? `#${fragment}` : location.pathname + location.search] : [];
  try {
    history.replaceState({ ...history.state, line, typed: beyond() }, "", ...url);
  } catch {
    return false; // some browsers allow only so many changes a minute
  }
  // The only part of the state that other pages of this tab can read of a later history entry.
  globalThis.navigation?.updateCurrentEntry({ state: { plan: fragment } });
  return true;
}

/** The fragment of the URL. What a mail program has made of a plan becomes the plan again. */
export function fragmentHere() {
  const plain = recovered(location.href);
  if (plain && location.hash !== `#${plain}`) history.replaceState(history.state, "", `${location.pathname}#${plain}`);
  return location.hash;
}

/** The last plan in later history entries, if the browser supports reading them (Navigation API). */
export function ahead() {
  const entries = globalThis.navigation?.entries().slice(navigation.currentEntry?.index + 1) ?? [];
  return entries.map((one) => one.getState()?.plan).findLast(Boolean);
}

/** Form state that is not in the URL: text over the limit, and the query of the finder. */
function beyond() {
  const boxes = $$("textarea[data-field], #f-words, #f-domain, #pasted");
  const more = boxes.filter((box) => (box.dataset.field ? fitted(box.value).over : box.value));
  return Object.fromEntries(more.map((box) => [box.id, box.value]));
}

/** Restore form state that is not in the URL. */
export function putBack(plan) {
  for (const [id, value] of Object.entries(history.state?.typed ?? {})) {
    const box = $(`#${CSS.escape(id)}`);
    if (box) box.value = value;
    if (box?.dataset.field) plan[box.dataset.field] = value;
  }
}
