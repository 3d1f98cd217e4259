// The page of the contribution form: opens the form of a kind, validates it while somebody writes, and shows the file.
import { idFrom, problems } from "./form-check.js";
import { today } from "./form-dates.js";
import { inWords, read } from "./form-fields.js";
import { again, keeper, putBack } from "./form-keep.js";
import { file } from "./form-output.js";
import { show as preview } from "./form-preview.js";
import { show, ways } from "./form-result.js";
import { screened } from "./form-screen.js";
import { mark, note, questionOf, summary } from "./form-show.js";

/**
 * Returns a function that opens the form of one kind, hides the other and moves focus to it. With saved state, it restores the
 * form.
 */
export function prepare(root, rules, warn) {
  const [box, look] = [".mn-form__file", ".mn-form__look"].map((part) => root.querySelector(part));
  const page = { root, rules, warn, box, look, title: document.title };
  // State beside the values: the open form, whether its file is shown, whether it was sent or saved, and the focus.
  const now = { kind: "", made: "", unsaved: false, at: "" };
  page.keep = keeper(root, () => now);
  page.setUnsaved = (unsaved) => {
    now.unsaved = unsaved;
    warn(unsaved);
    page.keep.soon();
  };
  for (const form of root.querySelectorAll("form")) attend({ ...page, form, kind: form.dataset.kind }, page, now);
  ways(page);
  addEventListener("pageshow", () => warn(now.unsaved));
  return (kind, kept) => {
    Object.assign(now, { kind, made: "" });
    page.box.hidden = true;
    page.look.hidden = true;
    for (const form of root.querySelectorAll("form")) form.hidden = form.dataset.kind !== kind;
    const form = root.querySelector(`form[data-kind="${kind}"]`);
    if (kept) return resume({ page, form, now }, kept);
    page.keep.now();
    return form.querySelector("h3").focus();
  };
}

