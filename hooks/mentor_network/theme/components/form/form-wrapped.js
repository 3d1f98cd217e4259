// Links that a mail program wrapped, and the address inside, by the table of `rules/screens/wrapped.py`.
import { decode } from "./form-fold.js";

const pattern = (source, flags) => new RegExp(source, flags);

/** Where a text has such links: starts and ends. */
export const wrapped = (text, table) =>
  [...text.matchAll(pattern(table.wrapped.source, "gu"))].map(({ 0: link, index }) => [index, index + link.length]);

/** The address that a wrapped link leads to, where it can be read out of it. */
export function real(link, { wrapped: table, normalise }) {
  const { source, ways, real: address } = table;
  // One program may wrap what another has wrapped.
  for (let time = 0; time < 4; time += 1) {
    if (!pattern(`^(?:${source})`, "u").test(link)) return pattern(`^${address}(?=[?#]|$)`, "u").exec(link)?.[0];
    const way = ways.find((one) => pattern(one.source, "iu").test(link));
    if (!way) return undefined;
    link = pattern(way.source, "iu").exec(link)[1];
    for (const [sign, other] of way.instead) link = link.replaceAll(sign, other);
    link = decode(link, normalise).text;
  }
  return undefined;
}
