/** Interprets a query and ranks pages, one part of the query at a time. No DOM access. */
import { content, fold, searchable, singular, terms } from "./words.js";

/** Weight of a synonym, relative to the word that was typed. */
const OTHER_NAME = 0.6;
/** Scores of the first pages that the glossary links to from a name in the query. */
const POINTED_TO = [4, 3, 2];
/** Pages with the whole query in their names are the best results. */
const NAMED = 2;
/** Words of a question about the meaning of another word. */
const ASKS_MEANING = new Set("mean means meaning stand stands define definition acronym abbreviation".split(" "));
const GLOSSARY = "/glossary/";

/** All names in the glossary, folded, with their entries. */
export function nameIndex(glossary) {
  const index = new Map();
  for (const entry of glossary) for (const name of entry.called) if (!index.has(name)) index.set(name, entry);
  return index;
}

/**
 * Split a query into parts: names of the glossary, longest first, then single words without stop words.
 * @param isTerm says of a word whether a page has it: 2 words that people write as one count as this one, too
 * @returns a list of { typed, ways, entry }: the text typed, alternative lists of words for it, and its glossary entry, if any
 */
export function parts(query, names, isTerm = () => false) {
  const all = fold(query).split(" ").filter(Boolean);
  const found = [];
  for (let at = 0; at < all.length;) {
    const { length, entry, joined } = longestName(all.slice(at), names, isTerm);
    const typed = all.slice(at, at + length);
    if (joined) found.push({ typed: typed.join(" "), ways: [[joined], content(typed)], either: true });
    else if (entry) found.push({ typed: typed.join(" "), ways: ways(typed, entry), entry });
    else if (ASKS_MEANING.has(typed[0])) found.asksMeaning = true;
    else if (content(typed).length) found.push({ typed: typed[0], ways: [content(typed)] });
    at += length;
  }
  return found.length ? found : all.map((word) => ({ typed: word, ways: [[singular(word)]] }));
}

function longestName(words, names, isTerm) {
  for (let length = Math.min(words.length, 6); length > 0; length -= 1) {
    const phrase = words.slice(0, length);
    const name = phrase.join(" ");
    const entry = [name, name.replace(/s$/, ""), [...phrase.slice(0, -1), singular(phrase.at(-1))].join(" ")]
      .map((form) => names.get(form))
      .find(Boolean);
    if (entry) return { length, entry };
  }
  const joined = words.length > 1 && content(words.slice(0, 2)).length === 2 && singular(words[0] + words[1]);
  return joined && isTerm(joined) ? { length: 2, joined } : { length: 1 };
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
    // Of 2 as near, the longer: a letter is left out more often than typed for another, as in "registar".
    const nearer = !best || off < best.off || (off === best.off && candidate.length > best.candidate.length);
    if (off <= limit && nearer) best = { candidate, off };
  }
  return best?.candidate;
}

