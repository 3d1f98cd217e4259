// Keeps the state of the form in the state of this history entry: it survives Back and a reload, and is gone with the tab.

/** Milliseconds between two history updates while somebody types. Safari allows 100 in 30 seconds. */
const GAP = 400;

const isTick = ({ type }) => type === "checkbox" || type === "radio";
const isNew = (control) =>
  isTick(control) ? control.checked !== control.defaultChecked : control.value !== (control.defaultValue ?? "");
const controls = (root) => [...root.querySelectorAll("form :is(input, select, textarea)")];

/**
 * Save the state of the forms in `root`, with the further state that `about` returns.
 * @returns {{soon: () => void, now: () => boolean}} `now` returns whether the browser accepted it
 */
export function keeper(root, about) {
  let timer;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    removeEventListener("beforeunload", now);
    const values = controls(root)
      .filter(isNew)
      .map((control) => [control.id, isTick(control) ? control.checked : control.value]);
    try {
      history.replaceState({ ...history.state, form: { ...about(), values: Object.fromEntries(values) } }, "");
    } catch {
      return false; // too many changes, or too many words
    }
    return true;
  };
  const soon = () => {
    timer ??= setTimeout(now, GAP);
    addEventListener("beforeunload", now); // only while it is wanted: it can keep a page out of the page cache
  };
  return { now, soon };
}

/** Restore the saved state. */
export function putBack(root, values) {
  for (const control of controls(root).filter(({ id }) => Object.hasOwn(values, id))) {
    if (isTick(control)) control.checked = values[control.id];
    else control.value = values[control.id];
    // What the form fills in by itself is no reason to unfold a group.
    const closed = control.matches("[data-filled], [name=id]") ? null : control.closest("details");
    if (closed) closed.open = true;
  }
}

/** "Start again" asks for confirmation, and then calls `clears`. */
export function again(form, clears) {
  const sure = form.querySelector("[data-sure]");
  const start = form.querySelector("[data-again]");
  const ask = (now) => {
    sure.hidden = !now;
    (now ? sure.querySelector("p") : start).focus();
  };
  start.addEventListener("click", () => ask(true));
  sure.querySelector("[data-no]").addEventListener("click", () => ask(false));
  sure.querySelector("[data-yes]").addEventListener("click", () => {
    sure.hidden = true;
    clears();
  });
}
