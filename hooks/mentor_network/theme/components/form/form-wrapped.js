// Links that an email program has rewritten ("wrapped"), and the original URL, by the table of the confidentiality package.
import { decode } from "./form-fold.js";

const pattern = (source, flags) => new RegExp(source, flags);

/** The wrapped links in a text: start and end. */
export const wrapped = (text, table) =>
  [...text.matchAll(pattern(table.wrapped.source, "gu"))].map(({ 0: link, index }) => [index, index + link.length]);

/** The original URL of a wrapped link, if it can be decoded. */
export function real(link, { wrapped: table, normalise }) {
  const { source, ways, real: address } = table;
  // A link may be wrapped more than once.
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
