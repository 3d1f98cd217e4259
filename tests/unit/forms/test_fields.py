"""Descriptions of fields: their kind, their limits and the choices that the catalogue has."""

from __future__ import annotations

from typing import Any

import pytest

from mentor_network.forms import fields
from mentor_network.records import CaseStudy, Opportunity
from support.catalogues import small_catalogue

REFERENCES = fields.references(small_catalogue())
DESCRIBED: dict[str, dict[str, Any]] = {
    f"{model.__name__}.{field['name']}": field
    for model in (CaseStudy, Opportunity)
    for field in fields.fields(model, REFERENCES)
}


@pytest.mark.parametrize(
    ("name", "kind", "many"),
    [
        ("Opportunity.title", "line", False),
        ("Opportunity.what_you_do", "prose", True),
        ("Opportunity.type", "choice", False),
        ("Opportunity.stages", "choice", True),
        ("Opportunity.hours", "group", False),
        ("Opportunity.links", "group", True),
        ("Opportunity.opens", "date", False),
        ("CaseStudy.started", "month", False),
        ("CaseStudy.trust_named", "flag", False),
        ("CaseStudy.clm_hours_month", "number", False),
    ],
)
def test_the_kind_comes_from_the_annotation(name: str, kind: str, many: bool) -> None:
    assert (DESCRIBED[name]["kind"], DESCRIBED[name]["many"]) == (kind, many)


def test_limits_come_from_the_constraints() -> None:
    assert DESCRIBED["Opportunity.title"]["max_length"] == 65
    assert (DESCRIBED["Opportunity.what_you_do"]["min_items"], DESCRIBED["Opportunity.themes"]["max_items"]) == (2, 3)
    assert DESCRIBED["CaseStudy.clm_hours_month"]["minimum"] == 0


def test_references_are_choices_with_labels_and_an_example_of_this_network() -> None:
    stages = DESCRIBED["Opportunity.stages"]
    assert stages["choices"] == [{"value": "core", "label": "Core"}, {"value": "registrar", "label": "Registrar"}]
    assert stages["example"] == ["core"] and DESCRIBED["Opportunity.guide"]["example"] == "shadowing"


def test_a_reference_to_a_catalogue_without_choices_is_a_plain_field() -> None:
    assert "choices" not in DESCRIBED["Opportunity.evidence"] and DESCRIBED["Opportunity.evidence"]["kind"] == "evidence"


def test_labels_of_choices_depend_on_the_record() -> None:
    statuses = {
        name: {choice["label"] for choice in DESCRIBED[f"{name}.status"]["choices"]} for name in ("CaseStudy", "Opportunity")
    }
    assert statuses["CaseStudy"] == {"Draft", "Published"} and "On hold" in statuses["Opportunity"]
    assert DESCRIBED["Opportunity.min_weeks"]["choices"][0] == {"value": "1", "label": "1 week"}
