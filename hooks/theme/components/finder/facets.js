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
 * together with all choices in the other facets. `without(name)`: how many would fit if that facet asked for nothing.
 */
export function narrow(entries, facets, choice, query) {
  const wanted = terms(query);
  const missed = entries.map((entry) => misses(entry, facets, choice, wanted));
  const almost = (name) => entries.filter((_, at) => missed[at].every((other) => other === name));
  return {
    fits: missed.map((names) => names.length === 0),
    counts: new Map(facets.map((facet) => [facet.name, tally(facet, almost(facet.name))])),
    without: (name) => almost(name).length,
  };
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
