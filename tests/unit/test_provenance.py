"""The provenance of an entry, and its sentences: pages never give the day of reading as the date of an archived copy."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from mentor_network.provenance import Provenance, describe_copies, provenance_of

READ = datetime.date(2026, 8, 6)


def page(how: str, *, checked: int | None = None, copy_from: str = "", url: str = "https://example.org/") -> Any:
    """A link or a source, last checked on a day of July 2026."""
    day = datetime.date(2026, 7, checked) if checked else None
    return SimpleNamespace(how=how, checked=day, copy_from=copy_from, url=url)


def record(*links: Any, sources: tuple[str, ...] = ()) -> Any:
    return SimpleNamespace(links=links, sources=[SimpleNamespace(source=name) for name in sources], last_reviewed=READ)


def test_live_pages_count_from_the_earliest_check() -> None:
    sources = {"a": page("live", checked=20), "b": page("report")}
    found = provenance_of(record(page("live", checked=12), page("live"), sources=("a", "b")), sources)
    assert found == Provenance(datetime.date(2026, 7, 12))
    assert found.status_note == "Last checked on 12 July 2026." and found.check_note == "Last checked 12 July 2026."
    assert found.copies_note == ""


def test_a_record_without_pages_counts_from_its_own_review() -> None:
    assert provenance_of(record(), {}) == Provenance(READ)


def test_copies_are_counted_by_url_and_dated_by_the_oldest() -> None:
    old = page("archived-copy", copy_from="2025-03", url="https://example.org/a")
    new = page("archived-copy", copy_from="2025-09", url="https://example.org/b")
    found = provenance_of(record(new, old, old, sources=("s",)), {"s": page("live", checked=1)})
    assert found == Provenance(READ, "2025-03", copies=2, some_live=True)


@pytest.mark.parametrize(
    ("provenance", "status", "check"),
    [
        (
            Provenance(READ, "2025-03", 1),
            "Its page was last seen in an archived copy of March 2025 or earlier.",
            "The web page behind it was seen in an archived copy of March 2025 or earlier.",
        ),
        (
            Provenance(READ, "2025-03", 2, some_live=True),
            "Its pages were last seen, some of them in archived copies, the oldest of March 2025 or earlier.",
            "Some of the web pages behind it were seen in archived copies, the oldest of March 2025 or earlier.",
        ),
        (
            Provenance(READ, "", 2),
            "Its pages were last seen in archived copies, which may be older.",
            "The web pages behind it were seen in archived copies, which may be older.",
        ),
    ],
)
def test_notes_say_how_old_the_copies_may_be(provenance: Provenance, status: str, check: str) -> None:
    assert provenance.status_note == status
    assert provenance.check_note == f"Last read through 6 August 2026. {check}"


def test_a_copy_of_an_unknown_month_may_be_older() -> None:
    assert describe_copies("") == "an archived copy, which may be older"
