// What the catalogues hold, fetched from this site once it is needed.

import { part, say } from "./plan-page.js";

const waiting = new Map();

/** The guide, once it is here: `items`, `retired`, and `of`, each item by its id. Then what a supervisor asks. */
export const data = { guide: null, asks: null };

function fetched(name) {
  if (!waiting.has(name)) {
    const answer = fetch(new URL(name, import.meta.url)).then((found) => (found.ok ? found.json() : Promise.reject(new Error(name))));
    waiting.set(name, answer.catch(() => (waiting.delete(name), null)));
  }
  return waiting.get(name);
}

/** Fetch what can be done, and say so where that fails. A plan without it keeps its words and its ids. */
export async function know() {
  const found = data.guide ? null : await fetched("plan-items.json");
  if (found) data.guide = { ...found, of: new Map(found.items.map((item) => [item.id, item])) };
  if (!data.guide) say(part("count"), "The list of things to do could not be loaded. Your plan is kept. Load this page again to try once more.");
  return data.guide;
}

/** Fetch what a supervisor asks. */
export async function knowQuestions() {
  data.asks ??= await fetched("plan-review.json");
  return data.asks;
}

/** What to call an id: the title of its entry, or else its own words. */
export const titleOf = (id) => data.guide?.of.get(id)?.title ?? id.replaceAll("-", " ");
