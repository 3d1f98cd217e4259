/**
 * Interprets a query and ranks pages. Pagefind requires every word of a query and does not tolerate typing mistakes, so it is
 * queried for one word at a time, and this module combines the results. No DOM access.
 */
import { content, fold, singular } from "./words.js";

/** Weight of a synonym, relative to the word that was typed. */
const OTHER_NAME = 0.6;
/** Scores of the first pages that the glossary links to from a name in the query. */
const POINTED_TO = [4, 3, 2];
/** The metadata fields of names and search words: a page with the whole query in these is the best result. */
const NAMING = new Set(["title", "also", "words"]);
const NAMED = 1.2;
/** Score of 2 adjacent words, beside the score of each. */
const TOGETHER = 0.6;
/** Words of a question about the meaning of another word. */
const ASKS_MEANING = new Set("mean means meaning stand stands define definition acronym abbreviation".split(" "));
const GLOSSARY = "/glossary/";
/** If a name matches fewer pages than this, its synonyms are searched too. */
const FEW = 3;

/** All names in the glossary, folded, with their entries. */
export function nameIndex(words) {
  const index = new Map();
  for (const entry of words.names) for (const name of entry.called) if (!index.has(name)) index.set(name, entry);
  return index;
}

/**
 * Split a query into parts: names of the glossary, longest first, then single words without stop words.
 * @returns a list of { typed, ways, entry }: the text typed, alternative lists of words for it, and its glossary entry, if any
 */
export function parts(query, names) {
  const all = fold(query).split(" ").filter(Boolean);
  const found = [];
  for (let at = 0; at < all.length;) {
    const { length, entry } = longestName(all.slice(at), names);
    const typed = all.slice(at, at + length);
    if (entry) found.push({ typed: typed.join(" "), ways: ways(typed, entry), entry });
    else if (ASKS_MEANING.has(typed[0])) found.asksMeaning = true;
    else if (content(typed).length) found.push({ typed: typed[0], ways: [content(typed)] });
    at += length;
  }
  return found.length ? found : all.map((word) => ({ typed: word, ways: [[singular(word)]] }));
}

function longestName(words, names) {
  for (let length = Math.min(words.length, 6); length > 0; length -= 1) {
    const phrase = words.slice(0, length);
    const name = phrase.join(" ");
    const entry = [name, name.replace(/s$/, ""), [...phrase.slice(0, -1), singular(phrase.at(-1))].join(" ")]
      .map((form) => names.get(form))
      .find(Boolean);
    if (entry) return { length, entry };
  }
  return { length: 1 };
}

/** The words that were typed, then every synonym. */
function ways(typed, entry) {
  const others = entry.called.filter((name) => name !== typed.join(" ")).map((name) => content(name.split(" ")));
  return [content(typed).length ? content(typed) : typed, ...others.filter((way) => way.length)];
}

/** The known word with the smallest edit distance to an unknown one: at most 1 in a short word, 2 in a longer one. */
export function nearest(word, known) {
  const limit = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let best;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit || /\d/.test(candidate)) continue;
    const off = distance(word, candidate, limit);
    if (off <= limit && (!best || off < best.off)) best = { candidate, off };
  }
  return best?.candidate;
}

/** Known words with the same beginning as an unknown one, or a small edit distance. At most 4, nearest first. */
export function alike(word, known) {
  return known
    .filter((candidate) => candidate.length > 3 && !/\d/.test(candidate))
    .map((candidate) => ({ candidate, off: candidate.startsWith(word.slice(0, 4)) ? 2 : distance(word, candidate, 3) }))
    .filter(({ off }) => off <= 3)
    .sort((a, b) => a.off - b.off || a.candidate.localeCompare(b.candidate))
    .slice(0, 4)
    .map(({ candidate }) => candidate);
}

/** Edit distance of two words (Damerau-Levenshtein, optimal string alignment). Distances over `limit` are `limit + 1`. */
export function distance(from, to, limit) {
  let before = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[to.length];
}

/**
 * Search for a query.
 * @param ask queries Pagefind, and returns a list of { id, score, matchedMetaFields }
 * @param words the vocabulary of the site, from words.json
 * @returns `pages` in order, each { id, hit, score, has, lacks }, where `hit` is Pagefind's result; the parts that were
 * `fixed`; the glossary `entries` that were meant; whether any page has `all` the words; and if there is no page, similar known
 * words in `alike`
 */
export async function search(query, { ask, words }) {
  const names = nameIndex(words);
  const said = parts(query, names);
  const wanted = await Promise.all(said.map((part) => mended(part, ask, words, names)));
  const scored = await Promise.all(wanted.map((part) => scores(part, ask, words)));
  const pages = gather(scored, wanted, await sideBySide(wanted, ask, words));
  return {
    pages: said.asksMeaning ? glossaryFirst(pages, wanted, words) : pages,
    all: pages.some((page) => page.lacks.length === 0),
    fixed: wanted.filter((part) => part.read),
    entries: wanted.flatMap((part) => part.entry ?? []),
    alike: pages.length ? [] : [...new Set(wanted.flatMap((part) => alike(part.typed, words.known)))].slice(0, 4),
  };
}

