"""Entries that are overdue for review, and opportunities that close soon."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mentor_network import statistics
from mentor_network.catalogue import Catalogue
from mentor_network.labels import day
from mentor_network.report.section import SectionType

CLOSING_SOON = datetime.timedelta(days=60)


def overdue(catalogue: Catalogue) -> Iterator[str]:
    """Entries whose next review is in the past."""
    for entry in statistics.overdue(catalogue):
        span = entry.at("next_review")
        name = getattr(entry.record, "id", "")
        yield f"`{name}` in `{span.file}`, line {span.line}: due on {day(entry.record.next_review)}"


def closing(catalogue: Catalogue) -> Iterator[str]:
    """Opportunities that close within 60 days, and those past their closing date that are still marked as open."""
    soon = catalogue.today + CLOSING_SOON
    dated = [(o.closes, o) for o in catalogue.opportunities if o.closes and o.closes <= soon]
    for closes, o in sorted(dated, key=lambda item: item[0]):
        if closes >= catalogue.today and catalogue.runs(o):
            yield f"`{o.id}`: closes on {day(closes)}"
        elif o.status == "open":
            yield f"`{o.id}`: closed on {day(closes)}, and still says that it is open"


OVERDUE = SectionType(
    "Overdue for review",
    "Readers see a warning on these pages. Read each page, open its links, fix what has changed, "
    "then set `last_reviewed` to today and `next_review` to a year from now.",
    overdue,
)

CLOSING = SectionType(
    "Closing soon",
    "Check the date at its source. After it has passed, put in the next date, or set `status: closed`.",
    closing,
)
