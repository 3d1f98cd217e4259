// Another plan has come while one is open. Nothing is replaced before somebody says so.

import { count, listed } from "./plan-dom.js";
import { $, $$, part } from "./plan-page.js";
import { FIELDS } from "./plan-state.js";

/** What a plan holds, in words. */
function holds(plan) {
  const boxes = ["stage", "weeks", "date", ...FIELDS].filter((name) => plan[name]).length;
  const parts = [
    plan.items.length && count(plan.items.length, "thing to do", "things to do"),
    boxes && `${count(boxes, "box", "boxes")} filled in`,
  ];
  return listed(parts.filter(Boolean)) || "nothing in it yet";
}

/**
 * Ask what shall become of the plan on the page now that there is another.
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
