"""The vocabulary of the search, for theme/components/search: `assets/words.json`.

`known` has every word of titles, other names and the glossary: a misspelt word is corrected to the nearest of them. `names`
has the synonyms of each glossary entry and the pages about it, so that another name ("RCA") finds what this site calls it.
Words are folded here as theme/components/finder/words.js folds what people type.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from mentor_network.catalogue import Catalogue
from mentor_network.pages import Page
from mentor_network.records import Term
from mentor_network.render import OutputFile

FILE = "assets/words.json"


def files(pages: Iterable[Page], catalogue: Catalogue) -> Iterator[OutputFile]:
    """The vocabulary file."""
    terms = [entry.record for entry in catalogue.records.glossary]
    known = {word for text in _texts(pages, terms) for word in fold(text).split() if len(word) > 2}
    names = [_names(term) for term in terms]
    text = json.dumps({"known": sorted(known), "names": names}, ensure_ascii=False, separators=(",", ":"))
    yield OutputFile.of_text(FILE, text)


def fold(text: str) -> str:
    """Normalise text: lower case, no accents, and only letters, digits and single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"[^\w]+|_", " ", re.sub(r"['’]s\b", "", plain)).split())


def _texts(pages: Iterable[Page], terms: Iterable[Term]) -> Iterator[str]:
    for page in pages:
        yield from (page.title, *page.other_names, *page.search_words)
    for term in terms:
        yield from (term.term, term.abbreviation or "", *term.also_known_as, *term.search_words)


def _names(term: Term) -> dict[str, object]:
    """The synonyms of a term, its own name first, and the addresses of pages about it."""
    called = [term.term, *([term.abbreviation] if term.abbreviation else []), *term.also_known_as, *term.search_words]
    see = [address.partition("#")[0] for address in term.see]
    return {
        "id": term.id,
        "term": term.term,
        "called": list(dict.fromkeys(map(fold, called))),
        "see": list(dict.fromkeys(see)),
    }
