/**
 * The index of the search. It loads the parts that a query needs, and searches them with MiniSearch. No DOM access.
 * hooks/mentor_network/search/index.py writes the files and describes them.
 */
import MiniSearch from "./minisearch.js";
import { stemmer } from "./stemmer.js";

/** The fields of a page with their weights: titles and other names, then the text. */
const WEIGHTS = { names: 3, body: 1 };
/** Weight of a word with the same stem, relative to the word that was typed: "saying" for "say". */
const SAME_STEM = 0.2;
/** How much repetition of a word counts (k), and the length of a page (b). */
const BM25 = { k: 2, b: 0.4, d: 0 };
const FIELDS = Object.keys(WEIGHTS);
const RELATED = Object.fromEntries(FIELDS.map((field) => [field, WEIGHTS[field] * SAME_STEM]));
const OPTIONS = { fields: FIELDS, tokenize: (term) => [term], processTerm: (term) => term };

export class Index {
  /** @param load fetches one of the files by its name, and returns the promise of its value */
  constructor(load) {
    this.load = load;
    this.shards = new Map();
    this.terms = [];
    this.names = new Map();
  }

  /** Load the parts for these words, unless they are here. After the first time, `addresses` and `glossary` are there too. */
  async need(words) {
    const [base, isNew] = await Promise.all([this.base ?? this.load("index"), this.fetchShards(words)]);
    this.base ??= Object.assign(this, base);
    if (isNew) this.build();
  }

  async fetchShards(words) {
    const wanted = [...new Set(words.map(shard))].filter((name) => !this.shards.has(name));
    const loaded = await Promise.all(wanted.map((name) => this.load(`terms/${name}`)));
    wanted.forEach((name, at) => this.shards.set(name, loaded[at]));
    return wanted.length > 0;
  }

  /** Every word of titles, other names and the glossary. */
  async known() {
    this.words ??= await this.load("words");
    return this.words;
  }

  /** Pages with this title or other name, in terms, or with one of the same stems: { id, anchor } of each. */
  called(name) {
    return this.names.get(name) ?? this.names.get(stems(name)) ?? [];
  }

  /** Is it a term of a part that is loaded? */
  has(term) {
    return this.terms.includes(term);
  }

  build() {
    const loaded = [...this.shards.values()].flatMap(({ terms }) => terms);
    const count = this.addresses.length;
    this.terms = loaded.map(([term]) => term);
    this.names = new Map();
    for (const { names } of this.shards.values())
      for (const [name, places] of Object.entries(names))
        for (const key of new Set([name, stems(name)]))
          this.names.set(key, [...(this.names.get(key) ?? []), ...places.map(placed)]);
    this.index = MiniSearch.loadJS(
      {
        documentCount: count,
        nextId: count,
        documentIds: Object.fromEntries(this.addresses.map((_, number) => [number, number])),
        fieldIds: Object.fromEntries(FIELDS.map((field, at) => [field, at])),
        fieldLength: Object.fromEntries(
          this.addresses.map((_, number) => [number, FIELDS.map((field) => this.lengths[field][number])]),
        ),
        averageFieldLength: FIELDS.map((field) => this.lengths[field].reduce((sum, n) => sum + n, 0) / count),
        storedFields: {},
        dirtCount: 0,
        index: loaded.map(([term, ...fields]) => [term, Object.fromEntries(fields.map(postings).entries())]),
        serializationVersion: 2,
      },
      OPTIONS,
    );
  }

  /**
   * Pages with all of these words, or words with the same stems: { id, score, named } of each. `named`: all are in the names
   * of the page. Where no page has a single word, pages with words that begin with it.
   */
  pages(words) {
    const stems = words.map(stemmer);
    const related = words.map((word, at) => this.related(word, stems[at]));
    const queries = words.map((word, at) => ({ combineWith: "OR", queries: [word, { queries: related[at], boost: RELATED }] }));
    const found = this.index.search({ combineWith: "AND", queries }, { boost: WEIGHTS, bm25: BM25 });
    if (!found.length && words.length === 1)
      return this.index.search(words[0], { prefix: true, boost: WEIGHTS, bm25: BM25 }).map((page) => ({ ...page, named: false }));
    const named = ({ match }) =>
      stems.every((stem) => Object.keys(match).some((term) => match[term].includes("names") && stemmer(term) === stem));
    return found.map((page) => ({ id: page.id, score: page.score, named: named(page) }));
  }

  /** The other terms with this stem. */
  related(word, stem) {
    return this.terms.filter((term) => term !== word && term.startsWith(word.slice(0, 3)) && stemmer(term) === stem);
  }
}

/** The stems of the words of a name. */
function stems(name) {
  return name.split(" ").map(stemmer).join(" ");
}

/** The number of a page, alone or with an anchor. */
function placed(place) {
  const [id, anchor] = [place].flat();
  return { id, anchor };
}

/** The name of the file that has a term. */
function shard(term) {
  return /^[a-z]/.test(term) ? term[0] : "other";
}

/** Postings as MiniSearch has them, from pairs of a distance to the page before and a count. */
function postings(pairs) {
  const counts = {};
  for (let at = 0, page = 0; at < pairs.length; at += 2) {
    page += pairs[at];
    counts[page] = pairs[at + 1];
  }
  return counts;
}
