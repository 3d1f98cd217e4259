/** DOM helpers of the finder: its facets and cards, the text of choices, and elements that it creates. */
import { entry } from "./facets.js";

export function facetOf(element) {
  const inputs = [...element.querySelectorAll("input")];
  return {
    name: element.dataset.facet,
    rule: element.dataset.rule,
    one: inputs[0]?.type === "radio",
    title: element.querySelector("legend").textContent.trim(),
    options: inputs.map(({ value }) => value).filter(Boolean),
    labels: new Map(inputs.map((input) => [input.value, input.labels[0].firstElementChild.textContent.trim()])),
    box: element.closest("details"),
    inputs,
  };
}

export function cardOf(element, at, facets) {
  const link = element.querySelector("a");
  const { closes, added } = element.dataset;
  const id = link.pathname.split("/").at(-2);
  return { element, at, id, closes, added, title: link.textContent, entry: entry(element.dataset, element.textContent, facets) };
}

export const checked = (inputs) => inputs.filter((input) => input.checked && input.value);

/** All active choices, with the text of their labels. */
export function active({ choice, query }, facets) {
  const words = query.trim() ? [{ name: "q", label: `"${query.trim()}"` }] : [];
  const values = facets.flatMap((facet) =>
    [...choice.get(facet.name)].map((value) => ({ name: facet.name, value, label: spoken(facet, value) })),
  );
  return [...words, ...values];
}

/** The text of a choice without its facet: "4 months left", not "4 months". */
function spoken({ name, labels }, value) {
  return name === "weeks" ? `${labels.get(value)} left` : labels.get(value);
}

/** The text of all choices of each facet, by the name of the facet. */
export function groups(state, facets) {
  const found = new Map();
  for (const { name, label } of active(state, facets))
    found.set(name, found.has(name) ? `${found.get(name)} or ${label}` : label);
  return found;
}

/** Update the counts beside the options of one facet. */
export function number({ inputs }, counts) {
  for (const input of inputs) {
    const n = counts.get(input.value);
    say(input.labels[0].querySelector("[data-n]"), String(n));
    input.parentElement.classList.toggle("is-none", n === 0);
  }
}

/** Write only what changed, so that screen readers announce only changes. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function button(text, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

/** A chip for an active choice. Its cross is hidden from screen readers. */
export function chip(label, act) {
  const made = button(`${label} `, `Remove ${label}`, act);
  made.className = "mn-chips__one";
  const cross = document.createElement("span");
  cross.setAttribute("aria-hidden", "true");
  cross.textContent = "×";
  made.append(cross);
  return made;
}

export function item(inside) {
  const made = document.createElement("li");
  made.append(inside);
  return made;
}
