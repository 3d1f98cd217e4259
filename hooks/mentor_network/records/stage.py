"""Models of training stages."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from mentor_network.records.fields import Citation, EvidenceId, Id, Item, Line, Prose, Record, Searched, Step, Title


class Try(Record):
    """One of the things to try first, and why at this stage."""

    refers: ClassVar[dict[str, str]] = {"opportunity": "opportunities"}

    opportunity: Id = Field(description="The id of an opportunity.", examples=["lead-a-handover"])
    why: Line = Field(
        description="Why it suits this stage, in one sentence.", examples=["It shows you where decisions are made."]
    )


class Question(Record):
    """One question of a supervisor's conversation."""

    ask: Line = Field(description="The question, word for word.", examples=["Where have you led in the last month?"])
    listen_for: Line | None = Field(None, description="What to listen for in the answer.", examples=["nights and handover"])


class Quotation(Record):
    """Somebody's words from a report, exact, in 25 words or fewer."""

    refers: ClassVar[dict[str, str]] = {"source": "sources"}

    words: Line = Field(description="The exact words.", examples=["the words as the report prints them"])
    who: Line = Field(description="Who said it, as a role.", examples=["A trainee"])
    source: Id = Field(description="The id of the source.", examples=["evaluation-2020"])
    page: Line = Field(description="The page.", examples=["16"])


class Stage(Searched):
    """Guidance for one stage of training."""

    refers: ClassVar[dict[str, str]] = {"next_stage": "stages", "evidence": "evidence"}

    id: Id = Field(description="A short name.", examples=["registrar"])
    name: Line = Field(description="The name in lists.", examples=["Registrar"])
    title: Title = Field(description="The heading of its page.", examples=["Leading as a registrar"])
    grades: Line = Field(description="The grades it covers.", examples=["ST3 to ST5, GPST3"])
    ladder_note: Line = Field(
        description="What leading looks like, in a few words.", examples=["Being the decision maker, nights, conflict"]
    )
    summary: Line = Field(
        description="The opening sentence of its page.", examples=["You begin to run things that others depend on."]
    )
    what_leading_means: Prose = Field(
        description="What leadership means at this stage, in 2 or 3 short paragraphs.",
        examples=["You lead a team for an hour at a time."],
    )
    you_already_lead_when: list[Item] = Field(
        min_length=2, description="Ordinary moments that are leadership.", examples=[["run a ward round", "teach a student"]]
    )
    things_to_try: list[Try] = Field(min_length=1, max_length=3, description="1 to 3 things to try first.")
    questions: list[Item] = Field(
        min_length=2,
        description="Questions for the doctor to think about.",
        examples=[["Whom do you lead already?", "What do you find hard?"]],
    )
    conversation_10: list[Question] = Field(min_length=3, description="A supervisor's 10 minute conversation.")
    conversation_30: list[Question] = Field(min_length=3, description="What a 30 minute conversation adds.")
    write_down: list[Step] = Field(
        min_length=1, description="What to write down as evidence.", examples=[["5 lines on what you saw"]]
    )
    what_changes_next: Prose = Field(
        description="What changes at the next stage, and how to start early.", examples=["You become the one who decides."]
    )
    next_stage: Id | None = Field(None, description="The stage that follows.", examples=["senior"])
    quotation: Quotation | None = Field(None, description="A short quotation from the evaluation.")
    evidence: list[EvidenceId] = Field(
        [], description="Rows or figures of evidence.yaml about this stage.", examples=[["T9.course"]]
    )
    evidence_note: Prose | None = Field(
        None, description="How to read those figures.", examples=["The survey was small, and it is from 1 region."]
    )
    sources: list[Citation] = Field(min_length=1, description="Where the facts come from.")
