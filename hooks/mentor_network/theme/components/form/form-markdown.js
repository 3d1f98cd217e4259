// A small reader of Markdown for the preview: paragraphs, lists, smaller headings, quotations, bold, links and code. It makes
// elements and never HTML. Anything else is shown as it was typed, as in a table. A test compares it with the site's reader.

const ITEM = /^( {0,3})([-*+]|\d{1,3}[.)])([ \t]+)(?=\S)/;
const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*$/;
const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const QUOTE = /^ {0,3}> ?/;
const INLINE = new RegExp(
  [
    /\\(?<escaped>[\\\x60*_{}[\]()#+.!~|<>-])/,
    /\x60(?<code>[^\x60\n]+)\x60/,
    /\*\*(?=\S)(?<bold>.+?\S?)\*\*/,
    /\[(?<text>[^[\]]+)\]\((?<target>https:\/\/[^\s()<>]+)\)/,
    /&(?<entity>lt|gt|amp|#123);/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "su",
);
const ENTITIES = { lt: "<", gt: ">", amp: "&", "#123": "{" };
const MARKER = { "-": "ul", "*": "ul", "+": "ul" };

const element = (name, children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

/** The elements of a text. `level` is the level of its largest heading that is possible: `###` becomes this. */
export function blocks(text, level = 3) {
  const lines = text.replaceAll("\t", "    ").split("\n");
  const made = [];
  let at = 0;
  while (at < lines.length) {
    if (!lines[at].trim()) {
      at += 1;
      continue;
    }
    const [block, next] = blockAt(lines, at, level);
    made.push(block);
    at = next;
  }
  return made;
}

function blockAt(lines, at, level) {
  const line = lines[at];
  const heading = HEADING.exec(line);
  if (heading) return [element(`h${Math.min(6, level + Math.max(0, heading[1].length - 3))}`, inline(heading[2])), at + 1];
  if (RULE.test(line)) return [element("hr", []), at + 1];
  if (QUOTE.test(line)) return quoted(lines, at, level);
  if (ITEM.test(line)) return list(lines, at, level);
  return paragraph(lines, at);
}

function paragraph(lines, at) {
  let end = at + 1;
  while (end < lines.length && lines[end].trim() && !interrupts(lines[end])) end += 1;
  return [element("p", inline(lines.slice(at, end).map(trimmed).join("\n"))), end];
}

const trimmed = (line) => line.trim();

// A list interrupts a paragraph, a numbered one only with 1: "2019. It was small." goes on.
function interrupts(line) {
  const item = ITEM.exec(line);
  return HEADING.test(line) || QUOTE.test(line) || RULE.test(line) || Boolean(item && (MARKER[item[2]] || /^1[.)]$/.test(item[2])));
}

function quoted(lines, at, level) {
  let end = at;
  while (end < lines.length && lines[end].trim() && (QUOTE.test(lines[end]) || !interrupts(lines[end]))) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return [element("blockquote", blocks(inner.join("\n"), level)), end];
}

const kindOf = (mark) => MARKER[mark] ?? "ol";

function list(lines, at, level) {
  const first = ITEM.exec(lines[at]);
  const kind = kindOf(first[2]);
  const found = [];
  let loose = false;
  let next = at;
  while (next < lines.length) {
    const item = ITEM.exec(lines[next]);
    if (!item || kindOf(item[2]) !== kind || RULE.test(lines[next])) break;
    const [inner, end, gap] = itemAt(lines, next, item[0].length);
    found.push(inner);
    const more = end < lines.length && ITEM.test(lines[end]) && kindOf(ITEM.exec(lines[end])[2]) === kind;
    loose ||= inner.some((line, n) => !line.trim() && n < inner.length - 1) || (gap && more);
    next = end;
  }
  const made = element(kind, found.map((inner) => listItem(inner, loose, level)));
  const start = parseInt(first[2], 10);
  if (kind === "ol" && start > 1) made.start = start;
  return [made, next];
}

// The lines of an item without its indent, the line after it, and whether an empty line stands between.
function itemAt(lines, at, indent) {
  const inner = [lines[at].slice(indent)];
  let end = at + 1;
  let gap = false;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const inside = /^ */.exec(line)[0].length >= Math.min(indent, 2);
    if (!line.trim()) gap = true;
    else if (inside && (gap || !ITEM.test(line) || /^ */.exec(line)[0].length >= indent)) gap = false;
    else if (gap || interrupts(line) || ITEM.test(line)) break;
    inner.push(line.trim() ? line.replace(new RegExp(`^ {0,${indent}}`), "") : "");
  }
  while (inner.length > 1 && !inner.at(-1)) inner.pop();
  return [inner, end, gap];
}

function listItem(inner, loose, level) {
  const made = blocks(inner.join("\n"), level);
  const parts = loose ? made : made.flatMap((block) => (block.tagName === "P" ? [...block.childNodes] : [block]));
  return element("li", parts);
}

/** The nodes of a line of text: bold, links, code, and words. */
export function inline(text) {
  const made = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    if (found.index) made.push(rest.slice(0, found.index));
    made.push(piece(found.groups));
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) made.push(rest);
  return made;
}

function piece({ escaped, code, bold, text, target, entity }) {
  if (escaped) return escaped;
  if (entity) return ENTITIES[entity];
  if (code) return element("code", [code]);
  if (bold) return element("strong", inline(bold));
  const link = element("a", inline(text));
  link.href = target;
  return link;
}
