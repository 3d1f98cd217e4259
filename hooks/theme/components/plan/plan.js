// The plan page. The plan is in the address: every change rewrites it, and an address that changes is read again.

import { data, know, knowQuestions, titleOf } from "./plan-data.js";
import { MARK_WORDS, count, day, listed, make } from "./plan-dom.js";
import { drawFinder, listenToFinder } from "./plan-finder.js";
import { $, $$, domains, labels, links, part, root, say, tell, weeks, words } from "./plan-page.js";
import { FIELDS, LIMITS, blank, isPlan, isSound, merge, pasted, read, room, write } from "./plan-state.js";
import { coverage, gone, moved, suggestions } from "./plan-suggest.js";
import * as view from "./plan-view.js";

/** Characters in all fields that leave room on paper for print of the usual size. */
const ROOMY = 700;

let plan = blank();
let left = [];
let drawReview = null; // plan-review.js, once a supervisor needs it

const has = (id) => plan.items.some((one) => one.id === id);
const known = () =>
  data.guide ? plan.items.map((one) => ({ ...one, item: data.guide.of.get(one.id) })).filter(({ item }) => item) : [];

// ---- The address

let timer = 0;

/** Put the plan into the address of this entry of the history, so that Back leaves the page as ever. */
function keep() {
  clearTimeout(timer);
  const fragment = write(plan);
  try {
    history.replaceState(history.state, "", fragment ? `#${fragment}` : location.pathname + location.search);
  } catch {
    timer = setTimeout(keep, 5000); // some browsers allow only so many changes a minute
  }
  drawLinks();
}

/** Read the address. One that names a place on the page is not a plan: the plan that is here goes back into it. */
async function open() {
  const fragment = location.hash;
  if (fragment && !isPlan(fragment) && write(plan)) return keep();
  const place = !isPlan(fragment) && document.getElementById(fragment.slice(1));
  ({ plan, left } = read(place ? "" : fragment));
  for (const name of ["stage", "weeks"]) {
    if (plan[name] && !words.has(`${name} ${plan[name]}`)) {
      left.push({ why: "value", what: name });
      plan[name] = "";
    }
  }
  for (const each of $$("[data-field]")) each.value = plan[each.dataset.field];
  return show();
}

/** The address has changed: by a link, by Back, or by hand. The focus follows into another view. */
async function turned() {
  const before = plan.view;
  await open();
  if (plan.view !== before) (plan.view ? $("#review") : document.querySelector("main")).focus();
}

/** Open a plan from its link. What is on the page goes into it, and Back brings the page as it was. */
async function openPasted() {
  const fragment = pasted($("#pasted").value);
  if (!isPlan(fragment)) return say(part("opened"), "This is not the link of a plan: that has #v1 in it.");
  const found = read(fragment);
  const both = merge(found.plan, plan);
  keep();
  if (write(both.plan) !== write(plan)) history.pushState(null, "", `#${write(both.plan)}`);
  $("#pasted").value = "";
  await open();
  left = [...found.left, ...both.left];
  drawLeft([]);
  return say(part("opened"), "The plan is open.");
}

// ---- Drawing

async function show() {
  if (plan.items.length || plan.view || (plan.stage && plan.weeks)) await know();
  if (plan.view) [{ draw: drawReview }] = await Promise.all([import("./plan-review.js"), knowQuestions()]);
  const now = moved(plan.items, data.guide?.retired ?? []);
  plan.items = now.items; // what has moved goes by its new name
  drawLeft(now.moved);
  drawFields();
  drawItems();
  drawAll();
}

/** After a change to what the plan holds. */
function redraw() {
  drawItems();
  drawAll();
  keep();
}

function drawLeft(log) {
  const said = view.leftOut(left, labels, titleOf).map((sentence) => make("li", {}, sentence));
  const went = log.map(({ from, to }) =>
    make(
      "li",
      {},
      `${from.title ?? titleOf(from.id)}: this has moved to `,
      make("a", { href: links.opportunity(to) }, titleOf(to)),
      ".",
    ),
  );
  const lines = [...said, ...went];
  part("left").replaceChildren(
    ...(lines.length ? [make("p", {}, make("strong", {}, "What is not as the link had it")), make("ul", {}, ...lines)] : []),
  );
}

function drawFields() {
  for (const each of $$("[data-field]")) {
    view.fill(each, plan[each.dataset.field]);
    view.counter(each);
  }
  for (const each of $$("[data-choice]")) {
    each.dataset.words = each.type === "date" && plan.date ? day(plan.date) : "";
    view.fill(each, plan[each.dataset.choice]);
  }
  drawDense();
}

const drawDense = () =>
  $(".mn-plan").classList.toggle("mn-plan--dense", FIELDS.reduce((sum, name) => sum + plan[name].length, 0) > ROOMY);

function drawItems() {
  part("items").replaceChildren(...plan.items.map(drawItem));
  part("lines").hidden = plan.items.length > 0;
}

function drawItem(one) {
  const item = data.guide?.of.get(one.id);
  if (item)
    return view.row({ entry: { ...one, item }, plan, weeks, link: links.opportunity, onMark: mark, onRemove: remove });
  if (!data.guide) return make("li", { "data-item": one.id }, titleOf(one.id));
  return view.lost({
    id: one.id,
    old: gone(data.guide.retired, one.id),
    items: data.guide.of,
    link: links.opportunity,
    onAdd: (id) => instead(one.id, id),
    onRemove: remove,
  });
}

