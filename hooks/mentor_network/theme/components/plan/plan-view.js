// Renders the doctor's sheet. Each function renders one part, without any logic of its own.

import { CHECK_WORDS, MARK_WORDS, box, count, listed, make } from "./plan-dom.js";
import { LIMITS, fitted } from "./plan-state.js";
import { fits, suggestions } from "./plan-suggest.js";

/** The counter of a field appears when fewer characters than this are left. */
const NEAR = 40;

/** Set the text of a field, unless it has focus, and its printed copy. */
export function fill(field, words) {
  if (field !== document.activeElement && field.value !== words) field.value = words;
  paper(field);
}

/** Copy the text of a field to the element that is printed. Text over the limit is marked, and is not printed. */
export function paper(field) {
  const sheet = field.parentElement.querySelector(".mn-plan__paper");
  if (field.tagName === "SELECT") sheet.textContent = field.value ? field.selectedOptions[0].textContent : "";
  else if (field.tagName === "INPUT") sheet.textContent = field.dataset.words ?? "";
  else {
    const { words } = fitted(field.value);
    const rest = field.value.trimStart().slice(words.length);
    sheet.replaceChildren(words, make("span", { class: "mn-plan__over" }, `${rest} `));
  }
}

/** The text of the counter of a field. Empty while there is enough room. */
export function counted(text) {
  const { words, over } = fitted(text);
  if (over)
    return `${count(over, "character", "characters")} too many. Shorten it: the link keeps the first ${LIMITS.field}.`;
  if (words.length === LIMITS.field) return `Full: ${LIMITS.field} of ${LIMITS.field} characters.`;
  return words.length > LIMITS.field - NEAR ? `${count(LIMITS.field - words.length, "character", "characters")} left` : "";
}

/** Update the counter of a field, and return its text. */
export function counter(field) {
  const said = counted(field.value);
  const line = document.getElementById(`${field.id}-count`);
  line.textContent = said;
  line.classList.toggle("mn-plan__count--over", fitted(field.value).over > 0);
  field.setAttribute("aria-invalid", String(fitted(field.value).over > 0));
  return said;
}

/** Facts about one item in one line. */
function facts(item, plan, weeks) {
  const needs = `Needs ${weeks.get(String(item.weeks)) ?? count(item.weeks, "week", "weeks")}`;
  const late = plan.weeks && !fits(item, { stage: "", weeks: plan.weeks }) ? ", longer than the time you chose" : "";
  const other = plan.stage && !fits(item, { stage: plan.stage, weeks: "" }) ? " Meant for other stages." : "";
  return `${needs}${late}. ${item.takes}.${other}${item.only ? ` ${item.only} only.` : ""}`;
}

/** The row of an item: its title, facts, mark, and a button to remove it. */
export function row({ entry, plan, weeks, link, onMark, onRemove }) {
  const { id, mark, item } = entry;
  return make(
    "li",
    { class: "mn-plan__item", "data-item": id },
    make(
      "p",
      { class: "mn-plan__what" },
      make("a", { href: link(id) }, item.title),
      make("span", { class: "mn-plan__printed", "data-printed": true }, box(mark), ` ${MARK_WORDS[mark]}`),
    ),
    make(
      "p",
      { class: "mn-plan__facts mn-plan__screen" },
      facts(item, plan, weeks),
      item.mark ? make("strong", {}, ` ${item.mark}.`) : "",
    ),
    make("p", { class: "mn-plan__facts mn-plan__who" }, `Ask: ${item.ask}.`),
    picks({ entry, name: `mark-${id}`, onMark }),
    removal(item.title, () => onRemove(id)),
  );
}

/** The marks of an item to choose from. `name` is that of the radio buttons. */
export function picks({ entry: { id, mark, item }, name, onMark }) {
  const choices = Object.entries(MARK_WORDS).map(([value, words]) =>
    make(
      "label",
      { class: "mn-plan__pick" },
      make("input", {
        type: "radio",
        name,
        value,
        checked: value === mark,
        autocomplete: "off",
        onchange: () => onMark(id, value),
      }),
      box(value),
      ` ${words}`,
    ),
  );
  return make(
    "fieldset",
    { class: "mn-plan__picks" },
    make("legend", { class: "mn-vh" }, `How far is it: ${item.title}`),
    ...choices,
  );
}

