// Lists that people paste: each line is an item, and the marks of bullets and numbers go. The site makes its own.

const BULLETS = "\\u2022\\u25cf\\u25aa\\u25e6\\u25cb\\u25a0\\u2023\\u2043\\u00b7\\uf0b7";
// A number has 1 or 2 figures, so that a year stays. The letter o is a bullet of Word where a tab follows it.
const MARK = new RegExp(`^[ \\t]*(?:[-*+\\u2013\\u2014${BULLETS}][ \\t]+|[${BULLETS}]|o\\t|\\(?\\d{1,2}[.)][ \\t]+|[a-z]\\)[ \\t]+)`, "u");
const INSIDE = /[ \t]*[\u2022\u25cf\u25aa\uf0b7][ \t]*/u;

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
