"""What the views of hand-written pages select from the catalogue."""

from __future__ import annotations

from typing import Any

import pytest

from mentor_network.pages import content
from mentor_network.records.view import CaseView, EvidenceView, OpportunityView
from support.catalogues import catalogue_of, small_catalogue

CATALOGUE = catalogue_of(
    {"type": "course", "min_weeks": 1, "stages": ["core"], "develops": ["cap-2"], "cost": "free", "themes": ["safety"]},
    {
        "type": "meeting",
        "min_weeks": 17,
        "stages": ["registrar"],
        "develops": ["cap-1"],
        "cost": "paid",
        "guide": "shadowing",
    },
    {"type": "course", "min_weeks": 4, "develops": ["cap-1-teams"], "cost": "paid", "status": "on-hold"},
)


@pytest.mark.parametrize(
    ("conditions", "numbers"),
    [
        ({"stage": "core"}, "02"),
        ({"weeks": 4}, "02"),
        ({"type": "course"}, "02"),
        ({"type": "course", "limit": 1}, "0"),
        ({"domain": "cap-1"}, "12"),
        ({"theme": "safety"}, "0"),
        ({"guide": "shadowing"}, "1"),
        ({"cost": "paid", "type": "course"}, "2"),
        ({"ids": ["entry-2", "entry-0"]}, "20"),
    ],
)
def test_opportunities_meet_every_condition_and_those_on_hold_come_last(conditions: dict[str, Any], numbers: str) -> None:
    selected = content.opportunities(OpportunityView.model_validate(conditions), CATALOGUE)
    assert "".join(o.id.removeprefix("entry-") for o in selected) == numbers


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({"responsibility": "K1"}, ["matching-projects"]),
        ({"activity": "project"}, ["matching-projects"]),
        ({"activity": "meeting"}, []),
        ({"stage": "core"}, []),
        ({"ids": ["board-meetings", "matching-projects"]}, ["matching-projects"]),
    ],
)
def test_case_studies_meet_every_condition_and_drafts_are_left_out(conditions: dict[str, Any], ids: list[str]) -> None:
    selected: list[Any] = content.cases(CaseView.model_validate(conditions), small_catalogue())
    assert [case.id for case in selected] == ids


def test_an_evidence_view_without_tables_has_all_of_them() -> None:
    catalogue = small_catalogue()
    assert [table.id for table in content.tables(EvidenceView(), catalogue)] == ["T1"]
