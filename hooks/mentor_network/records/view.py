"""Models of views: fenced blocks of YAML in hand-written pages that are replaced by parts of the catalogue.

```view
opportunities: {stage: core, weeks: 17}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from mentor_network.markdown_syntax import Block
from mentor_network.problems import Problems
from mentor_network.records.case_study import ActivityType
from mentor_network.records.fields import Code, EvidenceId, Flag, Id, Line, Record, Whole
from mentor_network.records.opportunity import OpportunityType, Weeks
from mentor_network.records.page import Page
from mentor_network.records.records import Entry
from mentor_network.records.yaml_blocks import Kind
from mentor_network.source import Document


class OpportunityView(Record):
    """Cards of the opportunities that meet every condition, shortest first."""

    refers: ClassVar[dict[str, str]] = {
        "stage": "stages",
        "domain": "domains",
        "theme": "themes",
        "guide": "guides",
        "ids": "opportunities",
    }

    stage: Id | None = Field(None, description="Those that suit this stage.", examples=["core"])
    weeks: Weeks | None = Field(None, description="Those that fit a placement of so many weeks.", examples=["17"])
    type: OpportunityType | None = Field(None, description="Those of this kind.", examples=["shadowing"])
    domain: Id | None = Field(None, description="Those that show this domain.", examples=["gpc-5"])
    theme: Id | None = Field(None, description="Those of this theme.", examples=["teams"])
    guide: Id | None = Field(None, description="Those that this guide explains.", examples=["shadowing"])
    cost: Literal["free", "funded", "paid", "check"] | None = Field(
        None, description="Those with this cost.", examples=["free"]
    )
    ids: list[Id] = Field([], description="These, in this order.", examples=[["lead-a-handover"]])
    limit: Whole | None = Field(None, description="No more than so many.", examples=["3"])


class CaseView(Record):
    """Cards of the case studies that meet every condition."""

    refers: ClassVar[dict[str, str]] = {"responsibility": "responsibilities", "stage": "stages", "ids": "cases"}

    responsibility: Code | None = Field(None, description="Those that serve this responsibility.", examples=["K2"])
    activity: ActivityType | None = Field(None, description="Those of this kind.", examples=["event"])
    stage: Id | None = Field(None, description="Those for this stage.", examples=["core"])
    ids: list[Id] = Field([], description="These, in this order.", examples=[["grand-round"]])
    limit: Whole | None = Field(None, description="No more than so many.", examples=["3"])


class EvidenceView(Record):
    """Tables of evidence.yaml, as bars or as plain tables."""

    tables: list[EvidenceId] = Field([], description="These tables; all of them if left out.", examples=[["T9"]])
    rows: list[Id] = Field([], description="Only these rows.", examples=[["shadowing-management"]])
    columns: list[Id] = Field([], description="Only these columns.", examples=[["completed", "wanted"]])
    caption: Line | None = Field(
        None, description="A caption, where the table's own title does not fit.", examples=["What doctors wanted to do"]
    )
    detail: Flag = Field(False, description="Whether to give limits, notes and a file to download.", examples=["true"])


class ChartView(Record):
    """A chart of evidence.yaml, with its numbers."""

    refers: ClassVar[dict[str, str]] = {"id": "charts"}

    id: Id = Field(description="The chart.", examples=["training-survey"])


class View(BaseModel):
    """A part of the catalogue that a page shows: exactly one of these."""

    model_config = Record.model_config
    refers: ClassVar[dict[str, str]] = {}

    opportunities: OpportunityView | None = Field(
        None, description="Cards of the opportunities that meet every condition, shortest first."
    )
    case_studies: CaseView | None = Field(None, description="Cards of the case studies that meet every condition.")
    evidence: EvidenceView | None = Field(None, description="Tables of evidence.yaml, as bars or as plain tables.")
    chart: ChartView | None = Field(None, description="A chart of evidence.yaml, with its numbers.")
    listing: (
        Literal["stages", "themes", "responsibilities", "roles", "figures", "notes", "changes", "sources", "conversations"]
        | None
    ) = Field(None, description="A whole catalogue in its usual form.", examples=["stages"])

    form: Literal["contribution", "checklist", "sending"] | None = Field(
        None,
        description="The form for contributions, its checklist to read, or how to send what one wrote.",
        examples=["contribution"],
    )

    crisis_help: Literal["whole", "brief"] | None = Field(
        None,
        description="Whom a reader in distress can call: all of it, or the most urgent in a row.",
        examples=["brief"],
    )

    @model_validator(mode="after")
    def _has_one_field(self) -> View:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("one-view", "one", {"count": len(self.model_fields_set)})
        return self


_KIND = Kind("view", View, "this block does not say what the page shows here", "`opportunities: {limit: 3}`")


def views(page: Entry[Page], problems: Problems) -> Iterator[tuple[Block, View | None, Document | None]]:
    """Each view block of a page, with its record and its YAML: see `Kind.read`."""
    return _KIND.read(page, problems)
