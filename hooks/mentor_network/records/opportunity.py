"""Models of opportunities: things a doctor can do to lead at work, and what remains of retired ones."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from mentor_network.records.checklist import ChecklistPoint, checklist_field
from mentor_network.records.fields import (
    Amount,
    Citation,
    Day,
    EvidenceId,
    Id,
    Item,
    Line,
    Link,
    Prose,
    Record,
    Searched,
    Step,
    Title,
    parse_number,
)

OpportunityType = Literal[
    "quality-improvement",
    "patient-safety",
    "shadowing",
    "buddying",
    "mentoring",
    "post",
    "local-role",
    "project",
    "meeting",
    "course",
    "qualification",
    "online",
    "event",
    "network",
    "external-visit",
    "everyday",
    "recognition",
    "self-made",
]
Weeks = Annotated[Literal[1, 4, 17, 26, 52], BeforeValidator(parse_number)]


class Hours(Record):
    """How much of a doctor's time it takes."""

    total: Amount | None = Field(
        None, description="Hours in all, the upper end if it varies. Leave out if nobody knows.", examples=["8"]
    )
    per_week: Amount | None = Field(
        None, description="Hours a week, the upper end if it varies. Leave out if nobody knows.", examples=["2"]
    )
    pattern: Line = Field(description="The same in words, for the reader.", examples=["4 hours in all"])


