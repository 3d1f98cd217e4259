// The supervisor's view of a plan: what it shows, what to ask and what was agreed.

import { MARK_WORDS, box, day, make } from "./plan-dom.js";
import { domainWord, picks } from "./plan-view.js";

/**
 * Render the view into `root`.
 * @param {object} given `plan`, `chosen`, `covered`, `gaps`, `labels`, `words`, `asks`, `links` and `onMark`
 * `chosen` are the items of the plan that are in the catalogue; `words` has labels of stages and weeks; `asks` is
 * plan-review.json, or null
 */
export function draw(root, given) {
  const part = (name) => root.querySelector(`[data-${name}]`);
  part("summary").replaceChildren(...summary(given));
  part("table").replaceChildren(
    given.chosen.length ? table(given) : make("p", {}, "There is nothing to do in this plan yet."),
  );
  part("gaps").replaceChildren(fillers(given));
  part("ask-title").hidden = given.chosen.length === 0;
  drawAsked(part("ask"), given);
  part("check").replaceChildren(...check(given));
  part("talk").replaceChildren(...talk(given));
}

const SUMMARY = ["stage", "weeks", "lead", "goal", "needs", "ask", "feedback", "no", "date", "notes", "learned", "next"];

function summary({ plan, labels, words }) {
  const said = (name) =>
    name === "date" && plan.date ? day(plan.date) : (words.get(`${name} ${plan[name]}`) ?? plan[name]);
  return SUMMARY.filter((name) => plan[name]).map((name) =>
    make("div", {}, make("dt", {}, labels.get(name)), make("dd", {}, said(name))),
  );
}

/** A table with a row for each domain and a column for each item. Marks have text for screen readers. */
function table({ chosen, covered, links }) {
  const head = chosen.map(({ item }, index) =>
    make("th", { scope: "col" }, String(index + 1), make("span", { class: "mn-vh" }, `: ${item.title}`)),
  );
  const rows = covered.map((domain) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, domain.name),
      make("td", { class: "mn-review__word" }, domainWord(domain) || "Not in this plan"),
      ...chosen.map((entry) => make("td", {}, ...cell(domain, entry))),
    ),
  );
  const names = make(
    "ol",
    { class: "mn-review__things" },
    ...chosen.map(({ item, mark }) =>
      make("li", {}, make("a", { href: links.opportunity(item.id) }, item.title), ` ${MARK_WORDS[mark]}`),
    ),
  );
  const key = make(
    "ul",
    { class: "mn-review__key" },
    ...Object.entries(MARK_WORDS).map(([value, words]) => make("li", {}, box(value), ` ${words}`)),
    make("li", {}, make("span", { class: "mn-review__if" }, "ask"), " Can show it, if you ask"),
  );
  return make(
    "div",
    {},
    names,
    make(
      "div",
      { class: "mn-scroll", tabindex: "0", role: "region", "aria-label": "What it shows" },
      make(
        "table",
        { class: "mn-review__table" },
        make("caption", { class: "mn-vh" }, "Which domain each thing in the plan shows"),
        make(
          "thead",
          {},
          make("tr", {}, make("th", { scope: "col" }, "Domain"), make("th", { scope: "col" }, "In all"), ...head),
        ),
        make("tbody", {}, ...rows),
      ),
    ),
    key,
  );
}

function fillers({ plan, gaps, links }) {
  if (!plan.stage || !plan.weeks) return make("p", {}, "Choose a stage and the time left on the sheet, and it stands here.");
  if (!gaps.found.length)
    return make(
      "p",
      {},
      gaps.gaps.length ? "Nothing that fits the stage and the time shows more." : "Each domain has something that shows it.",
    );
  return make(
    "ul",
    { class: "mn-review__gaps" },
    ...gaps.found.map(({ item, said }) =>
      make("li", {}, make("a", { href: links.opportunity(item.id) }, item.title), make("span", { class: "mn-note" }, said)),
    ),
  );
}

function cell({ id }, { item, mark }) {
  if (item.shows.includes(id)) return [box(mark), make("span", { class: "mn-vh" }, MARK_WORDS[mark])];
  if (item.can?.includes(id)) return [make("span", { class: "mn-review__if" }, "ask")];
  return [make("span", { class: "mn-vh" }, "Does not show it")];
}

/** The items with their marks and questions. They are drawn anew only if they change, so that a mark keeps the focus. */
function drawAsked(list, given) {
  const ids = given.chosen.map(({ id }) => id).join() + Boolean(given.asks);
  if (list.dataset.ids !== ids) list.replaceChildren(...given.chosen.map((entry) => questions(entry, given)));
  list.dataset.ids = ids;
  for (const { id, mark } of given.chosen)
    for (const radio of list.querySelectorAll(`[name="${CSS.escape(`review-${id}`)}"]`)) radio.checked = radio.value === mark;
}

function questions(entry, { asks, links, onMark }) {
  const { id, item } = entry;
  const prompts = asks?.reflect[id] ?? [];
  return make(
    "li",
    {},
    make("p", {}, make("a", { href: links.opportunity(id) }, item.title)),
    picks({ entry, name: `review-${id}`, onMark }),
    make("ul", {}, ...prompts.map((words) => make("li", {}, words))),
  );
}

/** A link to the check of this stage, from which marks can be put into this plan. */
function check({ plan, links, words }) {
  if (!links.check || !plan.stage) return [];
  const stage = words.get(`stage ${plan.stage}`);
  return [make("a", { href: links.check(plan.stage) }, `Mark each domain, with what to look for: ${stage}`)];
}

function talk({ plan, words, asks, links }) {
  const found = asks?.stages[plan.stage] ?? [];
  const more = links.conversations
    ? make("p", {}, make("a", { href: links.conversations }, "How to hold a 10 or 30 minute conversation"))
    : "";
  if (!found.length)
    return [make("p", {}, "Choose a stage on the sheet, and the questions for it stand here."), more].filter(Boolean);
  const stage = words.get(`stage ${plan.stage}`);
  const page = make(
    "p",
    {},
    make(
      "a",
      { href: `${links.stage(plan.stage)}#supervisor` },
      `Questions for 30 minutes, and what to listen for: ${stage}`,
    ),
  );
  return [
    make("p", { class: "mn-quiet" }, stage),
    make("ol", {}, ...found.map((question) => make("li", {}, question))),
    page,
    more,
  ].filter(Boolean);
}
