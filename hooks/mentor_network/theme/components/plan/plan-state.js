// Parses and serialises a plan, whose URL fragment is its only storage. No DOM access, and no exceptions on any input.
//
//   #v1&stage=core&weeks=17&items=lead-a-handover:p,shadow-a-leader&goal=Say+what+I+expect&date=2026-12-18
// Links of this site may add `&add=` and ids to add to the plan, or `&to=` and an anchor to scroll to.
//
// The version comes first. The parts have a fixed order and empty ones are left out, so that a plan has only one URL. An item
// is an id with a mark: `:s` seen, `:p` planned, none for not seen. `&domains=gpc-5:s,gpc-8:n` has the marks of the check.

/**
 * Limits: characters in the URL for `items`, and in the text for a field. 6 items and full fields fit 1 side of A4. Some mail
 * programs cut a link that is longer than `mail`.
 */
export const LIMITS = Object.freeze({ field: 200, items: 400, count: 6, address: 20000, mail: 2000 });

/** The free-text fields in the order of the sheet. The supervisor fills in `action`. */
export const FIELDS = Object.freeze([
  "lead",
  "goal",
  "needs",
  "ask",
  "feedback",
  "no",
  "notes",
  "action",
  "learned",
  "next",
]);

/** The marks of an item as they are written in the URL: not seen, planned, seen. */
const MARKS = Object.freeze(["", "p", "s"]);

/** The marks of a domain in the check: not seen, planned, seen. */
const CHECKED = Object.freeze(["n", "p", "s"]);
const MOST_CHECKED = 40;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isId = (text) => text.length <= 60 && ID.test(text);
const ORDER = [
  "stage",
  "weeks",
  "items",
  "lead",
  "goal",
  "needs",
  "ask",
  "feedback",
  "no",
  "date",
  "notes",
  "action",
  "learned",
  "next",
  "domains",
  "view",
];
/** The parts whose values are lists. */
const LISTS = ["items", "domains"];

/** An empty plan. */
export const blank = () => ({
  stage: "",
  weeks: "",
  items: [],
  domains: [],
  date: "",
  view: "",
  ...Object.fromEntries(FIELDS.map((name) => [name, ""])),
});

/** Is this the fragment of a plan, and not the anchor of a section? */
export const isPlan = (fragment) => /^#?v\d{1,4}(&|$)/.test(fragment);

/**
 * Parse a fragment to a plan, and a list of what was left out.
 * @param {string} fragment with or without its "#"
 * @returns {{plan: object, left: {why: string, what?: string, count?: number}[], add: string[], to: string}}
 */
