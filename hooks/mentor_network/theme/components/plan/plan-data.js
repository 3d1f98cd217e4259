// Data of the catalogues, fetched when it is first needed.

const waiting = new Map();

/**
 * `guide`, once loaded: `items`, `retired`, and `of`, each item by its id. `failed`: it could not be loaded. `asks`, once
 * loaded: questions for supervisors.
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

/** Load the opportunities. Without them a plan keeps its text and its ids. */
export async function know() {
  const found = data.guide ? null : await fetched("plan-items.json");
  if (found) data.guide = { ...found, of: new Map(found.items.map((item) => [item.id, item])) };
  data.failed = !data.guide;
  return data.guide;
}

/** Load the questions for supervisors. */
export async function knowQuestions() {
  data.asks ??= await fetched("plan-review.json");
  return data.asks;
}

/** The title of an entry by its id, or the id as words if it is unknown. */
export const titleOf = (id) => data.guide?.of.get(id)?.title ?? id.replaceAll("-", " ");
