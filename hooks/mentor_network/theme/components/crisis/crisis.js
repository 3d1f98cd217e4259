/** The help in a crisis, on the search page: above the results for whoever types the words of somebody in distress. */
import { searchable } from "./words.js";

/** Does a query hold one of these words, whole and in this order? */
export function inDistress(query, words) {
  const text = ` ${plain(query)} `;
  return words.some((word) => text.includes(` ${plain(word)} `));
}

/** People leave the apostrophe out. */
const plain = (text) => searchable(text.replace(/['’]/g, ""));

/** Put the help above the results, or back below them. */
export function offerHelp(query, results) {
  const help = document.querySelector("[data-crisis]");
  if (help) results[inDistress(query, help.dataset.crisis.split("|")) ? "before" : "after"](help);
}