function attend(about, page, now) {
  const { form } = about;
  const make = (how) => {
    page.made = finish(about, how);
    now.made = page.made && (how?.anyway ? "anyway" : "made");
    page.keep.now();
  };
  fillDays(form);
  form.addEventListener("input", (event) => {
    now.made = "";
    typed(about, event.target);
  });
  form.addEventListener("focusin", (event) => (now.at = event.target.id));
  form.querySelector("[data-look]").addEventListener("click", () => {
    look(about);
    about.look.querySelector("h3").focus();
  });
  form.addEventListener("change", (event) => {
    page.keep.now();
    if (!about.look.hidden) look(about);
    whenLetGo(() => left(about, event.target));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  form.querySelector("[data-make]").addEventListener("click", () => make({ anyway: true }));
  again(form, () => empty(about, now));
}

/** Restore the form from saved state. */
function resume({ page, form, now }, { values, made, unsaved, at }) {
  putBack(page.root, values);
  for (const control of page.root.querySelectorAll("[data-limit] .mn-field")) if (control.value) count(control);
  for (const each of page.root.querySelectorAll("form")) {
    const name = each.querySelector('[data-path="id"] input');
    if (name.value !== idFrom(each.elements.title.value)) name.dataset.own = "true";
  }
  page.setUnsaved(unsaved);
  now.at = at;
  if (made) form.querySelector(made === "anyway" ? "[data-make]" : "[type=submit]").click();
  else (document.getElementById(at) ?? form.querySelector("h3")).focus();
}

/** Clear a form. */
function empty({ form, box, look: page, setUnsaved, keep }, now) {
  now.made = "";
  form.reset();
  fillDays(form);
  delete form.querySelector('[data-path="id"] input').dataset.own;
  for (const question of form.querySelectorAll("[data-path], [data-answer]")) {
    mark(question, []);
    note(question, "");
  }
  for (const control of form.querySelectorAll("[data-limit] .mn-field")) count(control);
  summary(form, []);
  box.hidden = true;
  page.hidden = true;
  setUnsaved(false);
  keep.now();
  form.querySelector("h3").focus();
}

// The same day of the next year, or 28 February for a leap day.
const yearOn = (day) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace("-02-29", "-02-28")}`;

function fillDays(form) {
  for (const control of form.querySelectorAll("[data-filled]")) {
    control.value ||= control.dataset.filled === "today" ? today() : yearOn(today());
  }
}

function typed(page, control) {
  page.setUnsaved(true);
  page.box.hidden = true;
  const name = page.form.querySelector('[data-path="id"] input');
  if (control === name) name.dataset.own = "true";
  if (control.name === "title" && !name.dataset.own) {
    name.value = idFrom(control.value);
    count(name);
  }
  count(control);
}

function count(control) {
  const limit = Number(control.closest("[data-limit]")?.dataset.limit);
  const counter = document.getElementById(`${control.id}-count`);
  if (!limit || !counter) return;
  // In a list, the limit is for each line: count the longest one.
  const rest =
    limit -
    Math.max(
      ...control.value
        .trim()
        .split(control.dataset.lines ? "\n" : "\0")
        .map((text) => [...text].length),
    );
  counter.textContent =
    rest < 0
      ? `${-rest} characters too many`
      : `${rest.toLocaleString("en-GB")} characters left of ${limit.toLocaleString("en-GB")}`;
  counter.classList.toggle("mn-q__count--over", rest < 0);
}

function everything({ form, kind, rules }) {
  const found = read(form, rules.kinds[kind].fields);
  const made = file(kind, rules, found);
  const all = [
    ...problems(kind, rules, found, today()).map((problem) => asked(problem, found.dates)),
    ...taken(form, found.values),
    ...screened(kind, rules, made.text, found.values),
  ];
  // The id is made from the title: without a title, report one missing field and not two.
  const some = found.values.title || found.values.id ? all : all.filter((problem) => problem.path !== "id");
  const questions = [...form.querySelectorAll("[data-path], [data-answer]")];
  const place = (problem) => questions.indexOf(questionOf(form, problem.path));
  return { ...found, made, problems: some.sort((one, other) => place(one) - place(other)) };
}

// What is wrong with a date that was nearly understood is a question.
function asked(problem, dates) {
  const { ask, help } = dates[problem.path] ?? {};
  return ask && problem.code === "bad-date" ? { ...problem, message: ask, help } : problem;
}

// Says how a date was read, if it was not typed as in the file.
function noteDate(question, { value, typed }) {
  note(question, value && value !== typed ? `Read as ${inWords(value)}.` : "");
}

function look({ look: section, rules, kind, form }) {
  section.hidden = false;
  preview(section.querySelector("[data-page]"), rules.kinds[kind], read(form, rules.kinds[kind].fields));
}

// The id is already in use.
function taken(form, { id }) {
  if (!form.dataset.taken.split(" ").includes(id)) return [];
  const what = form.dataset.kind === "opportunity" ? "opportunity" : "case study";
  const message = `there is another ${what} called \`${id}\``;
  return [{ path: "id", code: "duplicate-id", severity: "error", message, help: "give this one another name" }];
}

// A message shifts the layout. Wait while a mouse button is down, so that the target of a click does not move away.
let pressed = false;
addEventListener(
  "pointerdown",
  () => {
    pressed = true;
  },
  true,
);
for (const end of ["pointerup", "pointercancel"])
  addEventListener(
    end,
    () => {
      pressed = false;
    },
    true,
  );

function whenLetGo(act) {
  if (pressed) addEventListener("pointerup", () => setTimeout(act), { once: true });
  else act();
}

// When focus leaves a question, validate it. Missing values are reported only at the end.
function left(page, control) {
  const question = control.closest("[data-path], [data-answer]");
  if (!question) return;
  const found = everything(page);
  if (found.dates[question.dataset.path]) noteDate(question, found.dates[question.dataset.path]);
  else note(question, "");
  const own = found.problems.filter((problem) => questionOf(page.form, problem.path) === question);
  mark(
    question,
    own.filter((problem) => !["missing", "none-of-one", "too-few"].includes(problem.kind)),
  );
}

// Submit: show the errors, or the file. Findings that a reviewer may accept allow a file, but no pull request.
function finish(page, { anyway = false } = {}) {
  const { form } = page;
  const found = everything(page);
  for (const question of form.querySelectorAll("[data-path], [data-answer]")) {
    mark(
      question,
      found.problems.filter((problem) => questionOf(form, problem.path) === question),
    );
  }
  const errors = found.problems.filter((problem) => problem.severity === "error");
  const stop = errors.some((problem) => !(anyway && problem.canBeRight));
  summary(form, stop ? errors : []);
  document.title = stop ? `Error: ${page.title}` : page.title;
  page.box.hidden = stop;
  if (stop) page.look.hidden = true;
  else look(page);
  if (!stop) show(page, found, errors.length);
  return stop ? undefined : found.made;
}
