// Writes strings as YAML that every parser reads back unchanged.
//
// Written by hand, because the `yaml` library adds more than 30 KB to the page, and the form needs only mappings, lists and
// strings. The style is that of the catalogues: plain scalars if they are safe, block scalars for several lines, and double
// quotes otherwise. A property test compares it with PyYAML and with the project's own parser.

/** A value without quotes, for fields that are a number, a day or an id. */
export class Plain {
  constructor(text) {
    this.text = text;
  }
}

// Plain scalars that YAML reads as true, false or null.
const BARE = /^(?:yes|no|on|off|y|n|true|false|null|none|inf|nan)$/i;
const SAFE = /^\p{L}[\p{L}\p{M}\p{N} ,;.'()/-]*$/u;
// Characters to escape in double quotes: quotes, backslashes, line ends of YAML and the byte-order mark.
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

// A block scalar keeps every character. Quotes are safer if a line starts with white space or has nothing else.
function isBlock(text) {
  return (
    text.includes("\n") && !text.endsWith("\n") && !/^\s|[\r\u0085\u2028\u2029\ufeff]/.test(text) && !/^[^\S\n]/m.test(text)
  );
}

function quoted(text) {
  return `"${text.replace(ESCAPED, (c) => NAMES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

// Characters that text files, YAML or the project's parser do not accept, with the text that tells the person.
const REMOVED = [
  // Unpaired surrogates come first, so that removing a character between two does not join them.
  [/\p{Surrogate}/gu, "", "halves of characters are taken out"],
  [/[\u0085\u2028\u2029]/g, "\n", "unusual line ends are plain ones now"],
  // Spaces, because these are line breaks and special hyphens of word processors: words must not grow together.
  [/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, " ", "control characters are spaces now"],
  [/\ufeff/g, "", "byte-order marks are taken out"],
  [/[\u202a-\u202e\u2066-\u2069]/g, "", "invisible characters that turn text round are taken out"],
  [/\p{Noncharacter_Code_Point}/gu, "", "codes that stand for no character are taken out"],
];

/** Remove characters that a file cannot hold, and normalise line ends. Returns the text and what was removed. */
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
