// What the catalogues hold, fetched from this site once it is needed.

const waiting = new Map();

/**
 * `guide`, once it is here: `items`, `retired`, and `of`, each item by its id. `failed`: it did not come. `asks`: what a
 * supervisor asks, once it is here.
 */
export const data = { guide: null, failed: false, asks: null };

function fetched(name) {
  if (!waiting.has(name)) {
    const answer = fetch(new URL(name, import.meta.url)).then((found) =>
      found.ok ? found.json() : Promise.reject(new Error(name)),
    );
    waiting.set(
      name,
      answer.catch(() => (waiting.delete(name), null)),
    );
  }
  return waiting.get(name);
}

/** Fetch what can be done. A plan without it keeps its words and its ids. */
export async function know() {
  const found = data.guide ? null : await fetched("plan-items.json");
  if (found) data.guide = { ...found, of: new Map(found.items.map((item) => [item.id, item])) };
  data.failed = !data.guide;
  return data.guide;
}

/** Fetch what a supervisor asks. */
export async function knowQuestions() {
  data.asks ??= await fetched("plan-review.json");
  return data.asks;
}

/** What to call an id: the title of its entry, or else its own words. */
export const titleOf = (id) => data.guide?.of.get(id)?.title ?? id.replaceAll("-", " ");
