// The small finder on the plan page.

import { count } from "./plan-dom.js";
import { data, know, titleOf } from "./plan-data.js";
import { $, links, part, say, weeks } from "./plan-page.js";
import { fits, matches } from "./plan-suggest.js";
import { label, offer, short } from "./plan-view.js";

/** The maximum number of results. */
const MOST = 8;

const FAILED = "The list of things to do could not be loaded. Your plan is kept. Load this page again to try once more.";

let asked = "";

/**
 * List the matches. Rows are reused while the query stays the same, so that focus is not lost.
 * @param {object} plan
 * @param {(id: string) => boolean} has is it in the plan?
 * @param {(id: string) => void} onAdd adds it, or removes it
 */
export function drawFinder(plan, has, onAdd) {
  const list = part("matches");
  const query = { words: $("#f-words").value.trim(), domain: $("#f-domain").value };
  const only = $("#f-fits").checked && Boolean(plan.stage || plan.weeks);
  const question = JSON.stringify([query, only && [plan.stage, plan.weeks], Boolean(data.guide), data.failed]);
  if (question === asked) {
    for (const button of list.querySelectorAll("[data-add]"))
      label(button, titleOf(button.dataset.add), has(button.dataset.add));
    return;
  }
  asked = question;
  const empty = !query.words && !query.domain;
  const found = empty || !data.guide ? [] : matches(data.guide.items, query).filter((item) => !only || (!item.closed && fits(item, plan)));
  list.replaceChildren(
    ...found
      .slice(0, MOST)
      .map((item) => offer({ item, link: links.opportunity, words: short(item, weeks), had: has(item.id), onAdd })),
  );
  say(part("count"), data.failed ? FAILED : empty ? "Type words or choose a domain." : counted(found.length, only));
}

function counted(number, only) {
  if (!number)
    return only
      ? "Nothing fits. Take the tick away to see what needs more time or suits other stages."
      : "Nothing matches. Try fewer words.";
  const verb = number === 1 ? (only ? "fits" : "matches") : only ? "fit" : "match";
  return `${count(number, "thing", "things")} ${verb}.${number > MOST ? ` The first ${MOST} are listed.` : ""}`;
}

/** Call `redraw` when the query changes, once the data is loaded. */
export function listenToFinder(redraw) {
  const ask = async () => (await know(), redraw());
  $("#f-words").addEventListener("input", ask);
  $("#f-domain").addEventListener("change", ask);
  $("#f-fits").addEventListener("change", ask);
}
