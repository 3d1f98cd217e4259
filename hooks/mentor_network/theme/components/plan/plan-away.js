// Exports of a plan: print, link, text and reminder.

import { MARK_WORDS, day } from "./plan-dom.js";
import { know, titleOf } from "./plan-data.js";
import { copy, freshId, reminder, save, share, text } from "./plan-export.js";
import { $, domains, labels, root, tell, words } from "./plan-page.js";
import { write } from "./plan-state.js";
import { coverage } from "./plan-suggest.js";
import { domainWord } from "./plan-view.js";

const address = (fragment) => location.origin + location.pathname + (fragment ? `#${fragment}` : "");

const takeCopy = async (said, done) => tell(await copy(root, said, done));

async function asText(plan, known) {
  await know();
  const said = (name) =>
    name === "date" ? plan.date && day(plan.date) : (words.get(`${name} ${plan[name]}`) ?? plan[name]);
  const lines = (names) => names.map((name) => [labels.get(name), said(name)]);
  const things = plan.items.map(({ id, mark }, index) => [`${index + 1}. ${titleOf(id)}`, MARK_WORDS[mark]]);
  const shown = coverage(domains, known(), plan.domains).map((domain) => [domain.name, domainWord(domain)]).filter(([, word]) => word);
  const parts = [
    { title: $("#where").textContent, lines: lines(["stage", "weeks", "lead", "goal"]) },
    { title: $("#do").textContent, lines: [...things, ...lines(["needs", "ask", "feedback", "no"])] },
    ...(shown.length ? [{ title: $("#shows").textContent, lines: shown }] : []),
    { title: $("#with").textContent, lines: lines(["date", "notes", "action", "learned", "next"]) },
  ];
  return text(document.querySelector("h1").textContent.trim(), parts, `Made with ${address("")}`);
}

function makeReminder(plan) {
  if (!plan.date) {
    $("#p-date").focus();
    return tell("Choose the day on which you will talk about it. Then download the reminder.");
  }
  const url = address($("#with-plan").checked ? write({ ...plan, view: "" }) : "");
  save(
    "review-my-leadership-plan.ics",
    "text/calendar",
    reminder({ date: plan.date, summary: "Review my leadership plan", url, uid: freshId(), now: new Date() }),
  );
  return tell("The reminder is ready to save. Open it with your calendar.");
}

const ofReview = (plan) => address(write({ ...plan, view: "review" }));

const ofSheet = (plan) => address(write({ ...plan, view: "" }));

/** The action of each button. `known` returns the items of the plan that are in the catalogue. */
export const AWAY = {
  print: () => window.print(),
  link: (plan) => takeCopy(ofSheet(plan), "The link is copied."),
  back: (plan) => takeCopy(ofSheet(plan), "The link is copied, with your marks and what you agreed."),
  supervisor: (plan) => takeCopy(ofReview(plan), "The link for your supervisor is copied."),
  share: (plan) => share(ofReview(plan), () => AWAY.supervisor(plan)),
  "share-back": (plan) => share(ofSheet(plan), () => AWAY.back(plan)),
  text: async (plan, known) => takeCopy(await asText(plan, known), "The text is copied."),
  file: async (plan, known) => (
    save("leadership-plan.txt", "text/plain;charset=utf-8", await asText(plan, known)),
    tell("The text is ready to save.")
  ),
  reminder: makeReminder,
};
