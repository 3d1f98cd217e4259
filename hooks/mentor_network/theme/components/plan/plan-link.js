// Finds the fragment of a plan or of a check in a link that a mail program, a redirect or a paste has changed.

/** The version that begins a fragment, after "#", encoded or not, or at the very start, with the mark that follows it. */
const START = /(?:#\s*|%(?:25)*23|^\s*)(v\d{1,4})(?=(&|%(?:25)*26)|[^\w%-]|$)/i;
/** A part of a fragment: `&goal=`. */
const PART = /&[a-z][a-z0-9-]*=/;
/** What a fragment is written with, and what may stand behind it. */
const ONLY_LINK = /^[\w&=,:%+-]+[.,;:!?)>"'\]]*$/;
/** A line of a mail is at least this long where it was wrapped. */
const WRAPPED = 30;

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', num: "#", equals: "=" };

/**
 * The fragment in a text, without "#" and as it was written: percent-encoding of the whole is undone, wrapped lines are
 * joined, and words, brackets and full stops around it are left out. Empty if there is none.
 * @param {string} text an address, a bare fragment, or a text with a link in it
 */
export function recovered(text) {
  let rest = unescaped(text.replace(/^[ \t]*(?:>[ \t]?)+/gm, ""));
  if (/=\r?\n/.test(rest)) rest = rest.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
  const start = START.exec(rest);
  if (!start) return "";
  const [whole, version, mark = "&"] = start;
  let found = joined(version + rest.slice(start.index + whole.length)).replace(/[<>"“”«»][^]*$/, "");
  for (let depth = mark === "&" ? 0 : mark.length / 2 - 0.5; depth > 0; depth -= 1) found = unescaped(decoded(found.split("&")[0]));
  return trimmed(found.replace(/(&[a-z]+)%3D/gi, "$1="));
}

/** Without HTML's character references, which may have been escaped twice. */
function unescaped(text) {
  const once = text.replace(/&(?:#(\d{2})|#x([\da-f]{2})|(amp|lt|gt|quot|num|equals));/gi, (_, number, hex, name) =>
    name ? ENTITIES[name.toLowerCase()] : String.fromCharCode(number ?? parseInt(hex, 16)),
  );
  return once === text ? text : unescaped(once);
}

/**
 * The link at the start of a text that goes on behind it. Wrapped lines are joined. If "+" became a space inside the link, it
 * comes back, up to the end of the line.
 */
function joined(text) {
  const [tokens] = text.split(/\s(?=\S*(?::\/\/|#v\d))/);
  const words = tokens.split(/(\s+)/);
  let end = 0;
  let spaced = false;
  for (let at = 2; at < words.length; at += 2) {
    const [before, between, word] = words.slice(at - 2, at + 1);
    if (PART.test(word)) spaced ||= gap(between, before, word) === "+";
    else if (end !== at - 2 || !((spaced && !between.includes("\n")) || continues(before, between, word))) continue;
    end = at;
  }
  return words.slice(0, end + 1).reduce((link, word, at) => link + (at % 2 ? gap(word, link, words[at + 1]) : word), "");
}

/** Does a word on the next line belong to the link before it? */
function continues(before, between, word) {
  if (!/^[ \t]*\r?\n[ \t]*$/.test(between) || !ONLY_LINK.test(word)) return false;
  return /[&=%+:]\S/.test(word) || (before.length >= WRAPPED && /^[a-z\d-]+[.>)"]*$/.test(word));
}

const gap = (space, before, after) => (/\n/.test(space) || before.endsWith("&") || after.startsWith("&") ? "" : "+");

/** Undo percent-encoding once. What is no character stays as it is. */
function decoded(text) {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

const ENDS = [...".,;:!?)]}'’*~", "%0A", "%0D", "%20"];
const OPENED_BY = { ")": "(", "]": "[", "}": "{" };
const count = (text, sign) => text.split(sign).length;

/** Without the marks that end a sentence or close a bracket around a link: a plan escapes its own. */
function trimmed(text) {
  const marks = ENDS.filter((end) => !OPENED_BY[end] || count(text, end) > count(text, OPENED_BY[end]));
  for (let left = text, mark; ; left = left.slice(0, -mark.length)) {
    mark = marks.find((end) => left.slice(-3).toUpperCase().endsWith(end));
    if (!mark) return left;
  }
}