/** 2 known words that were written as one: "nightshift". One of them may be a stop word: "oncall". */
export function split(word, known) {
  const isKnown = (piece) => known.has(piece) || known.has(singular(piece));
  for (let at = 2; at <= word.length - 2; at += 1) {
    const pair = [word.slice(0, at), word.slice(at)];
    const telling = content(pair);
    if (telling.length && telling.every((piece) => piece.length > 2 && isKnown(piece))) return pair;
  }
  return undefined;
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
 * @param index an Index of search-index.js
 * @returns the query as it was `read`; `pages` in order, each { id, score, has, lacks }; the parts that were `fixed`; the
 * glossary `entries` that were meant; whether any page has `all` the words; and if there is no page, similar known words in `alike`
 */
export async function search(query, index) {
  await index.need(terms(query));
  const names = nameIndex(index.glossary);
  const said = parts(query, names, (word) => index.has(word));
  const wanted = await Promise.all(said.map(async (part) => scored(await respelt(part, index, names), index)));
  const fixed = wanted.filter((part) => part.read);
  const read = fixed.length ? corrected(query, fixed) : query;
  const pages = gather(wanted, called(read, index));
  return {
    read,
    pages: said.asksMeaning ? glossaryFirst(pages, wanted, index) : pages,
    all: pages.some((page) => page.lacks.length === 0),
    fixed,
    entries: wanted.flatMap((part) => part.entry ?? []),
    alike: pages.length ? [] : await nearby(wanted, index),
  };
}

/** The words of a query, those that were typed wrongly replaced. */
function corrected(query, fixed) {
  const read = new Map(fixed.map((part) => [part.typed, part.read]));
  return fold(query)
    .split(" ")
    .map((word) => read.get(word) ?? word)
    .join(" ");
}

/** Pages with the whole query for a name, with its stop words or else without. */
function called(query, index) {
  const exact = index.called(searchable(query));
  return exact.length ? exact : index.called(content(fold(query).split(" ")).join(" "));
}

/** For a question about the meaning of a word, put the page of the glossary entry first. */
function glossaryFirst(pages, wanted, { addresses }) {
  const part = wanted.find(({ entry }) => entry);
  const id = addresses.indexOf(GLOSSARY);
  if (!part || id < 0) return pages;
  const lacks = wanted.filter((other) => other !== part).map(({ typed }) => typed);
  return [{ id, anchor: part.entry.id, score: Infinity, has: [part], lacks }, ...pages.filter((page) => page.id !== id)];
}

/** Correct a single word that no page has, nor the beginning of one: to 2 known words, or to the nearest known word. */
async function respelt(part, index, names) {
  const [words] = part.ways;
  if (part.entry || words.length > 1 || index.pages(words).length) return part;
  const known = await index.known();
  const apart = split(part.typed, new Set(known));
  if (apart) return { ...part, read: apart.join(" "), ways: [content(apart)] };
  const read = nearest(part.typed, known);
  if (!read) return part;
  const entry = names.get(read) ?? names.get(singular(read));
  return { ...part, read, entry, ways: entry ? ways([read], entry) : [[singular(read)]] };
}

/** At most 4 known words that are similar to words of the query. */
async function nearby(wanted, index) {
  const known = await index.known();
  return [...new Set(wanted.flatMap((part) => alike(part.typed, known)))].slice(0, 4);
}

/** Inverse document frequency of a word that so many pages have. */
function rarity(pages, all) {
  return Math.log(1 + (all - pages + 0.5) / (pages + 0.5));
}

/**
 * A part with `found`, the score of each page for it, and the `words` that were searched. Synonyms are only searched if no page
 * has the name that was typed; of 2 ways to write it, `either` counts.
 */
async function scored(part, index) {
  const found = new Map();
  let words = [];
  for (const [at, way] of part.ways.entries()) {
    if (found.size && !part.either) break;
    await index.need(way);
    words = part.either ? [...words, ...way] : way;
    const weight = at && !part.either ? OTHER_NAME : 1;
    for (const { id, score, named } of index.pages(way))
      if (!(found.get(id)?.score > score * weight)) found.set(id, { score: score * weight, named });
  }
  const weight = rarity(found.size, index.addresses.length);
  part.entry?.see.forEach((id, at) => {
    found.set(id, { score: (found.get(id)?.score ?? 0) + weight * (POINTED_TO[at] ?? 1.5), named: true });
  });
  return { ...part, found, words };
}

/**
 * Pages with the parts of the query that each has and lacks. Rare parts count more than common ones, and pages that are
 * `called` as the query come first.
 */
function gather(wanted, called) {
  const pages = new Map();
  const telling = wanted.map(({ found }) => 1 / Math.sqrt(1 + found.size));
  const whole = telling.reduce((sum, weight) => sum + weight, 0);
  wanted.forEach((part, at) => {
    for (const [id, { score, named }] of part.found) {
      const page = pages.get(id) ?? { id, score: 0, named: 0, has: [] };
      page.score += score;
      page.named += named ? telling[at] : 0;
      page.has.push(part);
      pages.set(id, page);
    }
  });
  return [...pages.values()]
    .map(({ id, score, named, has }) => ({
      id,
      score: score * (1 + (NAMED * named) / whole),
      called: called.some((place) => place.id === id),
      anchor: called.find((place) => place.id === id)?.anchor,
      has,
      lacks: wanted.filter((part) => !has.includes(part)).map((part) => part.typed),
    }))
    .sort((a, b) => b.called - a.called || b.score - a.score || a.id - b.id);
}
