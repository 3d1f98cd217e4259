/**
 * Normalises words for search: folded to lower case without accents, without stop words, and singular if the rule is simple.
 */

/** Stop words, with contractions as people type them without the apostrophe. */
const STOP = new Set(
  (
    "a about again also always am an and any anybody anyone anything are arent as at be been being both but by can " +
    "cant could couldnt did didnt do does doesnt doing dont each ever every few for from get gets getting give go got " +
    "had has hasnt have havent having he her here his how hows i id if ill im in into is isnt it its ive just like " +
    "may me might more most much must my myself need needs no not now of on only onto or other our own please quite " +
    "really s same she should shouldnt so some somebody someone something such than that thats the their them then " +
    "there theres these they theyre thing things this those to too up us very want wants was wasnt we were what whats " +
    "when where wheres whether which while who whom whos why will with wont would wouldnt yet you your youre actually"
  ).split(" "),
);

/** Number words, which the texts write as digits. */
const FIGURES = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, at) => [word, String(at + 1)]),
);

/** An abbreviation with full stops, such as `r.c.a.`. */
const STOPS = /(^|[^\p{L}\p{N}])([a-z](?:\.[a-z0-9])+)\.?(?![\p{L}\p{N}])/gu;

/** Fold a text: lower case, no accents, only letters, digits and single spaces. `R.C.A.` becomes `rca`. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(STOPS, (_, before, letters) => before + letters.replaceAll(".", ""))
    .replace(/([a-z])['’](?=[a-z])/g, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Stem a plural: meetings to meeting, studies to study. */
export function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** Normalise a folded word for comparison: singular, and numbers as digits. */
const plain = (word) => FIGURES.get(word) ?? singular(word);

/** Normalise a text for searching. */
export function searchable(text) {
  return fold(text).split(" ").map(plain).join(" ");
}

/** The words that are not stop words. */
export function content(words) {
  return words.filter((word) => !STOP.has(word)).map(plain);
}

/** The words of a query without stop words, or all of them if there are only stop words. */
export function terms(query) {
  const all = fold(query).split(" ").filter(Boolean);
  const kept = content(all);
  return kept.length ? kept : all.map(plain);
}

/** Does a word of a normalised text start with this term? */
export function found(term, text) {
  return ` ${text}`.includes(` ${term}`);
}
