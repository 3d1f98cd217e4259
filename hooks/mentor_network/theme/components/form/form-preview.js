// A preview of the page of a case study: the same headings, facts and order. Built of elements, never of HTML.
import { MONTHS } from "./form-dates.js";
import { answer } from "./form-output.js";
import { blocks } from "./form-markdown.js";

const STATE = { yes: "Still running", no: "No longer running", paused: "Paused" };
const NONE = "Not given yet";

/** Show the page of the values and answers of a form in `box`. */
export function show(box, { fields, headings }, { values, answers }) {
  const title = element("h4", values.title ?? "The title comes here", "mn-preview__title");
  const lead = element("p", values.summary ?? "The summary comes here", "mn-lead");
  const parts = headings.flatMap(({ text: heading }) => [
    element("h5", heading),
    ...(answers[heading] ? blocks(answer(answers[heading]).text, 6) : [element("p", "Nothing written yet", "mn-quiet")]),
  ]);
  box.replaceChildren(title, lead, facts(fields, values), ...parts);
}

function facts(fields, values) {
  const section = element("section", "", "mn-facts");
  const list = document.createElement("dl");
  list.className = "mn-facts__rows";
  for (const [label, text] of rows(fields, values)) {
    const row = document.createElement("div");
    row.className = "mn-facts__row";
    row.append(element("dt", label), element("dd", text));
    list.append(row);
  }
  section.append(list);
  return section;
}

function* rows(fields, values) {
  const named = (name) => {
    const { choices } = fields.find((field) => field.name === name);
    const chosen = [values[name] ?? []].flat();
    return chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value).join(", ");
  };
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
