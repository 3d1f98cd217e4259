/** The search page: reads the address, asks the index, and says what it did with somebody's words. */
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

/** The index and the site's words, fetched when they are first needed. */
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

/** Search for words and show what comes. A search that another has overtaken shows nothing. */
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

/** Loads the pages of a result a few at a time. */
function loader(pages, words) {
  return (from) =>
    Promise.all(pages.slice(from, from + PAGE).map(async (page) => ({ page, data: await dataOf(page, words) })));
}

/** What Pagefind knows of a page, with the words that were found marked. Of one that only the glossary points to, its summary. */
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

/** What was done with the words, for people to judge. */
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

/** Why a page is here: the words that it has, those that it lacks, and the other name that somebody may have meant. */
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

/** Pagefind's excerpt is text with marks around the words that were found; as nodes, nothing else in it can act. */
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

/** The address of a page: Pagefind knows it from the root of the site, wherever that stands. */
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
// On a slow line somebody may have begun to type before this script came: those words stay.
if (form.elements.q.value) run(asked());
else fromAddress();
