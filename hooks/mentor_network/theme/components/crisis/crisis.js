/** Shows the crisis lines above the search results if the query has words of a person in distress. */
import { searchable } from "./words.js";

/** Does a query contain one of these phrases, as whole words in this order? */
export function inDistress(query, words) {
  const text = ` ${plain(query)} `;
  return words.some((word) => text.includes(` ${plain(word)} `));
}

/** Fold apostrophes, which people often leave out. */
const plain = (text) => searchable(text.replace(/['’]/g, ""));

/** Move the crisis lines above or below the results. */
export function offerHelp(query, results) {
  const help = document.querySelector("[data-crisis]");
  if (help) results[inDistress(query, help.dataset.crisis.split("|")) ? "before" : "after"](help);
}
