"""The index of the search, added to page by page and written as JSON files that the search page loads as it needs them.

A page can be forgotten once it is added: what stays is numbers. theme/components/search gives the
files to MiniSearch, a JavaScript library:

- `index.json`: the addresses of pages, in the order of their numbers, the lengths of their fields, and the glossary.
- `terms/a.json` to `terms/z.json`, and `terms/other.json`: the terms with that first letter, each with its postings in each
  field. Postings are pairs in one list: the distance to the number of the page before, and how often the page has the term.
  With them, the whole `names` whose first term with a meaning has that letter: the numbers of the pages that are called so,
  and the anchor where the name is that of a part of a page.
- `words.json`: every word of titles, names and the glossary. A misspelt word is corrected to the nearest of them.
- `pages/ADDRESS.json`: what a result shows of a page, with the text from which its excerpt is cut.
"""

from __future__ import annotations

import json
import string
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from mentor_network.catalogue import Catalogue
from mentor_network.records import Term
from mentor_network.render import OutputFile
from mentor_network.render.renderer import Rendered
from mentor_network.search.metadata import metadata
from mentor_network.search.text import page_text
from mentor_network.search.words import content_terms, fold, terms

FOLDER = "assets/search"
#: The beginnings of the paths of all files.
PATHS = (f"{FOLDER}/",)
#: Titles, other names and search words are in the first field, summaries and text in the second.
FIELDS = ("names", "body")
_OTHER = "other"


class SearchIndex:
    """The index of one site."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.addresses: list[str] = []
        #: How many different terms each page has, by field.
        self.lengths: tuple[array[int], ...] = tuple(array("I") for _ in FIELDS)
        #: Term → its postings in each field: pairs of the number of a page and how often the page has the term.
        self.postings: dict[str, tuple[array[int], ...]] = {}
        self.words: set[str] = set()
        #: Names as terms, "no time" with its stop word: the numbers of the pages that are called so, with an anchor or "".
        self.names: dict[str, list[tuple[int, str]]] = {}

    def add(self, rendered: Rendered) -> Iterator[OutputFile]:
        """Add a rendered page, and return the file of its result. Pages of kinds that are not searched have none."""
        page = rendered.page
        shown = metadata(page, self.catalogue)
        if not shown:
            return
        text = page_text(rendered.body)
        names = " ".join((page.title, *page.other_names, *page.search_words))
        self._add_field(0, names, terms)
        self._add_field(1, f"{page.description} {text}", content_terms)
        self.words.update(fold(names).split())
        model = page.context.get("model")
        self._add_names({name: "" for name in (page.title, *page.other_names)})
        self._add_names({domain.name: domain.id for domain in model.domains} if model else {})
        self.addresses.append(page.address)
        yield _json_file(f"pages{page.address.rstrip('/')}", {"title": page.title, **shown, "text": text})

    def _add_names(self, names: Mapping[str, str]) -> None:
        """Add the titles and other names of a page, each with the anchor of what is called so, or an empty text."""
        for name, anchor in names.items():
            if key := " ".join(terms(name)):
                self.names.setdefault(key, []).append((len(self.addresses), anchor))

    def _add_field(self, field: int, text: str, terms_of: Callable[[str], Iterable[str]]) -> None:
        number = len(self.addresses)
        counted: Counter[str] = Counter()
        for piece, times in Counter(text.split()).items():
            for term in terms_of(piece):
                counted[term] += times
        self.lengths[field].append(len(counted))
        for term, count in counted.items():
            if term not in self.postings:
                self.postings[term] = tuple(array("I") for _ in FIELDS)
            self.postings[term][field].extend((number, count))

    def files(self) -> Iterator[OutputFile]:
        """The other files of the index, when all pages have been added."""
        glossary = [entry.record for entry in self.catalogue.records.glossary]
        numbers = {address: number for number, address in enumerate(self.addresses)}
        lengths = {field: list(lengths) for field, lengths in zip(FIELDS, self.lengths, strict=True)}
        entries = [_entry(term, numbers) for term in glossary]
        yield _json_file("index", {"addresses": self.addresses, "lengths": lengths, "glossary": entries})
        yield from self._shards()
        self.words.update(word for term in glossary for name in _names(term) for word in name.split())
        yield _json_file("words", sorted(word for word in self.words if len(word) > 2))

    def _shards(self) -> Iterator[OutputFile]:
        """The terms by their first letters: a query needs the shards of its words only."""
        letters = (*string.ascii_lowercase, _OTHER)
        shards: dict[str, dict[str, Any]] = {letter: {"terms": [], "names": {}} for letter in letters}
        for term, fields in sorted(self.postings.items()):
            shards[_shard(term)]["terms"].append([term, *(_distances(postings) for postings in fields)])
        for name, places in sorted(self.names.items()):
            first = next(iter(content_terms(name) or terms(name)))
            unique = [[page, anchor] if anchor else page for page, anchor in dict.fromkeys(places)]
            shards[_shard(first)]["names"][name] = unique
        for letter, shard in shards.items():
            yield _json_file(f"terms/{letter}", shard)


def _shard(term: str) -> str:
    return term[0] if term[0] in string.ascii_lowercase else _OTHER


def _distances(postings: array[int]) -> list[int]:
    """Postings with the distance to the page before in place of each page's number, which makes shorter numbers."""
    written, before = postings.tolist(), 0
    for at in range(0, len(written), 2):
        written[at], before = written[at] - before, written[at]
    return written


def _entry(term: Term, numbers: dict[str, int]) -> dict[str, object]:
    """A term of the glossary: its synonyms, its own name first, and the numbers of pages about it."""
    see = dict.fromkeys(address.partition("#")[0] for address in term.see)
    pages = [numbers[address] for address in see if address in numbers]
    return {"id": term.id, "term": term.term, "called": list(dict.fromkeys(_names(term))), "see": pages}


def _names(term: Term) -> Iterable[str]:
    called = [term.term, *([term.abbreviation] if term.abbreviation else []), *term.also_known_as, *term.search_words]
    return map(fold, called)


def _json_file(name: str, value: object) -> OutputFile:
    return OutputFile.of_text(f"{FOLDER}/{name}.json", json.dumps(value, ensure_ascii=False, separators=(",", ":")))
