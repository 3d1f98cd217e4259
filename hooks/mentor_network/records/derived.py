"""Facts derived from several records: which pages are built, and the anchors of hand-written pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from mentor_network.markdown_syntax import anchors, blocks
from mentor_network.problems import Problems
from mentor_network.records.fields import Record
from mentor_network.records.model import Model
from mentor_network.records.page import Page
from mentor_network.records.records import Entry, Records
from mentor_network.records.view import View, views

T = TypeVar("T")
K = TypeVar("K")

#: The anchor of the help in a crisis, on a page that shows all of it.
CRISIS = "help-now"
#: The fields of a view that create anchors.
_ANCHORED = ("evidence", "listing", "crisis_help")


def is_built(case: Entry[Record]) -> bool:
    """Is a case study built into the published site? A draft has a page in previews only."""
    return getattr(case.record, "status", "published") == "published"


def checked_model(records: Records) -> Model | None:
    """The model of the supervisor's check: the first that has domains named by opportunities.

    None if there is no such model: without opportunities there is nothing to check, so neither a check nor a link to one.
    """
    named = {d for entry in records.opportunities for d in (*entry.record.develops, *entry.record.can_show)}
    models = (entry.record for entry in records.models)
    return next((model for model in models if any(domain.id in named for domain in model.domains)), None)


def domains_shown(records: Records) -> frozenset[str]:
    """The domains that an opportunity or case study shows, by name or by a theme, and their ancestors."""
    parents = {domain.id: domain.part_of for model in records.models for domain in model.record.domains}
    of_theme = {theme.record.id: theme.record.domains for theme in records.themes}
    shown: set[str] = set()
    for entry in records.opportunities:
        o = entry.record
        shown.update(o.develops, o.can_show, *(of_theme.get(theme, ()) for theme in o.themes))
    for case in records.cases:
        shown.update(case.record.develops)
    pending = list(shown)
    while pending:
        parent = parents.get(pending.pop())
        if parent and parent not in shown:
            shown.add(parent)
            pending.append(parent)
    return frozenset(shown)


def page_anchors(page: Entry[Page], records: Records) -> frozenset[str]:
    """The anchors of a hand-written page: those of its headings and of its views."""
    body = page.document.body
    names = set(anchors(body))
    # A view without an end takes in what follows: the headings there are not gone.
    for block in blocks(body) if "```view" in body else ():
        names.update(anchors(block.text))
    if any(name in body for name in _ANCHORED):
        for _, view, _ in views(page, Problems()):
            names |= _view_anchors(view, records)
    return frozenset(names)


def shows_crisis_help(page: Entry[Page], form: str) -> bool:
    """Does a page show the help in a crisis in this form, `whole` or `brief`?"""
    return "crisis_help" in page.document.body and any(
        view is not None and view.crisis_help == form for _, view, _ in views(page, Problems())
    )


def _view_anchors(view: View | None, records: Records) -> set[str]:
    """The anchors that a view creates.

    For an invalid view (None), those of every kind of view: it is reported already, so links to it must not be.
    """
    names: set[str] = set()
    if view is None or (view.evidence and not view.evidence.tables):
        names |= {table.record.id.lower() for table in records.tables}
    elif view.evidence:
        names |= {name.partition(".")[0].lower() for name in view.evidence.tables}
    if records.network and (view is None or view.listing == "responsibilities"):
        names |= {item.id.lower() for item in records.network.record.responsibilities}
    if view is None or view.listing == "conversations":
        names |= {stage.record.id for stage in records.stages}
    if view is None or view.listing == "notes":
        names |= {note.record.id.lower() for note in records.notes}
    if view is None or view.crisis_help == "whole":
        names.add(CRISIS)
    return names


def group_by(items: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    """Group items by each of their keys. An item with several keys is in several groups; order is preserved."""
    groups: dict[K, list[T]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in groups.items()}


def figure_texts(records: Records) -> dict[str, str]:
    """The text of each figure and each cell of a table, by its name: `T9.course.completed` is `38%`."""
    texts = {entry.record.id: entry.record.value for entry in records.figures}
    for table in (entry.record for entry in records.tables):
        unit = {column.id: column.unit for column in table.columns}
        for row in table.rows:
            for column, value in row.values.items():
                texts[f"{table.id}.{row.id}.{column}"] = value + ("%" if unit.get(column) == "percent" else "")
    return texts
