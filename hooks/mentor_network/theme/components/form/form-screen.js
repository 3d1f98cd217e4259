// Runs the confidentiality screens over a file, with the rules of the checker. They report the place and the kind of a finding,
// never its text, and send nothing.
import { fold } from "./form-fold.js";
import { isName, isUnusual } from "./form-names.js";
import { real, wrapped } from "./form-wrapped.js";

const SCOPE = { "case-study": "case-study", opportunity: "catalogue" };
// The maximum length of a case study with all its fields, as in the confidentiality package.
const LONGEST = 60000;
const spaces = (words) => " ".repeat(words.length);

/**
 * Find everything in the text of a file, as `problems` like those of form-check: one message for each mistake. `canBeRight` is
 * true for findings that a reviewer may accept.
 */
export function screened(kind, rules, text, values) {
  const { rules: screens } = rules.screens;
  const found = new Map();
  for (const { screen, place, help } of findings(rules.screens, text, SCOPE[kind])) {
    if (screen.unless && values[screen.unless] === "true") continue;
    const path = pathAt(text, place);
    const { code, severity, message } = screen;
    const canBeRight = kind === "case-study" && screen.acknowledge;
    const key = `${path} ${code} ${help}`;
    const places = (found.get(key)?.places ?? 0) + 1;
    found.set(key, { path, code, severity, message, help, canBeRight, places });
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

// Findings in a part of the text, with their offsets. If two overlap, the one of the earlier screen is used.
function* inPart(text, scope, table) {
  const { rules, normalise, allowed, trusts } = table;
  const folded = fold(text, normalise);
  const taken = [];
  for (const screen of rules.filter((one) => one.scopes.includes(scope))) {
    for (const [start, end] of [...matches(screen, folded.text, table), ...places(screen, folded.text, trusts)]) {
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

// Splits a text into parts with their offsets, as confidentiality/prepared.py does: in a list of links a long number is part of
// an address, and a field that is just a day is a fact about the entry.
function* prepared(text, scope) {
  if (scope === "case-study") {
    yield [0, withoutDays(text), scope];
    return;
  }
  yield [0, withoutAddresses(text), scope];
  // The field that holds a role, and its value.
  const roles = /who_to_ask:([^\n]{0,500}(?:\n[ \t]{1,40}(?![ \t]|(?:- {0,9})?[a-z_]{1,40}:)[^\n]{1,500}){0,9})/g;
  for (const { 1: value, index } of text.matchAll(roles)) yield [index + "who_to_ask:".length, value, "role"];
  const whole = /https:\/\/[^\s@%&\\]{0,2000}[@%&\\]\S{1,2000}/g;
  for (const { 0: address, index } of text.matchAll(whole)) yield [index, address, "address"];
}

const withoutAddresses = (text) => text.replace(/https:\/\/[^\s@]{1,500}/g, spaces);

function withoutDays(text) {
  const head = text.indexOf("\n---", 3) + 1;
  const days = /(: )(["']?\d{4}-\d\d(?:-\d\d)?["']?)(?=[ \t]*[,}\n])/g;
  return text.slice(0, head).replace(days, (_, colon, day) => colon + spaces(day)) + text.slice(head);
}

// The matches of a screen: start and end, for each pattern.
function* matches(screen, text, { names, words }) {
  const low = inSmallLetters(text);
  for (const one of screen.patterns) {
    if (one.needs.length && !one.needs.some((word) => low.includes(word))) continue;
    const near = words[one.near];
    const bySentence = near.length || one.also || one.but_not;
    const pattern = new RegExp(one.source, `g${one.flags}`);
    for (const [start, end] of bySentence ? sentences({ ...one, near }, text, low) : [[0, text.length]]) {
      const searched = text.slice(0, end);
      pattern.lastIndex = start;
      let match;
      while ((match = pattern.exec(searched))) {
        const last = match.index + match[0].length;
        if (passes(one.check, text, match.index, last, names)) yield [match.index, last];
        else pattern.lastIndex = match.index + 1;
      }
    }
  }
}

// The names of the network's own Trusts.
function* places({ code }, text, trusts) {
  if (code !== "named-trust") return;
  const low = inSmallLetters(text);
  for (const name of trusts) {
    for (const { 0: place, index } of low.matchAll(new RegExp(`\\b${escaped(name)}\\b`, "gu"))) {
      yield [index, index + place.length];
    }
  }
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

// The sentences in which a pattern is searched: start and end.
function* sentences({ near, also, but_not: butNot, flags }, text, low) {
  const there = near.filter((word) => low.includes(word.replace("*", "")));
  const [found, refused] = [also, butNot].map((source) => source && new RegExp(source, flags));
  for (const { 0: sentence, index } of text.matchAll(/[^.!?\n]+/g)) {
    const end = index + sentence.length;
    if (near.length && !there.some((word) => holds(low, index, end, word))) continue;
    if ((found && !found.test(sentence)) || (refused && refused.test(sentence))) continue;
    yield [index, end];
  }
}

// Does a part of a text have a word? One with an asterisk at the end is the start of a word.
function holds(text, start, end, word) {
  const term = word.replace("*", "");
  const part = text.slice(start, end);
  for (let at = part.indexOf(term); at >= 0; at = part.indexOf(term, at + 1)) {
    const after = text[start + at + term.length] ?? "";
    if (!/\w/.test(text[start + at - 1] ?? "") && (term !== word || !/\p{L}/u.test(after))) return true;
  }
  return false;
}

const inSmallLetters = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

// Does a match pass what its pattern asks for beside the regular expression?
function passes(check, text, start, end, names) {
  if (!check) return true;
  const match = text.slice(start, end);
  if (check === "mod11") return isNhsNumber(match);
  if (check === "unusual") return isUnusual(match, names);
  return isName(text, start, end, check === "any-name", names);
}

// Check the check digit of an NHS number.
function isNhsNumber(words) {
  const digits = words.replace(/\D/g, "").split("").map(Number);
  const rest = (11 - (digits.slice(0, 9).reduce((sum, digit, n) => sum + digit * (10 - n), 0) % 11)) % 11;
  return digits.length === 10 && rest === digits[9];
}

// The field, or the heading of the story, at an offset of the file.
function pathAt(text, place) {
  const lines = text.slice(0, place + 1).split("\n");
  // Look at the whole line, since the offset may be in the middle of it.
  const body = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : text.length;
  const begins = place > body ? /^## (.*)$/ : /^([a-z_]+):/;
  return lines.map((line) => begins.exec(line)?.[1]).findLast(Boolean) ?? "";
}
