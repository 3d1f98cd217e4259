"""The finder's further words: each once, without those that are on the card."""

from __future__ import annotations

import json

from mentor_network.outputs.client_data import finder_words
from support.catalogues import catalogue_of


def test_words_that_are_not_on_the_card() -> None:
    catalogue = catalogue_of(
        {"title": "Chair a meeting", "search_words": ["chair, committee!", "Chair"], "type": "course"},
        {"status": "on-hold", "also_known_as": ["Étude"], "type": "course"},
    )
    (file,) = finder_words.files(catalogue)
    assert json.loads(file.content) == {"entry-0": "courses committee", "entry-1": "courses étude"}
