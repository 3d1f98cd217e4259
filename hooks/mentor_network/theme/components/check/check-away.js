// Exports of the supervisor's check: link, text and print.

import { copy, share, text } from "./plan-export.js";

/**
 * Do what a button says.
 * @param {string} name
 * @param {HTMLElement} root the section with the buttons
 * @param {{marks: [string, string][], action: string}} check labels of domains with their marks in words, and what was agreed
 * @returns {Promise<string>|string} what to say
 */
export function act(name, root, check) {
  const link = () => copy(root, location.href, "The link is copied, with your marks.");
  if (name === "link") return link();
  if (name === "share") return share(location.href, link);
  if (name === "text") return copy(root, asText(check, root), "The text is copied.");
  return print();
}

function asText({ marks, action }, root) {
  const parts = [
    { title: root.dataset.heading, lines: marks },
    { title: "With the doctor", lines: [[root.querySelector("label").firstChild.textContent.trim(), action]] },
  ];
  const { origin, pathname } = location;
  return text(document.querySelector("h1").textContent.trim(), parts, `Made with ${origin}${pathname}`);
}
