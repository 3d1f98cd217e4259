"""Hand-written pages, with views of the catalogue where they ask for them."""

from __future__ import annotations

from collections.abc import Mapping

from mentor_network import statistics
from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.problems import Problems
from mentor_network.records import Entry, EvidenceTable, Opportunity
from mentor_network.records import Page as Written
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
        way_to(address, catalogue),
        record,
        address.span,
        tuple(record.also_known_as),
        tuple(record.search_words),
        entry.document.body,
        ("contribute",) if _has_form(entry) else (),
    )


def way_to(address: Address, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The hand-written hub that an address stands below, where this network has one: its name and its address."""
    hubs = (hub for hub in HUBS if address.path.startswith(hub) and address.path != hub)
    return tuple((HUBS[hub], hub) for hub in hubs if hub in catalogue.page)


def _has_form(entry: Entry[Written]) -> bool:
    """Does the page hold the form for contributions? Only such a page loads its script."""
    return "form:" in entry.document.body and any(
        view is not None and view.form == "contribution" for _, view, _ in views(entry, Problems())
    )


def opportunities(view: OpportunityView, catalogue: Catalogue) -> list[Opportunity]:
    """What an opportunity view shows."""
    if view.ids:
        return [catalogue.opportunity[word] for word in view.ids]
    found: list[Opportunity] = list(filter_by_weeks((*catalogue.running, *catalogue.not_running), view.weeks or 52))
    if view.stage:
        found = [o for o in found if view.stage in o.stages]
    if view.type:
        found = [o for o in found if o.type == view.type]
    if view.domain:
        shows = {o.id for o in (*catalogue.by_domain.get(view.domain, ()), *statistics.not_running(view.domain, catalogue))}
        found = [o for o in found if o.id in shows]
    if view.theme:
        found = [o for o in found if view.theme in o.themes]
    if view.guide:
        found = [o for o in found if o.guide == view.guide]
    if view.cost:
        found = [o for o in found if o.cost == view.cost]
    return found[: view.limit]


def cases(view: CaseView, catalogue: Catalogue) -> list[object]:
    """What a case study view shows."""
    if view.ids:
        return [catalogue.case[word] for word in view.ids if word in catalogue.case]
    found = list(catalogue.cases)
    if view.responsibility:
        found = [case for case in found if view.responsibility in case.responsibilities]
    if view.activity:
        found = [case for case in found if view.activity in case.activity_types]
    if view.stage:
        found = [case for case in found if view.stage in case.stages]
    return list(found[: view.limit])


def tables(view: EvidenceView, catalogue: Catalogue) -> list[EvidenceTable]:
    """The tables an evidence view shows."""
    names = [name.partition(".")[0] for name in view.tables] or list(catalogue.table)
    return [catalogue.table[name] for name in names]


BUILDERS: Mapping[str, PageBuilder] = {"content": _content}