/** Update the mark of a row: what is printed, and the radio buttons, which may not be those that were pressed. */
export function remark(line, value) {
  line.querySelector("[data-printed]").replaceChildren(box(value), ` ${MARK_WORDS[value]}`);
  for (const radio of line.querySelectorAll("input")) radio.checked = radio.value === value;
}

/** The row of an item that is not in the catalogue: what happened to it, what replaces it, and a button to remove it. */
export function lost({ id, old, items, link, onAdd, onRemove }) {
  const title = old?.title ?? id.replaceAll("-", " ");
  const now = (old?.now ?? []).map((to) => items.get(to)).filter(Boolean);
  const said = now.length
    ? `${title}: this is now ${count(now.length, "entry", "entries")}.`
    : `${title}: no longer in this guide.`;
  return make(
    "li",
    { class: "mn-plan__item mn-plan__item--lost", "data-item": id },
    make("p", { class: "mn-plan__what" }, said, old?.why ? ` ${old.why}` : ""),
    now.length
      ? make("ul", { class: "mn-plan__matches" }, ...now.map((item) => offer({ item, link, words: "", had: false, onAdd })))
      : "",
    removal(title, () => onRemove(id)),
  );
}

const removal = (title, onclick) =>
  make(
    "p",
    { class: "mn-plan__out" },
    make(
      "button",
      { type: "button", class: "mn-button mn-button--plain mn-plan__small", "data-remove": true, onclick },
      "Take out",
      make("span", { class: "mn-vh" }, ` ${title}`),
    ),
  );

/** The row of an item that can be added. */
export function offer({ item, link, words, had, onAdd }) {
  const button = make("button", {
    type: "button",
    class: "mn-button mn-button--plain mn-plan__small",
    "data-add": item.id,
    onclick: () => onAdd(item.id),
  });
  label(button, item.title, had);
  return make(
    "li",
    {},
    make("p", {}, make("a", { href: link(item.id) }, item.title), words ? make("span", { class: "mn-note" }, words) : ""),
    button,
  );
}

/** The label of the button of an item: add or remove. */
export function label(button, title, had) {
  button.replaceChildren(had ? "Take out" : "Add", make("span", { class: "mn-vh" }, ` ${title}`));
}

/** Short facts below the title of an item that can be added. */
export function short(item, weeks) {
  const needs = weeks.get(String(item.weeks)) ?? count(item.weeks, "week", "weeks");
  const facts = [`Needs ${needs}`, item.takes, item.only && `${item.only} only`, item.mark];
  return facts
    .filter(Boolean)
    .map((fact) => `${fact}.`)
    .join(" ");
}

/** The state of a domain as text, such as "Planned. Seen in the check", or nothing. */
export const domainWord = ({ mark, check }) =>
  [MARK_WORDS[mark], CHECK_WORDS[check] && `In the check: ${CHECK_WORDS[check]}`].filter(Boolean).join(". ");

/** Show beside each domain which items show it. */
export function shows(list, covered) {
  for (const domain of covered) {
    const line = list.querySelector(`[data-domain="${CSS.escape(domain.id)}"]`);
    const word = domainWord(domain);
    line.querySelector("[data-box]").replaceChildren(box(domain.check || domain.mark || ""));
    line.querySelector("[data-word]").textContent = word && `: ${word[0].toLowerCase()}${word.slice(1)}`;
    line.querySelector("[data-by]").textContent = because(domain);
    line.classList.toggle("is-shown", Boolean(word));
  }
}

function because({ shown, could }) {
  if (shown.length) return listed(shown.map(({ title }) => title));
  return could.length ? `${listed(could.map(({ title }) => title))} can show it, if you ask` : "";
}

