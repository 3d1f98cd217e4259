"""The finder's further words: each once, without those that are on the card, and as the search knows them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mentor_network.catalogue import Catalogue
from mentor_network.outputs.client_data import finder_words
from support.catalogues import catalogue_of


def words(catalogue: Catalogue) -> dict[str, list[str]]:
    """The words of each entry."""
    (file,) = finder_words.files(catalogue)
    return {name: text.split() for name, text in json.loads(file.content).items()}


def test_words_that_are_not_on_the_card() -> None:
    catalogue = catalogue_of(
        {"title": "Chair a meeting", "search_words": ["chair, committee!", "Chair"], "type": "course", "stages": []},
        {"status": "on-hold", "also_known_as": ["Étude"], "type": "course", "stages": []},
    )
    assert words(catalogue) == {"entry-0": ["courses", "committee"], "entry-1": ["courses", "étude"]}


@pytest.mark.parametrize(
    ("change", "other"),
    [
        ({"title": "Ask your leadership tutor"}, "clm"),
        ({"search_words": ["a CLM"]}, "tutor"),
        ({"id": "shadow-a-leader"}, "clm"),  # the glossary leads to it
        ({"stages": ["core"]}, "ct1"),
    ],
)
def test_names_of_the_glossary_and_of_stages_find_an_entry_too(change: dict[str, Any], other: str) -> None:
    assert other not in words(catalogue_of({"stages": []}))["entry-0"]
    (found,) = words(catalogue_of({"stages": []} | change)).values()
    assert other in found
