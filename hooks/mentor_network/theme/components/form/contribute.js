// Entry point of the contribution form. The large modules are imported when somebody starts.

const root = document.querySelector("[data-form]");
const status = root?.querySelector("[data-status]");
let loaded;

// Is there unsaved text?
let unsaved = false;
const warn = (event) => event.preventDefault();

/** Set whether there is unsaved text: only then does leaving the page ask for confirmation. */
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

// Restore the form after Back or a reload.
const kept = root && history.state?.form;
if (kept) start(kept.kind, kept);
