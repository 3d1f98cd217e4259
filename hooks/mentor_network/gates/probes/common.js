// Helpers of every probe: the visible controls of a page, and the name of an element in a finding.
const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], [role=button]";

const seen = (one) => one.checkVisibility({ visibilityProperty: true });
const controls = () => [...document.querySelectorAll(CONTROLS)].filter((one) => seen(one) && !one.disabled);

/** The tab stop of a control. A group of radio buttons is 1 tab stop: the arrow keys move inside it. */
const stop = (one) => (one.type === "radio" ? document.querySelector(`[type=radio][name="${CSS.escape(one.name)}"]`) : one);

function called(one) {
  const text = (one.innerText || one.ariaLabel || one.name || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const mark = one.id ? `#${one.id}` : one.classList[0] ? `.${one.classList[0]}` : "";
  return `${one.localName}${mark}${text && ` "${text}"`}`;
}

/** The elements that can show the state of a control: itself, its labels, and the label around it. */
const bearers = (one) => [...new Set([one, ...(one.labels ?? []), one.closest("label")].filter(Boolean))];

/** The computed styles that can show that a control has the focus. */
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
