"""Drafts, and opportunities that nothing links to, that are short, or that are alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from mentor_network.catalogue import Catalogue
from mentor_network.labels import count, day
from mentor_network.records import Opportunity
from mentor_network.report.section import SectionType


def drafts(catalogue: Catalogue) -> Iterator[str]:
    """Case studies that wait for reviewers."""
    for entry in catalogue.records.cases:
        if getattr(entry.record, "status", "") == "draft":
            yield f"`{entry.record.id}`, since {day(entry.record.added)}"


def unlinked(catalogue: Catalogue) -> Iterator[str]:
    """Opportunities with no guide and no case study that no other opportunity leads to, and that lead to none."""
    for o in catalogue.opportunities:
        if not (o.leads_to or o.id in catalogue.leading_to or o.id in catalogue.cases_by_opportunity or o.guide):
            yield f"`{o.id}`"


def thin(catalogue: Catalogue) -> Iterator[str]:
    """Opportunities with fewer than 60 words of advice."""
    for o in catalogue.opportunities:
        words = sum(len(text.split()) for text in (*o.what_you_do, *o.make_it_count, *o.portfolio))
        if words < 60:
            yield f"`{o.id}`: {count(words, 'word', 'words')}"


def alike(catalogue: Catalogue) -> Iterator[str]:
    """Pairs of one type that share more than half of their longer words: perhaps duplicates."""
    words = {o.id: _words(o) for o in catalogue.opportunities}
    for one, other in combinations(catalogue.opportunities, 2):
        shared, either = words[one.id] & words[other.id], words[one.id] | words[other.id]
        if one.type == other.type and len(shared) > len(either) / 2:
            yield f"`{one.id}` and `{other.id}`"


def _words(o: Opportunity) -> set[str]:
    text = " ".join((o.title, o.summary, *o.what_you_do)).casefold()
    return {word for word in re.findall(r"[a-z]+", text) if len(word) > 3}


DRAFTS = SectionType(
    "Drafts that wait for reviewers",
    "Somebody wrote these in their own time. Ask 2 people in different roles to read each one, "
    "and tell the writer within 10 working days what happens next.",
    drafts,
)

UNLINKED = SectionType(
    "Linked to nothing",
    "No guide, no case study, and nothing leads here or on from here. Fill `guide` or `leads_to`, "
    "or name it in another entry's `leads_to`.",
    unlinked,
)

THIN = SectionType(
    "Thin",
    "Fewer than 60 words on what to do, what makes it count and what to write down. Ask somebody who has done it, "
    "or join it to a fuller entry with `moved_to`.",
    thin,
)

ALIKE = SectionType(
    "Two entries alike",
    "They share most of their words. If they are one thing, keep the fuller one, and leave `moved_to` in the other.",
    alike,
)
