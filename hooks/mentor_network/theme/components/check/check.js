// The supervisor's check: marks live in the address fragment, `#v1&gpc-5=seen`, and are stored nowhere else.

const VERSION = "v1";
const WORDS = { seen: "seen", planned: "planned", "not-seen": "not seen" };
const MOST_SUGGESTED = 3;
/** Longer fragments are not ours: every mark of a long page fits in half of this. */
const LONGEST = 4000;

/**
 * The marks that a fragment holds: domain to mark. What is not a known domain with a known mark is left out, and a fragment
 * without our version in front holds none.
 * @param {string} fragment with or without its #
 * @param {Iterable<string>} domains
 * @returns {Map<string, string>}
 */
function read(fragment, domains) {
  const [version, ...pairs] = fragment.replace(/^#/, "").slice(0, LONGEST).split("&");
  const found = new Map(version === VERSION ? pairs.map((pair) => pair.split("=", 2)) : []);
  const sound = [...domains].filter((domain) => Object.hasOwn(WORDS, found.get(domain) ?? ""));
  return new Map(sound.map((domain) => [domain, found.get(domain)]));
}

/**
 * The fragment for marks, empty without any.
 * @param {Map<string, string>} marks
 * @returns {string}
 */
function write(marks) {
  return marks.size ? `#${[VERSION, ...[...marks].map(([domain, mark]) => `${domain}=${mark}`)].join("&")}` : "";
}

/**
 * Up to 3 things to do, 1 for each domain in turn, none twice.
 * @param {Map<string, T[]>} lists what shows each domain, in order
 * @param {(item: T) => string} key
 * @returns {Map<string, T[]>}
 * @template T
 */
function suggest(lists, key) {
  const chosen = new Map([...lists.keys()].map((domain) => [domain, []]));
  const taken = new Set();
  for (let before = -1; taken.size > before && taken.size < MOST_SUGGESTED;) {
    before = taken.size;
    for (const [domain, items] of lists) {
      const next = items.find((item) => !taken.has(key(item)));
      if (next && taken.size < MOST_SUGGESTED) {
        taken.add(key(next));
        chosen.get(domain).push(next);
      }
    }
  }
  return chosen;
}

const sections = new Map([...document.querySelectorAll("[data-domain]")].map((part) => [part.dataset.domain, part]));
const radios = [...document.querySelectorAll(".mn-pick input")];
const said = document.querySelector("[data-said]");

function marked() {
  return new Map(radios.filter((radio) => radio.checked).map((radio) => [radio.name, radio.value]));
}

function paragraph(...parts) {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
}

/** Things to do, each with its link and the time it takes, as they stand in the lists of the page. */
function list(items) {
  const made = document.createElement("ul");
  made.className = "mn-does";
  made.append(...items.map((item) => item.cloneNode(true)));
  return made;
}

function strong(text) {
  const made = document.createElement("strong");
  made.textContent = text;
  return made;
}

function listed(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");
}

/** The names of the domains with a mark. */
function labels(marks, wanted) {
  return [...marks].filter(([, mark]) => mark === wanted).map(([domain]) => sections.get(domain).dataset.label);
}

/** "Seen: GPC 5. Not seen: GPC 6 patient safety." */
function named(marks) {
  return Object.entries(WORDS)
    .map(([mark, word]) => [word, labels(marks, mark)])
    .filter(([, names]) => names.length)
    .map(([word, names]) => `${word[0].toUpperCase()}${word.slice(1)}: ${listed(names)}.`)
    .join(" ");
}

function counts(marks) {
  const given = [...marks.values()];
  return Object.entries(WORDS)
    .map(([mark, word]) => `${given.filter((one) => one === mark).length} ${word}`)
    .join(", ");
}

/** What would show the domains that are marked as not seen. */
function suggestions(marks) {
  const missing = [...marks].filter(([, mark]) => mark === "not-seen").map(([domain]) => domain);
  const lists = new Map(missing.map((domain) => [domain, [...document.querySelectorAll(`[data-shows="${domain}"] > li`)]]));
  const chosen = suggest(lists, (item) => item.querySelector("a").href);
  return missing.flatMap((domain) => {
    const label = strong(sections.get(domain).dataset.label);
    if (!lists.get(domain).length) {
      return [paragraph("Nothing in this guide shows ", label, " at this stage. The curriculum may name something.")];
    }
    const items = chosen.get(domain);
    return items.length
      ? [paragraph("To show ", label, ":"), list(items)]
      : [paragraph("What shows ", label, " is listed on this page.")];
  });
}

/** What was said last, as a fragment: saying it again would make a screen reader read it again. */
let last = "";

function say(marks) {
  if (write(marks) === last) return;
  last = write(marks);
  const found = marks.size
    ? [paragraph(strong(`${counts(marks)}.`), " This is a prompt for a conversation, not a score."), paragraph(named(marks))]
    : [paragraph("Nothing is marked yet.")];
  said.replaceChildren(...found, ...suggestions(marks));
}

/** Put the marks into the address, without a new step for the Back button. */
function keep() {
  const marks = marked();
  history.replaceState(history.state, "", `${location.pathname}${location.search}${write(marks)}`);
  say(marks);
}

/** Show what the address holds and nothing else: a browser may remember what was chosen before a reload. */
function open() {
  const marks = read(location.hash, sections.keys());
  for (const radio of radios) radio.checked = marks.get(radio.name) === radio.value;
  say(marks);
}

/** A link down the page changes no marks. The address takes them back, so that it can still be copied. */
function follow() {
  const ours = location.hash.slice(1).split("&", 1)[0] === VERSION;
  if (ours) open();
  else if (marked().size) keep();
}

function clear() {
  for (const radio of radios) radio.checked = false;
  keep();
}

for (const radio of radios) radio.addEventListener("change", keep);
document.querySelector("[data-clear]").addEventListener("click", clear);
window.addEventListener("hashchange", follow);
window.addEventListener("pageshow", open);

// On a slow line somebody may have marked something before this script came. Those marks stand on top of the address.
const early = marked();
open();
for (const radio of radios) radio.checked ||= early.get(radio.name) === radio.value;
if (early.size) keep();
