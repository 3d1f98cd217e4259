"""Models of targets.yaml: how much content a network wants, and what it must include.

All of it is optional. An unmet target is a warning of `check` and a line of `report`, never an error.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from mentor_network.records.fields import Code, Id, Line, Record, Whole, editor_pattern, parse_words
from mentor_network.records.opportunity import OpportunityType, Weeks

_ADDRESS = re.compile(r"/(?:[A-Za-z0-9-]+/)*")


def _address(value: Any) -> Any:
    if isinstance(value, str) and not _ADDRESS.fullmatch(value.strip()):
        raise PydanticCustomError("bad-link", "address", {"word": str(value), "inside": True})
    return value


def _host(value: str) -> str:
    """The host of a URL or of a bare host name, without `www.`."""
    return urlsplit(value if "//" in value else f"//{value}").netloc.casefold().removeprefix("www.")


#: The absolute path of a page of this site.
PageAddress = Annotated[
    str,
    BeforeValidator(_address),
    BeforeValidator(parse_words),
    editor_pattern(rf"^{_ADDRESS.pattern}$", "start and end it with a slash: /guides/shadowing/"),
]
Site = Annotated[str, BeforeValidator(parse_words), AfterValidator(_host)]
Learning = Literal["experience", "exposure", "formal"]


class WeeksTarget(Record):
    """How many opportunities fit a short placement."""

    weeks: Weeks = Field(description="The length of the placement in weeks: 1, 4, 17, 26 or 52.", examples=["4"])
    least: Whole = Field(description="The least number that fits into it.", examples=["12"])


class SurveyTarget(Record):
    """A table of the evaluation whose rows are things to do: each is to be the evidence of some opportunity."""

    refers: ClassVar[dict[str, str]] = {"table": "tables"}

    table: Code = Field(description="The id of a table in evidence.yaml.", examples=["T9"])
    leave_out: list[Id] = Field([], description="Rows that stand for nothing to do.", examples=[["other"]])


class ShownTarget(Record):
    """Opportunities that some doctors must find, or must not."""

    refers: ClassVar[dict[str, str]] = {"stages": "stages", "never": "stages"}

    opportunities: list[Id] = Field(
        min_length=1, description="The ids of the opportunities.", examples=[["future-leaders-programme"]]
    )
    stages: list[Id] = Field([], description="Stages whose doctors may do it, and must find it.", examples=[["sas-led"]])
    never: list[Id] = Field([], description="Stages whose doctors may not do it.", examples=[["foundation"]])
    weeks: Weeks | None = Field(
        None, description="The shortest placement, in weeks, whose doctors must find it.", examples=["17"]
    )


class OpportunityTargets(Record):
    """How many opportunities there are to be. What is closed or on hold does not count."""

    refers: ClassVar[dict[str, str]] = {"by_stage": "stages", "by_domain": "domains", "at_each_stage": "domains"}

    least: Whole | None = Field(None, description="The least number in all.", examples=["50"])
    free: Whole | None = Field(None, description="The least number of those with `cost: free`.", examples=["30"])
    by_stage: dict[Id, Whole] = Field(
        {},
        description="The least number for each training stage. Each starts with an id of stages.yaml.",
        examples=[{"core": "14"}],
    )
    by_domain: dict[Id, Whole] = Field(
        {},
        description="The least number that shows a domain or a part of it. Each starts with an id of domains.",
        examples=[{"gpc-5": "12"}],
    )
    at_each_stage: dict[Id, Whole] = Field(
        {},
        description="The least number that shows a domain at each of the stages. Each starts with an id of domains.",
        examples=[{"gpc-5": "4"}],
    )
    by_weeks: list[WeeksTarget] = Field([], description="How many fit short placements.")
    learning_order: list[Learning] = Field(
        [],
        description="Ways of learning, from the one that most opportunities have to the one that fewest have.",
        examples=[["experience", "exposure", "formal"]],
    )
    kinds: list[OpportunityType] = Field(
        [], description="Kinds of opportunity of which there must be one at least.", examples=[["shadowing", "buddying"]]
    )
    survey_rows: list[SurveyTarget] = Field(
        [], description="Tables of evidence.yaml whose every row some opportunity names under `evidence`."
    )
    shown: list[ShownTarget] = Field([], description="Who must find an opportunity, and who must not.")


class CaseTargets(Record):
    """How many case studies and short examples there are to be."""

    short_examples: Whole | None = Field(None, description="The least number of short examples.", examples=["18"])
    by_responsibility: Whole | None = Field(
        None, description="The least number for each of the mentors' responsibilities in network.yaml.", examples=["1"]
    )


class CheckTargets(Record):
    """How much the supervisor's check says about the domains that it shows in full."""

    refers: ClassVar[dict[str, str]] = {"domains": "domains"}

    domains: list[Id] = Field(
        min_length=1, description="The domains that the check must show in full.", examples=[["gpc-5"]]
    )
    expectations: Whole = Field(0, description="The least number of things to look for at each stage.", examples=["3"])
    questions: Whole = Field(0, description="The least number of questions at each stage.", examples=["3"])
    evidence: Whole = Field(
        0, description="The least number of things that count as evidence at each stage.", examples=["3"]
    )
    miscounts: Whole = Field(0, description="The least number of things that are often counted wrongly.", examples=["3"])


