"""Models of evidence.yaml: the evaluation's tables and other figures, exact. Pages take numbers about people from it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from mentor_network.records.fields import (
    COPY_FROM,
    Citation,
    Code,
    Day,
    Id,
    Item,
    Line,
    Month,
    Prose,
    Record,
    Url,
    Whole,
    parse_words,
)

CellText = Annotated[str, BeforeValidator(parse_words), StringConstraints(max_length=300)]


class Source(Record):
    """Something that facts were taken from."""

    id: Id = Field(description="A short name.", examples=["gmc-gpc-2017"])
    title: Line = Field(description="Its title.", examples=["Generic professional capabilities framework"])
    publisher: Line = Field(description="Who published it.", examples=["General Medical Council"])
    published: Line | None = Field(None, description="When, as far as known.", examples=["May 2017"])
    url: Url | None = Field(None, description="Where it is.", examples=["https://www.gmc-uk.org/"])
    checked: Day | None = Field(None, description="The day it was last seen.", examples=["2026-11-23"])
    how: Literal["live", "archived-copy", "report", "told"] = Field(
        description="How it was seen: the live page, an archived copy, the report itself, or told by people who do it.",
        examples=["live"],
    )
    copy_from: Month | None = Field(None, description=COPY_FROM, examples=["2026-07"])
    licence: Line = Field(description="On what terms its text may be used.", examples=["All rights reserved, link only"])
    note: Line | None = Field(
        None, description="What a reader should know about it.", examples=["Only its summary is public."]
    )


class Column(Record):
    """One column of a table."""

    id: Id = Field(description="A short name.", examples=["completed"])
    label: Line = Field(description="The heading as printed.", examples=["Have completed"])
    unit: Literal["percent", "count", "text"] = Field(description="What its cells hold.", examples=["percent"])
    n: Whole | None = Field(None, description="How many people answered, where the report says.", examples=["112"])


class Row(Record):
    """One row of a table."""

    id: Id = Field(description="A short name.", examples=["shadowing-management"])
    label: Line = Field(description="The label as printed.", examples=["Shadowing a manager"])
    values: dict[Id, CellText] = Field(
        description="The cells, by column. A blank cell is left out.", examples=[{"completed": "8", "wanted": "48"}]
    )


class EvidenceTable(Record):
    """One table of the evaluation report."""

    refers: ClassVar[dict[str, str]] = {"notes": "notes", "source": "sources"}

    id: Code = Field(description="T and its number: our name for it.", examples=["T9"])
    title: Line = Field(description="What it shows.", examples=["Activities that doctors had done or wanted to do"])
    source: Id = Field(description="The source it stands in.", examples=["evaluation-2020"])
    page: Line = Field(description="The page it stands on.", examples=["14"])
    n: Whole | None = Field(None, description="How many people took part.", examples=["112"])
    people: Line | None = Field(None, description="Who they were.", examples=["resident doctors in 8 Trusts, 2019"])
    answers_of: list[Literal["doctors", "supervisors"]] = Field(
        [],
        description="Whose answers it shows. Left out where it shows no answers, such as who took part.",
        examples=[["doctors"]],
    )
    rows_are: Line = Field("Statement", description="The heading of its first column, ours.", examples=["Activity"])
    columns: list[Column] = Field(min_length=1, description="Its columns.")
    rows: list[Row] = Field(min_length=1, description="Its rows, in the report's order.")
    limits: list[Item] = Field(
        [], description="What it cannot tell.", examples=[["It says nothing about doctors who did not answer."]]
    )
    notes: list[Code] = Field([], description="The notes on inconsistencies that concern it.", examples=[["X3"]])


class Note(Record):
    """Something in the report that does not agree with itself or with other sources."""

    id: Code = Field(description="X and its number.", examples=["X3"])
    page: Line = Field(description="Where.", examples=["10"])
    says: Line = Field(description="What the report says.", examples=["The text says that few had done it."])
    but: Line = Field(description="What does not agree.", examples=["The table says 38%."])


class Figure(Record):
    """One number from elsewhere, or from the report's text."""

    refers: ClassVar[dict[str, str]] = {"source": "sources"}

    id: Id = Field(description="A short name.", examples=["gilbert-2012"])
    value: Line = Field(description="The number as it is shown.", examples=["11%"])
    says: Line = Field(description="What it is the number of.", examples=["Hours a week that a mentor has."])
    source: Id = Field(description="The source it was read in.", examples=["evaluation-2020"])
    page: Line | None = Field(None, description="The page it stands on.", examples=["7"])
    date: Line | None = Field(None, description="When it was measured, as far as known.", examples=["2012"])
    limits: Line | None = Field(None, description="What it cannot tell.", examples=["It is from 1 region."])


class Series(Record):
    """One kind of mark in a chart of tables: a column, and what it stands for."""

    refers: ClassVar[dict[str, str]] = {"table": "tables"}

    table: Code = Field(description="The table.", examples=["T9"])
    column: Id = Field(description="Its column, a percentage.", examples=["completed"])
    label: Line = Field(description="What a mark stands for, in plain words.", examples=["Doctors who had done it"])


class Chart(Record):
    """A picture of percentages: columns of tables that share their rows, or figures of several years."""

    refers: ClassVar[dict[str, str]] = {"figures": "figures"}

    id: Id = Field(description="A short name, which its file has too.", examples=["done-and-wanted"])
    title: Line = Field(description="What it shows.", examples=["What doctors had done, and wanted to do"])
    finding: Line = Field(
        description="What a reader sees in it, with its numbers.",
        examples=["{T9.course.completed} had been on a course, and {T9.course.interest} wanted to"],
    )
    series: list[Series] = Field(
        [],
        max_length=3,
        description="2 columns, whose marks a line joins, and perhaps a third on a line of its own.",
    )
    figures: list[Id] = Field(
        [], description="In place of columns: figures with a year as their date.", examples=[["nts-2023", "nts-2024"]]
    )
    limits: Line | None = Field(
        None, description="What it cannot tell. It stands in the picture.", examples=["It is from 1 region."]
    )


class Change(Record):
    """Something that has changed since the report was written."""

    then: Line = Field(description="What the report says.", examples=["Root cause analysis"])
    now: Prose = Field(
        description="What is so now, as far as known.", examples=["Trusts now call this a learning response."]
    )
    sources: list[Citation] = Field(min_length=1, description="Where that was read.")
