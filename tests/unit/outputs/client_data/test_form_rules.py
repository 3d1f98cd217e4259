"""The rules of the form in the browser are complete, and the same as the checker's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.confidentiality import SCREENS
from mentor_network.markdown_syntax import is_https
from mentor_network.outputs.client_data import form_rules
from mentor_network.records import CaseStudy, Opportunity
from support.networks import NETWORK, ROOT, TODAY


@pytest.fixture(scope="module")
def rules() -> dict[str, Any]:
    """The rules of the real network."""
    records, _ = pipeline.check(ROOT, today=TODAY)
    return dict(json.loads(form_rules.text(link(records, today=TODAY))))


def fields(given: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in given:
        yield field
        yield from fields(field.get("fields", []))


def field(rules: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    return next(item for item in rules["kinds"][kind]["fields"] if item["name"] == name)


def test_a_build_writes_the_file() -> None:
    built = pipeline.build(NETWORK, today=TODAY)
    assert form_rules.ADDRESS in [file.path for file in built.files()]


@pytest.mark.parametrize(("kind", "model"), [("case-study", CaseStudy), ("opportunity", Opportunity)])
def test_every_field_has_help_and_a_kind(rules: dict[str, Any], kind: str, model: Any) -> None:
    given = rules["kinds"][kind]["fields"]
    assert {item["name"] for item in given} == set(model.model_fields)
    for item in fields(given):
        assert item["help"], item
        assert "_" not in item["label"], item
        assert item["kind"] in {
            "line", "prose", "id", "code", "url", "evidence", "date", "month", "reached", "number", "whole", "flag",
            "choice", "group",
        }  # fmt: skip
        if item["kind"] == "choice":
            assert item["choices"], item
            assert [choice for choice in item["choices"] if not choice["label"]] == []
        if item["kind"] in ("line", "prose", "url"):
            assert item["max_length"]
    assert [item["name"] for item in given if item["required"]] == [
        name for name, info in sorted(model.model_fields.items(), key=lambda pair: _last(pair[0])) if info.is_required()
    ]


def _last(name: str) -> bool:
    return name in ("last_reviewed", "next_review", "reviewed_by_role")


def test_limits_are_those_of_the_records(rules: dict[str, Any]) -> None:
    assert field(rules, "case-study", "title")["max_length"] == 65
    assert field(rules, "opportunity", "themes")["max_items"] == 3
    assert field(rules, "opportunity", "what_you_do")["min_items"] == 2
    assert field(rules, "case-study", "clm_hours_month")["minimum"] == 0
    assert field(rules, "case-study", "started")["kind"] == "month"
    assert field(rules, "opportunity", "min_weeks")["choices"][0] == {"value": "1", "label": "1 week"}
    assert field(rules, "case-study", "activity_types")["many"] is True
    needed = [item["name"] for item in rules["kinds"]["case-study"]["fields"] if item["needed"]]
    assert sorted(needed) == sorted(CaseStudy.needed)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org", "https://example.org/", "https://a.b.c/d?e=f#g", "https://example.org?x=a@b", "http://a.b",
        "https://example", "https://.org", "https://example.", "https://a@b.c", "https://a.b/c d", "https://a.b/<c>", "https://",
        "https://a..b/", "javascript:x", " https://a.b", "https://a.b\\c", "https://a.b:80/c",
    ],
)  # fmt: skip
def test_the_pattern_of_a_url_accepts_what_the_checker_accepts(rules: dict[str, Any], address: str) -> None:
    assert bool(re.fullmatch(rules["patterns"]["url"], address)) == is_https(address)


def test_the_choices_of_a_reference_are_the_ids_of_its_catalogue() -> None:
    records, _ = pipeline.check(NETWORK, today=TODAY)
    rules = json.loads(form_rules.text(link(records, today=TODAY)))
    stages = field(rules, "opportunity", "stages")
    assert stages["refers"] == "stages"
    assert {"value": "registrar", "label": "Registrar"} in stages["choices"]
    assert [choice["value"] for choice in field(rules, "case-study", "responsibilities")["choices"]] == ["K1"]


def test_every_screen_is_in_the_rules(rules: dict[str, Any]) -> None:
    given = rules["screens"]
    assert [screen["code"] for screen in given["rules"]] == [screen.code for screen in SCREENS]
    assert set(given["rules"][0]) >= {"severity", "patterns", "message", "help", "scopes", "acknowledge", "unless"}
    assert set(given["normalise"]) == {"encoded", "rounds", "entities", "tokens", "letters", "zeros"}
    assert set(given["wrapped"]) == {"source", "ways", "runs", "real", "help"}
    assert rules["kinds"]["case-study"]["headings"][0]["text"] == "Why we did it"
