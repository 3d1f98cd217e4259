"""What follows from the records and stands in none of them: which pages there are, and the anchors of hand-written ones."""

from __future__ import annotations

from mentor_network.markdown_syntax import anchors
from mentor_network.problems import Problems
from mentor_network.records.fields import Record
from mentor_network.records.model import Model
from mentor_network.records.page import Page
from mentor_network.records.records import Entry, Records
from mentor_network.records.view import View, views

#: Where the help in a crisis stands on a page that shows all of it.
CRISIS = "help-now"
#: The fields of a view that make anchors.
_ANCHORED = ("evidence", "listing", "crisis_help")


def is_built(case: Entry[Record]) -> bool:
    """Drafts are checked and not built."""
    return getattr(case.record, "status", "published") == "published"


def checked_model(records: Records) -> Model | None:
    """The model that the supervisor's check is made for: the first whose domains opportunities name themselves.

    Without opportunities there is nothing to check against, so no check, and no link to one.
    """
    named = {d for entry in records.opportunities for d in (*entry.record.develops, *entry.record.can_show)}
    models = (entry.record for entry in records.models)
    return next((model for model in models if any(domain.id in named for domain in model.domains)), None)


def domains_shown(records: Records) -> frozenset[str]:
    """The domains that something shows, by name or by a theme, and all that they are a part of."""
    above = {domain.id: domain.part_of for model in records.models for domain in model.record.domains}
    joined = {theme.record.id: theme.record.domains for theme in records.themes}
    found: set[str] = set()
    for entry in records.opportunities:
        o = entry.record
        found.update(o.develops, o.can_show, *(joined.get(theme, ()) for theme in o.themes))
    for case in records.cases:
        found.update(case.record.develops)
    waiting = list(found)
    while waiting:
        parent = above.get(waiting.pop())
        if parent and parent not in found:
            found.add(parent)
            waiting.append(parent)
    return frozenset(found)


def page_anchors(page: Entry[Page], records: Records) -> frozenset[str]:
    """The parts of a hand-written page: its headings, and what its views show there."""
    found = set(anchors(page.document.body))
    if any(name in page.document.body for name in _ANCHORED):
        for _, view, _ in views(page, Problems()):
            found |= _shown(view, records)
    return frozenset(found)


def shows_crisis_help(page: Entry[Page], form: str) -> bool:
    """Does a page have the help in a crisis in this form, `whole` or `brief`?"""
    return "crisis_help" in page.document.body and any(
        view is not None and view.crisis_help == form for _, view, _ in views(page, Problems())
    )


def _shown(view: View | None, records: Records) -> set[str]:
    """The anchors that a view makes, or any view could make where it cannot be read: that is a mistake of its own."""
    found: set[str] = set()
    if view is None or (view.evidence and not view.evidence.tables):
        found |= {table.record.id.lower() for table in records.tables}
    elif view.evidence:
        found |= {name.partition(".")[0].lower() for name in view.evidence.tables}
    if records.network and (view is None or view.listing == "responsibilities"):
        found |= {one.id.lower() for one in records.network.record.responsibilities}
    if view is None or view.listing == "conversations":
        found |= {stage.record.id for stage in records.stages}
    if view is None or view.listing == "notes":
        found |= {note.record.id.lower() for note in records.notes}
    if view is None or view.crisis_help == "whole":
        found.add(CRISIS)
    return found
