"""Models of case studies: short examples from the evaluation, and those that mentors write."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from mentor_network.records.checklist import ChecklistPoint, checklist_field
from mentor_network.records.fields import (
    Amount,
    Citation,
    Code,
    Day,
    Flag,
    Id,
    Item,
    Line,
    Month,
    Reached,
    Record,
    Searched,
    Title,
    Whole,
)
from mentor_network.records.opportunity import OpportunityType

ActivityType = Literal[OpportunityType, "induction", "faculty-development", "communication"]
TrustType = Literal["acute", "mental-health", "community", "primary-care", "integrated", "not-stated"]
SizeBand = Literal["under-50", "50-to-199", "200-to-499", "500-or-more", "not-stated"]
Geography = Literal["single-site", "several-sites", "wide-area", "not-stated"]
FewOrMany = Literal["few", "many", "through-others", "not-stated"]

#: The codes of the confidentiality screens, see `confidentiality.table`.
ScreenCode = Literal[
    "nhs-number",
    "patient-number",
    "gmc-number",
    "patient-story",
    "age",
    "bed",
    "clinical-date",
    "incident-reference",
    "serious-event",
    "titled-name",
    "email",
    "phone",
    "postcode",
    "wrapped-link",
    "small-group",
    "criticism",
    "named-trust",
    "ward",
    "role-and-name",
    "person-not-role",
    "initials",
    "exact-date",
    "incident",
    "social-media",
    "picture",
]

SHORT_HEADINGS = ("What is known", "What is not known", "If you try it")
FULL_HEADINGS = (
    "Why we did it",
    "Our Trust",
    "What we did",
    "What happened",
    "What did not work",
    "If you have 2 hours a week",
    "What to copy",
    "What we would like to know from others",
)


class Case(Searched):
    """The fields that both kinds have."""

    refers: ClassVar[dict[str, str]] = {
        "responsibilities": "responsibilities",
        "stages": "stages",
        "develops": "domains",
        "opportunities": "opportunities",
    }

    id: Id = Field(description="A short name for the address, the same as the file's name.", examples=["grand-round"])
    title: Title = Field(
        description="What was done, in 65 characters or fewer, with no names.",
        examples=["Matching doctors with Trust projects"],
    )
    summary: Line = Field(
        description="What was done, in 30 words or fewer.",
        examples=["We asked each department for 1 small project, and offered the list at induction."],
    )
    activity_types: list[ActivityType] = Field(min_length=1, description="The kinds of activity.", examples=[["event"]])
    responsibilities: list[Code] = Field([], description="The mentors' key responsibilities it serves.", examples=[["K9"]])
    stages: list[Id] = Field(
        [], description="The training stages it was for. Leave out if not stated.", examples=[["foundation"]]
    )
    trust_type: TrustType = Field("not-stated", description="The kind of Trust.", examples=["acute"])
    size_band: SizeBand = Field("not-stated", description="How many resident doctors.", examples=["200-to-499"])
    geography: Geography = Field("not-stated", description="How spread out the Trust is.", examples=["several-sites"])
    few_or_many: FewOrMany = Field(
        "not-stated",
        description="Whether a mentor worked with few doctors, with many, or through others.",
        examples=["many"],
    )
    develops: list[Id] = Field([], description="The domains it gave doctors a chance to show.", examples=[["gpc-5"]])
    opportunities: list[Id] = Field([], description="The opportunities it is an example of.", examples=[["chair-a-meeting"]])
    added: Day = Field(description="The day it was first published.", examples=["2026-11-23"])
    sources: list[Citation] = Field([], description="Where the facts come from.")


class ShortExample(Case):
    """One thing the evaluation report says somebody did. The report gives a sentence or two, and we add nothing."""

    kind: Literal["short-example"] = Field(
        description="A short example of what the evaluation reports.", examples=["short-example"]
    )
    report_page: Whole = Field(description="The page of the evaluation report.", examples=["28"])


class Permission(Record):
    """Who agreed to publication."""

    trust: Flag = Field(description="The Director of Medical Education or communications team agreed.", examples=["true"])
    contributors: Flag = Field(description="Everybody who wrote it agreed.", examples=["true"])
    date: Day = Field(description="When.", examples=["2026-11-23"])


class Confidentiality(Record):
    """The two roles who checked that nobody can be recognised."""

    checked_by_role: Line = Field(description="The role of the first reader.", examples=["Leadership mentor"])
    second_check_by_role: Line = Field(
        description="The role of the second reader, a different one.", examples=["Information governance lead"]
    )
    date: Day = Field(description="When.", examples=["2026-11-23"])


class Acknowledgement(Record):
    """What the confidentiality check finds and somebody who may decide it has settled."""

    rule: ScreenCode = Field(description="The code of the finding, as the checker prints it.", examples=["titled-name"])
    by_role: Line = Field(description="The role that settled it, never a name.", examples=["Director of Medical Education"])
    why: Line = Field(
        description="Why it is right as it is.", examples=["The speaker agreed in writing to be named in this talk's title."]
    )


class CaseStudy(Case):
    """What a mentor tried, told by the mentor. A draft may have gaps; publication needs all of it."""

    #: What a published case study must have. A draft that lacks one gets a warning.
    needed: ClassVar[tuple[str, ...]] = (
        "started",
        "still_running",
        "clm_hours_setup",
        "clm_hours_month",
        "cost",
        "people_reached",
        "contributor_role",
        "permission",
        "confidentiality",
        "licence",
    )

    kind: Literal["case-study"] = Field(
        description="A mentor's own case study, told by the mentor.", examples=["case-study"]
    )
    status: Literal["draft", "published"] = Field(
        description="A draft has a page in previews only. Only reviewers set published.", examples=["draft"]
    )
    trust_named: Flag = Field(False, description="Whether the Trust agreed to be named.", examples=["false"])
    trust_name: Line | None = Field(None, description="The Trust's name, if it agreed.", examples=["Example Valley Trust"])
    started: Month | None = Field(None, description="The month it started.", examples=["2025-09"])
    still_running: Literal["yes", "no", "paused"] | None = Field(
        None, description="Whether it still runs.", examples=["yes"]
    )
    clm_hours_setup: Amount | None = Field(None, description="A mentor's hours to set it up.", examples=["6"])
    clm_hours_month: Amount | None = Field(None, description="A mentor's hours a month to keep it going.", examples=["2"])
    other_people: list[Item] = Field(
        [], description="Who else gave time: roles only.", examples=[["Project office manager"]]
    )
    cost: Line | None = Field(None, description='What it cost, or "none".', examples=["none"])
    people_reached: Reached | None = Field(
        None,
        description="How many people it reached: a whole number of 10 or more, or the words `under 10`.",
        examples=["24"],
    )
    contributor_role: Line | None = Field(
        None, description="The role of the person who wrote it.", examples=["Leadership mentor"]
    )
    checklist: list[ChecklistPoint] = checklist_field()
    permission: Permission | None = Field(None, description="Who agreed to publication.")
    confidentiality: Confidentiality | None = Field(None, description="Who checked it for confidentiality.")
    acknowledged: list[Acknowledgement] = Field(
        [],
        description="Findings of the confidentiality check that are right as they are, one rule at a time.",
    )
    licence: Literal["CC-BY-4.0"] | None = Field(None, description="The licence you agree to.", examples=["CC-BY-4.0"])
