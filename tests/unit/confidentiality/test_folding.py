"""Normalising a text: positions map back to the original, and decoding takes bounded time."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_network.confidentiality import decoding, fold, folding, screening


@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n *_`\\&;#1\u200b\u00ad½ﬁé")), max_size=60))
@example(text="&#57;43\u200b\n  ½*\\u0039")
def test_every_position_maps_back_in_order(text: str) -> None:
    """Positions never decrease, and characters that are not folded keep theirs."""
    folded = fold(text)
    places = [folded.original(n) for n in range(len(folded.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for n, place in enumerate(places):
        if (
            folded.text[n].isalnum()
            and text[place].isascii()
            and text[place].isalnum()
            and "&" not in text
            and "\\" not in text
        ):
            assert folded.text[n] == text[place]


@pytest.mark.parametrize("times", [0, 1, 3, 7, 5_000, 200_000])
def test_repeated_encoding_is_decoded_up_to_the_limit(times: int) -> None:
    text = f"jane.smith%{'25' * times}40nhs.net"
    assert bool(list(screening.findings(text, "a", "catalogue"))) == (times < decoding.ROUNDS)


def test_no_character_from_last_on_is_a_digit() -> None:
    assert [hex(n) for n in range(folding.LAST, sys.maxunicode + 1) if unicodedata.decimal(chr(n), None) is not None] == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("943\u00a0476\u20095919", "943 476 5919"),
        ("**Jane** _Smith_", "Jane Smith"),
        ("jane%2540nhs.net", "jane@nhs.net"),
        ("jane&commat;nhs.net", "jane@nhs.net"),
        ("wrapped\n  line", "wrapped line"),
        ("a list\n- item", "a list\n- item"),
        ("\u0661\u0662 \ufb01 \u00bd \u2013", "12 fi 1\u20442 -"),
        ("\u0410\u0412\u0421", "ABC"),
    ],
)
def test_characters_that_look_alike_become_one(text: str, folded: str) -> None:
    assert fold(text).text == folded
