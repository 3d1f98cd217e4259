/** Words as people type them: folded to small letters without accents, without stop words, singular where that is easy. */

/** Small words that say nothing of what somebody looks for, with the short forms that people type without their apostrophe. */
const STOP = new Set(
  (
    "a about again also always am an and any anybody anyone anything are arent as at be been being both but by can cant could " +
    "did didnt do does doesnt doing dont each ever every few for from get gets getting give go got had has have having he her " +
    "here his how hows i id if ill im in into is isnt it its ive just like may me might more most much must my myself need needs no " +
    "not now of on only onto or other our own please quite really s same she should so some somebody someone something such " +
    "than that thats the their them then there theres these they theyre thing things this those to too up us very want " +
    "wants was wasnt we were what whats when where wheres whether which while who whom whos why will with wont would yet you " +
    "your youre actually"
  ).split(" "),
);

/** Numbers are written in figures here, whoever asks for them. */
const FIGURES = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, at) => [word, String(at + 1)]),
);

/** Small letters, no accents, and only letters, digits and single spaces. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Without the ending of a plural: meetings and meeting are one word, and so are studies and study. */
export function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** A folded word as texts and queries are held against each other: singular, and a number in figures. */
const plain = (word) => FIGURES.get(word) ?? singular(word);

/** A text ready to be looked in. */
export function searchable(text) {
  return fold(text).split(" ").map(plain).join(" ");
}

/** Those of some folded words that carry meaning. */
export function content(words) {
  return words.filter((word) => !STOP.has(word)).map(plain);
}

/** The words of a query that carry meaning. Where none does, all of them. */
export function terms(query) {
  const all = fold(query).split(" ").filter(Boolean);
  const kept = content(all);
  return kept.length ? kept : all.map(plain);
}

/** Does a word of a searchable text begin with this term? */
export function found(term, text) {
  return ` ${text}`.includes(` ${term}`);
}
