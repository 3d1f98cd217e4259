/**
 * Filter logic of the finder: entries with their values, facets with their rules, and which entries match a choice. The counts
 * follow the same rules as hooks/mentor_network/pages/facets.py. No DOM access.
 *
 * A choice is a Map from the name of a facet to a Set of chosen values. An empty set means no restriction.
 */
import { found, searchable, terms } from "./words.js";

/** Does an entry with these values match any of the chosen ones? */
function answers(rule, chosen, has) {
  if (rule === "most") return has.some((value) => [...chosen].some((limit) => Number(value) <= Number(limit)));
  return (rule === "open" && has.length === 0) || has.some((value) => chosen.has(value));
}

/** Entries from the data attributes of their cards: values by facet, and searchable text. */
export function entry(data, text, facets) {
  const values = new Map(facets.map((facet) => [facet.name, (data[facet.name] ?? "").split(" ").filter(Boolean)]));
  return { values, words: searchable(text) };
}

/** The names of the facets that an entry does not match. `q` is the search text. */
function misses(entry, facets, choice, wanted) {
  const missed = facets
    .filter(({ name, rule }) => choice.get(name)?.size && !answers(rule, choice.get(name), entry.values.get(name)))
    .map(({ name }) => name);
  if (!wanted.every((term) => found(term, entry.words))) missed.push("q");
  return missed;
}

/**
 * Match every entry against a choice.
 * @returns `fits`: for each entry, whether it matches. `counts`: for each facet, the number of entries that each of its values
 * would match together with the choices in all other facets. `ways()`: if nothing matches, the smallest sets of facets to
 * clear, each with the number of entries that would then match.
 */
export function narrow(entries, facets, choice, query) {
  const wanted = terms(query);
  const missed = entries.map((entry) => misses(entry, facets, choice, wanted));
  const almost = (name) => entries.filter((_, at) => missed[at].every((other) => other === name));
  return {
    fits: missed.map((names) => names.length === 0),
    counts: new Map(facets.map((facet) => [facet.name, tally(facet, almost(facet.name))])),
    ways: () => ways(missed),
  };
}

/** Entries with the fewest unmatched facets, grouped by these: each set of names with its number of entries. */
function ways(missed) {
  const least = Math.min(...missed.map((names) => names.length));
  const found = new Map();
  for (const names of missed.filter(({ length }) => length === least)) {
    const gives = found.get(names.join(" "))?.gives ?? 0;
    found.set(names.join(" "), { names, gives: gives + 1 });
  }
  return [...found.values()];
}

/** The number of entries for each option of a facet, and the total under the option "". */
function tally({ name, rule, options }, entries) {
  const count = (value) => entries.filter((entry) => answers(rule, new Set([value]), entry.values.get(name))).length;
  return new Map([["", entries.length], ...options.map((value) => [value, count(value)])]);
}

/** Parse a choice from a query string. Unknown names and values are ignored. */
export function read(search, facets) {
  const given = new URLSearchParams(search);
  const choice = new Map(
    facets.map(({ name, one, options }) => {
      const known = given.getAll(name).filter((value) => options.includes(value));
      return [name, new Set(one ? known.slice(0, 1) : known)];
    }),
  );
  return { choice, query: (given.get("q") ?? "").slice(0, 100), sort: given.get("sort") ?? "" };
}

/** Serialise a choice to a query string, in the order of the facets, so that the same choice has the same URL. */
export function write({ choice, query, sort }) {
  const made = new URLSearchParams();
  if (query.trim()) made.set("q", query.trim());
  for (const [name, values] of choice) for (const value of values) made.append(name, value);
  if (sort) made.set("sort", sort);
  const text = made.toString();
  return text ? `?${text}` : "";
}
