// The plan page. The plan is in the URL: every change updates it, and a new URL is parsed again.

import { data, know, knowQuestions, titleOf } from "./plan-data.js";
import { MARK_WORDS, count, day, make, shares } from "./plan-dom.js";
import { drawFinder, listenToFinder } from "./plan-finder.js";
import { $, $$, domains, labels, links, part, root, say, tell, unoffered, weeks, words } from "./plan-page.js";
import { recovered } from "./plan-link.js";
import { ahead, begin, entry, follow, fragmentHere, putBack, remember } from "./plan-history.js";
import { FIELDS, LIMITS, blank, isPlan, isSound, joined, loses, merge, read, room, same, takeIn, write } from "./plan-state.js";
import { coverage, gone, moved } from "./plan-suggest.js";
import * as view from "./plan-view.js";

/** Up to this number of characters in all fields, the sheet is printed in the usual font size. */
const ROOMY = 700;

let plan = blank();
let left = [];
let drawReview = null; // plan-review.js, once a supervisor needs it

const has = (id) => plan.items.some((one) => one.id === id);
const known = () =>
  data.guide ? plan.items.map((one) => ({ ...one, item: data.guide.of.get(one.id) })).filter(({ item }) => item) : [];

// ---- URL

let timer = 0;

/** Put the plan into the URL. */
function keep() {
  clearTimeout(timer);
  if (!remember(write(plan))) timer = setTimeout(keep, 5000);
  drawLinks();
}

/**
 * Read the URL. If its fragment is an anchor and not a plan, put the current plan back into it.
 * @param {[HTMLElement, string][]} early input from before this script had loaded
 */
async function open(early = []) {
  const fragment = fragmentHere();
  if (fragment && !isPlan(fragment) && write(plan)) return keep();
  const place = !isPlan(fragment) && document.getElementById(fragment.slice(1));
  const found = read(place ? "" : fragment);
  ({ plan, left } = found);
  follow();
  left.push(...unoffered(plan));
  putBack(plan);
  for (const [each, value] of early) {
    const { field, choice } = each.dataset;
    plan[field ?? choice] = field ? joined(plan[field], value) : value;
  }
  for (const each of $$("[data-field], [data-choice]")) each.value = plan[each.dataset.field ?? each.dataset.choice];
  const news = takeIn(plan, found.add, left);
  if (found.add.length) plan.view = "";
  if (early.length || found.add.length || found.to) keep();
  else remember(write(plan), false);
  await show();
  say(part("news"), view.arrived(news, plan, titleOf));
  sayLater();
  if (found.to) document.getElementById(found.to)?.scrollIntoView();
  return undefined;
}

/** After Back to an earlier state of the plan: the later one is ahead in the history, and following a link would lose it. */
function sayLater() {
  const later = ahead();
  if (later && loses(read(later).plan, plan)) part("news").replaceChildren(...view.later(later));
}

/** The URL has changed, by a link, Back or by hand. Focus follows if the view changes. */
async function turned() {
  const before = plan.view;
  const fragment = fragmentHere();
  const found = read(fragment);
  part("asked").hidden = true;
  const comes = isPlan(fragment) && !entry.isOthers();
  if (comes && !found.add.length && (entry.isOurs() || (same(found.plan, plan) && !found.left.length))) {
    plan.view = found.plan.view;
    keep();
    await show();
  } else if (comes && loses(plan, found.plan)) {
    keep();
    return askFirst(found);
  } else await open();
  if (plan.view !== before) (plan.view ? $("#review") : document.querySelector("main")).focus();
  return undefined;
}

/** Another plan has come that would lose parts of the current one. */
async function askFirst(found) {
  const { ask } = await import("./plan-ask.js");
  ask(plan, found.plan, async (answer) => {
    if (answer !== "mine") await adopt(found, answer === "both" ? merge(found.plan, plan) : { plan: found.plan, left: [] });
    document.querySelector("main").focus();
  });
}

/** Open another plan. Back restores the current one. */
async function adopt(found, next) {
  keep();
  begin(write(next.plan));
  await open();
  left = [...found.left, ...next.left];
  drawLeft([]);
}

