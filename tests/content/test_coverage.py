"""What the real catalogues hold enough of, so that every reader finds something that fits."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from functools import cache
from urllib.parse import urlsplit

import pytest

from mentor_network import pipeline
from mentor_network.addresses import addresses
from mentor_network.prose_lint.segments import passages
from mentor_network.records import Opportunity, Records
from support.networks import ROOT

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


#: Sites of the region's training offices before they moved to one address.
LEFT = ("southwest.hee.nhs.uk", "severndeanery.nhs.uk", "peninsuladeanery.nhs.uk")
HEDGE = re.compile(r"(?i)not confirmed|could not confirm|no fee is known|not stated|\bwe found (?:no|none|nothing)\b")
DATE = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])})\s+20\d\d\b")


def test_what_is_not_confirmed_says_when_somebody_looked() -> None:
    words = [(entry.record.id, passage.text) for entry in records().opportunities for passage in passages(entry)]
    assert [(name, text) for name, text in words if HEDGE.search(text) and not DATE.search(text)] == []


@pytest.mark.parametrize("site", LEFT)
def test_no_address_is_on_a_site_that_the_region_has_left(site: str) -> None:
    urls = [entry.record.url for entry in records().sources if entry.record.url]
    urls += [link.url for o in opportunities() for link in o.links]
    assert [url for url in urls if urlsplit(url).netloc.endswith(site)] == []


@pytest.mark.parametrize(
    "post, stage, may_apply",
    [
        ("national-medical-director-fellow", "foundation", True),
        ("national-medical-director-fellow", "sas-led", False),
        ("flexible-portfolio-training", "core", True),
        ("future-leaders-programme", "sas-led", True),
    ],
)
def test_a_post_is_shown_to_those_who_may_apply(post: str, stage: str, may_apply: bool) -> None:
    (found,) = [o for o in opportunities() if o.id == post]
    assert (stage in found.stages) is may_apply


@pytest.mark.parametrize(
    "post", ["national-medical-director-fellow", "fmlm-central-fellow", "darzi-fellowship", "future-leaders-programme"]
)
def test_a_post_elsewhere_asks_for_no_year_in_the_present_one(post: str) -> None:
    """A doctor applies from the post they are in and leaves it: 4 months there are enough."""
    (found,) = [o for o in opportunities() if o.id == post]
    assert found.min_weeks <= 17
