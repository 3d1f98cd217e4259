"""The page about open data, and the list of files that the site offers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mentor_network.catalogue import Catalogue
from mentor_network.labels import OPEN_DATA
from mentor_network.pages.indexes import newest
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import Opportunity
from mentor_network.urls import SHEETS, Address, url

#: The number of entries in the feed.
FEED_SIZE = 50


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data: what it holds (`about`), and the number of entries in each of its lists."""

    name: str
    address: str
    format: str
    about: str
    entries: dict[str, int]


def data_files(catalogue: Catalogue) -> list[DataFile]:
    """Every file of open data except their index."""
    return [*_json(catalogue), *_sheets(catalogue), *_tables(catalogue), *_live(catalogue)]


def _json(catalogue: Catalogue) -> Iterator[DataFile]:
    records = catalogue.records
    evidence = ("tables", "figures", "notes", "charts", "changes", "sources")
    counts = {
        "opportunities": {"opportunities": len(records.opportunities), "retired": len(records.retired)},
        "leadership-models": {"models": len(records.models), "themes": len(records.themes), "history": len(records.history)},
        "stages": {"stages": len(records.stages)},
        "case-studies": {"case_studies": len(catalogue.cases)},
        "evidence": {name: len(getattr(records, name)) for name in evidence},
        "glossary": {"terms": len(records.glossary)},
        "network": {"network": 1},
    }
    for name, about in OPEN_DATA.items():
        yield DataFile(name, url("catalogue_json", name=name), "JSON", about, counts[name])


def _sheets(catalogue: Catalogue) -> Iterator[DataFile]:
    counts = {
        "opportunities": len(catalogue.opportunities),
        "leadership-models": len(catalogue.domain),
        "stages": len(catalogue.stages),
        "case-studies": len(catalogue.cases),
        "glossary": len(catalogue.records.glossary),
    }
    for name in SHEETS:
        yield DataFile(name, url("catalogue_csv", name=name), "CSV", OPEN_DATA[name], {"rows": counts[name]})


def _tables(catalogue: Catalogue) -> Iterator[DataFile]:
    percentages = 0
    for table in catalogue.table.values():
        rows = len(table.rows)
        percentages += rows if any(column.unit == "percent" for column in table.columns) else 0
        yield DataFile(
            table.id, url("table_csv", table=table.id.lower()), "CSV", f"Table {table.id}: {table.title}", {"rows": rows}
        )
    if catalogue.table:
        about = "Every statement that a table gives a percentage for"
        yield DataFile("statements", url("statements_csv"), "CSV", about, {"rows": percentages})


def _live(catalogue: Catalogue) -> Iterator[DataFile]:
    """The files that other programs poll: the calendar and the feed."""
    days, news = len(list(dates(catalogue))), min(FEED_SIZE, len(newest(catalogue)))
    yield DataFile("dates", url("calendar"), "iCalendar", "Days on which something opens or closes", {"days": days})
    yield DataFile("new", url("feed"), "Atom", "What was added or changed, newest first", {"entries": news})


def dates(catalogue: Catalogue) -> Iterator[tuple[datetime.date, str, Opportunity]]:
    """Yield the days on which opportunities open or close: the day, `opens` or `closes`, and the opportunity.

    Nobody can apply to what is closed or on hold, whatever its last day.
    """
    for o in sorted(catalogue.opportunities, key=lambda o: o.id):
        for kind, date in (("opens", o.opens), ("closes", o.closes)):
            barred = o.status == "on-hold" or (o.status == "closed" and kind == "closes")
            if date and not barred:
                yield date, kind, o


def _data(address: Address, catalogue: Catalogue) -> Page:
    sheets = {data_file.name: data_file for data_file in _sheets(catalogue)}
    return Page(
        address,
        "Data and downloads",
        "Everything on this site as files that you may use, and how to hear of new entries.",
        {
            "catalogues": [(data_file, sheets.get(data_file.name)) for data_file in _json(catalogue)],
            "tables": list(_tables(catalogue)),
            "days": len(list(dates(catalogue))),
            "newest": FEED_SIZE,
        },
        other_names=("open data", "API", "JSON", "CSV", "calendar feed", "Atom feed", "RSS"),
        search_words=WORDS,
    )


#: Queries that should find this page.
WORDS = (
    "download everything",
    "spreadsheet",
    "Excel",
    "subscribe to deadlines",
    "add dates to my calendar",
    "Outlook calendar",
    "get updates",
    "reuse the content",
    "how to cite",
    "machine readable",
)

BUILDERS: Mapping[str, PageBuilder] = {"data": _data}
