"""Models of the front matter of hand-written pages, and of the glossary."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from mentor_network.records.fields import Citation, Id, Item, Line, Record, Searched, Title
from mentor_network.records.fields import Prose as _Prose


class Page(Searched):
    """The fields at the top of a page in `content/`."""

    id: Id = Field(description="A short name.", examples=["shadowing"])
    title: Title = Field(description="The heading, in 65 characters or fewer.", examples=["Shadowing"])
    description: Line = Field(
        description="One or two sentences that open the page and describe it in lists.",
        examples=["How to ask for a day with a leader, and what to do with it."],
    )
    audience: list[Literal["doctors", "supervisors", "mentors", "trust-leaders", "everyone"]] = Field(
        min_length=1, description="Whom it is for.", examples=[["doctors"]]
    )
    kind: Literal["guide", "template", "reflection", "page"] = Field(
        description="A guide, a template to print, a reflection template or another page.", examples=["guide"]
    )
    sources: list[Citation] = Field([], description="Where the facts come from.")


class Term(Record):
    """One entry of the glossary."""

    id: Id = Field(description="A short name.", examples=["arcp"])
    term: Line = Field(description="The term in full.", examples=["Annual review of competency progression"])
    abbreviation: Line | None = Field(None, description="Its abbreviation.", examples=["ARCP"])
    meaning: _Prose = Field(
        description="What it means, in one or two plain sentences.",
        examples=["The yearly meeting that decides whether a doctor moves on."],
    )
    also_known_as: list[Item] = Field([], description="Older or other words for it.", examples=[["RITA"]])
    search_words: list[Item] = Field(
        [], description="What people type who mean it, though it is no name for it. Not shown.", examples=[["outcome 5"]]
    )
    see: list[Line] = Field([], description="Addresses on this site that say more.", examples=[["/models/gpc/"]])
    sources: list[Citation] = Field([], description="Where the meaning comes from.")
