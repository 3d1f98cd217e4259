// What stands in the form, in the state of this entry of the tab's history: there after Back and after a reload, gone with the tab.

/** Milliseconds between 2 changes while somebody types. Safari allows 100 in 30 seconds. */
const GAP = 400;

const isTick = ({ type }) => type === "checkbox" || type === "radio";
const isNew = (control) =>
  isTick(control) ? control.checked !== control.defaultChecked : control.value !== (control.defaultValue ?? "");
const controls = (root) => [...root.querySelectorAll("form :is(input, select, textarea)")];

/**
 * Keeps what stands in the forms of `root`. `about` gives what else there is to say of them.
 * @returns {{soon: () => void, now: () => boolean}} `now` gives back whether the browser let it
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

/** Put back what was kept. */
export function putBack(root, values) {
  for (const control of controls(root).filter(({ id }) => Object.hasOwn(values, id))) {
    if (isTick(control)) control.checked = values[control.id];
    else control.value = values[control.id];
    const closed = control.closest("details");
    if (closed) closed.open = true;
  }
}

/** "Start again" asks first, and then `clears` the form. */
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
