// A preview of the page of an entry: its headings, facts and order. Built of elements, never of HTML.
import { MONTHS } from "./form-dates.js";
import { answer } from "./form-output.js";
import { blocks, inline } from "./form-markdown.js";

const STATE = { yes: "Still running", no: "No longer running", paused: "Paused" };
const NONE = "Not given yet";

/** Show the page of the values and answers of a form in `box`. */
export function show(box, { fields, headings }, { values, answers }) {
  const title = element("h4", values.title ?? "The title comes here");
  const lead = element("p", "", "mn-lead");
  lead.append(...inline(values.summary ?? "The summary comes here"));
  const rows = headings ? caseRows(fields, values) : opportunityRows(fields, values);
  const parts = headings ? story(headings, answers) : steps(values);
  box.replaceChildren(title, lead, facts(rows), ...parts);
}

const nothing = () => element("p", "Nothing written yet", "mn-quiet");

const story = (headings, answers) =>
  headings.flatMap(({ text: heading }) => [
    element("h5", heading),
    ...(answers[heading] ? blocks(answer(answers[heading]).text, 6) : [nothing()]),
  ]);

// The parts of the page of an opportunity: its heading, the field, and the list that it is, if it is one.
const PARTS = [
  ["What you do", "what_you_do", "ol"],
  ["What you learn", "you_learn", "ul"],
  ["What makes it count", "make_it_count", "ul"],
  ["What can go wrong", "watch_out", "ul"],
  ["If you work less than full time", "ltft"],
  ["What to write down", "portfolio", "ul"],
  ["Questions to think about", "reflect", "ul"],
];
const OPTIONAL = new Set(["watch_out", "ltft"]);

function* steps(values) {
  if (values.eligibility) yield notice("Who can do this", blocks(values.eligibility, 6));
  for (const [heading, name, list] of PARTS) {
    const value = values[name];
    if (value === undefined && OPTIONAL.has(name)) continue;
    yield element("h5", heading);
    if (value === undefined) yield nothing();
    else if (list) yield listOf(list, value);
    else yield* blocks(value, 6);
    if (name === "what_you_do" && values.safety_notes)
      yield notice("Keep people safe", [listOf("ul", values.safety_notes)]);
  }
}

function listOf(kind, items) {
  const list = document.createElement(kind);
  for (const item of items) {
    const made = document.createElement("li");
    made.append(...inline(item));
    list.append(made);
  }
  return list;
}

function notice(title, parts) {
  const box = element("div", "", "mn-notice");
  box.append(element("p", title, "mn-notice__title"), ...parts);
  return box;
}

function facts(rows) {
  const section = element("section", "", "mn-facts");
  const list = document.createElement("dl");
  list.className = "mn-facts__rows";
  for (const [label, text] of rows) {
    const row = document.createElement("div");
    row.className = "mn-facts__row";
    row.append(element("dt", label), element("dd", text));
    list.append(row);
  }
  section.append(list);
  return section;
}

// The labels of what was chosen in a field.
const namesOf = (fields, values) => (name) => {
  const { choices } = fields.find((field) => field.name === name);
  const chosen = [values[name] ?? []].flat();
  return chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value).join(", ");
};

function* opportunityRows(fields, values) {
  const named = namesOf(fields, values);
  const weeks = named("min_weeks");
  yield ["Needs", weeks ? `${weeks} left, or more` : NONE];
  yield ["Takes", values.hours?.pattern ?? NONE];
  yield ["When", named("timing") || NONE];
  yield ["Cost", [named("cost"), values.cost_note].filter(Boolean).join(" ") || NONE];
  yield ["Ask", values.who_to_ask ?? NONE];
  yield ["Fits", named("stages") || NONE];
  yield ["Where", named("where") || named("scope") || NONE];
  yield ["Shows", named("develops") || NONE];
}

function* caseRows(fields, values) {
  const named = namesOf(fields, values);
  yield ["Kind", "Case study"];
  yield ["About", named("activity_types") || NONE];
  if (values.stages) yield ["For", named("stages")];
  if (values.trust_name && values.trust_named === "true") yield ["Trust", values.trust_name];
  const missing = [];
  for (const [label, name] of [
    ["Type of Trust", "trust_type"],
    ["Size", "size_band"],
    ["Spread", "geography"],
    ["With whom", "few_or_many"],
  ]) {
    if (values[name] && values[name] !== "not-stated") yield [label, named(name)];
    else missing.push(label[0].toLowerCase() + label.slice(1));
  }
  if (missing.length) yield ["Not said", `${listed(missing)}: the case study does not state this`];
  const started = monthInWords(values.started);
  yield ["When", [started && `Started ${started}.`, STATE[values.still_running]].filter(Boolean).join(" ") || NONE];
  const hours = [values.clm_hours_setup, values.clm_hours_month];
  const [setup, month] = hours.map((value) => value ?? "not given yet");
  yield ["Hours", hours.some(Boolean) ? `${setup} to set up, ${month} a month` : NONE];
  if (values.other_people) yield ["Helped by", values.other_people.join("; ")];
  yield ["Cost", values.cost ?? NONE];
  yield ["Reached", values.people_reached ?? NONE];
  yield ["Told by", values.contributor_role ?? NONE];
  if (values.develops) yield ["Shows", named("develops")];
}

function listed(words) {
  const text = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words[0];
  return text[0].toUpperCase() + text.slice(1);
}

function monthInWords(month) {
  const found = /^(\d{4})-(\d{2})$/.exec(month ?? "");
  return found ? `${MONTHS[Number(found[2]) - 1] ?? found[2]} ${found[1]}` : month;
}

function element(name, text, kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}