/** Report the items that a link added. Those without room are reported elsewhere. */
export function arrived({ added, had }, plan, titleOf) {
  const inAll = `${count(plan.items.length, "thing", "things")} in your plan.`;
  if (added.length) return `Added: ${listed(added.map(titleOf))}. ${inAll}`;
  return had.length ? `This is in your plan already: ${listed(had.map(titleOf))}. ${inAll}` : "";
}

/** A link to a later state of the plan, after Back. */
export const later = (fragment) => [
  "This is your plan as it was earlier. ",
  make("a", { href: `#${fragment}` }, "Open it as you left it last"),
];

/** The domains that nothing shows, and suggestions that would, each with its domains and the time it takes. */
export function fillers(covered, plan, items, weeks) {
  const gaps = covered.filter(({ gap }) => gap);
  const ids = gaps.map(({ id }) => id);
  const fills = (item) => listed(gaps.filter(({ id }) => item.shows.includes(id)).map(({ name }) => name));
  const said = (item) => `Shows ${fills(item)}. ${short(item, weeks)}`;
  return { gaps, found: suggestions(items, plan, ids).map((item) => ({ item, said: said(item) })) };
}

/** A sentence before the suggestions. */
export function ideas({ gaps, found }, plan) {
  if (!gaps.length) return "Each domain has something that shows it.";
  if (!plan.stage || !plan.weeks) return "Choose your stage and the time left, and ideas that fit are listed here.";
  if (!found.length) return "Nothing that fits your stage and time shows more.";
  return plan.items.length
    ? "These fit your stage and time, and show something else. A plan need not show every domain."
    : "These fit your stage and time:";
}

/** A warning for a link of so many characters, if some mail programs would cut it. */
export const tooLong = (length) =>
  length > LIMITS.mail
    ? `The link of this plan has ${length.toLocaleString("en-GB")} characters. Some mail programs cut a link after ` +
      `${LIMITS.mail.toLocaleString("en-GB")}. Shorten your words, print the plan, or send it as text.`
    : "";

/** The list of what was left out of a link or has moved. */
export function notAsLinked(sentences, went, link, titleOf) {
  const moved = went.map(({ from, to }) => [
    `${from.title ?? titleOf(from.id)}: this has moved to `,
    make("a", { href: link(to) }, titleOf(to)),
    ".",
  ]);
  const lines = [...sentences.map((sentence) => [sentence]), ...moved].map((parts) => make("li", {}, ...parts));
  if (!lines.length) return [];
  return [make("p", {}, make("strong", {}, "What is not as the link had it")), make("ul", {}, ...lines)];
}

/** Sentences on what was left out of a link. `labels` names the parts, and `titleOf` the items. */
export function leftOut(left, labels, titleOf) {
  const of = (what) => labels.get(what) ?? what;
  const words = {
    address: () => "The link was longer than a plan can be. Its end was left out.",
    version: () => "This link was made by a newer version of this page. What this one knows is here.",
    unknown: ({ count: n }) =>
      `${count(n, "part", "parts")} of the link that this page does not know, or has twice, ${n === 1 ? "was" : "were"} left out.`,
    broken: ({ what }) => `The link was damaged in "${of(what)}". What could be read is here.`,
    value: ({ what }) => `"${of(what)}" in the link is not one of the choices, so it was left out.`,
    ids: ({ count: n }) => `${count(n, "thing", "things")} to do in the link could not be read.`,
    full: ({ what }) => `A plan holds ${LIMITS.count} things. This one was left out: ${titleOf(what)}.`,
    long: ({ what, count: n }) => `"${of(what)}" was ${count(n, "character", "characters")} too long. Its end was left out.`,
    other: ({ what }) => `Both plans had "${of(what)}", and there is no room for both. That of the plan you opened stands. Back in your browser brings yours.`,
    "not a plan": () => "This link holds no plan that this page can read.",
  };
  return left.map((each) => words[each.why](each));
}
