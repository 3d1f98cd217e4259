"""The relevance of the search does not fall. tests/benchmarks/relevance.py describes the measure."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import relevance

pytestmark = pytest.mark.browser

#: The share of each set's queries that must have a wanted page among the first 3.
LEAST = {"control": 0.95, "drawn": 0.97, "evaluation": 0.95, "own": 0.95, "tired": 0.97}
#: The share of the names, misspellings and abbreviations whose page must be the first.
FIRST = 0.95


def test_every_set_has_a_share_to_keep() -> None:
    assert relevance.sets() == sorted(LEAST)


@pytest.mark.gate
@pytest.mark.parametrize("name", LEAST)
def test_a_wanted_page_is_among_the_first_3(name: str, base: str, visitor: Any) -> None:
    found = relevance.answers(name, visitor().page, base)
    assert relevance.share(found, 3) >= LEAST[name], "\n".join(relevance.lines(name, found))
    if name == "drawn":
        assert relevance.share(found, 1) >= FIRST, "\n".join(relevance.lines(name, found))
