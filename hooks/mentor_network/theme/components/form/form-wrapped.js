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
    const [, target, encoded] = pattern(way.source, "iu").exec(link);
    link = encoded === undefined ? target : starred(target, encoded, table.runs);
    for (const [sign, other] of way.instead) link = link.replaceAll(sign, other);
    link = decode(link, normalise).text;
  }
  return undefined;
}

// `link` with the characters that its asterisks stand for: one each, or as many as the character after two of them says.
function starred(link, encoded, runs) {
  let rest;
  try {
    rest = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    rest = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(rest, (sign) => sign.charCodeAt(0)));
  } catch {
    return link;
  }
  let place = 0;
  return link.replace(/\*(?:\*([A-Za-z0-9_-]))?/g, (_, run) => {
    const start = place;
    place += run ? runs.indexOf(run) + 2 : 1;
    return rest.slice(start, place);
  });
}
