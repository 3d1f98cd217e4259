"""The list of data files, and the days on which opportunities open or close."""

from __future__ import annotations

import datetime

from mentor_network.pages.open_data import FEED_SIZE, data_files, dates
from support.catalogues import catalogue_of, small_catalogue


def test_each_file_has_the_number_of_entries_in_each_of_its_lists() -> None:
    files = {file.address: file.entries for file in data_files(small_catalogue())}
    assert files["/data/v1/opportunities.json"] == {"opportunities": 2, "retired": 0}
    assert files["/data/v1/case-studies.json"] == {"case_studies": 1}, "drafts are not published"
    assert files["/data/leadership-models.csv"] == {"rows": 4}, "one row for each domain"
    assert files["/data/evidence/t1.csv"] == files["/data/evidence/statements.csv"] == {"rows": 1}
    assert files["/data/dates.ics"] == {"days": 2} and files["/data/new.atom"] == {"entries": 3}


def test_the_feed_has_a_maximum_size() -> None:
    files = {file.name: file.entries for file in data_files(catalogue_of(*({} for _ in range(FEED_SIZE + 1))))}
    assert files["new"] == {"entries": FEED_SIZE}


def test_each_day_has_what_happens_on_it() -> None:
    day = datetime.date(2026, 9, 1)
    catalogue = catalogue_of({"opens": day, "closes": None}, {"opens": None, "closes": day}, {"opens": None, "closes": None})
    assert [(date, kind, o.id) for date, kind, o in dates(catalogue)] == [
        (day, "opens", "entry-0"),
        (day, "closes", "entry-1"),
    ]


def test_nobody_is_told_to_apply_to_what_is_closed_or_on_hold() -> None:
    day = datetime.date(2026, 9, 1)
    both = {"opens": day, "closes": day}
    catalogue = catalogue_of({**both, "status": "on-hold"}, {**both, "status": "closed"}, {**both, "status": "open"})
    told = [(kind, o.id) for _, kind, o in dates(catalogue)]
    assert told == [("opens", "entry-1"), ("opens", "entry-2"), ("closes", "entry-2")]
