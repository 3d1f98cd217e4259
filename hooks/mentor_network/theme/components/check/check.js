// The supervisor's check. Marks are stored only in the fragment of the URL, as `#v1&gpc-5=seen`.

import { shares } from "./plan-dom.js";
import { recovered } from "./plan-link.js";
import { decoded, encoded, fitted } from "./plan-state.js";

const VERSION = "v1";
const WORDS = { seen: "seen", planned: "planned", "not-seen": "not seen" };
/** The marks as a plan has them. */
const IN_PLAN = { seen: "s", planned: "p", "not-seen": "n" };
const MOST_SUGGESTED = 3;
/** Maximum length of a fragment. All marks of a long page, and what was agreed, need less than half of it. */
const LONGEST = 4000;

/**
 * Parse the marks of a fragment, domain to mark, and what was agreed. Unknown domains and marks are ignored, and so is a
 * fragment without the version first.
 * @param {string} fragment with or without its #
 * @param {Iterable<string>} domains
 * @returns {{marks: Map<string, string>, action: string}}
 */
function read(fragment, domains) {
  const [version, ...pairs] = fragment.replace(/^#/, "").slice(0, LONGEST).split("&");
  const found = new Map(version === VERSION ? pairs.map((pair) => pair.split("=", 2)) : []);
  const sound = [...domains].filter((domain) => Object.hasOwn(WORDS, found.get(domain) ?? ""));
  const action = fitted(decoded(found.get("action") ?? "").text).words;
  return { marks: new Map(sound.map((domain) => [domain, found.get(domain)])), action };
}

/**
 * Serialise marks and what was agreed to a fragment. Empty if there are none.
 * @param {Map<string, string>} marks
 * @param {string} action
 * @returns {string}
 */
function write(marks, action) {
  const parts = [...marks].map(([domain, mark]) => `${domain}=${mark}`);
  if (action) parts.push(`action=${encoded(action)}`);
  return parts.length ? `#${[VERSION, ...parts].join("&")}` : "";
}

/**
 * Choose up to 3 things to do, one for each domain in turn, without duplicates.
 * @param {Map<string, T[]>} lists things that show each domain, in order
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
const sum = document.querySelector("[data-sum]");
const said = document.querySelector("[data-said]");
const agreed = document.querySelector("#check-action");
const done = document.querySelector("[data-done]");

function marked() {
  return new Map(radios.filter((radio) => radio.checked).map((radio) => [radio.name, radio.value]));
}

function paragraph(...parts) {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
}

/** A paragraph that is not printed, as the lists that it names are not. */
function onScreen(...parts) {
  const made = paragraph(...parts);
  made.className = "mn-check__more";
  return made;
}

/** Read the lists of things to do from the page, each with its link and the time it takes. */
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

/** The labels of the domains with a mark. */
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

/** Suggest things that show the domains marked as not seen. */
function suggestions(marks) {
  const missing = [...marks].filter(([, mark]) => mark === "not-seen").map(([domain]) => domain);
  const lists = new Map(missing.map((domain) => [domain, [...document.querySelectorAll(`[data-shows="${domain}"] > li:not([data-after])`)]]));
  const chosen = suggest(lists, (item) => item.querySelector("a").href);
  return missing.flatMap((domain) => {
    const label = strong(sections.get(domain).dataset.label);
    if (!lists.get(domain).length) {
      return [paragraph("Nothing in this guide shows ", label, " at this stage. The curriculum may name something.")];
    }
    const items = chosen.get(domain);
    return items.length
      ? [paragraph("To show ", label, ":"), list(items)]
      : [onScreen("What shows ", label, " is listed on this page.")];
  });
}

/** The marks of the last announcement, so that screen readers do not repeat it. */
let last = "";

function say(marks) {
  if (write(marks, "") === last) return;
  last = write(marks, "");
  const found = marks.size
    ? [paragraph(strong(`${counts(marks)}.`), " This is a prompt for a conversation, not a score."), paragraph(named(marks))]
    : [paragraph("Nothing is marked yet.")];
  said.replaceChildren(...found, ...suggestions(marks));
}

/** The link that opens a plan with these marks. */
function drawLink(marks, action) {
  const domains = [...marks].map(([domain, mark]) => `${domain}:${IN_PLAN[mark]}`).join(",");
  const parts = [`stage=${sum.dataset.stage}`, action && `action=${encoded(action)}`, domains && `domains=${domains}`];
  const link = document.querySelector("[data-plan-link]");
  link.href = `${link.href.split("#")[0]}#${[VERSION, ...parts.filter(Boolean)].join("&")}`;
}

/** Put the marks into the URL without a new entry in the history. */
function keep() {
  const marks = marked();
  const action = fitted(agreed.value).words;
  history.replaceState(history.state, "", `${location.pathname}${location.search}${write(marks, action)}`);
  say(marks);
  drawLink(marks, action);
}

/** Show the marks of the URL and no others: browsers restore form state after a reload. */
function open() {
  const { marks, action } = read(recovered(location.hash), sections.keys());
  for (const radio of radios) radio.checked = marks.get(radio.name) === radio.value;
  agreed.value = action;
  say(marks);
  drawLink(marks, action);
}

/** Links to anchors on this page change the fragment. Put the marks back, so that the URL can still be copied. */
function follow() {
  if (recovered(location.hash)) open();
  else if (marked().size || agreed.value) keep();
}

function clear() {
  for (const radio of radios) radio.checked = false;
  agreed.value = "";
  done.textContent = "";
  keep();
}

async function send({ currentTarget }) {
  keep();
  const { act } = await import("./check-away.js");
  const marks = [...marked()].map(([domain, mark]) => [sections.get(domain).dataset.label, WORDS[mark]]);
  done.textContent = (await act(currentTarget.dataset.do, sum, { marks, action: fitted(agreed.value).words })) ?? "";
}

for (const radio of radios) radio.addEventListener("change", keep);
agreed.addEventListener("input", keep);
document.querySelector("[data-clear]").addEventListener("click", clear);
for (const button of sum.querySelectorAll("[data-do]")) button.addEventListener("click", send);
sum.querySelector('[data-do="share"]').hidden = !shares();
window.addEventListener("hashchange", follow);
window.addEventListener("pageshow", open);

// Merge marks that were made before this script had loaded into those of the URL.
const early = marked();
const typed = agreed.value;
open();
for (const radio of radios) radio.checked ||= early.get(radio.name) === radio.value;
if (typed) agreed.value = typed;
if (early.size || typed) keep();
