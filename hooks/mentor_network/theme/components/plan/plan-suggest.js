// Rules for what a plan shows, which domains have gaps, and what could fill them. Pure functions; plan.html states the rules.

import { found, searchable, terms } from "./words.js";

const byTitle = (a, b) => a.title.localeCompare(b.title, "en");
const NEAREST = { "": 1, p: 2, s: 3 };

/**
 * Each domain with the strongest mark among the items that show it, and with its mark in the check.
 * @param {{id: string, name: string}[]} domains
 * @param {{mark: string, item: {shows: string[], can?: string[]}}[]} chosen the items of the plan that are in the catalogue
 * @param {{id: string, mark: string}[]} checked the marks of the check
 * @returns {{id: string, name: string, mark: string|null, check: string, gap: boolean, shown: object[], could: object[]}[]}
 * `mark` is null if no item shows it
 */
export function coverage(domains, chosen, checked) {
  return domains.map(({ id, name }) => {
    const shown = chosen.filter(({ item }) => item.shows.includes(id));
    const could = chosen.filter(({ item }) => item.can?.includes(id));
    const mark = shown.reduce((most, { mark }) => (most === null || NEAREST[mark] > NEAREST[most] ? mark : most), null);
    const check = checked.find((one) => one.id === id)?.mark ?? "";
    const gap = mark === null && !["s", "p"].includes(check);
    return { id, name, mark, check, gap, shown: shown.map(({ item }) => item), could: could.map(({ item }) => item) };
  });
}

/** Does it suit this stage, and need no more than these weeks? An empty choice excludes nothing. */
export function fits(item, { stage, weeks }) {
  return (!stage || item.stages.includes(stage)) && (!weeks || item.weeks <= Number(weeks));
}

/**
 * Up to 3 items that would fill a gap: they fit stage and weeks, are not closed, carry on from no earlier work, and show it.
 * Items that show more of these domains come first, then they are in alphabetical order.
 * @param {object[]} items the whole catalogue
 * @param {object} plan must have `stage` and `weeks`, otherwise there are no suggestions
 * @param {string[]} gaps ids of domains
 */
export function suggestions(items, plan, gaps) {
  if (!plan.stage || !plan.weeks) return [];
  const had = new Set(plan.items.map(({ id }) => id));
  const fills = (item) => item.shows.filter((domain) => gaps.includes(domain)).length;
  const found = items.filter((item) => !item.closed && !item.after && !had.has(item.id) && fits(item, plan) && fills(item));
  return found.sort((a, b) => fills(b) - fills(a) || byTitle(a, b)).slice(0, 3);
}

/** The items that match all words and the domain, by title, closed ones last. An empty query matches all. */
export function matches(items, { words, domain }) {
  const wanted = terms(words);
  const text = (item) => searchable([item.title, item.kind, ...(item.also ?? [])].join(" "));
  const shows = (item) => !domain || item.shows.includes(domain) || item.can?.includes(domain);
  const matching = items.filter((item) => shows(item) && wanted.every((word) => found(word, text(item))));
  return matching.sort((a, b) => Number(a.closed ?? false) - Number(b.closed ?? false) || byTitle(a, b));
}

/** What replaces a retired id: `{now: ids, title, why}`, or undefined if the id is unknown. */
export const gone = (retired, id) => retired.find((entry) => entry.id === id);

/**
 * The plan with the new ids of moved items. Items that were split, withdrawn or unknown stay for the doctor to decide.
 * @returns {{items: object[], moved: {from: object, to: string}[]}}
 */
export function moved(planned, retired) {
  const items = [];
  const log = [];
  for (const one of planned) {
    const old = gone(retired, one.id);
    const id = old?.now?.length === 1 ? old.now[0] : one.id;
    if (id !== one.id) log.push({ from: old, to: id });
    if (!items.some((item) => item.id === id)) items.push({ id, mark: one.mark });
  }
  return { items, moved: log };
}