/** Open a plan from its link, and merge the current one into it. If both do not fit, ask. */
async function openPasted() {
  const fragment = recovered($("#pasted").value);
  if (!fragment) return say(part("opened"), "This is not the link of a plan: that has #v1 in it.");
  const found = read(fragment);
  const both = merge(found.plan, plan);
  $("#pasted").value = "";
  say(part("opened"), "");
  if (both.left.length) return askFirst(found);
  if (write(both.plan) !== write(plan)) await adopt(found, both);
  return say(part("opened"), "The plan is open.");
}

// ---- Rendering

async function show() {
  const looks = $("#f-words").value || $("#f-domain").value;
  if (plan.items.length || plan.view || looks || (plan.stage && plan.weeks)) await know();
  if (plan.view) [{ draw: drawReview }] = await Promise.all([import("./plan-review.js"), knowQuestions()]);
  const now = moved(plan.items, data.guide?.retired ?? []);
  plan.items = now.items; // what has moved goes by its new name
  drawLeft(now.moved);
  drawFields();
  drawItems();
  drawAll();
}

/** Update the page after a change to the plan. */
function redraw() {
  drawItems();
  drawAll();
  keep();
}

function drawLeft(log) {
  part("left").replaceChildren(
    ...view.notAsLinked(view.leftOut(left, labels, titleOf), log, links.opportunity, titleOf),
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

/** Update all that depends on the plan: domains, gaps, suggestions, buttons, links, and the supervisor's view. */
function drawAll() {
  const chosen = known();
  const covered = coverage(domains, chosen, plan.domains);
  view.shows($(".mn-plan__shows"), covered);
  const gaps = view.fillers(covered, plan, data.guide?.items ?? [], weeks);
  drawIdeas(gaps);
  drawFinder(plan, has, toggle);
  for (const each of $$("[data-doctor]")) each.hidden = Boolean(plan.view);
  part("have").hidden = Boolean(write(plan));
  root.parentElement.classList.toggle("mn-page--review", Boolean(plan.view));
  part("review").hidden = !plan.view;
  if (plan.view) drawReview(part("review"), { plan, chosen, covered, gaps, labels, words, asks: data.asks, links, onMark: mark });
  drawLinks();
}

function drawLinks() {
  $('[data-open="review"]').href = `#${write({ ...plan, view: "review" })}`;
  $('[data-open=""]').href = `#${write({ ...plan, view: "" }) || "v1"}`;
  say(part("long"), view.tooLong(location.origin.length + location.pathname.length + 1 + write({ ...plan, view: "review" }).length));
}

function drawIdeas(gaps) {
  part("suggestions").replaceChildren(
    ...gaps.found.map(({ item, said }) => view.offer({ item, link: links.opportunity, words: said, had: false, onAdd: toggle })),
  );
  part("ideas").textContent = view.ideas(gaps, plan);
  part("rule").hidden = !gaps.found.length;
}

// ---- Events

function toggle(id) {
  return has(id) ? remove(id) : add(id);
}

function add(id) {
  if (!room(plan, { id })) return tell(`This plan is full: it holds ${LIMITS.count} things. Take 1 out to add another.`);
  const fromIdeas = part("suggestions").contains(document.activeElement);
  plan.items.push({ id, mark: "p" });
  redraw();
  if (fromIdeas) $("#find").focus();
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

/** Replace a retired entry by one of its successors. */
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
  for (const each of $$("#f-words, #f-domain, #pasted")) each.addEventListener("change", keep);
  $("#pasted").addEventListener("keydown", (event) => event.key === "Enter" && (event.preventDefault(), openPasted()));
  for (const each of $$('[data-do^="share"]')) each.hidden = !shares();
  for (const each of $$('[data-do="supervisor"], [data-do="back"]')) each.hidden = shares();
  listenToFinder(() => drawFinder(plan, has, toggle));
  window.addEventListener("hashchange", turned);
  window.addEventListener("pageshow", (event) => event.persisted && sayLater());
}

const early = [...$$("[data-field]"), ...$$("[data-choice]")].filter(({ value }) => value).map((each) => [each, each.value]);
root.classList.add("is-live");
listen();
open(early);
