// Lists that people paste: each line is an item, and the marks of bullets and numbers go. The site makes its own.

const BULLETS = "\\u2022\\u25cf\\u25aa\\u25e6\\u25cb\\u25a0\\u2023\\u2043\\u00b7\\uf0b7";
// A number has 1 or 2 figures, so that a year stays. The letter o is a bullet of Word where a tab follows it.
const MARK = new RegExp(`^[ \\t]*(?:[-*+\\u2013\\u2014${BULLETS}][ \\t]+|[${BULLETS}]|o\\t|\\(?\\d{1,2}[.)][ \\t]+|[a-z]\\)[ \\t]+)`, "u");
const INSIDE = /[ \t]*[\u2022\u25cf\u25aa\uf0b7][ \t]*/u;

// A mark of Word or of a web page at the start of a line in a story; and how Markdown writes items.
const BULLET = new RegExp(`^([ \\t]*)(?:[${BULLETS}][ \\t]*|[\u2013\u2014][ \\t]+|o\\t[ \\t]*)(?=\\S)`, "u");
const ITEM = /^[ \t]*(?:[-*+]|\d{1,2}\.) /;
const REPAIRS = [
  [BULLET, "$1- "],
  [/^([ \t]*\(?\d{1,2})\)[ \t]+(?=\S)/, (all, number) => `${number.replace("(", "")}. `],
  [/^([ \t]*(?:[-*+]|\d{1,2}\.))(?:\t[ \t]*|[ \t]{2,})(?=\S)/, "$1 "],
  // "2019. It was small." is a sentence.
  [/^(\d{3,9})\.(?=[ \t])/, "$1\\."],
];

/**
 * A story whose pasted lists are lists in Markdown: with its marks, and apart from the line above. A paragraph that was indented
 * is not, since it would be code.
 */
export function asMarkdown(text) {
  const made = [];
  let inList = false;
  for (const line of text.split("\n")) {
    const before = made.at(-1) ?? "";
    let now = REPAIRS.reduce((words, [pattern, instead]) => words.replace(pattern, instead), line);
    const item = ITEM.test(now);
    const goesOn = inList && (before.trim() !== "" || /^[ \t]/.test(now));
    if (item ? !inList : !goesOn) now = now.replace(/^(?: {0,3}\t| {4})[ \t]*/, "");
    if (item && !inList && before.trim()) made.push("");
    made.push(now);
    inList = item || (now.trim() ? goesOn : inList);
  }
  return made.join("\n");
}

/** The items of a list, without their marks. Bullets in the middle of a line start items of their own. */
export function items(text) {
  return text
    .split("\n")
    .flatMap((line) => unmarked(line).split(INSIDE))
    .map((item) => item.trim())
    .filter(Boolean);
}

function unmarked(line) {
  let rest = line;
  // "1. • Read" has two marks.
  for (let time = 0; time < 2; time += 1) rest = rest.replace(MARK, "");
  return rest;
}
