// Shows problems: each beside its question, and all of them in a summary at the top.
import { controls, label } from "./form-fields.js";

/** The question of a problem: the one with its path or heading, or else with a path above or below it. */
export function questionOf(form, path) {
  const all = [...form.querySelectorAll("[data-path], [data-answer]")];
  const own = all.find((one) => one.dataset.answer === path || one.dataset.path === path);
  return (
    own ??
    all.find((one) => one.dataset.path && `${path}.`.startsWith(`${one.dataset.path}.`)) ??
    all.find((one) => one.dataset.path?.startsWith(`${path}.`))
  );
}

const MISSING = new Set(["missing", "empty", "none-of-one"]);

/** The text of a problem for the form: with labels of questions in place of field names. */
export function inWords(form, problem) {
  if (MISSING.has(problem.kind)) return "This needs an answer.";
  const own = problem.path.split(".");
  const line = /\.(\d+)$/.exec(problem.path);
  const where = line && form.querySelector(`[data-path="${problem.path.slice(0, line.index)}"] [data-lines]`);
  const plain = (text) =>
    text.replace(/`([a-z_]+)`/g, (whole, name) => {
      if (own.includes(name)) return "this";
      const question = form.querySelector(`[data-path="${name}"]`);
      return question ? `"${label(question)}"` : whole;
    });
  const said = [problem.message, problem.help].filter(Boolean).map(plain).map(sentence).join(" ");
  const places = problem.places > 1 ? ` It is in ${problem.places} places.` : "";
  return `${where ? `Item ${Number(line[1]) + 1}: ` : ""}${said}${places}`;
}

const sentence = (text) => {
  const words = text.replaceAll("`", "");
  const start = words[0].toUpperCase() + words.slice(1);
  return /[.?!]$/.test(start) ? start : `${start}.`;
};

/** Show the problems of one question, in place of earlier ones. */
export function mark(question, found) {
  for (const severity of ["error", "warning"]) {
    const id = `${controls(question)[0].id}-${severity}`;
    document.getElementById(id)?.remove();
    const some = [
      ...new Set(
        found
          .filter((problem) => problem.severity === severity)
          .map((problem) => inWords(question.closest("form"), problem)),
      ),
    ];
    if (some.length) place(question, id, severity, some);
    describe(question, id, some.length > 0);
  }
  const wrong = found.some((problem) => problem.severity === "error");
  question.classList.toggle("mn-q--wrong", wrong);
  for (const control of controls(question)) {
    if (wrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** Show a note below the control of a question, in place of an earlier one. */
export function note(question, text) {
  const [control] = controls(question);
  const id = `${control.id}-read-as`;
  document.getElementById(id)?.remove();
  if (text) control.after(Object.assign(document.createElement("p"), { id, className: "mn-quiet mn-q__note", textContent: text }));
  describe(question, id, Boolean(text));
}

function place(question, id, severity, some) {
  const box = document.createElement("p");
  box.id = id;
  box.className = `mn-q__${severity}`;
  const kind = document.createElement("strong");
  kind.textContent = severity === "error" ? "Error: " : "Look again: ";
  box.append(kind, some.join(" "));
  const before = question.querySelector(".mn-q__hint") ?? question.querySelector(".mn-q__label");
  if (before) before.after(box);
  else question.prepend(box);
}

function describe(question, id, there) {
  const target = question.tagName === "FIELDSET" ? question : controls(question)[0];
  const ids = new Set((target.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (there) ids.add(id);
  else ids.delete(id);
  if (ids.size) target.setAttribute("aria-describedby", [...ids].join(" "));
  else target.removeAttribute("aria-describedby");
}

/** The error summary above a form, with a link to each question. It takes focus if there are errors. */
export function summary(form, errors) {
  const box = form.querySelector(".mn-errors");
  box.hidden = !errors.length;
  box.querySelector("ul").replaceChildren(...errors.map((problem) => line(form, problem)));
  box.querySelector("[data-anyway]").hidden = !errors.every((problem) => problem.canBeRight);
  if (errors.length) box.focus();
}

/** A list item for a problem, with a link to its question. */
export function line(form, problem) {
  const item = document.createElement("li");
  const question = questionOf(form, problem.path);
  item.append(question ? linkTo(question, `${named(question)} ${inWords(form, problem)}`) : inWords(form, problem));
  return item;
}

/** Links to the questions that a draft may leave empty, without fields that only reviewers fill in. */
export function waiting(form, problem) {
  const item = document.createElement("li");
  const questions = problem.lacking.map((name) => questionOf(form, name)).filter(Boolean);
  item.append("These can wait until it is published: ");
  questions.forEach((question, n) => item.append(n ? "; " : "", linkTo(question, label(question))));
  return questions.length ? [item] : [];
}

const named = (question) => label(question).replace(/[^?]$/, "$&:");

function linkTo(question, words) {
  const link = document.createElement("a");
  const [control] = controls(question);
  link.href = `#${control.id}`;
  link.textContent = words;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    reach(control);
  });
  return link;
}

/** Move focus to a control, opening a collapsed group if needed. */
export function reach(control) {
  const closed = control.closest("details");
  if (closed) closed.open = true;
  control.focus();
  control.closest(".mn-q")?.scrollIntoView({ block: "nearest" });
}
