"""Counts of the catalogue, and the selection of examples."""

from __future__ import annotations

import datetime

import pytest

from mentor_network import statistics
from mentor_network.statistics import Mark
from support.catalogues import catalogue_of, small_catalogue
from support.networks import TODAY


@pytest.mark.parametrize(
    ("mark", "box"),
    [
        (Mark(0, 0, 3), "empty"),
        (Mark(0, 1, 3), "half"),
        (Mark(1, 0, 3), "half"),
        (Mark(1, 0, 2), "full"),
        (Mark(3, 0, 3), "full"),
    ],
)
def test_a_box_is_full_from_half_of_them_on(mark: Mark, box: str) -> None:
    assert mark.box == box


def test_examples_are_of_different_types_first() -> None:
    catalogue = catalogue_of({"type": "meeting"}, {"type": "meeting"}, {"type": "course"})
    assert [o.id for o in statistics.mix_types(catalogue.opportunities)] == ["entry-0", "entry-2", "entry-1"]
    assert [o.id for o in statistics.pick_examples(catalogue.opportunities, 2)] == ["entry-0", "entry-2"]


def test_a_domain_with_no_more_than_its_parts_is_not_counted() -> None:
    parts = catalogue_of({"develops": ["cap-1-teams"]})
    assert [d.id for d in statistics.domains_with_entries(parts.model["cap"], parts)] == ["cap-1-teams"]
    more = catalogue_of({"develops": ["cap-1-teams"]}, {"develops": ["cap-1"]}, {"develops": [], "can_show": ["cap-2"]})
    assert [d.id for d in statistics.domains_with_entries(more.model["cap"], more)] == ["cap-1", "cap-1-teams", "cap-2"]


def test_each_domain_is_counted_at_each_stage() -> None:
    catalogue = catalogue_of({"develops": ["cap-2"], "stages": ["registrar"]})
    ((domain, cells),) = statistics.by_domain_and_stage([catalogue.domain["cap-2"]], catalogue)
    assert domain.id == "cap-2" and [len(cell) for cell in cells] == [0, 1]


def test_marks_count_what_shows_and_what_can_show_by_type() -> None:
    catalogue = catalogue_of(
        {"type": "course", "develops": ["cap-2"]},
        {"type": "course", "develops": [], "can_show": ["cap-2"]},
        {"type": "post", "develops": []},
    )
    assert statistics.by_type_and_domain([catalogue.domain["cap-2"]], catalogue) == [
        ("course", [Mark(1, 1, 2)]),
        ("post", [Mark(0, 0, 1)]),
    ]


def test_longer_placements_include_shorter_opportunities() -> None:
    catalogue = catalogue_of({"type": "course", "min_weeks": 1}, {"type": "course", "min_weeks": 17})
    assert dict(statistics.by_type_and_weeks(catalogue))["course"] == [1, 1, 2, 2, 2]


def test_opportunities_on_hold_are_counted_by_status_only() -> None:
    catalogue = catalogue_of({"status": "on-hold", "develops": ["cap-1-teams"], "can_show": ["cap-2"]})
    assert statistics.by_status(catalogue) == {"on-hold": 1}
    assert sum(sum(counts) for _, counts in statistics.by_type_and_weeks(catalogue)) == 0
    for domain in ("cap-1", "cap-1-teams", "cap-2"):
        assert statistics.not_running(domain, catalogue) == catalogue.opportunities
    assert statistics.not_running("qualities-care", catalogue) == catalogue.opportunities, "it shares a theme"


def test_a_review_is_overdue_from_the_day_after_it() -> None:
    catalogue = catalogue_of({"next_review": TODAY}, {"next_review": TODAY - datetime.timedelta(1)})
    assert [entry.record.id for entry in statistics.overdue(catalogue)] == ["entry-1"]


def test_records_without_a_reviewer_are_unreviewed() -> None:
    catalogue = catalogue_of({"reviewed_by_role": "Consultant"}, {})
    assert statistics.count_unreviewed(catalogue.opportunities) == 1
    assert statistics.count_unreviewed(small_catalogue().models) == 2
