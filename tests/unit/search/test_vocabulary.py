"""The vocabulary of the search."""

from __future__ import annotations

import json

import pytest

from mentor_network import pages, pipeline
from mentor_network.catalogue import link
from mentor_network.search import vocabulary
from support.networks import NETWORK, TODAY


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Écoute   ACTIVE", "ecoute active"),
        ("the mentor's and the mentors’s", "the mentor and the mentors"),
        ("less-than_full/time (LTFT)", "less than full time ltft"),
        ("  ", ""),
    ],
)
def test_text_is_normalised(text: str, folded: str) -> None:
    assert vocabulary.fold(text) == folded


def test_titles_and_the_glossary_are_known() -> None:
    records, _ = pipeline.check(NETWORK, today=TODAY)
    catalogue = link(records, today=TODAY)
    (file,) = vocabulary.files(pages.build(catalogue), catalogue)
    words = json.loads(file.content)
    assert {"shadow", "leader"} <= set(words["known"])
    assert words["known"] == sorted(words["known"]) and min(map(len, words["known"])) > 2
    for name, entry in zip(words["names"], records.glossary, strict=True):
        assert name["id"] == entry.record.id and name["called"][0] == vocabulary.fold(entry.record.term)
        assert not any("#" in address for address in name["see"])
