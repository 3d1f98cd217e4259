// A plan and its words in an address. Nothing here touches the page, and nothing here throws, whatever it is given.
//
//   #v1&stage=core&weeks=17&items=lead-a-handover:p,shadow-a-leader&goal=Say+what+I+expect&date=2026-12-18
// A link of this site may end with `&add=` and things that somebody wants in it, or `&to=` and a place on the page.
//
// The version comes first. Parts stand in one order and empty ones are left out, so that a plan has one address. An item is
// an id with a mark: `:s` seen, `:p` planned, none for not yet.

/** Limits, in characters of the address for `items` and of the text for a field. 6 things and full fields fit 1 side of A4. */
export const LIMITS = Object.freeze({ field: 200, items: 400, count: 6, address: 20000 });

/** The free-text fields, in the order of the sheet. `action` is the supervisor's. */
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

/** The marks of an item, as they stand in an address: not yet, planned, seen. */
const MARKS = Object.freeze(["", "p", "s"]);

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
  "view",
];

/** A plan with nothing in it. */
export const blank = () => ({
  stage: "",
  weeks: "",
  items: [],
  date: "",
  view: "",
  ...Object.fromEntries(FIELDS.map((name) => [name, ""])),
});

/** Is this the fragment of a plan, and not the name of a place on the page? */
export const isPlan = (fragment) => /^#?v\d{1,4}(&|$)/.test(fragment);

/**
 * The plan in a fragment, and what had to be left out of it.
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
  if (broken) left.push({ why: "broken", what: name });
  if (name === "items") takeItems(plan, text, left);
  else if (FIELDS.includes(name)) plan[name] = kept(text, name, left);
  else if (isSound(name, text)) plan[name] = text;
  else if (text) left.push({ why: "value", what: name });
}

/** Could this be the value of a part that is chosen and not written? */
export function isSound(name, text) {
  if (name === "stage") return isId(text);
  if (name === "weeks") return /^[1-9]\d{0,2}$/.test(text);
  if (name === "date") return isDay(text);
  return name === "view" && text === "review";
}

/** Is this a day of the calendar of this century, written 2026-12-18? */
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

function addTo(plan, item, left) {
  if (room(plan, item)) plan.items.push(item);
  else left.push({ why: "full", what: item.id });
}

/** Does one more item fit? */
export function room(plan, item) {
  const items = [...plan.items, item].map(({ id }) => ({ id, mark: "p" })); // each may be marked one day
  return items.length <= LIMITS.count && itemsText(items).length <= LIMITS.items;
}

/** Put things into a plan as far as they fit: which went in, and which were there. What did not fit goes to `left`. */
export function takeIn(plan, ids, left) {
  const had = ids.filter((id) => plan.items.some((item) => item.id === id));
  const fresh = ids.filter((id) => !had.includes(id));
  for (const id of fresh) addTo(plan, { id, mark: "" }, left);
  return { had, added: fresh.filter((id) => plan.items.some((item) => item.id === id)) };
}

function kept(text, name, left) {
  const { words, over } = fitted(text);
  if (over) left.push({ why: "long", what: name, count: over });
  return words;
}

/**
 * Words as a plan keeps them: plain characters, no more than fit. `over` says how many had to stay out.
 * Control characters and those that turn the direction of writing could make a printed plan say what nobody wrote.
 */
export function fitted(text) {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
  const words = clean.slice(0, LIMITS.field).replace(/\p{Cs}$/u, "");
  return { words: words.trimEnd(), over: clean.length - words.length };
}

/**
 * A plan as a fragment without "#": always the same for the same plan, empty for an empty one.
 * Marks of sentences are escaped, since mail programs end a link where they meet one.
 */
export function write(plan) {
  const parts = ORDER.map((name) => [name, name === "items" ? itemsText(plan.items) : encoded(fitted(plan[name]).words)]);
  const filled = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
  return filled.length ? ["v1", ...filled].join("&") : "";
}

const itemsText = (items) => items.map(({ id, mark }) => (mark ? `${id}:${mark}` : id)).join(",");

/**
 * Another plan's words and things put into this one: what it leaves empty is filled, and words stand below its own.
 * @returns {{plan: object, left: object[]}} with what found no room
 */
export function merge(plan, other) {
  const left = [];
  const both = { ...plan, items: plan.items.map((item) => ({ ...item })) };
  for (const name of ORDER.filter((part) => part !== "items" && part !== "view" && other[part])) {
    const words = FIELDS.includes(name) ? joined(both[name], other[name]) : both[name] || other[name];
    if (fitted(words).over || !words.includes(other[name])) left.push({ why: "other", what: name });
    else both[name] = words;
  }
  for (const item of other.items.filter(({ id }) => !both.items.some((had) => had.id === id)))
    addTo(both, { ...item }, left);
  return { plan: both, left };
}

/** Words, and below them others that do not stand in them already. */
export const joined = (words, others) => (words.includes(others) ? words : [words, others].filter(Boolean).join("\n"));

/** Do these hold the same, whichever way they are looked at? */
export const same = (plan, other) => write({ ...plan, view: "" }) === write({ ...other, view: "" });

/** Would something of `plan` be gone if `next` stood in its place? */
export function loses(plan, next) {
  const both = merge(next, plan);
  return both.left.length > 0 || !same(both.plan, next);
}

/** The fragment of a pasted link, whatever host it names, or of a bare fragment. Empty where there is none. */
export function pasted(text) {
  const [, fragment] = cut(text.trim(), "#");
  return fragment || (isPlan(text.trim()) ? text.trim() : "");
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}

function encoded(text) {
  const safe = encodeURIComponent(text.replace(/\p{Cs}/gu, ""));
  return safe.replace(/[!'()*~.]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, "+");
}

/** Percent signs undone run by run, so that one broken run does not cost the rest. */
function decoded(value) {
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
