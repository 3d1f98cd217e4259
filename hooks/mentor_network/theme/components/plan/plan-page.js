// The page as the script found it: its parts, and the words and choices that the template wrote from the catalogues.

import { FIELDS } from "./plan-state.js";

export const root = document.querySelector("[data-plan]");
export const $ = (selector) => root.querySelector(selector);
export const $$ = (selector) => [...root.querySelectorAll(selector)];
/** The part that the template calls `data-<name>`. */
export const part = (name) => $(`[data-${name}]`);

const choices = (name) =>
  [...$(`#p-${name}`).options].filter(({ value }) => value).map(({ value, textContent }) => [value, textContent]);

/** The domains of the sheet, in its order: `{id, name}`. */
export const domains = $$("[data-domain]").map((line) => ({
  id: line.dataset.domain,
  name: line.querySelector("[data-name]").textContent,
}));

/** The words for numbers of weeks. */
export const weeks = new Map(choices("weeks"));

/** The words for a choice: "stage core" is "Core: CT1 to CT3". */
export const words = new Map(
  ["stage", "weeks"].flatMap((name) => choices(name).map(([value, said]) => [`${name} ${value}`, said])),
);

/** Take choices out of a plan that this page does not offer, and say so. */
export function unoffered(plan) {
  const names = ["stage", "weeks"].filter((name) => plan[name] && !words.has(`${name} ${plan[name]}`));
  for (const name of names) plan[name] = "";
  return names.map((what) => ({ why: "value", what }));
}

/** What the sheet calls each part of a plan. */
export const labels = new Map([
  ["items", $("#do").textContent],
  ...["stage", "weeks", "date", ...FIELDS].map((name) => [name, $(`label[for="p-${name}"]`).firstChild.textContent.trim()]),
]);

/** Addresses of other pages, as links from this one. */
export const links = {
  opportunity: (id) => `${root.dataset.opportunities}${id}/`,
  stage: (id) => `${root.dataset.stages}${id}/`,
  conversations: root.dataset.conversations,
};

/** Change what a line that is read aloud says, and only then. */
export function say(line, said) {
  if (line.textContent !== said) line.textContent = said;
}

let pause = 0;

/**
 * Tell somebody what has come of what they did. What comes while they type waits until they stop, and is only for ears:
 * eyes have the counter.
 */
export function tell(said, wait = 0) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    for (const line of wait ? [part("heard")] : $$("[data-said]")) line.textContent = said;
  }, wait);
}
