// What a form makes: its file, the email with the file in it, and the ways to send or save both.
import { mail, mailto } from "./form-mail.js";
import { address, copyArea, download, fits } from "./form-output.js";
import { line, reach, waiting } from "./form-show.js";

/** Show the file of a form. `unsettled` is the number of findings that only a reviewer may accept. */
export function show(page, { made, told: removed, problems: all }, unsettled) {
  const { box, form, kind } = page;
  box.querySelector("#form-text").value = made.text;
  box.querySelector("[data-name]").textContent = `Its name is ${made.path}. ${AFTER[kind]}`;
  list(
    box.querySelector("[data-warnings]"),
    all.flatMap((problem) => (problem.lacking ? waiting(form, problem) : line(form, problem))),
  );
  list(box.querySelector("[data-told]"), told([...removed, ...made.told]));
  offer(page, made, unsettled);
  offerMail(page, made);
  box.querySelector("h3").focus();
}

const AFTER = {
  "case-study": "It is a draft. It is published only when 2 people in different roles have read it.",
  opportunity: "It is published only when someone has read it.",
};

function told(changes) {
  const lines = new Set(changes.map(({ where, words }) => `${where}: ${words}`));
  return [...lines].map((text) => Object.assign(document.createElement("li"), { textContent: text }));
}

function list(box, lines) {
  box.hidden = !lines.length;
  box.querySelector("ul").replaceChildren(...lines);
}

// Enable the ways to send: a pull request only if the whole checklist is ticked and nothing waits for a reviewer.
function offer({ root, form, box }, made, unsettled) {
  const open = [...form.querySelectorAll("[data-point]")].filter((point) => !point.checked);
  const { repository } = root.dataset;
  const waits = open.length > 0 || unsettled > 0;
  box.querySelector("[data-done]").textContent = "";
  box.querySelector("[data-unsettled]").hidden = !unsettled || !repository;
  box.querySelector("[data-unfinished]").hidden = !open.length || !repository;
  if (!repository) return;
  for (const part of box.querySelectorAll("[data-open]")) part.hidden = waits;
  const first = box.querySelector("[data-unfinished] a");
  first.textContent = open.length === 1 ? "1 point is not ticked yet" : `${open.length} points are not ticked yet`;
  first.onclick = (event) => {
    event.preventDefault();
    reach(open[0]);
  };
  const whole = fits(repository, made.path, made.text);
  box.querySelector("[data-long]").hidden = whole || waits;
  const pull = box.querySelector("[data-pull]");
  pull.textContent = whole ? "Open a pull request" : "Copy the text and open GitHub";
  pull.href = address(repository, made.path, whole ? made.text : undefined);
}

// The email with the file, and a link that opens it in a mail program if there is an address and it is short enough.
function offerMail({ box }, made) {
  const { network, to, asks } = box.querySelector("[data-mail]").dataset;
  const letter = mail(made, { network, asks });
  box.querySelector("#form-mail").value = letter.body;
  box.querySelector("#form-subject").value = letter.subject;
  const open = box.querySelector("[data-mailto]");
  if (!open) return;
  const href = mailto(to, letter);
  open.hidden = !href;
  box.querySelector("[data-too-long]").hidden = Boolean(href);
  if (href) open.href = href;
}

/** The buttons below the file. After any of them, leaving the page loses nothing. */
export function ways(page) {
  const { box, keep, setUnsaved } = page;
  const areas = { "#form-text": "The text", "#form-mail": "The text of the email" };
  const done = box.querySelector("[data-done]");
  const say = (text, button) => {
    button.closest(".mn-row").after(done);
    done.textContent = text;
  };
  const copied = async (button, area = "#form-text") => {
    const allowed = await copyArea(box.querySelector(area));
    setUnsaved(!allowed);
    const by = "selected. Press Control and C to copy it, or Command and C on a Mac.";
    say(`${areas[area]} is ${allowed ? "copied." : by}`, button);
    return allowed;
  };
  for (const button of box.querySelectorAll("[data-copy]"))
    button.addEventListener("click", () => copied(button, button.dataset.copy));
  box.querySelector("[data-download]").addEventListener("click", (event) => {
    download(page.made.path, page.made.text);
    setUnsaved(false);
    say("The file is in your downloads.", event.target);
  });
  // The text is restored after signing in to GitHub, so no confirmation is needed. `keep` has saved it as not yet sent.
  box.querySelector("[data-sign-in]")?.addEventListener("click", () => keep.now() && page.warn(false));
  box.querySelector("[data-pull]")?.addEventListener("click", async (event) => {
    const { path, text } = page.made;
    if (fits(page.root.dataset.repository, path, text)) {
      if (keep.now()) setUnsaved(false);
      return undefined;
    }
    event.preventDefault();
    if ((await copied(event.target)) && keep.now()) location.assign(event.target.href);
    return undefined;
  });
}
