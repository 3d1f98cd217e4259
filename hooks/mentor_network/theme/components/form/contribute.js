// The contribution form. What is heavy is loaded when somebody starts.

const root = document.querySelector("[data-form]");
const status = root?.querySelector("[data-status]");
let loaded;

// Words that somebody typed and has not yet taken anywhere.
let unsaved = false;
const warn = (event) => event.preventDefault();

/** Note whether there is something to lose. Only then does leaving the page ask first. */
function setUnsaved(now) {
  if (now === unsaved) return;
  unsaved = now;
  (now ? addEventListener : removeEventListener)("beforeunload", warn);
}

async function load() {
  const [{ prepare }, rules] = await Promise.all([
    import("./form-page.js"),
    fetch(new URL("./form-rules.json", import.meta.url)).then((answer) =>
      answer.ok ? answer.json() : Promise.reject(answer.status),
    ),
  ]);
  return prepare(root, rules, setUnsaved);
}

async function start(kind, kept) {
  status.textContent = "Loading the form";
  try {
    loaded ??= load();
    (await loaded)(kind, kept);
    status.textContent = "";
  } catch {
    loaded = undefined;
    status.textContent = "The form could not be loaded. Check your connection, and choose again.";
  }
}

for (const button of root?.querySelectorAll("[data-start]") ?? []) {
  button.addEventListener("click", () => start(button.dataset.start));
}

// Somebody comes back to what they wrote, or has loaded the page again.
const kept = root && history.state?.form;
if (kept) start(kept.kind, kept);
