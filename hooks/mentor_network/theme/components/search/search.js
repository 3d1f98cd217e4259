/** The search page: reads the query from the URL, searches the index, and explains how the query was interpreted. */
import { offerHelp } from "./crisis.js";
import { search } from "./search-rank.js";
import { found, searchable } from "./words.js";

const ROOT = new URL("../", import.meta.url);
const PAGE = 10;

const form = document.querySelector(".mn-search-page");
const results = document.querySelector("#found");
const part = (name) => results.querySelector(`[data-${name}]`);
let tools;
let latest = 0;

/** The index and the vocabulary, loaded when they are first needed. */
function ready() {
  tools ??= Promise.all([pagefind(), vocabulary()]).then(([index, words]) => {
    const asked = new Map();
    const ask = (word) => {
      if (!asked.has(word))
        asked.set(
          word,
          index.search(word).then(({ results }) => results),
        );
      return asked.get(word);
    };
    return { ask, words };
  });
  tools.catch(() => (tools = undefined));
  return tools;
}

async function pagefind() {
  const index = await import(new URL("pagefind/pagefind.js", ROOT));
  await index.options({
    baseUrl: "/",
    noWorker: true,
    excerptLength: 24,
    ranking: { metaWeights: { title: 5, also: 5, words: 4, summary: 2, kind: 0, stages: 0 } },
  });
  await index.init();
  return index;
}

async function vocabulary() {
  const answer = await fetch(new URL("assets/words.json", ROOT));
  if (!answer.ok) throw new Error(`words.json: ${answer.status}`);
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
  try {
    const given = await ready();
    const result = await search(query, given);
    const load = loader(result.pages, given.words);
    const first = await load(0);
    if (turn === latest) show(query, result, first, load);
  } catch (error) {
    if (turn === latest) fail();
    console.error(error);
  }
  if (turn === latest) results.removeAttribute("aria-busy");
}

/** Load result pages a few at a time. */
function loader(pages, words) {
  return (from) =>
    Promise.all(pages.slice(from, from + PAGE).map(async (page) => ({ page, data: await dataOf(page, words) })));
}

/** The data of Pagefind for a page, with highlighted matches, or the summary of a page found only through the glossary. */
function dataOf({ id, hit }, { pointed }) {
  if (hit) return hit.data();
  const [url, { meta }] = Object.entries(pointed).find(([, page]) => page.id === id);
  return { url, meta, excerpt: "" };
}

function show(query, result, first, load) {
  const { pages } = result;
  say(
    part("count"),
    pages.length
      ? `${pages.length} ${pages.length === 1 ? "page" : "pages"} for "${query}"`
      : `Nothing found for "${query}"`,
  );
  part("notes").replaceChildren(...notes(result).map((text) => element("li", {}, text)));
  part("list").replaceChildren(...first.map(hit));
  more(first.length, pages.length, load);
}

/** Notes on how the query was interpreted. */
function notes({ fixed, entries, all, pages, alike }) {
  const read = fixed.map(({ typed, read }) => [`No page has "${typed}". This is what has "${read}".`]);
  const meant = entries.map(({ id, term }) => ["In the glossary: ", link(new URL(`glossary/#${id}`, ROOT), term)]);
  const some = pages.length && !all ? [["No page has all of these words. These have the most."]] : [];
  const near = alike.length
    ? [["Words like these: ", ...alike.flatMap((word, at) => [at ? ", " : "", link(searchFor(word), word)])]]
    : [];
  const none = pages.length
    ? []
    : [...near, ["Try other words, or ", link(new URL("a-to-z/", ROOT), "look through the A to Z"), "."]];
  return [...read, ...meant, ...some, ...none];
}

function hit({ page, data }) {
  const { title, kind, stages, summary } = data.meta;
  return element(
    "li",
    { class: "mn-hit", "data-result": "" },
    element("h3", { class: "mn-hit__title" }, link(address(data.url, page.anchor), title)),
    element("p", { class: "mn-hit__facts" }, [kind, stages].filter(Boolean).join(": ")),
    element("p", {}, ...(data.excerpt ? excerpt(data.excerpt) : [summary])),
    element("p", { class: "mn-hit__facts" }, why(page, data.meta)),
  );
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

/** Turn Pagefind's excerpt, a text with marks around matches, into DOM nodes, so that no other markup in it has an effect. */
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  const nodes = [...parsed.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent,
  );
  return /[.!?]$/.test(parsed.textContent.trim()) ? nodes : [...nodes, " …"];
}

function more(shown, total, load) {
  const button = part("more");
  button.hidden = shown >= total;
  button.onclick = async () => {
    const next = await load(shown);
    const items = next.map(hit);
    part("list").append(...items);
    more(shown + next.length, total, load);
    items[0]?.querySelector("a").focus();
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

/** The URL of a page. Pagefind has it relative to the root of the site, wherever that is. */
function address(url, anchor) {
  const to = new URL(url.replace(/^\//, ""), ROOT);
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
