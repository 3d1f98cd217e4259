// The confidentiality screens over a file, by the same rules as the checker. They look and tell; they send nothing and stop
// nobody. Like the checker they search the file as it will be, and say the place and the kind and never what was found.
import { fold } from "./form-fold.js";
import { real, wrapped } from "./form-wrapped.js";

const SCOPE = { "case-study": "case-study", opportunity: "catalogue" };
// Characters that a case study may have with all its fields, as `rules/screening.py` has it.
const LONGEST = 60000;
const spaces = (words) => " ".repeat(words.length);

/**
 * Every finding in the text of a file, as `problems` of form-check gives them: one mistake, one message. `canBeRight` is true of
 * what a reviewer may settle.
 */
export function screened(kind, rules, text, values) {
  const { rules: screens } = rules.screens;
  const found = new Map();
  for (const { screen, place, help } of findings(rules.screens, text, SCOPE[kind])) {
    if (screen.unless && values[screen.unless] === "true") continue;
    const path = pathAt(text, place);
    const { code, severity, message } = screen;
    const canBeRight = kind === "case-study" && screen.acknowledge;
    found.set(`${path} ${code} ${help}`, { path, code, severity, message, help, canBeRight });
  }
  const order = (one) => screens.findIndex((screen) => screen.code === one.code);
  return [...tooLong(kind, text), ...[...found.values()].sort((one, other) => order(one) - order(other))];
}

function* findings(table, text, scope) {
  let rest = text;
  const screen = table.rules.find((one) => one.code === "wrapped-link");
  for (const [start, end] of wrapped(text, table)) {
    const address = real(text.slice(start, end), table);
    const safe = address && inPart(address, "case-study", { ...table, allowed: [] }).next().done;
    yield { screen, place: start, help: safe ? table.wrapped.help.replace("{real}", () => address) : screen.help };
    rest = rest.slice(0, start) + spaces(text.slice(start, end)) + rest.slice(end);
  }
  for (const [first, part, of] of prepared(rest, scope)) {
    for (const [one, place] of inPart(part, of, table)) yield { screen: one, place: first + place, help: one.help };
  }
}

// What is found in a part, with its place there. Where two overlap, the one of the earlier screen stands.
function* inPart(text, scope, { rules, normalise, allowed }) {
  const folded = fold(text, normalise);
  const taken = [];
  for (const screen of rules.filter((one) => one.scopes.includes(scope))) {
    for (const [start, end] of matches(screen, folded.text)) {
      if (allowed.includes(folded.text.slice(start, end).toLowerCase())) continue;
      if (taken.some(([first, last]) => start < last && first < end)) continue;
      taken.push([start, end]);
      yield [screen, folded.original(start)];
    }
  }
}

function tooLong(kind, text) {
  if (kind !== "case-study" || text.length <= LONGEST) return [];
  const [message, help] = ["this file is longer than any case study", "tell it in 600 words"];
  return [{ path: "", code: "too-long", severity: "error", message, help }];
}

// Parts of a text with their places, as `rules/screens/prepared.py` has them: in a list of links a long number is part of an
// address, and a day that is the whole of a field is a fact about the entry.
function* prepared(text, scope) {
  if (scope === "case-study") {
    yield [0, withoutDays(text), scope];
    return;
  }
  yield [0, withoutAddresses(text), scope];
  const whole = /https:\/\/[^\s@%&\\]{0,2000}[@%&\\]\S{1,2000}/g;
  for (const { 0: address, index } of text.matchAll(whole)) yield [index, address, "address"];
}

const withoutAddresses = (text) => text.replace(/https:\/\/[^\s@]{1,500}/g, spaces);

function withoutDays(text) {
  const head = text.indexOf("\n---", 3) + 1;
  const days = /(: )(["']?\d{4}-\d\d(?:-\d\d)?["']?)(?=[ \t]*[,}\n])/g;
  return text.slice(0, head).replace(days, (_, colon, day) => colon + spaces(day)) + text.slice(head);
}

// Where a screen finds something: starts and ends, pattern by pattern.
function* matches(screen, text) {
  const low = text.toLowerCase();
  for (const { source, flags, needs } of screen.patterns) {
    if (needs.length && !needs.some((word) => low.includes(word))) continue;
    const pattern = new RegExp(source, `g${flags}`);
    let match;
    while ((match = pattern.exec(text))) {
      if (screen.check === "mod11" && !isNhsNumber(match[0])) pattern.lastIndex = match.index + 1;
      else yield [match.index, match.index + match[0].length];
    }
  }
}

// The check digit of an NHS number.
function isNhsNumber(words) {
  const digits = words.replace(/\D/g, "").split("").map(Number);
  const rest = (11 - (digits.slice(0, 9).reduce((sum, digit, n) => sum + digit * (10 - n), 0) % 11)) % 11;
  return digits.length === 10 && rest === digits[9];
}

// Which key, or which heading of the story, a place of the file belongs to.
function pathAt(text, place) {
  const lines = text.slice(0, place + 1).split("\n");
  // The place itself may be in the middle of its line; what begins the line is in it.
  const body = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : text.length;
  const begins = place > body ? /^## (.*)$/ : /^([a-z_]+):/;
  return lines.map((line) => begins.exec(line)?.[1]).findLast(Boolean) ?? "";
}
