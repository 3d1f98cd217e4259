// What every probe needs: which controls a page shows, and how to name one in a finding.
const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], [role=button]";

const seen = (one) => one.checkVisibility({ visibilityProperty: true });
const controls = () => [...document.querySelectorAll(CONTROLS)].filter((one) => seen(one) && !one.disabled);

/** Where Tab stops for a control. A set of radio buttons is 1 stop: the arrow keys move inside it. */
const stop = (one) => (one.type === "radio" ? document.querySelector(`[type=radio][name="${CSS.escape(one.name)}"]`) : one);

function called(one) {
  const text = (one.innerText || one.ariaLabel || one.name || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const mark = one.id ? `#${one.id}` : one.classList[0] ? `.${one.classList[0]}` : "";
  return `${one.localName}${mark}${text && ` "${text}"`}`;
}

/** What shows the state of a control: itself, its labels, and the label or box around it. */
const bearers = (one) => [...new Set([one, ...(one.labels ?? []), one.closest("label")].filter(Boolean))];

/** The parts of a style that can show that a control has the focus. */
function ring(one) {
  return bearers(one)
    .filter((part) => getComputedStyle(part).opacity !== "0")
    .map((part) => {
      const style = getComputedStyle(part);
      const outline = style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1 ? "" : `${style.outline}`;
      return [outline, style.boxShadow, style.backgroundColor, style.borderColor].join(" ");
    })
    .join("; ");
}
