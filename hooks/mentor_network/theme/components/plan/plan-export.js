// Export formats of a plan: plain text for a portfolio, and a calendar reminder.

import { copy as toClipboard } from "./copy.js";

const CRLF = "\r\n";

/**
 * The plan as plain text, in the order of the sheet.
 * @param {{title: string, lines: [string, string][]}[]} parts headings, each with pairs of a label and a text
 * @param {string} foot the last line
 */
export function text(title, parts, foot) {
  const shown = parts.map((part) => [part.title, ...part.lines.map(([label, words]) => line(label, words))].join("\n"));
  return `${[title, ...shown, foot].join("\n\n")}\n`;
}

const line = (label, words) => `${label}: ${words ? words.replace(/\n/g, "\n  ") : "-"}`;

/**
 * An all-day event for a calendar (RFC 5545).
 * @param {{date: string, summary: string, url: string, uid: string, now: Date}} event `date` is 2026-12-18
 */
export function reminder({ date, summary, url, uid, now }) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Leadership plan//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(url)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join(CRLF) + CRLF;
}

const escaped = (words) => words.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** Fold a line at 75 bytes, as RFC 5545 asks: each continuation starts with a space, and no character is split. */
export function folded(whole) {
  const bytes = new TextEncoder();
  const pieces = [""];
  let used = 0;
  for (const character of whole) {
    const size = bytes.encode(character).length;
    if (used + size > 75) {
      pieces.push(" ");
      used = 1;
    }
    pieces[pieces.length - 1] += character;
    used += size;
  }
  return pieces.join(CRLF);
}

/** A unique id for an event. */
export function freshId() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(numbers, (number) => number.toString(16).padStart(8, "0")).join("-");
}

/** Download a file. It is made in the browser and sent nowhere. */
export function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const REFUSED = "This browser did not let the page copy. The words are in the box: copy them from there.";

/**
 * Copy a text to the clipboard. If the browser refuses, show it in the text box of each `[data-manual]` below `root`.
 * @returns {Promise<string>} what to say: `done`, or that it was refused
 */
export async function copy(root, words, done) {
  const copied = await toClipboard(words);
  const boxes = [...root.querySelectorAll("[data-manual]")];
  for (const box of boxes) {
    box.hidden = copied;
    box.querySelector("textarea").value = copied ? "" : words;
  }
  const shown = boxes.find((box) => box.offsetParent);
  if (!copied) shown?.querySelector("textarea").select();
  return copied ? done : REFUSED;
}

/**
 * Open the share sheet of the system. Somebody may close it, or the browser may refuse: then `otherwise` is called.
 * @param {() => unknown} otherwise
 */
export async function share(url, otherwise) {
  try {
    await navigator.share({ title: document.title, url });
  } catch (refused) {
    if (refused.name !== "AbortError") await otherwise();
  }
}
