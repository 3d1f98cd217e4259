/**
 * What the finder knows: entries with their values, facets with their rules, and which entries fit a choice.
 * hooks/mentor_network/pages/facets.py counts by the same rules. Nothing here touches the page.
 *
 * A choice is a Map from a facet's name to a Set of chosen values; an empty set asks for nothing.
 */
import { found, searchable, terms } from "./words.js";

/** Does an entry with these values answer any of the chosen ones? */
function answers(rule, chosen, has) {
  if (rule === "most") return has.some((value) => [...chosen].some((limit) => Number(value) <= Number(limit)));
  return (rule === "open" && has.length === 0) || has.some((value) => chosen.has(value));
}

/** Entries as the finder needs them, from the data of their cards: values by facet, and the words to look in. */
export function entry(data, text, facets) {
  const values = new Map(facets.map((facet) => [facet.name, (data[facet.name] ?? "").split(" ").filter(Boolean)]));
  return { values, words: searchable(`${text} ${data.words ?? ""}`) };
}

/** Those facets that an entry does not answer, by name; `q` stands for its words. */
function misses(entry, facets, choice, wanted) {
  const missed = facets
    .filter(({ name, rule }) => choice.get(name)?.size && !answers(rule, choice.get(name), entry.values.get(name)))
    .map(({ name }) => name);
  if (!wanted.every((term) => found(term, entry.words))) missed.push("q");
  return missed;
}

/**
 * Hold every entry against a choice.
 * @returns `fits`: for each entry, whether it fits. `counts`: for each facet, how many entries each of its values would give
 * together with all choices in the other facets. `ways()`: where nothing fits, the smallest sets of facets to take back, each
 * with how many entries that would give.
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

/** Entries that miss least, by what they miss: each set of names once, with how many entries stand behind it. */
function ways(missed) {
  const least = Math.min(...missed.map((names) => names.length));
  const found = new Map();
  for (const names of missed.filter(({ length }) => length === least)) {
    const gives = found.get(names.join(" "))?.gives ?? 0;
    found.set(names.join(" "), { names, gives: gives + 1 });
  }
  return [...found.values()];
}

/** How many entries each option of a facet has, and how many there are in all under the option "". */
function tally({ name, rule, options }, entries) {
  const count = (value) => entries.filter((entry) => answers(rule, new Set([value]), entry.values.get(name))).length;
  return new Map([["", entries.length], ...options.map((value) => [value, count(value)])]);
}

/** A choice from the query of an address. What no facet knows is passed over. */
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

/** The query of an address for a choice: facets in the order of the page, so that one choice has one address. */
export function write({ choice, query, sort }) {
  const made = new URLSearchParams();
  if (query.trim()) made.set("q", query.trim());
  for (const [name, values] of choice) for (const value of values) made.append(name, value);
  if (sort) made.set("sort", sort);
  const text = made.toString();
  return text ? `?${text}` : "";
}
