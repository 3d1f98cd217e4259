// Words to YAML that every reader takes back as the same words.
//
// Written by hand: a kept library (`yaml`) weighs more than 30 KB in the page, and the form needs only mappings, lists and
// texts. What it writes is what people write in these catalogues: plain words where they are safe, a block where there are
// several lines, double quotes for all else. A property test holds it against PyYAML and against the project's own reader.

/** A value that stands without quotes, because its record reads it so: a number, a day or an id. */
export class Plain {
  constructor(text) {
    this.text = text;
  }
}

// Unquoted, these are read as true, false or nothing.
const BARE = /^(?:yes|no|on|off|y|n|true|false|null|none|inf|nan)$/i;
const SAFE = /^\p{L}[\p{L}\p{M}\p{N} ,;.'()/-]*$/u;
// In double quotes: what ends or starts an escape, what YAML takes for a line end, and the byte-order mark.
const ESCAPED = /["\\\n\r\t\u0085\u2028\u2029\ufeff]/g;
const NAMES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Plain);
const pad = (depth) => "  ".repeat(depth);

/** The YAML of a mapping, with a line end after its last line. */
export function write(map) {
  return mapping(map, 0).join("\n") + "\n";
}

function mapping(map, depth) {
  return Object.entries(map).flatMap(([key, value]) => member(`${pad(depth)}${key}:`, value, depth));
}

function member(start, value, depth) {
  if (Array.isArray(value)) return value.length ? [start, ...items(value, depth + 1)] : [`${start} []`];
  if (isMap(value)) return [start, ...mapping(value, depth + 1)];
  return [`${start} ${scalar(value, depth + 1)}`];
}

function items(list, depth) {
  return list.flatMap((item) => {
    if (!isMap(item)) return [`${pad(depth)}- ${scalar(item, depth + 1)}`];
    const [first, ...rest] = mapping(item, depth + 1);
    return [`${pad(depth)}- ${first.trimStart()}`, ...rest];
  });
}

function scalar(value, depth) {
  if (value instanceof Plain) return value.text;
  const text = String(value);
  if (isBlock(text)) return ["|-", ...text.split("\n").map((line) => (line ? pad(depth) + line : ""))].join("\n");
  if (SAFE.test(text) && !BARE.test(text) && !text.endsWith(" ")) return text;
  return quoted(text);
}

// A block keeps every character of its lines. Quotes are safer where a line starts or consists of spaces of any kind.
function isBlock(text) {
  return (
    text.includes("\n") && !text.endsWith("\n") && !/^\s|[\r\u0085\u2028\u2029\ufeff]/.test(text) && !/^[^\S\n]/m.test(text)
  );
}

function quoted(text) {
  return `"${text.replace(ESCAPED, (c) => NAMES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

// What a text file, YAML or this project's reader does not take, with the words that tell the person.
const REMOVED = [
  // Halves first: what stood between two of them must not join them to a character that nobody typed.
  [/\p{Surrogate}/gu, "", "halves of characters are taken out"],
  [/[\u0085\u2028\u2029]/g, "\n", "unusual line ends are plain ones now"],
  [/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, "", "control characters are taken out"],
  [/\ufeff/g, "", "byte-order marks are taken out"],
  [/[\u202a-\u202e\u2066-\u2069]/g, "", "invisible characters that turn text round are taken out"],
  [/\p{Noncharacter_Code_Point}/gu, "", "codes that stand for no character are taken out"],
];

/** A text as a file can hold it, with plain line ends, and what was taken out of it in words. */
export function clean(text) {
  let kept = text.replace(/\r\n?/g, "\n");
  const told = [];
  for (const [pattern, instead, words] of REMOVED) {
    const now = kept.replace(pattern, instead);
    if (now !== kept) told.push(words);
    kept = now;
  }
  return { text: kept, told };
}
