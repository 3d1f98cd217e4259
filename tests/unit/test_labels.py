"""How dates, lists and counts are written, and the status tag of an opportunity."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from mentor_network import labels
from support.catalogues import catalogue_of
from support.networks import TODAY

DAY = datetime.timedelta(1)


def test_dates_are_written_with_the_name_of_the_month() -> None:
    assert labels.day(datetime.date(2026, 8, 6)) == "6 August 2026"
    assert labels.month("2025-09") == "September 2025"


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_have_a_word_before_the_last_item(words: list[str], text: str) -> None:
    assert labels.listed(words) == text


def test_nouns_follow_their_number() -> None:
    assert [labels.count(n, "thing", "things") for n in (0, 1, 2)] == ["0 things", "1 thing", "2 things"]
    assert labels.page_numbers("14") == "page 14"
    assert labels.page_numbers("14 and 20") == "pages 14 and 20" and labels.page_numbers("4,6") == "pages 4,6"


@pytest.mark.parametrize(
    ("fields", "tag"),
    [
        ({"status": "always", "closes": None, "opens": None}, ("", "")),
        ({"status": "open", "closes": TODAY, "opens": None}, ("yes", "Open until 6 August 2026")),
        ({"status": "open", "closes": None, "opens": None}, ("yes", "Open")),
        ({"status": "open", "closes": None, "opens": TODAY}, ("yes", "Open")),
        ({"status": "open", "closes": None, "opens": TODAY + DAY}, ("quiet", "Opens on 7 August 2026")),
        ({"status": "open", "closes": TODAY - DAY}, ("quiet", "Closed for now")),
        ({"status": "closed", "closes": None}, ("quiet", "Closed for now")),
        ({"status": "on-hold"}, ("quiet", "On hold")),
        ({"status": "check", "scope": "trust"}, ("check", "Ask if your Trust has it")),
        ({"status": "check", "scope": "national"}, ("check", "Ask if it is running")),
        ({"status": "always", "next_review": TODAY - DAY}, ("check", "Check before you rely on this")),
    ],
)
def test_the_status_tag_says_what_a_reader_must_know(fields: dict[str, Any], tag: tuple[str, str]) -> None:
    (opportunity,) = catalogue_of(fields).opportunities
    assert labels.status(opportunity, TODAY) == tag
