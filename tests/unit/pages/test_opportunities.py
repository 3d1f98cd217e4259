"""Pages of opportunities: the cards of the finder, groups by placement, and headings of evidence."""

from __future__ import annotations

import datetime
from typing import Any

from mentor_network import pages
from mentor_network.catalogue import Catalogue
from mentor_network.pages.opportunities import by_weeks, evidence_heading, rows_of, under_headings
from support.catalogues import catalogue_of, small_catalogue
from support.networks import TODAY


def context(address: str, catalogue: Catalogue) -> dict[str, Any]:
    return dict(next(page.context for page in pages.build(catalogue) if page.address == address))


def test_groups_by_placement_are_not_cumulative() -> None:
    catalogue = catalogue_of({"min_weeks": 1}, {"min_weeks": 17})
    assert [(weeks, [o.id for o in group]) for weeks, _, group in by_weeks(catalogue.opportunities) if group] == [
        (1, ["entry-0"]),
        (17, ["entry-1"]),
    ]


def test_the_first_card_of_each_placement_has_an_anchor() -> None:
    catalogue = catalogue_of({"min_weeks": 1}, {"min_weeks": 1, "title": "Z"}, {"min_weeks": 4}, {"status": "on-hold"})
    finder = context("/opportunities/", catalogue)
    assert [anchor for _, _, anchor in finder["cards"]] == ["weeks-1", "", "weeks-4"]
    assert [o.id for o, _, _ in finder["not_running"]] == ["entry-3"]


def test_sorting_by_closing_date_is_offered_if_something_will_close() -> None:
    past = catalogue_of({"closes": TODAY - datetime.timedelta(1)})
    assert [value for value, _ in context("/opportunities/", past)["sorts"]] == ["shortest", "title"]
    future = catalogue_of({"closes": TODAY})
    assert [value for value, _ in context("/opportunities/", future)["sorts"]] == ["shortest", "closing", "title"]


def test_a_list_by_type_says_if_nothing_is_running() -> None:
    page = next(
        page for page in pages.build(catalogue_of({"type": "course", "status": "on-hold"})) if page.template == "by_type"
    )
    assert page.description == "Nothing of this kind is running now." and len(page.context["not_running"]) == 1


def test_rows_are_grouped_by_table_and_unknown_tables_are_ignored() -> None:
    assert rows_of(["T1.shadowing", "T1.other.done", "T9.x", "mentor-hours"], small_catalogue()) == [
        ("T1", ["shadowing", "other"])
    ]


def test_headings_name_whose_answers_the_tables_show() -> None:
    catalogue = small_catalogue()
    assert evidence_heading([("T1", [])], catalogue) == "What doctors said"
    assert evidence_heading([], catalogue) == "What the report says"
    assert under_headings([("T1", ["shadowing"])], catalogue) == [
        (("survey", "What doctors said"), [("T1", ["shadowing"])]),
    ]
