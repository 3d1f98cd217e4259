/**
 * The finder: choices filter the list, each option shows how many entries it would match, and the URL holds the state, for
 * bookmarks, sharing and Back. Without this script the list is complete.
 */
import { copy } from "./copy.js";
import { narrow, read, write } from "./facets.js";
import { searchable } from "./words.js";
import { active, button, cardOf, checked, chip, facetOf, groups, item, number, say } from "./finder-parts.js";

/** Delay in milliseconds before the count is announced while somebody types. */
const PAUSE = 300;
const DAYS_AHEAD = "9999-12-31";
const SORTS = {
  closing: (a, b) => (a.closes || DAYS_AHEAD).localeCompare(b.closes || DAYS_AHEAD) || a.at - b.at,
  title: (a, b) => a.title.localeCompare(b.title, "en-GB"),
  new: (a, b) => (b.added || "").localeCompare(a.added || "") || a.at - b.at,
};

class Finder {
  constructor(root) {
    this.root = root;
    this.part = (name) => root.querySelector(`[data-${name}]`);
    this.form = root.querySelector("form");
    this.words = this.form.elements.q;
    this.order = root.querySelector("select[name=sort]");
    this.facets = [...root.querySelectorAll("[data-facet]")].map(facetOf);
    const cards = (list) => [...root.querySelectorAll(`${list} [data-result]`)].map((card, at) => cardOf(card, at, this.facets));
    this.cards = cards("[data-list]");
    this.resting = cards("[data-resting]");
    this.typing = false;
    this.sorted = "";
    this.listen();
    // Merge choices that were made before this script had loaded into those of the URL.
    const early = this.touched();
    this.show(read(location.search, this.facets));
    for (const [field, name, value] of early) field[name] = value;
    this.typing = early.length > 0;
    if (this.typing) this.chosen({ typing: true });
  }

