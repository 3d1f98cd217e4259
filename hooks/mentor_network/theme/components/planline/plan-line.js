// The line on other pages that says that a plan is open. It is loaded only then.

import { copy } from "./copy.js";
import { box, count, make } from "./plan-dom.js";
import { read } from "./plan-state.js";

/** The URL of this page without a plan or marks. An anchor stays. */
const clean = () => location.href.replace(/#v\d.*/, "");

async function copyClean(said) {
  const done = (await copy(clean())) ? "The link is copied." : "Copy the address of this page from your browser.";
  said.textContent = `${done} Your plan is not in it.`;
}

/**
 * Draw the line below the lead, or at the top of a page without one, and relabel the link that adds this page's entry.
 * @param {string} fragment the open plan
 * @param {string} sheet the URL of the plan page
 */
export function draw(fragment, sheet) {
  const { plan } = read(fragment);
  const number = plan.items.length;
  const whose = plan.view ? "The doctor's plan" : "Your plan";
  const said = make("span", { class: "mn-quiet", role: "status" });
  const line = make(
    "section",
    { class: "mn-planline", "aria-label": whose },
    make("strong", {}, `${whose}: ${number ? count(number, "thing", "things") : "nothing to do in it yet"}`),
    make("a", { href: sheet }, plan.view ? "Back to it" : "See it, print it or send it"),
    make("button", { type: "button", onclick: () => copyClean(said) }, "Copy a clean link to this page"),
    said,
  );
  document.querySelector(".mn-planline")?.remove();
  const lead = document.querySelector("main .mn-lead");
  if (lead) lead.after(line);
  else document.querySelector("main").prepend(line);
  for (const link of document.querySelectorAll("[data-with-plan]")) {
    const id = /items=([\w-]+)/.exec(link.hash)?.[1];
    const had = plan.items.some((item) => item.id === id);
    link.replaceChildren(...(had ? [box("p"), " In your plan"] : [link.dataset.withPlan]));
    link.classList.toggle("mn-button--yours", had);
  }
}
