"""Hand-written pages, and what their views select from the catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from mentor_network import statistics
from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.markdown_syntax import blocks
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.problems import Problems
from mentor_network.records import Entry, EvidenceTable, Opportunity
from mentor_network.records import Page as PageRecord
from mentor_network.records.view import CaseView, EvidenceView, OpportunityView, views
from mentor_network.urls import HUBS, Address


def _content(address: Address, catalogue: Catalogue) -> Page:
    entry = catalogue.page[address.path]
    record = entry.record
    return Page(
        address,
        record.title,
        record.description,
        {"page": record, "entry": entry},
        folder_breadcrumb(address, catalogue),
        record,
        address.span,
        tuple(record.also_known_as),
        tuple(record.search_words),
        entry.document.body,
        *_scripts(entry),
    )


def folder_breadcrumb(address: Address, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The breadcrumb of the index page of the folder that an address is in, if this network has that page."""
    hubs = (hub for hub in HUBS if address.path.startswith(hub) and address.path != hub)
    return tuple((HUBS[hub], hub) for hub in hubs if hub in catalogue.page)


def _scripts(entry: Entry[PageRecord]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scripts of a page, and what these import: only for what is on it."""
    kinds, forms = {block.kind for block in blocks(entry.document.body)}, _forms(entry)
    needed = {
        "contribute": "contribution" in forms,
        "sheet": "sheet" in kinds,
        "copy-words": "words" in kinds or bool({"contribution", "sending"} & forms),
    }
    scripts = tuple(name for name, is_needed in needed.items() if is_needed)
    return scripts, ("copy",) if needed["sheet"] or needed["copy-words"] else ()


def _forms(entry: Entry[PageRecord]) -> set[str]:
    """What the page shows of the form for contributions."""
    if "form:" not in entry.document.body:
        return set()
    return {view.form for _, view, _ in views(entry, Problems()) if view and view.form}


def opportunities(view: OpportunityView, catalogue: Catalogue) -> list[Opportunity]:
    """The opportunities that a view selects."""
    if view.ids:
        return [catalogue.opportunity[name] for name in view.ids]
    selected: list[Opportunity] = list(filter_by_weeks((*catalogue.running, *catalogue.not_running), view.weeks or 52))
    if view.stage:
        selected = [o for o in selected if view.stage in o.stages]
    if view.type:
        selected = [o for o in selected if o.type == view.type]
    if view.domain:
        shows = {o.id for o in (*catalogue.by_domain.get(view.domain, ()), *statistics.not_running(view.domain, catalogue))}
        selected = [o for o in selected if o.id in shows]
    if view.theme:
        selected = [o for o in selected if view.theme in o.themes]
    if view.guide:
        selected = [o for o in selected if o.guide == view.guide]
    if view.cost:
        selected = [o for o in selected if o.cost == view.cost]
    return selected[: view.limit]


def cases(view: CaseView, catalogue: Catalogue) -> list[object]:
    """The case studies that a view selects. Drafts among `ids` are left out."""
    if view.ids:
        return [catalogue.case[name] for name in view.ids if name in catalogue.case]
    selected = list(catalogue.cases)
    if view.responsibility:
        selected = [case for case in selected if view.responsibility in case.responsibilities]
    if view.activity:
        selected = [case for case in selected if view.activity in case.activity_types]
    if view.stage:
        selected = [case for case in selected if view.stage in case.stages]
    return list(selected[: view.limit])


def tables(view: EvidenceView, catalogue: Catalogue) -> list[EvidenceTable]:
    """The tables that an evidence view shows."""
    names = [name.partition(".")[0] for name in view.tables] or list(catalogue.table)
    return [catalogue.table[name] for name in names]


BUILDERS: Mapping[str, PageBuilder] = {"content": _content}
