"""Models of leadership models, their domains, and the themes that link domains of several."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from mentor_network.records.fields import Citation, Id, Item, Line, Link, Prose, Record, Searched, Whole
from mentor_network.records.stage import Question


class Point(Record):
    """One thing a domain asks for, in our own words and unnumbered: publishers' prose is theirs."""

    text: Line = Field(description="The point in our own words.", examples=["adapts how they lead to the people there"])
    basis: Literal["corroborated", "unverified"] = Field(
        description="Corroborated by a source we read, or from memory and not checked against the publisher's text.",
        examples=["corroborated"],
    )


class Miscount(Record):
    """Something that people count for a domain though it shows little, and what would show more."""

    counted: Line = Field(description="What people count.", examples=["A certificate from a course"])
    why: Line = Field(description="Why that is thin.", examples=["It shows that the doctor was there."])
    instead: Line = Field(description="What makes it count.", examples=["1 thing tried at work since, and its effect"])


class Domain(Record):
    """One part of a model that has a name of its own."""

    refers: ClassVar[dict[str, str]] = {
        "part_of": "domains",
        "expectations": "stages",
        "evidence_at": "stages",
        "questions": "stages",
    }

    id: Id = Field(description="The model's id, a hyphen and a name.", examples=["gpc-6-patient-safety"])
    part_of: Id | None = Field(None, description="The domain it is a part of.", examples=["gpc-6"])
    number: Line | None = Field(None, description="Its number, only where the publisher numbers it.", examples=["6"])
    name: Line = Field(description="The publisher's own name for it, exact.", examples=["Patient safety"])
    meaning: Line | None = Field(
        None,
        description="What it means, in one sentence of ours.",
        examples=["Sees what could harm people, says so, and helps the team learn from it."],
    )
    meaning_basis: Literal["corroborated", "unverified"] = Field(
        "corroborated", description="Whether a source we read bears the meaning out.", examples=["corroborated"]
    )
    points: list[Point] = Field([], description="What it asks for, in our words, each with its basis.")
    expectations: dict[Id, list[Item]] = Field(
        {},
        description="What it can look like at each stage: ours, to be reviewed. Each starts with an id of stages.yaml.",
        examples=[{"core": ["Runs a short meeting to time"]}],
    )
    evidence_at: dict[Id, list[Item]] = Field(
        {},
        description="What may count as evidence of it at each stage: ours. Each starts with an id of stages.yaml.",
        examples=[{"core": ["3 lines from a senior who watched"]}],
    )
    questions: dict[Id, list[Question]] = Field(
        {},
        description="What a supervisor can ask at each stage. The supervisor's check shows a domain in full when it has "
        "questions. Each starts with an id of stages.yaml.",
        examples=[{"core": [{"ask": "Who spoke in your last meeting?"}]}],
    )
    miscounts: list[Miscount] = Field([], description="What is often counted for it wrongly, in our view.")


class Model(Searched):
    """A published framework that says what leadership in healthcare is."""

    refers: ClassVar[dict[str, str]] = {"superseded_by": "models"}

    id: Id = Field(description="A short name, which starts the id of each of its domains.", examples=["gpc"])
    name: Line = Field(description="The publisher's own name for it.", examples=["Generic Professional Capabilities"])
    short_name: Line = Field(description="What people call it.", examples=["GPC"])
    publisher: Line = Field(description="Who publishes it.", examples=["General Medical Council"])
    published: Line = Field(description="When it was first published, as far as known.", examples=["May 2017"])
    edition: Line | None = Field(None, description="The latest edition known.", examples=["Third edition, 2021"])
    status: Literal["current", "in-use", "superseded"] = Field(
        description="Current; in use though ageing; or superseded.", examples=["current"]
    )
    status_note: Line | None = Field(
        None, description="What is known about its status, and from when.", examples=["In use when it was last checked"]
    )
    superseded_by: Id | None = Field(None, description="The model that replaced it.", examples=["hlm"])
    what_it_is_for: Prose = Field(
        description="What it is for, in our words.",
        examples=["It says what every doctor must learn, whatever their specialty."],
    )
    who_it_is_for: Prose | None = Field(
        None, description="Who it is for, in our words.", examples=["Every doctor in training in the UK."]
    )
    how_it_is_built: Prose | None = Field(
        None, description="Its parts and how they hang together.", examples=["9 domains in 3 groups."]
    )
    licence: Line = Field(description="On what terms its text may be used.", examples=["All rights reserved, link only"])
    links: list[Link] = Field([], description="Where to read it.")
    sources: list[Citation] = Field(min_length=1, description="Where these facts come from.")
    domains: list[Domain] = Field(min_length=1, description="All its domains and their parts.")

    @property
    def in_full(self) -> list[Domain]:
        """The domains that the supervisor's check shows in full: those with questions."""
        return [domain for domain in self.domains if domain.questions]

    @property
    def in_brief(self) -> list[Domain]:
        """All other domains, without their parts: the check shows each in one line."""
        full = {domain.id for domain in self.in_full} | {domain.part_of for domain in self.in_full}
        return [domain for domain in self.domains if not domain.part_of and domain.id not in full]


class Milestone(Record):
    """One framework in the history of the models, with the years that a source gives."""

    refers: ClassVar[dict[str, str]] = {"model": "models"}

    id: Id = Field(description="A short name.", examples=["clcf"])
    name: Line = Field(description="What it is called.", examples=["Clinical Leadership Competency Framework"])
    model: Id | None = Field(None, description="The model it is, if this site has a page for it.", examples=["hlm"])
    since: Whole = Field(description="The year in which it came out, or the earliest that is known.", examples=["2011"])
    until: Whole | None = Field(None, description="The year in which another replaced it.", examples=["2013"])
    when: Line = Field(description="Its dates in words, with what is not certain.", examples=["2011 to 2013"])
    sources: list[Citation] = Field(min_length=1, description="Where its dates were read.")


class Theme(Record):
    """What several models mean by different words. The themes are our editorial crosswalk, for clinician review."""

    refers: ClassVar[dict[str, str]] = {"domains": "domains", "gaps": "models"}

    id: Id = Field(description="A short name.", examples=["teams"])
    name: Line = Field(description="What the theme is, in plain words.", examples=["Working in and leading teams"])
    meaning: Line = Field(description="One sentence of ours.", examples=["Helping a group of people to do its work well."])
    domains: list[Id] = Field(
        min_length=1, description="The domains of every model that it joins.", examples=[["gpc-5", "hlm-engaging-the-team"]]
    )
    gaps: dict[Id, Line] = Field(
        {},
        description="For each model with no such domain, why not. Each starts with an id of models.",
        examples=[{"hlm": "It has no domain of its own for this."}],
    )
