/** Words as people type them: folded to small letters without accents, without stop words, singular where that is easy. */

const STOP = new Set(
  ("a about after am an and any are as at be been but by can could did do does doing for from get give go got had has have how i if " +
    "in into is it its just may me my need of on or our please should so some tell that the their them there these they this to " +
    "up us want was we were what when where which who whom why will with would you your").split(" "),
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

/** A text ready to be looked in: folded, each word singular. */
export function searchable(text) {
  return fold(text).split(" ").map(singular).join(" ");
}

/** Those of some folded words that carry meaning, each singular. */
export function content(words) {
  return words.filter((word) => !STOP.has(word)).map(singular);
}

/** The words of a query that carry meaning. Where none does, all of them. */
export function terms(query) {
  const all = fold(query).split(" ").filter(Boolean);
  const kept = content(all);
  return kept.length ? kept : all;
}

/** Does a word of a searchable text begin with this term? */
export function found(term, text) {
  return ` ${text}`.includes(` ${term}`);
}
