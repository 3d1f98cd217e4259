// Elements of the page, and the labels that the template wrote into it.

import { FIELDS } from "./plan-state.js";

export const root = document.querySelector("[data-plan]");
export const $ = (selector) => root.querySelector(selector);
export const $$ = (selector) => [...root.querySelectorAll(selector)];
/** The element with the attribute `data-<name>`. */
export const part = (name) => $(`[data-${name}]`);

const choices = (name) =>
  [...$(`#p-${name}`).options].filter(({ value }) => value).map(({ value, textContent }) => [value, textContent]);

/** The domains in the order of the sheet: `{id, name}`. */
export const domains = $$("[data-domain]").map((line) => ({
  id: line.dataset.domain,
  name: line.querySelector("[data-name]").textContent,
}));

/** Labels of numbers of weeks. */
export const weeks = new Map(choices("weeks"));

/** Labels of choices: "stage core" is "Core: CT1 to CT3". */
export const words = new Map(
  ["stage", "weeks"].flatMap((name) => choices(name).map(([value, said]) => [`${name} ${value}`, said])),
);

/** Remove choices that this page does not offer from a plan, and report them. */
export function unoffered(plan) {
  const names = ["stage", "weeks"].filter((name) => plan[name] && !words.has(`${name} ${plan[name]}`));
  for (const name of names) plan[name] = "";
  const known = plan.domains.filter(({ id }) => domains.some((domain) => domain.id === id));
  if (known.length < plan.domains.length) names.push("domains");
  plan.domains = known;
  return names.map((what) => ({ why: "value", what }));
}

/** The label of each part of a plan. */
export const labels = new Map([
  ["items", $("#do").textContent],
  ["domains", "Marks of the check"],
  ...["stage", "weeks", "date", ...FIELDS].map((name) => [name, $(`label[for="p-${name}"]`).firstChild.textContent.trim()]),
]);

/** URLs of other pages, relative to this one. */
export const links = {
  opportunity: (id) => `${root.dataset.opportunities}${id}/`,
  stage: (id) => `${root.dataset.stages}${id}/`,
  conversations: root.dataset.conversations,
  check: root.dataset.check && ((id) => `${root.dataset.check}${id}/`),
};

/** Update a live region only if its text changes, so that it is not announced again. */
export function say(line, said) {
  if (line.textContent !== said) line.textContent = said;
}

let pause = 0;

/**
 * Report the result of an action. While somebody types, the message waits for a pause and is for screen readers only: others
 * see the counter.
 */
export function tell(said, wait = 0) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    for (const line of wait ? [part("heard")] : $$("[data-said]")) line.textContent = said;
  }, wait);
}
