// The file that a form makes, and the ways to send or save it.
import { copy } from "./copy.js";
import { asMarkdown } from "./form-lists.js";
import { Plain, write } from "./yaml-writer.js";

const PLAIN = new Set(["date", "month", "number", "whole", "flag"]);
const FIGURES = /^(?:-?\d+(?:\.\d+)?|\d{4}-\d{2}(?:-\d{2})?|true|false)$/;

/**
 * The longest URL that is opened. GitHub answers 414 to a longer one ("If you create a URL that exceeds the server limit",
 * docs.github.com, "Using query parameters to create a pull request"); its limit is 8191 bytes (github/docs issue 5136).
 * Browsers take far longer ones: Chromium 2 MB, Firefox 1 MB, Safari 80,000 characters.
 */
export const LONGEST = 8000;

/** Make the file of an entry: its `path` in the repository, its `text`, and descriptions of what was changed in it. */
export function file(kind, rules, { values, answers }) {
  const { folder, extension, fields, headings } = rules.kinds[kind];
  const path = `${folder}/${values.id}.${extension}`;
  const facts = write(ordered(values, fields));
  if (!headings) return { path, text: facts, told: [] };
  const told = [];
  const parts = headings.map(({ text: heading }) => {
    const { text, changed } = answer(answers[heading] ?? "");
    told.push(...changed.map((words) => ({ where: heading, words })));
    return `\n## ${heading}\n${text ? `\n${text}\n` : ""}`;
  });
  return { path, text: `---\n${facts}---\n${parts.join("")}`, told };
}

// The values in the order of the record, each in the YAML style of its kind.
function ordered(values, fields) {
  const map = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (field.kind === "group")
      map[field.name] = field.many ? value.map((one) => ordered(one, field.fields)) : ordered(value, field.fields);
    else if (Array.isArray(value)) map[field.name] = value;
    else map[field.name] = figures(field, value) ? new Plain(value) : value;
  }
  return map;
}

const figures = (field, value) =>
  FIGURES.test(value) && (PLAIN.has(field.kind) || (field.kind === "choice" && /^\d/.test(value)));

// Syntax that is not allowed in an answer: a pattern, its replacement, and the text that tells the person. Headings of the
// first two levels belong to the file, and HTML and braces are not allowed.
const SAFER = [
  [/^[ ]{0,3}#{1,2}(?=[ \t]|$)[ \t]*/gm, "### ", "a heading is now a smaller one, because the parts of the story are the large ones"],
  [/^#(?=[^#\s])|^##(?=[^#\s])/gm, "\\$&", "a line that starts with # is shown as you typed it"],
  [
    /([^\n])\n(?=[ ]{0,3}(?:-+|=+)[ \t]*(?:\n|$))/g,
    "$1\n\n",
    "a line of dashes stands apart, so that it makes no heading of the line above",
  ],
  [/^[ ]{0,3}(?=`{3,}|~{3,})/gm, "    ", "a line of backticks starts with spaces, so that it hides nothing below it"],
  [/<(?=[A-Za-z/!?])/g, "&lt;", "the sign < is written in a way that shows it and makes no HTML"],
  [/\{/g, "&#123;", "a brace is written in a way that shows it and names no figure"],
];

/** Make an answer valid for the body of a case study. Returns it and what was changed; the words stay. */
export function answer(text) {
  const changed = [];
  let safe = asMarkdown(text);
  if (safe.replace(/\s/g, "") !== text.replace(/\s/g, "")) changed.push("marks of lists are written as this site reads them");
  for (const [pattern, instead, words] of SAFER) {
    const now = safe.replace(pattern, instead);
    if (now !== safe) changed.push(words);
    safe = now;
  }
  return { text: safe, changed };
}

/** The URL of GitHub's page for a new file, with its text if given. Spaces become `+`, the shortest encoding. */
export function address(repository, path, text) {
  const query = new URLSearchParams({ filename: path });
  if (text !== undefined) query.set("value", text);
  return `https://github.com/${repository}/new/main?${query}`;
}

/** Is this text short enough for a URL? */
export const fits = (repository, path, text) => address(repository, path, text).length <= LONGEST;

/** Download the file. It never leaves this device. */
export function download(path, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = path.slice(path.lastIndexOf("/") + 1);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Copy the text of `area` to the clipboard. False if the browser refused: then the text is selected, to copy by hand. */
export async function copyArea(area) {
  if (await copy(area.value)) return true;
  area.focus();
  area.select();
  return document.execCommand("copy");
}