  /** Changes that were made to the form before this script had loaded. */
  touched() {
    const inputs = this.facets.flatMap((facet) => facet.inputs);
    const changed = inputs.filter((input) => input.checked !== input.defaultChecked);
    const values = [this.words, this.order].filter((field) => field.value);
    return [...changed.map((input) => [input, "checked", input.checked]), ...values.map((field) => [field, "value", field.value])];
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.chosen();
      if (this.opened()) this.results();
    });
    this.form.addEventListener("change", (event) => event.target !== this.words && this.chosen());
    this.words.addEventListener("input", () => this.chosen({ typing: true }));
    this.words.addEventListener("focus", () => this.loadWords());
    this.words.addEventListener("blur", () => (this.typing = false));
    this.order.addEventListener("change", () => this.chosen());
    addEventListener("popstate", () => this.back());
    this.part("toggle").addEventListener("click", () => this.toggle());
    this.part("show").addEventListener("click", (event) => {
      event.preventDefault();
      this.results();
    });
    this.part("copy").addEventListener("click", () => this.copy());
    this.part("print").addEventListener("click", () => print());
    addEventListener("beforeprint", () => (this.part("paper").textContent = location.href));
  }

  /** The state of the form. */
  state() {
    const choice = new Map(
      this.facets.map(({ name, inputs }) => [name, new Set(checked(inputs).map(({ value }) => value))]),
    );
    return { choice, query: this.words.value, sort: this.order.value };
  }

  /** Apply a choice. The list comes first: the browser may refuse the history entry, as Safari does after 100. */
  chosen({ typing = false } = {}) {
    const state = this.state();
    this.draw(state, typing);
    this.remember(`${location.pathname}${write(state)}`, typing);
  }

  /** Update the URL: a new history entry for each choice, and a single one for text that is typed in one go. */
  remember(address, typing) {
    const news = address !== location.pathname + location.search;
    if (news) history[typing && this.typing ? "replaceState" : "pushState"](history.state, "", address);
    this.typing = typing && (news || this.typing);
  }

  /** Back or Forward. Text typed next gets a new history entry and does not overwrite this one. */
  back() {
    this.typing = false;
    this.show(read(location.search, this.facets));
  }

  /** Put a state from the URL into the form. */
  show(state) {
    for (const { name, inputs, box } of this.facets) {
      const values = state.choice.get(name);
      for (const input of inputs) input.checked = values.has(input.value) || (input.value === "" && values.size === 0);
      if (box && values.size) box.open = true;
    }
    this.words.value = state.query;
    this.order.value = [...this.order.options].some(({ value }) => value === state.sort) ? state.sort : "";
    this.draw(this.state());
  }

  /** Load further words of the entries, when somebody is about to type. Until then, the words on the cards find them. */
  loadWords() {
    const { words: file } = this.root.dataset;
    if (!file) return;
    this.loading ??= fetch(file)
      .then((found) => (found.ok ? found.json() : Promise.reject(found.status)))
      .then((words) => {
        for (const { id, entry } of [...this.cards, ...this.resting]) entry.words += ` ${searchable(words[id] ?? "")}`;
        if (this.words.value) this.draw(this.state(), this.typing);
      })
      .catch(() => (this.loading = undefined));
  }

  draw(state, typing = false) {
    const { choice, query, sort } = state;
    if (query) this.loadWords();
    const result = narrow(
      this.cards.map((card) => card.entry),
      this.facets,
      choice,
      query,
    );
    this.cards.forEach((card, at) => (card.element.hidden = !result.fits[at]));
    this.rest(choice, query);
    this.sort(sort);
    for (const facet of this.facets) number(facet, result.counts.get(facet.name));
    this.count(result.fits.filter(Boolean).length, state, typing);
    this.chips(state);
    this.empty(result, state);
  }

  /** Entries on hold or closed are filtered too, but never counted. */
  rest(choice, query) {
    if (!this.resting.length) return;
    const entries = this.resting.map((card) => card.entry);
    const { fits } = narrow(entries, this.facets, choice, query);
    this.resting.forEach((card, at) => (card.element.hidden = !fits[at]));
    this.part("resting").hidden = !fits.includes(true);
  }

  sort(wanted) {
    if (wanted === this.sorted) return;
    this.sorted = wanted;
    const order = SORTS[wanted] ?? ((a, b) => a.at - b.at);
    this.part("list").append(...[...this.cards].sort(order).map((card) => card.element));
  }

  count(fit, state, typing) {
    const total = this.cards.length;
    const on = active(state, this.facets).length;
    const all = `${total} ${total === 1 ? this.root.dataset.one : this.root.dataset.many}`;
    clearTimeout(this.waiting);
    const tell = () => say(this.part("count"), on ? `${fit} of ${total} fit` : all);
    if (typing) this.waiting = setTimeout(tell, PAUSE);
    else tell();
    say(this.part("said"), "");
    say(this.part("on"), on ? `(${on} on)` : "");
    say(this.part("show"), on ? `Show the ${fit} that fit` : `Show all ${total}`);
    this.part("list").hidden = fit === 0;
    this.part("empty").hidden = fit > 0;
  }

  chips(state) {
    const list = this.part("chips");
    const found = active(state, this.facets);
    list.hidden = found.length === 0;
    const chips = found.map((one, at) => chip(one.label, () => this.drop(one, at)));
    if (found.length > 1) {
      const clear = button("Clear all", "", () => this.clear());
      clear.className = "mn-chips__clear";
      chips.push(clear);
    }
    list.replaceChildren(...chips.map(item));
  }

  /**
   * Remove a choice. Focus moves to the next chip, or to the results if none is left, but never to "Clear all", which a second
   * key press would trigger.
   */
  drop({ name, value }, at) {
    this.uncheck(name, value);
    this.chosen();
    const left = this.part("chips").querySelectorAll(".mn-chips__one");
    (left[Math.min(at, left.length - 1)] ?? this.part("results")).focus({ preventScroll: true });
  }

  uncheck(name, value) {
    if (name === "q") this.words.value = "";
    const facet = this.facets.find((one) => one.name === name);
    for (const input of facet?.inputs ?? []) {
      if (value === undefined || input.value === value) input.checked = false;
    }
    const any = facet?.inputs.find((input) => input.value === "");
    if (any) any.checked = true;
  }

  clear() {
    for (const name of [...this.facets.map((facet) => facet.name), "q"]) this.uncheck(name);
    this.chosen();
    this.part("results").focus({ preventScroll: true });
  }

  /** No results: suggest the fewest choices to remove, with the number of entries that would match. */
  empty(result, state) {
    if (result.fits.includes(true)) return;
    const asked = groups(state, this.facets);
    const ways = result.ways();
    const offers = ways.map(({ names, gives }) => {
      const label = names.map((name) => asked.get(name)).join(" and ");
      return button(`${label}: ${gives} would fit`, `Take away ${label}: ${gives} would fit`, () => this.relax(names));
    });
    const few = ways[0].names.length;
    say(this.part("empty-says"), few === 1 ? "Take 1 choice away:" : `Take ${few} choices away:`);
    this.part("fix").replaceChildren(...offers.map(item));
  }

  relax(names) {
    for (const name of names) this.uncheck(name);
    this.chosen();
    this.part("results").focus({ preventScroll: true });
  }

  /** On narrow screens, open and close the facets above the list. */
  toggle() {
    const open = this.form.classList.toggle("is-open");
    this.part("toggle").setAttribute("aria-expanded", String(open));
  }

  opened() {
    return this.form.classList.contains("is-open");
  }

  /** Go from the facets to the list. */
  results() {
    if (this.opened()) this.toggle();
    this.part("results").focus({ preventScroll: true });
    this.part("results").scrollIntoView();
  }

  async copy() {
    const done = await copy(location.href);
    say(this.part("said"), done ? "The link is copied." : "Copy the address of this page from your browser.");
  }
}

for (const root of document.querySelectorAll("[data-finder]")) new Finder(root);
