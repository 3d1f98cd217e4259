// Creates DOM elements. Strings become text nodes, never HTML.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Create an element with attributes and children. Strings among the children become text nodes.
 * @param {string} tag
 * @param {object} given attributes; functions named `onclick` and the like are event listeners
 */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== "" && child !== undefined && child !== false));
  return element;
}

const BOXES = { s: "full", p: "half" };

/** The icon of a mark: seen, planned or not seen. It is always used with text. */
export function box(mark) {
  const svg = document.createElementNS(SVG, "svg");
  const kind = BOXES[mark] ?? "empty";
  for (const [name, value] of [
    ["class", `mn-box mn-box--${kind}`],
    ["width", "16"],
    ["height", "16"],
    ["aria-hidden", "true"],
  ]) {
    svg.setAttribute(name, value);
  }
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#mn-${kind}`);
  svg.append(use);
  return svg;
}

/** The text of a mark. */
export const MARK_WORDS = Object.freeze({ s: "Seen", p: "Planned", "": "Not seen" });

/** The text of a mark in the check. */
export const CHECK_WORDS = Object.freeze({ s: "seen", p: "planned", n: "not seen" });

/** "1 thing", "2 things". */
export const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** "18 December 2026" of "2026-12-18". */
export function day(text) {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${text}T00:00:00Z`),
  );
}

/** "a, b and c". */
export const listed = (words) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Is there a share sheet that is worth a button? Elsewhere than on phones, a copied link goes to more places. */
export const shares = () => Boolean(navigator.share) && matchMedia("(pointer: coarse)").matches;
