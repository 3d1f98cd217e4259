// Asks what to do when another plan is opened over the current one. Nothing is replaced without an answer.

import { count, listed } from "./plan-dom.js";
import { $, $$, part } from "./plan-page.js";
import { FIELDS } from "./plan-state.js";

/** Describe what a plan holds. */
function holds(plan) {
  const boxes = ["stage", "weeks", "date", ...FIELDS].filter((name) => plan[name]).length;
  const parts = [
    plan.items.length && count(plan.items.length, "thing to do", "things to do"),
    boxes && `${count(boxes, "box", "boxes")} filled in`,
    plan.domains.length && count(plan.domains.length, "mark of the check", "marks of the check"),
  ];
  return listed(parts.filter(Boolean)) || "nothing in it yet";
}

/**
 * Ask how to combine the plan on the page with the other one.
 * @param {(answer: "both" | "mine" | "other") => void} answered
 */
export function ask(plan, other, answered) {
  part("holds").textContent = `Your plan has ${holds(plan)}. The one in the link has ${holds(other)}.`;
  for (const button of $$("[data-answer]"))
    button.onclick = () => {
      part("asked").hidden = true;
      answered(button.dataset.answer);
    };
  part("asked").hidden = false;
  $("#asked").focus();
}
