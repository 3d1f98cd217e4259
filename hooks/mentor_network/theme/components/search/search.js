/** The search page: reads the query from the URL, searches the index, and explains how the query was interpreted. */
import { offerHelp } from "./crisis.js";
import { excerpt } from "./search-excerpt.js";
import { Index } from "./search-index.js";
import { search } from "./search-rank.js";
import { found, searchable } from "./words.js";

const ROOT = new URL("../", import.meta.url);
const PAGE = 10;

const form = document.querySelector(".mn-search-page");
const results = document.querySelector("#found");
const part = (name) => results.querySelector(`[data-${name}]`);
const index = new Index(load);
let latest = 0;

/** Load a file of the index. Browsers ask whether their copy is still current, so that all files are of one version. */
async function load(name) {
  const answer = await fetch(new URL(`assets/search/${name}.json`, ROOT), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** Search and show the results, unless a newer search has started. */
async function run(query) {
  latest += 1;
  const turn = latest;
  results.hidden = !query;
  offerHelp(query, results);
  if (!query) return;
  results.setAttribute("aria-busy", "true");
  say(part("count"), "Searching …");
  try {
    const result = await search(query, index);
    if (turn === latest) await show(query, result);
  } catch (error) {
    if (turn === latest) fail();
    console.error(error);
  }
  if (turn === latest) results.removeAttribute("aria-busy");
}

/** Load the next results, and add each to the list as soon as it and those before it are here. Returns the first. */
async function add(pages, from, list) {
  const loading = pages.slice(from, from + PAGE).map(async (page) => {
    const address = index.addresses[page.id];
    return hit(page, address, await load(`pages${address.replace(/\/$/, "")}`));
  });
  const all = Promise.all(loading);
  for (const loaded of loading) list.append(await Promise.race([loaded, all.then(() => loaded)]));
  if (list.isConnected) more(Math.min(from + PAGE, pages.length), pages);
  return loading[0];
}

async function show(query, result) {
  const { pages } = result;
  say(
    part("count"),
    [
      pages.length ? `${counted(pages.length)} for "${result.read}"` : `Nothing found for "${query}"`,
      ...result.fixed.map(({ typed }) => `No page has "${typed}"`),
    ].join(". "),
  );
  part("notes").replaceChildren(...notes(result).map((text) => element("li", {}, text)));
  // A list of its own for each search: one that was overtaken by a newer search adds to a list that is no longer shown.
  const list = part("list").cloneNode();
  part("list").replaceWith(list);
  part("more").hidden = true;
  await add(pages, 0, list);
}

function counted(pages) {
  return `${pages} ${pages === 1 ? "page" : "pages"}`;
}

/** Notes on how the query was interpreted. */
function notes({ entries, all, pages, alike }) {
  const meant = entries.map(({ id, term }) => ["In the glossary: ", link(new URL(`glossary/#${id}`, ROOT), term)]);
  const some = pages.length && !all ? [["No page has all of these words. These have the most."]] : [];
  const near = alike.length
    ? [["Words like these: ", ...alike.flatMap((word, at) => [at ? ", " : "", link(searchFor(word), word)])]]
    : [];
  const none = pages.length
    ? []
    : [...near, ["Try other words, or ", link(new URL("a-to-z/", ROOT), "look through the A to Z"), "."]];
  return [...meant, ...some, ...none];
}

function hit(page, address, shown) {
  const words = page.has.flatMap((part) => part.words);
  return element(
    "li",
    { class: "mn-hit", "data-result": "" },
    element("h3", { class: "mn-hit__title" }, link(place(address, page.anchor), shown.title)),
    element("p", { class: "mn-hit__facts" }, [shown.kind, shown.stages].filter(Boolean).join(": ")),
    element("p", {}, ...(excerpt(shown.text, words) ?? [{ text: shown.summary ?? "" }]).map(piece)),
    element("p", { class: "mn-hit__facts" }, why(page, shown)),
  );
}

function piece({ text, marked }) {
  return marked ? element("mark", {}, text) : text;
}

/** Why a page is a result: the words that it has and lacks, and the synonym that was used. */
function why(page, { title, also = "" }) {
  const has = page.has.map(({ read, typed }) => read ?? typed);
  const named = also
    .split(", ")
    .filter((name) => has.some((word) => found(word, searchable(name)) && !found(word, searchable(title))));
  const lacks = page.lacks.length ? `Not here: ${page.lacks.join(", ")}.` : "";
  return [`Matches: ${has.join(", ")}.`, named.length ? `Also called: ${named.join(", ")}.` : "", lacks]
    .filter(Boolean)
    .join(" ");
}

function more(shown, pages) {
  const button = part("more");
  button.hidden = shown >= pages.length;
  button.onclick = async () => {
    const first = await add(pages, shown, part("list"));
    first.querySelector("a").focus();
  };
}

function fail() {
  results.hidden = false;
  say(part("count"), "The search could not be loaded");
  part("notes").replaceChildren(
    element(
      "li",
      {},
      "Check your connection and try again, or ",
      link(new URL("a-to-z/", ROOT), "look through the A to Z"),
      ".",
    ),
  );
  part("list").replaceChildren();
  part("more").hidden = true;
}

function say(place, text) {
  place.textContent = text;
}

function searchFor(query) {
  return new URL(`search/?q=${encodeURIComponent(query)}`, ROOT);
}

/** The URL of a page, from its address in the site, wherever that is. */
function place(address, anchor) {
  const to = new URL(address.replace(/^\//, ""), ROOT);
  to.hash = anchor ?? "";
  return to;
}

function link(to, text) {
  return element("a", { href: to.pathname + to.search + to.hash }, text);
}

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside.flat());
  return made;
}

function asked() {
  return (new URLSearchParams(location.search).get("q") ?? "").slice(0, 200).trim();
}

function fromAddress() {
  form.elements.q.value = asked();
  run(asked());
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = form.elements.q.value.trim();
  history.pushState(history.state, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  run(query);
});
addEventListener("popstate", fromAddress);
// Keep what was typed before this script had loaded.
if (form.elements.q.value) run(asked());
else fromAddress();
