"""What the real catalogues hold enough of, so that every reader finds something that fits."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from mentor_network import pipeline
from mentor_network.addresses import addresses
from mentor_network.records import Opportunity, Records
from networks import ROOT

STAGES = ("foundation", "core", "registrar", "senior", "sas-led")
DOMAINS = ("gpc-5", "gpc-6-patient-safety", "gpc-6-quality-improvement")
RESPONSIBILITIES = [f"K{n}" for n in range(1, 10)]
GUIDES = (
    "shadowing",
    "buddying",
    "mentoring",
    "peer-mentoring",
    "safety-learning",
    "quality-improvement",
    "beyond-qi",
    "everyday-leadership",
    "local-roles",
    "reflection",
    "choosing-a-course",
    "saying-no",
    "less-than-full-time",
    "sas-and-led",
    "specialty-psychiatry",
    "specialty-emergency-medicine",
    "specialty-general-practice",
)


@cache
def records() -> Records:
    return pipeline.check(ROOT, today=pipeline.today())[0]


def opportunities() -> list[Opportunity]:
    return [entry.record for entry in records().opportunities]


def rows(name: str) -> list[str]:
    (table,) = [entry.record for entry in records().tables if entry.record.id == name]
    return [f"{name}.{row.id}" for row in table.rows if row.label != "Other"]


def test_there_are_enough_opportunities() -> None:
    assert len(opportunities()) >= 50


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_has_enough(stage: str) -> None:
    assert sum(stage in o.stages for o in opportunities()) >= 14


def test_these_are_all_the_stages() -> None:
    assert [entry.record.id for entry in records().stages] == list(STAGES)


@pytest.mark.parametrize("weeks, least", [(4, 12), (17, 25)])
def test_short_placements_have_enough(weeks: int, least: int) -> None:
    assert sum(o.min_weeks <= weeks for o in opportunities()) >= least


def test_whoever_names_the_guardian_of_working_hours_names_exception_reports() -> None:
    """They are how lost hours, rest and training are told in England. To keep a record alone brings nothing back."""
    everything = (*records().opportunities, *records().stages, *records().pages, *records().cases)
    texts = {entry.at("id"): entry.record.model_dump_json() + entry.document.body for entry in everything}
    named = [span for span, text in texts.items() if "uardian of safe working hours" in text]
    assert named and [span for span in named if "xception report" not in texts[span]] == []


def test_most_of_it_is_free() -> None:
    assert sum(o.cost == "free" for o in opportunities()) >= 30


@pytest.mark.parametrize("domain", DOMAINS)
def test_each_domain_that_supervisors_check_has_enough(domain: str) -> None:
    assert sum(domain in o.develops for o in opportunities()) >= 12


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_can_show_each_domain(stage: str, domain: str) -> None:
    assert sum(stage in o.stages and domain in o.develops for o in opportunities()) >= 4


def test_doing_comes_before_seeing_and_seeing_before_being_taught() -> None:
    ways = Counter(o.learning for o in opportunities())
    assert ways["experience"] > ways["exposure"] > ways["formal"] > 0


@pytest.mark.parametrize("row", [*rows("T9"), *rows("T12")])
def test_what_the_survey_asked_about_can_be_done(row: str) -> None:
    assert [o.id for o in opportunities() if row in o.evidence] != []


def test_there_are_enough_short_examples() -> None:
    assert sum(entry.record.kind == "short-example" for entry in records().cases) >= 18


@pytest.mark.parametrize("responsibility", RESPONSIBILITIES)
def test_each_responsibility_has_an_example(responsibility: str) -> None:
    assert [entry.record.id for entry in records().cases if responsibility in entry.record.responsibilities] != []


def test_these_are_all_the_responsibilities() -> None:
    network = records().network
    assert network and [responsibility.id for responsibility in network.record.responsibilities] == RESPONSIBILITIES


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_a_page_with_sources(guide: str) -> None:
    assert f"/guides/{guide}/" in {address.path for address in addresses(records())}
    (page,) = [entry.record for entry in records().pages if entry.record.id == guide]
    assert len({citation.source for citation in page.sources}) >= 2
