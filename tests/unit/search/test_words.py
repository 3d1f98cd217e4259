"""Words of pages become terms of the index."""

from __future__ import annotations

import pytest

from mentor_network.search.words import content_terms, fold, terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Écoute   ACTIVE", "ecoute active"),
        ("the mentor's and the mentors’s", "the mentor and the mentors"),
        ("less-than_full/time (LTFT)", "less than full time ltft"),
        ("R.C.A. or Q.I, e.g. F.1.", "rca or qi eg f1"),
        ("plan b.next, 3.2.1", "plan b next 3 2 1"),
        ("couldn't, O’Brien", "couldnt obrien"),
        ("so\u00adft zero\u200bwidth \ufb01le", "soft zerowidth file"),
        ("  ", ""),
    ],
)
def test_text_is_normalised(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("piece", "found"),
    [("Studies,", ("study",)), ("less-than-full-time", ("less", "full", "time")), ("four", ("4",)), ("does", ())],
)
def test_a_piece_of_text_has_terms_without_stop_words(piece: str, found: tuple[str, ...]) -> None:
    assert content_terms(piece) == found


def test_stop_words_are_terms_of_names() -> None:
    assert terms("How") == ("how",)
