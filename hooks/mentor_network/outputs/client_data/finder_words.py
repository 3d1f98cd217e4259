"""JSON for the script of the finder: the words that find an opportunity besides those on its card."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.records import Opportunity
from mentor_network.render import OutputFile


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """The file, which is loaded when somebody is about to type: words by the id of their opportunity."""
    words = {o.id: _words(o) for o in catalogue.opportunities}
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    yield OutputFile.of_text("assets/finder-words.json", text)


def _words(o: Opportunity) -> str:
    """Each word once: the finder matches words, not phrases."""
    on_card = _unique_words(f"{o.title} {o.summary}")
    words = _unique_words(" ".join((labels.TYPES[o.type], *o.also_known_as, *o.search_words)))
    return " ".join(word for word in words if word not in on_card)


def _unique_words(text: str) -> dict[str, None]:
    """The words of a text in order, in lower case and without punctuation, each once."""
    return dict.fromkeys(stripped for word in text.casefold().split() if (stripped := word.strip(',.;:?!()"')))
