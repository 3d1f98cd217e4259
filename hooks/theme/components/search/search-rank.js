/**
 * What somebody's words mean here, and which pages have them. Pagefind wants every word and forgives no typing mistake, so it
 * is asked for one word at a time, and this module decides what the answers come to. Nothing here touches the page.
 */
import { content, fold, singular } from "./words.js";

/** How much less another name for the same thing counts than the word that was typed. */
const OTHER_NAME = 0.7;
/** What it counts that the glossary points to a page for a typed word: the first page that it names most. */
const POINTED_TO = [16, 11, 8];
/** Fewer pages than this with all the words: those with most of them are added. */
const FEW = 3;

/** All names in the glossary, folded, with the entry that they belong to. */
export function nameIndex(words) {
  const index = new Map();
  for (const entry of words.names) for (const name of entry.called) if (!index.has(name)) index.set(name, entry);
  return index;
}

/**
 * The parts of a query: names that the glossary knows, the longest first, then single words with a meaning of their own.
 * @returns a list of { typed, ways, entry }: what was typed, the lists of words that stand for it, and its glossary entry if any
 */
export function parts(query, names) {
  const all = fold(query).split(" ").filter(Boolean);
  const found = [];
  for (let at = 0; at < all.length; ) {
    const { length, entry } = longestName(all.slice(at), names);
    const typed = all.slice(at, at + length);
    if (entry) found.push({ typed: typed.join(" "), ways: ways(typed, entry), entry });
    else if (content(typed).length) found.push({ typed: typed[0], ways: [content(typed)] });
    at += length;
  }
  return found.length ? found : all.map((word) => ({ typed: word, ways: [[singular(word)]] }));
}

function longestName(words, names) {
  for (let length = Math.min(words.length, 6); length > 0; length -= 1) {
    const phrase = words.slice(0, length);
    const entry = names.get(phrase.join(" ")) ?? names.get([...phrase.slice(0, -1), singular(phrase.at(-1))].join(" "));
    if (entry) return { length, entry };
  }
  return { length: 1 };
}

/** What was typed, then every other name of the same thing. */
function ways(typed, entry) {
  const others = entry.called.filter((name) => name !== typed.join(" ")).map((name) => content(name.split(" ")));
  return [content(typed).length ? content(typed) : typed, ...others.filter((way) => way.length)];
}

/** The known word that is nearest to one that no page has: at most 1 letter wrong in a short word, 2 in a longer one. */
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

/** Letters to add, take away, change or swap with their neighbour until one word is the other; more than `limit` is `limit + 1`. */
export function distance(from, to, limit) {
  let before = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[to.length];
}

/** Does any page have a word that begins so? `words.all` is sorted. */
export function exists(word, { all }) {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle] < word) low = middle + 1;
    else high = middle;
  }
  return all[low]?.startsWith(word) ?? false;
}

/**
 * Search for a query.
 * @param ask asks Pagefind for one word and gives a list of { id, score }
 * @param words the site's words, from words.json, with `all` of them sorted
 * @returns pages in order, each { id, score, has, lacks }; the `fixed` words; the glossary `entries` that were meant; and
 * whether any page has `all` the words
 */
export async function search(query, { ask, words }) {
  const names = nameIndex(words);
  const wanted = parts(query, names).map((part) => mended(part, words, names));
  const scored = await Promise.all(wanted.map((part) => scores(part, ask, words)));
  const pages = gather(scored, wanted);
  const full = pages.filter((page) => page.lacks.length === 0);
  const rest = pages.filter((page) => page.lacks.length > 0);
  return {
    pages: full.length >= FEW ? full : [...full, ...rest],
    all: full.length > 0,
    fixed: wanted.filter((part) => part.read),
    entries: wanted.flatMap((part) => part.entry ?? []),
  };
}

/** A single word that no page has, read as the nearest one that is known. */
function mended(part, words, names) {
  const [word] = part.ways[0];
  if (part.entry || part.ways[0].length > 1 || exists(word, words)) return part;
  const read = nearest(part.typed, words.known);
  if (!read) return part;
  const entry = names.get(read) ?? names.get(singular(read));
  return { ...part, read, entry, ways: entry ? ways([read], entry) : [[singular(read)]] };
}

/** The score of each page for one part of a query. Other names are asked for only where the typed one finds too little. */
async function scores(part, ask, words) {
  const found = new Map();
  for (const [at, way] of part.ways.entries()) {
    if (found.size >= FEW) break;
    if (!way.every((word) => exists(word, words))) continue;
    for (const [id, score] of await together(way, ask)) raise(found, id, score * (at ? OTHER_NAME : 1));
  }
  part.entry?.see.forEach((address, at) => {
    const id = words.pointed[address]?.id;
    if (id) found.set(id, (found.get(id) ?? 0) + (POINTED_TO[at] ?? 6));
  });
  return found;
}

/** Pages that have every word of a way, with their scores added up. */
async function together(way, ask) {
  const answers = await Promise.all(way.map(ask));
  const [first = [], ...others] = answers.map((answer) => new Map(answer.map(({ id, score }) => [id, score])));
  const pages = [...first].filter(([id]) => others.every((other) => other.has(id)));
  return pages.map(([id, score]) => [id, others.reduce((sum, other) => sum + other.get(id), score) / Math.sqrt(way.length)]);
}

function raise(scores, id, score) {
  scores.set(id, Math.max(score, scores.get(id) ?? 0));
}

/** Pages with the parts that each has and lacks, those with most first. A rare part counts more than a common one. */
function gather(scored, wanted) {
  const pages = new Map();
  const rare = scored.map((found) => Math.log(1 + 300 / (1 + found.size)));
  const whole = rare.reduce((sum, weight) => sum + weight, 0);
  scored.forEach((found, at) => {
    for (const [id, score] of found) {
      const page = pages.get(id) ?? { id, score: 0, weight: 0, has: new Set() };
      page.score += score;
      page.weight += rare[at];
      page.has.add(wanted[at]);
      pages.set(id, page);
    }
  });
  return [...pages.values()]
    .map(({ id, score, weight, has }) => ({
      id,
      score: score * (weight / whole) ** 2,
      has: [...has],
      lacks: wanted.filter((part) => !has.has(part)).map((part) => part.typed),
    }))
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}
