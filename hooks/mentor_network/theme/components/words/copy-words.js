// Copies words to send. Where the browser refuses, it selects them, so that the reader can copy them.

import { copy } from "./copy.js";

for (const part of document.querySelectorAll(".mn-words")) {
  const words = part.querySelector(".mn-words__text");
  const said = part.querySelector("[data-said]");
  part.querySelector("[data-copy]").addEventListener("click", async () => {
    said.textContent = "";
    const paragraphs = [...words.children].map(({ textContent }) => textContent);
    if (await copy(paragraphs.join("\n\n"))) {
      said.textContent = "Copied";
      return;
    }
    getSelection().selectAllChildren(words);
    said.textContent = "The words are selected. Copy them from your browser.";
  });
}