/** All that follows from the plan: domains, gaps, what could fill them, buttons, links, and the supervisor's view. */
function drawAll() {
  const chosen = known();
  const covered = coverage(domains, chosen);
  view.shows($(".mn-plan__shows"), covered, chosen.length > 0);
  const gaps = fillers(covered.filter(({ mark }) => mark === null));
  drawBare(gaps, chosen.length > 0);
  drawFinder(plan, has, toggle);
  for (const name of ["have", "desk"]) part(name).hidden = Boolean(plan.view);
  part("review").hidden = !plan.view;
  if (plan.view) drawReview(part("review"), { plan, chosen, covered, gaps, labels, words, asks: data.asks, links });
  drawLinks();
}

function drawLinks() {
  $('[data-open="review"]').href = `#${write({ ...plan, view: "review" })}`;
  $('[data-open=""]').href = `#${write({ ...plan, view: "" }) || "v1"}`;
}

/** The bare domains, and what would fill some of them, each with words that say which and how long it takes. */
function fillers(bare) {
  const found = data.guide
    ? suggestions(
        data.guide.items,
        plan,
        bare.map(({ id }) => id),
      )
    : [];
  const fills = (item) => listed(bare.filter(({ id }) => item.shows.includes(id)).map(({ name }) => name));
  return { bare, found: found.map((item) => ({ item, said: `Shows ${fills(item)}. ${view.short(item, weeks)}` })) };
}

function drawBare({ bare, found }, some) {
  part("suggestions").replaceChildren(
    ...found.map(({ item, said }) => view.offer({ item, link: links.opportunity, words: said, had: false, onAdd: toggle })),
  );
  part("bare").textContent = bareWords(bare, some, found.length);
}

function bareWords(bare, some, found) {
  if (!bare.length) return "Each domain has something that shows it.";
  const names = bare.length > 3 ? `${bare.length} of ${domains.length} domains` : listed(bare.map(({ name }) => name));
  const gaps = some ? `Nothing in your plan shows ${names}.` : "Your plan names nothing to do yet.";
  if (!plan.stage || !plan.weeks)
    return `${gaps} Choose your stage and the time left, and what would fill a gap is listed here.`;
  return found ? `${gaps} These would fill a gap:` : `${gaps} Nothing that fits your stage and time shows more.`;
}

// ---- What the doctor does

function toggle(id) {
  return has(id) ? remove(id) : add(id);
}

function add(id) {
  if (!room(plan, { id })) return tell(`This plan is full: it holds ${LIMITS.count} things. Take 1 out to add another.`);
  const inGaps = part("suggestions").contains(document.activeElement);
  plan.items.push({ id, mark: "" });
  redraw();
  if (inGaps) $("#bare").focus();
  return tell(`Added: ${titleOf(id)}. ${count(plan.items.length, "thing", "things")} in your plan.`);
}

function remove(id) {
  const at = plan.items.findIndex((one) => one.id === id);
  const within = part("items").contains(document.activeElement);
  plan.items.splice(at, 1);
  redraw();
  const next = [...part("items").querySelectorAll("[data-remove]")];
  if (within) (next[Math.min(at, next.length - 1)] ?? $("#f-words")).focus();
  tell(`Taken out: ${titleOf(id)}.`);
}

/** One of the things that stand for an entry now, in its place. */
function instead(old, id) {
  const at = plan.items.findIndex((one) => one.id === old);
  plan.items.splice(at, 1, ...(has(id) ? [] : [{ id, mark: plan.items[at].mark }]));
  redraw();
  $(`[data-item="${CSS.escape(id)}"] [data-remove]`).focus();
  tell(`Added: ${titleOf(id)}.`);
}

function mark(id, value) {
  plan.items.find((one) => one.id === id).mark = value;
  view.remark($(`[data-item="${CSS.escape(id)}"]`), value);
  drawAll();
  keep();
  tell(`${titleOf(id)}: ${MARK_WORDS[value].toLowerCase()}.`, 900);
}

function typed(each) {
  const name = each.dataset.field;
  plan[name] = each.value;
  const said = view.counter(each);
  for (const twin of $$(`[data-field="${name}"]`)) view.fill(twin, each.value);
  if (said) tell(said, 900);
  drawDense();
  clearTimeout(timer);
  timer = setTimeout(keep, 150);
}

async function picked(each) {
  const name = each.dataset.choice;
  plan[name] = isSound(name, each.value) ? each.value : "";
  each.dataset.words = name === "date" && plan.date ? day(plan.date) : "";
  view.paper(each);
  keep();
  if (plan.stage && plan.weeks) await know();
  redraw();
}

async function act(name) {
  if (name === "open") return openPasted();
  const { AWAY } = await import("./plan-away.js");
  return AWAY[name](plan, known);
}

function listen() {
  for (const each of $$("[data-field]")) {
    each.addEventListener("input", () => typed(each));
    each.addEventListener("change", keep);
  }
  for (const each of $$("[data-choice]")) each.addEventListener("change", () => picked(each));
  for (const each of $$("[data-do]")) each.addEventListener("click", () => (keep(), act(each.dataset.do)));
  $("#pasted").addEventListener("keydown", (event) => event.key === "Enter" && openPasted());
  listenToFinder(() => drawFinder(plan, has, toggle));
  window.addEventListener("hashchange", turned);
}

root.classList.add("is-live");
listen();
open();
