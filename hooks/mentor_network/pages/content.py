"""Hand-written pages, with views of the catalogue where they ask for them."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network import statistics
from mentor_network.catalogue import Catalogue, fitting
from mentor_network.pages.page import Page
from mentor_network.problems import Problems
from mentor_network.records import Entry, EvidenceTable, Opportunity
from mentor_network.records import Page as Written
from mentor_network.records.records import address_of
from mentor_network.records.view import CaseView, EvidenceView, OpportunityView, views

HUBS = {
    "/guides/": "Guides",
    "/supervisors/": "For supervisors",
    "/mentors/": "For mentors",
}


def plan(catalogue: Catalogue) -> Iterator[Page]:
    for entry in catalogue.pages:
        record, address = entry.record, address_of(entry.document.file)
        yield Page(
            address,
            record.title,
            record.description,
            "content",
            {"page": record, "entry": entry},
            way_to(address, catalogue),
            record,
            entry.at("id"),
            tuple(record.also_known_as),
            tuple(record.search_words),
            entry.document.body,
            ("contribute",) if _has_form(entry) else (),
        )


def way_to(address: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The hand-written hub that an address stands below, where this network has one: its name and its address."""
    written = {address_of(entry.document.file) for entry in catalogue.pages}
    hubs = (hub for hub in HUBS if address.startswith(hub) and address != hub)
    return tuple((HUBS[hub], hub) for hub in hubs if hub in written)


def _has_form(entry: Entry[Written]) -> bool:
    """Does the page hold the form for contributions? Only such a page loads its script."""
    return "form:" in entry.document.body and any(
        view is not None and view.form == "contribution" for _, view, _ in views(entry, Problems())
    )


def opportunities(view: OpportunityView, catalogue: Catalogue) -> list[Opportunity]:
    """What an opportunity view shows."""
    if view.ids:
        return [catalogue.opportunity[word] for word in view.ids]
    found: list[Opportunity] = list(fitting((*catalogue.running, *catalogue.resting), view.weeks or 52))
    if view.stage:
        found = [o for o in found if view.stage in o.stages]
    if view.type:
        found = [o for o in found if o.type == view.type]
    if view.domain:
        shows = {o.id for o in (*catalogue.by_domain.get(view.domain, ()), *statistics.resting(view.domain, catalogue))}
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