export function read(fragment) {
  const plan = blank();
  const left = [];
  const asked = { add: "", to: "" };
  const found = () => ({ plan, left, to: asked.to, add: asked.add.split(",").filter(isId).slice(0, LIMITS.count) });
  let text = String(fragment).replace(/^#/, "");
  if (!text) return found();
  if (text.length > LIMITS.address) {
    text = text.slice(0, LIMITS.address);
    left.push({ why: "address" });
  }
  const [version, ...parts] = text.split("&");
  if (!isPlan(version)) return { ...found(), left: [{ why: "not a plan" }] };
  if (version !== "v1") left.push({ why: "version" });
  const seen = new Set();
  let unknown = 0;
  for (const part of parts.filter(Boolean)) {
    const [name, value] = cut(part, "=");
    if (name === "add" || name === "to") asked[name] = value;
    else if (!ORDER.includes(name) || seen.has(name)) unknown += 1;
    else take(plan, name, decoded(value), left);
    seen.add(name);
  }
  if (unknown) left.push({ why: "unknown", count: unknown });
  return found();
}

function take(plan, name, { text, broken }, left) {
  const word = text.replace(/\s|[>"'\])]+$/g, "");
  if (broken) left.push({ why: "broken", what: name });
  if (name === "items") takeItems(plan, word, left);
  else if (name === "domains") plan.domains = checkedIn(word);
  else if (FIELDS.includes(name)) plan[name] = kept(text, name, left);
  else if (isSound(name, word)) plan[name] = word;
  else if (word) left.push({ why: "value", what: name });
}

/** Is this a valid value of a part with fixed choices? */
export function isSound(name, text) {
  if (name === "stage") return isId(text);
  if (name === "weeks") return /^[1-9]\d{0,2}$/.test(text);
  if (name === "date") return isDay(text);
  return name === "view" && text === "review";
}

/** Is this a valid date of this century, as 2026-12-18? */
export function isDay(text) {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function takeItems(plan, text, left) {
  let bad = 0;
  for (const word of text.split(",").filter(Boolean)) {
    const [id, mark] = cut(word, ":");
    if (!isId(id)) bad += 1;
    else if (!plan.items.some((item) => item.id === id)) addTo(plan, { id, mark: MARKS.includes(mark) ? mark : "" }, left);
  }
  if (bad) left.push({ why: "ids", count: bad });
}

/** The marks of the check. What cannot be read is left out: the page reports domains that it does not know. */
function checkedIn(text) {
  const pairs = text.split(",", MOST_CHECKED).map((word) => cut(word, ":"));
  const sound = new Map(pairs.filter(([id, mark]) => isId(id) && CHECKED.includes(mark)));
  return [...sound].map(([id, mark]) => ({ id, mark }));
}

function addTo(plan, item, left) {
  if (room(plan, item)) plan.items.push(item);
  else left.push({ why: "full", what: item.id });
}

/** Is there room for one more item? */
export function room(plan, item) {
  const items = [...plan.items, item].map(({ id }) => ({ id, mark: "p" })); // each may be marked one day
  return items.length <= LIMITS.count && itemsText(items).length <= LIMITS.items;
}

/** Add items to a plan as long as there is room. Returns which were added and which it had already. The rest goes to `left`. */
export function takeIn(plan, ids, left) {
  const had = ids.filter((id) => plan.items.some((item) => item.id === id));
  const fresh = ids.filter((id) => !had.includes(id));
  for (const id of fresh) addTo(plan, { id, mark: "p" }, left);
  return { had, added: fresh.filter((id) => plan.items.some((item) => item.id === id)) };
}

function kept(text, name, left) {
  const { words, over } = fitted(text);
  if (over) left.push({ why: "long", what: name, count: over });
  return words;
}

/**
 * Normalise the text of a field and cut it at the limit. `over` is the number of characters cut off. Control characters
 * become spaces, since words must not grow together, and bidirectional controls are removed, since they could make a printed
 * plan differ from what was typed.
 */
export function fitted(text) {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/(?:(?!\n)[\p{Cc}\u2028\u2029])+/gu, " ")
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
  const words = clean.slice(0, LIMITS.field).replace(/\p{Cs}$/u, "");
  return { words: words.trimEnd(), over: clean.length - words.length };
}

/**
 * Serialise a plan to a fragment without "#": the same plan always gives the same fragment, and an empty plan an empty one.
 * Punctuation is escaped, because email programs end a link at it.
 */
export function write(plan) {
  const parts = ORDER.map((name) => [name, LISTS.includes(name) ? itemsText(plan[name]) : encoded(fitted(plan[name]).words)]);
  const filled = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
  return filled.length ? ["v1", ...filled].join("&") : "";
}

const itemsText = (items) => items.map(({ id, mark }) => (mark ? `${id}:${mark}` : id)).join(",");

/**
 * Merge another plan into this one: empty parts are filled, and text is appended.
 * @returns {{plan: object, left: object[]}} `left` is what did not fit
 */
export function merge(plan, other) {
  const left = [];
  const both = { ...plan, items: plan.items.map((item) => ({ ...item })) };
  for (const name of ORDER.filter((part) => !LISTS.includes(part) && part !== "view" && other[part])) {
    const words = FIELDS.includes(name) ? joined(both[name], other[name]) : both[name] || other[name];
    if (fitted(words).over || !words.includes(other[name])) left.push({ why: "other", what: name });
    else both[name] = words;
  }
  for (const item of other.items.filter(({ id }) => !both.items.some((had) => had.id === id)))
    addTo(both, { ...item }, left);
  both.domains = [...both.domains, ...other.domains.filter(({ id }) => !both.domains.some((had) => had.id === id))];
  return { plan: both, left };
}

/** Append a text on a new line, unless it is already there. */
export const joined = (words, others) => (words.includes(others) ? words : [words, others].filter(Boolean).join("\n"));

/** Do these plans hold the same? */
export const same = (plan, other) => write({ ...plan, view: "" }) === write({ ...other, view: "" });

/** Would replacing `plan` by `next` lose anything? */
export function loses(plan, next) {
  const both = merge(next, plan);
  return both.left.length > 0 || !same(both.plan, next);
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Percent-encode a text, with its punctuation, and its spaces as "+". */
export function encoded(text) {
  const safe = encodeURIComponent(text.replace(/\p{Cs}/gu, ""));
  return safe.replace(/[!'()*~.]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, "+");
}

/** Percent-decode each run of escapes on its own, so that an invalid one does not lose the rest. */
export function decoded(value) {
  let broken = false;
  const text = value.replace(/\+/g, " ").replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      broken = true;
      return "";
    }
  });
  return { text, broken };
}