/** For a question about the meaning of a word, put the page of the glossary entry first. */
function glossaryFirst(pages, wanted, { pointed }) {
  const part = wanted.find(({ entry }) => entry);
  const id = pointed[GLOSSARY]?.id;
  if (!part || !id) return pages;
  const lacks = wanted.filter((other) => other !== part).map(({ typed }) => typed);
  return [{ id, anchor: part.entry.id, score: Infinity, has: [part], lacks }, ...pages.filter((page) => page.id !== id)];
}

/** Correct a single word that neither is nor begins a known word to the nearest known one. */
async function mended(part, ask, words, names) {
  const [word] = part.ways[0];
  if (part.entry || part.ways[0].length > 1 || begins(word, words) || (await ask(`"${word}"`)).length) return part;
  const read = nearest(part.typed, words.known);
  if (!read) return part;
  const entry = names.get(read) ?? names.get(singular(read));
  return { ...part, read, entry, ways: entry ? ways([read], entry) : [[singular(read)]] };
}

/** Is this a prefix of a known word? Somebody may still be typing it. */
function begins(word, { known }) {
  return known.some((candidate) => candidate.startsWith(word));
}

/** Inverse document frequency of a word that so many pages have. */
function rarity(pages, all) {
  return Math.log(1 + (all - pages + 0.5) / (pages + 0.5));
}

/**
 * Pages with these words: { hit, score, named } of each. Pagefind matches prefixes too ("sho" for "show") and computes the
 * document frequency over all matches, so whole words are queried separately and weighted with their own frequency. `named`:
 * the words are in the metadata fields of names and search words.
 */
async function hits(way, ask, words) {
  const exact = await ask(`"${way.join(" ")}"`);
  if (exact.length === 0 && (way.length > 1 || !begins(way[0], words))) return [];
  const wide = await ask(way.join(" "));
  if (exact.length === 0) return wide.map((hit) => ({ hit, score: hit.score, named: false }));
  const named = new Map(
    exact.map(({ id, matchedMetaFields = [] }) => [id, matchedMetaFields.some((name) => NAMING.has(name))]),
  );
  const more = rarity(named.size, words.pages) / rarity(wide.length, words.pages);
  return wide.filter(({ id }) => named.has(id)).map((hit) => ({ hit, score: hit.score * more, named: named.get(hit.id) }));
}

/** The score of each page for one part of a query. Synonyms are only queried if the typed name has too few results. */
async function scores(part, ask, words) {
  const found = new Map();
  for (const [at, way] of part.ways.entries()) {
    if (found.size >= FEW) break;
    for (const one of await hits(way, ask, words))
      raise(found, one.hit.id, { ...one, score: one.score * (at ? OTHER_NAME : 1) });
  }
  const weight = rarity(found.size, words.pages);
  part.entry?.see.forEach((address, at) => {
    const id = words.pointed[address]?.id;
    if (id) raise(found, id, { score: (found.get(id)?.score ?? 0) + weight * (POINTED_TO[at] ?? 1.5), named: true });
  });
  return found;
}

/** Keep the higher score of a page, and merge the rest. */
function raise(found, id, { hit, score, named }) {
  const before = found.get(id) ?? { score: 0, named: false };
  found.set(id, { hit: before.hit ?? hit, score: Math.max(score, before.score), named: named || before.named });
}

/** Bonus of pages with adjacent words of the query. */
async function sideBySide(wanted, ask, words) {
  const gains = new Map();
  const pairs = wanted.slice(1).map((part, at) => [...wanted[at].ways[0], ...part.ways[0]]);
  for (const pair of pairs) {
    for (const { hit, score } of await hits(pair, ask, words))
      gains.set(hit.id, (gains.get(hit.id) ?? 0) + score * TOGETHER);
  }
  return gains;
}

/** Pages with the parts of the query that each has and lacks. A page that lacks a rare part is ranked lower. */
function gather(scored, wanted, gains) {
  const pages = new Map();
  const telling = scored.map((found) => 1 / Math.sqrt(1 + found.size));
  const whole = telling.reduce((sum, weight) => sum + weight, 0);
  scored.forEach((found, at) => {
    for (const [id, { hit, score, named }] of found) {
      const page = pages.get(id) ?? { id, score: gains.get(id) ?? 0, weight: 0, named: 0, has: [] };
      page.hit ??= hit;
      page.score += score;
      page.weight += telling[at];
      page.named += named ? telling[at] : 0;
      page.has.push(wanted[at]);
      pages.set(id, page);
    }
  });
  return [...pages.values()]
    .map(({ id, hit, score, weight, named, has }) => ({
      id,
      hit,
      score: score * (0.3 + (0.7 * weight) / whole) * (1 + NAMED * (named / whole) ** 2),
      has,
      lacks: wanted.filter((part) => !has.includes(part)).map((part) => part.typed),
    }))
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}