class GuideTargets(Record):
    """Guides that must be there."""

    ids: list[Id] = Field(
        min_length=1, description="The guides: names of files in content/guides/.", examples=[["shadowing"]]
    )
    sources: Whole = Field(0, description="The least number of sources that each of them names.", examples=["2"])


class HelpTargets(Record):
    """Hand-written pages that distress can bring a reader to, and how much help in a crisis each must show."""

    whole: list[PageAddress] = Field(
        [], description="Addresses of pages that show all of it.", examples=[["/raising-concerns/"]]
    )
    brief: list[PageAddress] = Field(
        [], description="Addresses of pages that show the most urgent of it.", examples=[["/guides/reflection/"]]
    )


class AvoidedWords(Record):
    """Words that this network does not use."""

    words: Line = Field(description="The words, in small letters or capitals.", examples=["trust grade"])
    write: Line = Field(description="What to write in their place.", examples=["locally employed doctor"])


class AvoidedSite(Record):
    """Somebody else's site that no link is to lead to."""

    site: Site = Field(description="The name of the site. All below it are meant too.", examples=["old.example.org"])
    instead: Line = Field(description="Where to link in its place.", examples=["the same page on new.example.org"])


class Targets(Record):
    """What is enough, and what must be there, for this network. A network without targets.yaml has no targets."""

    opportunities: OpportunityTargets = Field(
        default_factory=OpportunityTargets, description="How many opportunities there are to be, and for whom."
    )
    case_studies: CaseTargets = Field(default_factory=CaseTargets, description="How many case studies and short examples.")
    stages: list[Id] = Field([], description="Training stages that must be there.", examples=[["foundation", "core"]])
    responsibilities: list[Code] = Field(
        [], description="Responsibilities of mentors that must be there.", examples=[["K1", "K2"]]
    )
    supervisor_check: CheckTargets | None = Field(None, description="What the supervisor's check must say.")
    guides: GuideTargets | None = Field(None, description="Guides that must be there.")
    pages: list[PageAddress] = Field([], description="Pages that must be there.", examples=[["/raising-concerns/"]])
    crisis_help: HelpTargets = Field(default_factory=HelpTargets, description="Where the help in a crisis must stand.")
    words_to_avoid: list[AvoidedWords] = Field([], description="Words that no page is to use outside quotation marks.")
    sites_to_avoid: list[AvoidedSite] = Field([], description="Sites that no link is to lead to.")
