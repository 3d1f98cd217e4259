/** Cuts from the text of a page the part that shows best why it was found. No DOM access. */
import { stemmer } from "./stemmer.js";
import { terms } from "./words.js";

/** Words in an excerpt, and the words before the first match if its sentence begins long before it. */
const LENGTH = 30;
const BEFORE = 6;

/**
 * @param words the words that were searched
 * @returns pieces of the text, { text, marked } of each, or undefined if the text has none of the words
 */
export function excerpt(text, words) {
  const tokens = text.split(" ");
  const wanted = words.map((word) => ({ word, stem: stemmer(word) }));
  const hits = tokens.map((token) => matched(token, wanted));
  const from = best(tokens, hits);
  if (from === undefined) return undefined;
  const cut = tokens.slice(from, from + LENGTH);
  const pieces = cut.flatMap((token, at) => [...marked(token, hits[from + at]), { text: " " }]);
  const begins = from === 0 || ends(tokens[from - 1]);
  return [...(begins ? [] : [{ text: "… " }]), ...pieces.slice(0, -1), ...(ends(cut.at(-1)) ? [] : [{ text: " …" }])];
}

/** The word of the query that a token of the text matches: by its stem, or by its beginning. */
function matched(token, wanted) {
  const found = terms(token);
  return wanted.find(({ word, stem }) =>
    found.some((term) => stemmer(term) === stem || (word.length > 3 && term.startsWith(word))),
  );
}

/** Where the excerpt with most of the words begins: with a sentence if there is room, else shortly before a match. */
function best(tokens, hits) {
  let chosen;
  let start = 0;
  hits.forEach((hit, at) => {
    if (at && ends(tokens[at - 1])) start = at;
    if (!hit) return;
    const from = at - start < LENGTH / 2 ? start : at - BEFORE;
    const words = new Set(hits.slice(from, from + LENGTH)).size;
    if (!chosen || words > chosen.words) chosen = { from, words };
  });
  return chosen?.from;
}

/** Does a sentence end with this token? */
function ends(token) {
  return /[.!?:]["”’)]?$/.test(token);
}

/** A token with the mark around its letters, and not around the punctuation at its ends. */
function marked(token, hit) {
  if (!hit) return [{ text: token }];
  const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(token);
  return [{ text: before }, { text: word, marked: true }, { text: after }];
}
