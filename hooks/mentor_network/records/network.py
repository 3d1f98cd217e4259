"""Models of network.yaml: the names of a network, its region, menu and roles."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from mentor_network.records.fields import (
    Citation,
    Code,
    EvidenceId,
    Flag,
    Id,
    Item,
    Line,
    Link,
    Prose,
    Record,
    Wording,
    parse_https,
)


def _stripped(value: Any) -> Any:
    """A text without outer spaces, which may be empty."""
    return str(value).strip() if isinstance(value, str) else value


def _repository(value: str) -> str:
    if value and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+", value):
        raise PydanticCustomError("bad-value", "repository", {"word": value, "allowed": []})
    return value


def is_public_number(number: str) -> bool:
    """Is this the number of a public service, written in groups of digits?"""
    return bool(_GROUPS.fullmatch(number)) and bool(_PUBLIC.fullmatch(number.replace(" ", "")))


def _public_number(value: Any) -> Any:
    if isinstance(value, str) and not is_public_number(value.strip()):
        raise PydanticCustomError("bad-value", "number", {"word": str(value), "public": False})
    return str(value).strip() if isinstance(value, str) else value


_GROUPS = re.compile(r"\d(?: ?\d){2,11}", re.ASCII)
#: Short codes, and numbers that start with 03 or 08. All others may reach one person.
_PUBLIC = re.compile(r"999|1\d\d|116\d{3}|[6-8]\d{4}|03\d{9}|08\d{8,9}", re.ASCII)

Empty = Annotated[str, BeforeValidator(_stripped), StringConstraints(max_length=300)]
PublicNumber = Annotated[str, BeforeValidator(_public_number)]


class Place(Record):
    """A nation, a region or a Trust."""

    id: Id = Field(description="A short name.", examples=["border-counties"])
    name: Line = Field(description="Its name.", examples=["Border Counties"])


class Responsibility(Record):
    """One of the key responsibilities in a Clinical Leadership Mentor's job description."""

    id: Code = Field(description="K and its number.", examples=["K2"])
    name: Line = Field(description="A short name of ours.", examples=["Buddying and shadowing"])
    wording: Wording = Field(
        description="The job description's words, exact, as the report prints them.",
        examples=["To develop a forum on leadership."],
    )
    what_mentors_did: Prose = Field(
        description="What mentors did, in our words, from the report.", examples=["Mentors matched doctors with projects."]
    )
    sources: list[Citation] = Field(min_length=1, description="Where it is reported.")


class Role(Record):
    """A role that helps, never a person."""

    id: Id = Field(description="A short name.", examples=["peer-lead"])
    name: Line = Field(description="The role's name.", examples=["Resident doctor peer lead"])
    helps_with: Line = Field(description="What to ask them for.", examples=["Joining a project that exists, and methods."])
    how_to_find: Line | None = Field(
        None, description="How to find whoever holds it.", examples=["Ask your postgraduate medical education centre."]
    )


class HelpLine(Record):
    """A public service that answers people in distress. Never a person."""

    refers: ClassVar[dict[str, str]] = {"where": "places"}

    id: Id = Field(description="A short name.", examples=["samaritans"])
    name: Line = Field(description="What the service is called.", examples=["Samaritans"])
    number: PublicNumber = Field(
        description="Its public number, in groups that are easy to read. This list is the one place for such numbers.",
        examples=["116 123"],
    )
    by: Literal["call", "text"] = Field(
        "call", description="Whether people call it or send it a text message.", examples=["call"]
    )
    then: Line | None = Field(
        None, description="What to do next, without a full stop.", examples=["Choose the mental health option"]
    )
    answers: Line = Field(
        description="Who answers, and whom they are for.", examples=["A trained volunteer listens. Free, for anybody."]
    )
    hours: Line = Field(description="When they answer.", examples=["At any hour"])
    where: list[Id] = Field([], description="Nations or regions that it is limited to.", examples=[["england"]])
    in_brief: Flag = Field(False, description="Whether the short form names it too.", examples=["true"])
    link: Link = Field(description="Where the service says this itself, and when somebody last saw it.")


class CrisisHelp(Record):
    """Help for a reader in distress: the same on every page that offers it."""

    search_words: list[Item] = Field(
        [], description="What people in distress type: the search shows this help first.", examples=[["want to die"]]
    )
    lines: list[HelpLine] = Field(min_length=1, description="The services, the most urgent first.")


class Evaluation(Record):
    """The evaluation that a guide begins with. A network without one leaves it out, and no page speaks of any."""

    name: Line = Field(description="What sentences call it.", examples=["the 2020 evaluation"])
    opening: Line = Field(
        description="The home page's sentence about it.",
        examples=["This guide begins with an evaluation of the mentors in our region."],
    )
    finding: Line = Field(
        description="What it found that explains how this guide lists things.",
        examples=["The evaluation found very little evidence about which activities work better than others."],
    )


class MenuItem(Record):
    """A way in that the menu of every page shows."""

    title: Line = Field(description="Its words.", examples=["Find something to do"])
    address: Line = Field(description="A page of this site.", examples=["/opportunities/"])


class Network(Record):
    """One network of mentors. Another region starts its own with `mentor-network init`, and edits this file first."""

    refers: ClassVar[dict[str, str]] = {"evidence": "evidence"}

    name: Line = Field(description="The name of the site.", examples=["Leading at work"])
    strapline: Line = Field(
        description="One line below the name: for whom it is.",
        examples=["For resident doctors, supervisors and mentors in our region"],
    )
    publisher_line: Line = Field(
        description="Who publishes it and what it is not. It stands on every page.",
        examples=["A guide by the mentors of our region. It is not an NHS website."],
    )
    region: Line = Field(description="The region it serves.", examples=["Border Counties"])
    mentors_are_called: Line = Field(
        "mentors", description="The mentors' title here, for several of them.", examples=["Clinical Leadership Mentors"]
    )
    evaluation: Evaluation | None = Field(
        None, description="The evaluation that this guide begins with. Leave it out if there is none."
    )
    crisis_help: CrisisHelp | None = Field(
        None, description="Whom a reader in distress can call. Pages show it where they ask for it."
    )
    evidence: list[EvidenceId] = Field(
        [],
        description="Rows of a table in evidence.yaml that the home page draws: what doctors had done, and wanted to do.",
        examples=[["T9.course", "T9.mentoring"]],
    )
    site_url: Annotated[str, BeforeValidator(_stripped), AfterValidator(lambda v: parse_https(v) if v else v)] = Field(
        "", description="The public address, with a slash at the end. May be empty.", examples=["https://example.org/"]
    )
    repository: Annotated[Empty, AfterValidator(_repository)] = Field(
        "",
        description="owner/name on GitHub, for the links that suggest a change. May be empty.",
        examples=["org/name"],
    )
    contact: Empty = Field(
        "", description="An address that people may write to. May be empty.", examples=["leadership@example.org"]
    )
    menu: list[MenuItem] = Field([], description="The main ways in, in their order. A few: every page carries them.")
    nations: list[Place] = Field([], description="Nations that entries may be limited to.")
    regions: list[Place] = Field([], description="Regions that entries may be limited to.")
    trusts: list[Place] = Field([], description="Trusts that entries may be limited to.")
    responsibilities: list[Responsibility] = Field([], description="The mentors' key responsibilities.")
    roles: list[Role] = Field([], description="Roles that help doctors to lead.")
