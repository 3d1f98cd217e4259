// Validates an entry by the rules of form-rules.json, with the same codes and messages as `mentor-network check`.
import { dayInWords, exists } from "./form-dates.js";
import { textProblems } from "./form-text.js";

/** An excerpt of an author's text for a message: one line, truncated. */
export function short(text, limit = 40) {
  const line = text
    .split(/\s+/u)
    .filter(Boolean)
    .join(" ")
    .replace(/(?! )[\p{C}\p{Z}]/gu, " ")
    .replaceAll("`", "'");
  const signs = [...line];
  return signs.length <= limit ? line : signs.slice(0, limit - 1).join("") + "…";
}

/** Make an id of a title: a slug of lower-case letters, digits and single hyphens, truncated. */
export function idFrom(title, longest = 60) {
  const letters = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const word = letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return word.length <= longest
    ? word
    : word
        .slice(0, longest + 1)
        .replace(/-[^-]*$|.$/, "")
        .replace(/-+$/, "");
}

/**
 * Find all problems of an entry. `today` is YYYY-MM-DD. Each problem has `path` (`hours.total`, or a heading of the story),
 * `code`, `message`, `help`, `severity`, and `kind`, the name of its message in form-rules.json if it has one. `lacking` lists
 * what a draft may leave empty.
 */
export function problems(kind, rules, { values, answers }, today) {
  const found = [];
  const say = (path, name, gaps = {}) => {
    const { code, message, help } = rules.messages[name];
    const field = path
      .split(".")
      .filter((step) => !/^\d+$/.test(step))
      .at(-1);
    found.push({
      path,
      kind: name,
      severity: "error",
      code,
      message: fill(message, { field, ...gaps }),
      help: fill(help, { field, ...gaps }),
    });
  };
  const { fields, headings, extension } = rules.kinds[kind];
  record(fields, values, "", { say, rules });
  if (matches(rules, "device", values.id ?? "")) say("id", "device", { word: `${values.id}.${extension}` });
  const add = (path, code, message, help, severity = "error", more = {}) =>
    found.push({ path, code, message, help, severity, ...more });
  dates(values, today, add);
  if (headings) gaps(fields, values, add);
  textProblems(fields, values, answers, { add, say, rules });
  return found;
}

const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole);

function record(fields, values, prefix, tools) {
  for (const field of fields) {
    const path = prefix + field.name;
    const value = values[field.name];
    if (value === undefined) {
      if (field.required) tools.say(path, "missing");
    } else if (field.many) {
      items(field, value, path, tools);
    } else {
      one(field, value, path, tools);
    }
  }
}

function items(field, list, path, tools) {
  const { min_items: least, max_items: most } = field;
  if (least !== null && list.length < least) {
    tools.say(path, least === 1 ? "none-of-one" : "too-few", { has: list.length, least });
  }
  if (most !== null && list.length > most) tools.say(path, "too-many", { has: list.length, most });
  list.forEach((item, n) => one(field, item, `${path}.${n}`, tools));
}

function one(field, value, path, tools) {
  if (field.kind === "group") record(field.fields, value, `${path}.`, tools);
  else if (value.trim() === "") tools.say(path, "empty");
  else (CHECKS[field.kind] ?? (() => {}))(field, value, path, tools);
}

const matches = (rules, kind, value) => new RegExp(`^(?:${rules.patterns[kind]})$`, "u").test(value);

function length(field, value, path, { say }) {
  const most = field.max_length;
  const over = [...value].length - most;
  if (most === null || over <= 0) return;
  say(path, over === 1 ? "too-long-by-one" : "too-long", { over, most });
}

function name(kind) {
  return (field, value, path, tools) => {
    if (matches(tools.rules, kind, value)) length(field, value, path, tools);
    else
      tools.say(path, value.includes(",") ? "several-ids" : "bad-id", {
        word: short(value),
        fixed: idFrom(value) || "a-name",
      });
  };
}

function day(field, value, path, { say, rules }) {
  if (!matches(rules, "date", value)) say(path, "bad-date", { word: short(value) });
  else if (!exists(value)) say(path, "no-such-day", { word: value });
}

function figure(field, value, path, { say, rules }) {
  if (!matches(rules, "number", value)) say(path, "bad-number", { word: short(value) });
  else if (field.kind === "whole" && value.includes(".")) say(path, "not-whole", { word: short(value) });
  else if (field.minimum !== null && Number(value) < field.minimum) say(path, "below-zero");
}