class Opportunity(Searched):
    """One thing a doctor can do, with all that somebody needs to decide and to start."""

    refers: ClassVar[dict[str, str]] = {
        "stages": "stages",
        "where": "places",
        "develops": "domains",
        "can_show": "domains",
        "themes": "themes",
        "leads_to": "opportunities",
        "guide": "guides",
        "evidence": "evidence",
    }

    id: Id = Field(
        description="A short name for the address: small letters, digits and hyphens. It never changes.",
        examples=["shadow-a-clinical-leader"],
    )
    title: Title = Field(
        description="What the doctor does, starting with a verb, in 65 characters or fewer.",
        examples=["Shadow a clinical leader for half a day"],
    )
    type: OpportunityType = Field(description="The kind of opportunity.", examples=["shadowing"])
    summary: Line = Field(
        description="One sentence that lets a reader decide whether to open it.",
        examples=["Watch how one real decision is made, then talk it over with the person who made it."],
    )
    stages: list[Id] = Field(
        min_length=1, description="The training stages it suits: ids of stages.yaml.", examples=[["foundation", "core"]]
    )
    eligibility: Prose | None = Field(
        None,
        description="Who may do it, where not everybody may.",
        examples=["Doctors in ST4 or above, or equivalent."],
    )
    specialties: list[Item] = Field(
        [],
        description="The specialties it is limited to. Leave out if it is for all.",
        examples=[["Emergency medicine"]],
    )
    learning: Literal["experience", "exposure", "formal"] = Field(
        description="How one learns: by doing, by seeing and talking with others, or by being taught.",
        examples=["exposure"],
    )
    scope: Literal["everyday", "trust", "region", "national"] = Field(
        description="Where it is organised: in the working day, by the Trust, the region or nationally.",
        examples=["trust"],
    )
    where: list[Id] = Field(
        [],
        description="The nations, regions or Trusts it is limited to: ids of network.yaml. Leave out if anywhere.",
        examples=[["england"]],
    )
    provider: Line | None = Field(
        None, description="The organisation that runs it, if one does.", examples=["Royal College of Physicians"]
    )
    min_weeks: Weeks = Field(
        description="The shortest placement it fits, in weeks: 1 (a single shift or day will do), 4, 17, 26 or 52.",
        examples=["1"],
    )
    builds_on: Line | None = Field(
        None,
        description="The work that must be done already, if it only carries on from that. It is then no suggestion for a "
        "domain that a doctor has nothing for.",
        examples=["A project that is finished and in use"],
    )
    hours: Hours = Field(description="The time it takes.")
    timing: Literal["work-time", "own-time", "both"] = Field(
        description="Whether it happens in work time, in your own time or in both.", examples=["work-time"]
    )
    cost: Literal["free", "funded", "paid", "check"] = Field(
        description="Free; paid for by somebody else (funded); paid by the doctor; or not confirmed (check).",
        examples=["free"],
    )
    cost_note: Line | None = Field(
        None, description="What is known about the cost.", examples=["Ask whether study budget can pay."]
    )
    who_to_ask: Line = Field(
        description="A role, never a person's name.",
        examples=["The leader's office, or your mentor"],
    )
    what_you_do: list[Step] = Field(
        min_length=2,
        description="The steps, in order, one item each.",
        examples=[["Write 1 question that you want answered.", "Ask for a date, and offer 2."]],
    )
    you_learn: list[Step] = Field(
        min_length=1, description="What a doctor learns from it.", examples=[["How decisions are made above the ward"]]
    )
    make_it_count: list[Step] = Field(
        min_length=1,
        description="What turns it from a tick-box into learning.",
        examples=[["Talk for 10 minutes with your host straight afterwards."]],
    )
    watch_out: list[Step] = Field(
        [], description="What commonly goes wrong, and what to do then.", examples=[["Ask at least 6 weeks ahead."]]
    )
    portfolio: list[Step] = Field(
        min_length=1,
        description="What to write down as evidence.",
        examples=[["5 lines: your question, what you saw, what surprised you, what you will try, who you told."]],
    )
    reflect: list[Item] = Field(
        min_length=1, description="Questions to think about afterwards.", examples=[["Whose view was missing?"]]
    )
    safety_notes: list[Step] = Field(
        [],
        description="How to keep patients, colleagues and yourself safe.",
        examples=[["Leave for items about named patients or staff."]],
    )
    ltft: Prose | None = Field(
        None,
        description="What helps a doctor who works less than full time.",
        examples=["Ask for a meeting on one of your working days, or for a recording of its public part."],
    )
    develops: list[Id] = Field(
        min_length=1,
        description="The domains of the leadership models that it shows: ids of leadership_models.yaml.",
        examples=[["gpc-5"]],
    )
    can_show: list[Id] = Field(
        [], description="Domains it can show as well, if you ask for that.", examples=[["gpc-6-quality-improvement"]]
    )
    themes: list[Id] = Field(
        min_length=1,
        max_length=3,
        description="1 to 3 themes of leadership_models.yaml. They place it in every other model.",
        examples=[["resources"]],
    )
    leads_to: list[Id] = Field(
        [], description="Other opportunities that follow on from it.", examples=[["buddy-with-a-manager"]]
    )
    guide: Id | None = Field(None, description="The guide that explains it step by step.", examples=["shadowing"])
    evidence: list[EvidenceId] = Field(
        [],
        description="Rows or figures of evidence.yaml that are about it.",
        examples=[["T9.shadowing-clinical-leader"]],
    )
    status: Literal["always", "open", "closed", "on-hold", "check"] = Field(
        description="Always there; open or closed now; on hold; or not confirmed, so ask first (check).",
        examples=["always"],
    )
    opens: Day | None = Field(None, description="The first day to apply.", examples=["2027-01-11"])
    closes: Day | None = Field(
        None, description="The last day to apply. Leave it out if there is none.", examples=["2027-02-26"]
    )
    checklist: list[ChecklistPoint] = checklist_field()
    links: list[Link] = Field([], description="Where to read more or to apply.")
    sources: list[Citation] = Field(min_length=1, description="Where the facts come from.")
    added: Day = Field(description="The day this entry was first published.", examples=["2026-11-23"])
    changed: Day | None = Field(
        None, description="The day its meaning last changed, for the page of what is new.", examples=["2027-03-01"]
    )


class Retired(Record):
    """What stays of an entry that is gone, so that its address keeps answering."""

    refers: ClassVar[dict[str, str]] = {"moved_to": "opportunities", "split_into": "opportunities"}

    id: Id = Field(description="The id it had.", examples=["root-cause-analysis"])
    title: Title | None = Field(None, description="The title it had.", examples=["Join a root cause analysis"])
    moved_to: Id | None = Field(None, description="The entry that replaces it.", examples=["join-a-learning-response"])
    split_into: list[Id] = Field(
        [],
        description="The entries that replace it, if several.",
        examples=[["join-a-learning-response", "watch-a-safety-review"]],
    )
    withdrawn: Line | None = Field(
        None, description="Why it is gone, if nothing replaces it.", examples=["The programme ended in March 2027."]
    )
