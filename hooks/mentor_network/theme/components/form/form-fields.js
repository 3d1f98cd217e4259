// Reads the values of an entry from the form.
import { dayInWords, MONTHS, readDay, readMonth } from "./form-dates.js";
import { items } from "./form-lists.js";
import { clean } from "./yaml-writer.js";

const kept = (map, path, value) => {
  const steps = path.split(".");
  const last = steps.pop();
  let place = map;
  for (const [n, step] of steps.entries()) {
    const inside = steps[n + 1] ?? last;
    place = place[step] ??= /^\d+$/.test(inside) ? [] : {};
  }
  place[last] = value;
};

/** The controls of one question, in order. */
export const controls = (question) => [...question.querySelectorAll("input, select, textarea")];

/** The label of a question, without "(optional)". */
export function label(question) {
  const found = question.querySelector(".mn-q__label, label").cloneNode(true);
  found.querySelector(".mn-q__opt")?.remove();
  return found.textContent.trim();
}

/**
 * Read a form: `values` by field name, `answers` by heading, and the characters that were removed from any text. Lists are
 * arrays and everything else is a string. Empty fields are left out. `dates` has, by path, how a date is read and what there
 * is to ask about one.
 */
export function read(form, fields) {
  const found = { values: {}, answers: {}, told: [], dates: {} };
  const take = (text, question) => {
    const { text: plain, told } = clean(text);
    found.told.push(...told.map((words) => ({ where: label(question), words })));
    return plain;
  };
  for (const question of form.querySelectorAll("[data-path]")) {
    const field = fieldAt(fields, question.dataset.path);
    let value = valueOf(question, field, (text) => take(text, question));
    if (value && DATES[field.kind]) {
      const date = DATES[field.kind](value);
      found.dates[question.dataset.path] = { ...date, typed: value };
      value = date.value ?? value;
    }
    if (value !== "" && !(Array.isArray(value) && !value.length)) kept(found.values, question.dataset.path, value);
  }
  for (const question of form.querySelectorAll("[data-answer]")) {
    found.answers[question.dataset.answer] = take(controls(question)[0].value, question).trim();
  }
  return withoutUnused(found, form);
}

// The prefilled day alone does not make a link.
function withoutUnused(found, form) {
  const { links } = found.values;
  if (links && !links[0].label && !links[0].url) delete found.values.links;
  else if (links) links[0].how = "live";
  const ticked = [...form.querySelectorAll("[data-point]:checked")].map((point) => point.dataset.point);
  if (ticked.length) found.values.checklist = ticked;
  if (form.dataset.kind !== "case-study") return found;
  Object.assign(found.values, { kind: "case-study", status: "draft" });
  if (ticked.includes("licence")) found.values.licence = "CC-BY-4.0";
  return found;
}

function valueOf(question, field, take) {
  const all = controls(question);
  const [first] = all;
  if (first.type === "checkbox" || first.type === "radio") {
    const chosen = all.filter((control) => control.checked).map((control) => control.value);
    return field.many ? chosen : (chosen[0] ?? "");
  }
  const text = take(first.value);
  if (first.tagName === "SELECT") return field.many && text ? [text] : text;
  if (field.many) return items(text);
  if (field.kind === "prose") return text.trim();
  const line = text.split(/\s+/u).filter(Boolean).join(" ");
  return field.kind === "reached" ? people(line) : line;
}

// A number of people as the file holds it: 1,200 is 1200, and "fewer than 10" is "under 10".
function people(text) {
  if (/^(?:<|(?:under|below|less than|fewer than) )\s*(?:10|ten)$/i.test(text)) return "under 10";
  return /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
}

const DATES = { date: readDay, month: readMonth };

/** How a date or month was read, in words. */
export const inWords = (value) =>
  value.length > 7 ? dayInWords(value) : `${MONTHS[Number(value.slice(5)) - 1]} ${value.slice(0, 4)}`;

/** The rules of the field at a path: `links.0.url` is the `url` of `links`. */
export function fieldAt(fields, path) {
  const steps = path.split(".").filter((step) => !/^\d+$/.test(step));
  return steps.reduce((found, step) => (found.fields ?? []).find((field) => field.name === step) ?? {}, { fields });
}
