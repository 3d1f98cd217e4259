/**
 * Makes the finder work: choices narrow the list, numbers say what each choice would give, and the address always says what is
 * shown, so that it can be bookmarked, shared, and gone back through. Without this script the list is complete.
 */
import { entry, narrow, read, write } from "./facets.js";

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
    this.cards = [...root.querySelectorAll("[data-result]")].map((card, at) => cardOf(card, at, this.facets));
    this.typing = false;
    this.listen();
    this.show(read(location.search, this.facets));
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.chosen();
      this.close();
    });
    this.form.addEventListener("change", (event) => event.target !== this.words && this.chosen());
    this.words.addEventListener("input", () => this.chosen({ typing: true }));
    this.words.addEventListener("blur", () => (this.typing = false));
    this.order.addEventListener("change", () => this.chosen());
    addEventListener("popstate", () => this.show(read(location.search, this.facets)));
    this.part("toggle").addEventListener("click", () => this.toggle());
    this.part("show").addEventListener("click", (event) => this.close(event));
    this.part("copy").addEventListener("click", () => this.copy());
    this.part("print").addEventListener("click", () => print());
    addEventListener("beforeprint", () => (this.part("paper").textContent = location.href));
  }

  /** What the form says now. */
  state() {
    const choice = new Map(this.facets.map(({ name, inputs }) => [name, new Set(checked(inputs).map(({ value }) => value))]));
    return { choice, query: this.words.value, sort: this.order.value };
  }

  /** Somebody chose: a new place in the history, except while they go on typing. */
  chosen({ typing = false } = {}) {
    const state = this.state();
    const address = `${location.pathname}${write(state)}`;
    history[typing && this.typing ? "replaceState" : "pushState"](null, "", address);
    this.typing = typing;
    this.draw(state);
  }

  /** Put a state from the address into the form. */
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

  draw(state) {
    const { choice, query, sort } = state;
    const result = narrow(this.cards.map((card) => card.entry), this.facets, choice, query);
    this.cards.forEach((card, at) => (card.element.hidden = !result.fits[at]));
    this.sort(sort);
    for (const facet of this.facets) number(facet, result.counts.get(facet.name));
    this.count(result.fits.filter(Boolean).length, state);
    this.chips(state);
    this.empty(result, state);
  }

  sort(wanted) {
    if (wanted === this.sorted) return;
    this.sorted = wanted;
    const order = SORTS[wanted] ?? ((a, b) => a.at - b.at);
    this.part("list").append(...[...this.cards].sort(order).map((card) => card.element));
  }

  count(fit, state) {
    const total = this.cards.length;
    const on = active(state, this.facets).length;
    const all = `${total} ${total === 1 ? this.root.dataset.one : this.root.dataset.many}`;
    say(this.part("count"), on ? `${fit} of ${total} fit` : all);
    say(this.part("on"), on ? `(${on} on)` : "");
    say(this.part("show"), on ? `Show the ${fit} that fit` : `Show all ${total}`);
    this.part("list").hidden = fit === 0;
    this.part("empty").hidden = fit > 0;
  }

  chips(state) {
    const list = this.part("chips");
    const found = active(state, this.facets);
    list.hidden = found.length === 0;
    const chips = found.map((one, at) => button(`${one.label} ×`, `Remove: ${one.label}`, () => this.drop(one, at)));
    if (found.length > 1) {
      const clear = button("Clear all", "", () => this.clear());
      clear.className = "mn-chips__clear";
      chips.push(clear);
    }
    list.replaceChildren(...chips.map(item));
  }

  /** Take one choice away. The keyboard stays where it was: on the next choice, or on the results when none is left. */
  drop({ name, value }, at) {
    this.uncheck(name, value);
    this.chosen();
    const left = this.part("chips").querySelectorAll("button");
    (left[Math.min(at, left.length - 1)] ?? this.root.querySelector("#results")).focus({ preventScroll: true });
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
    this.root.querySelector("#results").focus({ preventScroll: true });
  }

  /** Nothing fits: say which question to take back, and what that would give. */
  empty(result, state) {
    if (result.fits.includes(true)) return;
    const ways = groups(state, this.facets)
      .map((group) => ({ ...group, gives: result.without(group.name) }))
      .filter(({ gives }) => gives > 0);
    const offers = ways.map(({ name, label, gives }) =>
      button(`${label}: ${gives} would fit`, `Take away ${label}: ${gives} would fit`, () => this.relax(name)),
    );
    say(this.part("empty-says"), offers.length ? "Take 1 choice away:" : "Take more than 1 choice away, or start again:");
    this.part("fix").replaceChildren(...[...offers, ...(offers.length ? [] : [button("Clear all", "", () => this.clear())])].map(item));
  }

  relax(name) {
    this.uncheck(name);
    this.chosen();
    this.root.querySelector("#results").focus({ preventScroll: true });
  }

  /** On a phone the choices open and close above the list. */
  toggle() {
    const open = this.form.classList.toggle("is-open");
    this.part("toggle").setAttribute("aria-expanded", String(open));
  }

  close(event) {
    if (this.form.classList.contains("is-open")) this.toggle();
    if (!event) return;
    event.preventDefault();
    const results = this.root.querySelector("#results");
    results.focus({ preventScroll: true });
    results.scrollIntoView();
  }

  async copy() {
    const done = await navigator.clipboard.writeText(location.href).then(() => true, () => false);
    say(this.part("said"), done ? "The link is copied." : "Copy the address of this page from your browser.");
  }
}

function facetOf(element) {
  const inputs = [...element.querySelectorAll("input")];
  return {
    name: element.dataset.facet,
    rule: element.dataset.rule,
    one: inputs[0]?.type === "radio",
    title: element.querySelector("legend").textContent.trim(),
    options: inputs.map(({ value }) => value).filter(Boolean),
    labels: new Map(inputs.map((input) => [input.value, input.labels[0].firstElementChild.textContent.trim()])),
    box: element.closest("details"),
    inputs,
  };
}

function cardOf(element, at, facets) {
  const link = element.querySelector("a");
  const { closes, added } = element.dataset;
  return { element, at, closes, added, title: link.textContent, entry: entry(element.dataset, element.textContent, facets) };
}

const checked = (inputs) => inputs.filter((input) => input.checked && input.value);

/** Every single choice that is on, in the words of its label. */
function active({ choice, query }, facets) {
  const words = query.trim() ? [{ name: "q", label: `"${query.trim()}"` }] : [];
  const values = facets.flatMap((facet) =>
    [...choice.get(facet.name)].map((value) => ({ name: facet.name, value, label: spoken(facet, value) })),
  );
  return [...words, ...values];
}

/** A choice in words that stand alone: "4 months left", not "4 months". */
function spoken({ name, labels }, value) {
  return name === "weeks" ? `${labels.get(value)} left` : labels.get(value);
}

/** The choices of each facet together. */
function groups(state, facets) {
  const found = new Map();
  for (const { name, label } of active(state, facets)) found.set(name, [...(found.get(name) ?? []), label]);
  return [...found].map(([name, labels]) => ({ name, label: labels.join(" or ") }));
}

/** Write the numbers of one facet beside its answers. */
function number({ inputs }, counts) {
  for (const input of inputs) {
    const n = counts.get(input.value);
    say(input.labels[0].querySelector("[data-n]"), String(n));
    input.parentElement.classList.toggle("is-none", n === 0);
  }
}

/** Only what changed is written, so that a screen reader hears only news. */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function button(text, label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function item(inside) {
  const made = document.createElement("li");
  made.append(inside);
  return made;
}

for (const root of document.querySelectorAll("[data-finder]")) new Finder(root);
