"""JSON for the script of the finder: the words that find an opportunity besides those on its card."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.records import Opportunity, Term
from mentor_network.render import OutputFile
from mentor_network.search.words import fold
from mentor_network.urls import url

#: The most words of a name in the glossary that is looked for in the text of an entry.
_LONGEST = 5
#: Names by a page that the glossary leads to, or by another name.
Names = dict[str, list[str]]


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """The file, which is loaded when somebody is about to type: words by the id of their opportunity."""
    pages, synonyms = _of_glossary(catalogue)
    words = {o.id: _words(o, catalogue, pages, synonyms) for o in catalogue.opportunities}
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    yield OutputFile.of_text("assets/finder-words.json", text)


def _words(o: Opportunity, catalogue: Catalogue, pages: Names, synonyms: Names) -> str:
    """Each word once: the finder matches words, not phrases. The search finds pages by the same names."""
    on_card = _unique_words(f"{o.title} {o.summary}")
    own = " ".join((labels.TYPES[o.type], *o.also_known_as, *o.search_words))
    said = f"{o.title} {o.summary} {own}"
    stages = [catalogue.stage[stage].grades for stage in o.stages if stage in catalogue.stage]
    others = [*pages[url("opportunity", id=o.id)], *_synonyms(said, synonyms), *stages]
    words = _unique_words(" ".join((own, *others)))
    return " ".join(word for word in words if word not in on_card)


def _of_glossary(catalogue: Catalogue) -> tuple[Names, Names]:
    """The names of the glossary by the page that they lead to, and those of each term by every one of them, folded."""
    pages: Names = defaultdict(list)
    synonyms: Names = defaultdict(list)
    for entry in catalogue.records.glossary:
        names = _names(entry.record)
        for address in entry.record.see:
            pages[address.partition("#")[0]] += names
        for name in names:
            synonyms[fold(name)] += names
    return pages, synonyms


def _names(term: Term) -> list[str]:
    return [term.term, *([term.abbreviation] if term.abbreviation else []), *term.also_known_as]


def _synonyms(text: str, synonyms: Names) -> Iterator[str]:
    """The other names of what a text mentions."""
    words = fold(text).split()
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            yield from synonyms.get(" ".join(words[start:end]), ())


def _unique_words(text: str) -> dict[str, None]:
    """The words of a text in order, in lower case and without punctuation, each once."""
    return dict.fromkeys(stripped for word in text.casefold().split() if (stripped := word.strip(',.;:?!()"')))