function choice(field, value, path, { say }) {
  const values = field.choices.map((known) => known.value);
  if (field.refers || values.includes(value)) return;
  say(path, "bad-value", { word: short(value), allowed: values.map((known) => `\`${known}\``).join(", ") });
}

const CHECKS = {
  id: name("id"),
  code: name("code"),
  date: day,
  month: (field, value, path, { say, rules }) =>
    matches(rules, "month", value) || say(path, "bad-month", { word: short(value) }),
  reached: (field, value, path, { say, rules }) =>
    matches(rules, "reached", value.trim()) || say(path, "bad-reached", { word: short(value) }),
  number: figure,
  whole: figure,
  choice,
  line: length,
  prose: length,
  url(field, value, path, tools) {
    if (matches(tools.rules, "url", value)) length(field, value, path, tools);
    else tools.say(path, "bad-link", { word: short(value) });
  },
};

// The rules of checks/dates.py: the order of days, and days that have passed.
function dates(values, today, add) {
  const real = (key) => /^\d{4}-\d{2}-\d{2}$/.test(values[key] ?? "") && exists(values[key]) && values[key];
  for (const [first, second] of [
    ["opens", "closes"],
    ["added", "changed"],
    ["last_reviewed", "next_review"],
  ]) {
    if (real(first) && real(second) && values[second] < values[first]) {
      add(
        second,
        "dates-out-of-order",
        `\`${second}\` is before \`${first}\``,
        `\`${first}\` is ${values[first]}; check both days`,
      );
    }
  }
  if (real("next_review") && values.next_review < today) {
    const message = `the review was due on ${dayInWords(values.next_review)}; the page is marked as of ${dayInWords(today)}`;
    add(
      "next_review",
      "overdue-review",
      message,
      "check its facts, then set `last_reviewed` to the day and `next_review` to a year later at most",
      "warning",
    );
  }
  if (values.status === "open" && real("closes") && values.closes < today) {
    const message = `this closed on ${dayInWords(values.closes)} and still says \`open\``;
    add("closes", "past-closing-date", message, "set `status` to `closed`, or give the next closing date", "warning");
  }
  const contradiction = against(values.status, real("opens"), real("closes"), today);
  if (contradiction) {
    const [field, message, help] = contradiction;
    add(field, "status-and-dates", message, help, "warning");
  }
}

/** The field that contradicts the status of an opportunity, with the message and the help. */
function against(status, opens, closes, today) {
  if (closes && status === "on-hold") {
    const help = "delete `closes` until it runs again, or set `status`";
    return ["closes", "this is on hold, and has a last day to apply", help];
  }
  if (closes && status === "always") {
    const message = "`status: always` means that there is no last day to apply, and this is one";
    return ["closes", message, "set `status` to `open` or `closed`, or delete `closes`"];
  }
  if (opens > today && status === "always") {
    const message = `this opens on ${dayInWords(opens)}, and \`status: always\` says that it is open already`;
    return ["opens", message, "set `status` to `open`, or delete `opens`"];
  }
  if (closes >= today && status === "closed" && !(opens > today)) {
    const message = `this says \`closed\`, and the last day to apply is ${dayInWords(closes)}`;
    return ["status", message, "set `status` to `open`, or correct `closes`"];
  }
}

// The rules of checks/documents.py for a draft.
function gaps(fields, values, add) {
  const lacking = fields.filter((field) => field.needed && values[field.name] === undefined).map((field) => field.name);
  if (!lacking.length) return;
  const isOfReviewers = (name) => ["permission", "confidentiality"].includes(name);
  const ofReviewers = listed(lacking.filter(isOfReviewers));
  const ofWriter = listed(lacking.filter((name) => !isOfReviewers(name)));
  const message = `still to come from ${ofWriter ? "you" : "your reviewers"}: ${ofWriter || ofReviewers}`;
  const all = "add what you know; all of it is needed before publication";
  const help = ofReviewers ? `${all}, and your reviewers add ${ofReviewers}` : all;
  add("status", "case-study-incomplete", message, ofWriter ? help : "leave this to them; they publish it", "warning", {
    lacking,
  });
}

function listed(words) {
  const names = words.map((name) => `\`${name}\``);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
