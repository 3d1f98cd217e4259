// A sheet to fill in. What is typed is only in the fields: it is neither stored nor sent.

import { copy } from "./copy.js";

const sheet = document.querySelector("[data-sheet]");
const tools = document.querySelector("[data-sheet-tools]");
const part = (name) => tools.querySelector(`[data-${name}]`);
const fieldsIn = (root) => [...root.querySelectorAll("textarea")];
const fields = fieldsIn(sheet);
const isFilled = (root) => fieldsIn(root).some(({ value }) => value.trim());
const values = () => fields.map(({ value }) => value);

/** The values when they were last copied. */
let copied = "";
/** The values before the sheet was cleared. */
let cleared = [];

const warn = (event) => event.preventDefault();

/** Make the fields as high as their words, and ask before words are lost that were not copied. */
function refresh() {
  for (const field of fields) field.parentElement.dataset.text = field.value;
  const unsaved = isFilled(sheet) && values().join("\0") !== copied;
  (unsaved ? addEventListener : removeEventListener)("beforeunload", warn);
}

function fill(words) {
  for (const [n, field] of fields.entries()) field.value = words[n];
  refresh();
}

const line = (words) => words.trim().replace(/\s+/g, " ");
const labelled = (field) => `${line(field.labels[0].textContent)}: ${field.value.trim().replace(/\n/g, "\n  ")}`.trim();
const listed = ({ children, localName }) =>
  [...children].map((item, n) => `${localName === "ol" ? `${n + 1}.` : "-"} ${line(item.textContent)}`).join("\n");

/** One element of the sheet as plain text. */
function asText(element) {
  if (element.matches(".mn-sheet__fields")) return fieldsIn(element).map(labelled).join("\n");
  return element.matches("ul, ol") ? listed(element) : line(element.textContent);
}

/** The whole sheet as plain text, without repeated fields that nobody filled in. */
function text() {
  const isUnused = (element) => element.matches("[role=group]") && isFilled(sheet) && !isFilled(element);
  const parts = [...sheet.children].filter((element) => !isUnused(element)).map(asText);
  return `${[line(document.querySelector("h1").textContent), ...parts].join("\n\n")}\n`;
}

async function copyAll() {
  const words = text();
  const done = await copy(words);
  part("by-hand").hidden = done;
  if (done) {
    copied = values().join("\0");
    refresh();
    part("said").textContent = "Copied";
    return;
  }
  const box = part("by-hand").querySelector("textarea");
  box.value = words;
  box.focus();
  box.select();
  part("said").textContent = "Your browser does not let this page copy. The text is below: copy it from there.";
}

function startAgain() {
  if (isFilled(sheet)) cleared = values();
  fill(fields.map(() => ""));
  part("by-hand").hidden = true;
  part("undo").hidden = !cleared.length;
  part("said").textContent = "The sheet is empty.";
}

function undo() {
  fill(cleared);
  cleared = [];
  part("again").focus();
  part("undo").hidden = true;
  part("said").textContent = "Your words are back.";
}

function typed() {
  refresh();
  part("said").textContent = "";
}

sheet.addEventListener("input", typed);
part("print").addEventListener("click", () => print());
part("copy").addEventListener("click", copyAll);
part("again").addEventListener("click", startAgain);
part("undo").addEventListener("click", undo);
// Words can be there already: typed before this script came, or put back by the browser after Back.
addEventListener("pageshow", () => setTimeout(refresh));
refresh();
