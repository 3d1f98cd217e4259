"""What the network's own catalogue covers, for the mentors who look after it: where it is thin and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mentor_network import labels, statistics
from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.pages.content import way_to
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import Domain, Entry, Stage
from mentor_network.records.records import page_address
from mentor_network.urls import Address, url

#: Fewer entries than this for a part at a stage are a gap.
ENOUGH = 4
#: How many of the thinnest places are named.
NAMED = 5
#: The placement that most doctors have, in weeks.
USUAL = 17


def _coverage(address: Address, catalogue: Catalogue) -> Page:
    model = catalogue.checked
    rows = statistics.by_domain_and_stage(statistics.domains_with_entries(model, catalogue), catalogue) if model else []
    cells, kinds = _cells(catalogue), statistics.by_type_and_weeks(catalogue)
    short = f" of the {model.short_name}" if model else ""
    return Page(
        address,
        "What this guide covers, and what is missing",
        "For mentors: how many entries there are for each stage, part, kind and length of placement.",
        {
            "model": model,
            "rows": rows,
            "kinds": [("", labels.TYPES[kind], [(n, "") for n in found]) for kind, found in kinds],
            "rule": f"We name the {NAMED} pairs of a stage and a part{short} that the fewest entries show, and the {NAMED} "
            f"kinds with the fewest entries. A pair with fewer than {ENOUGH} entries is a gap.",
            "thin_cells": cells[:NAMED],
            "thin_kinds": sorted(((found[-1], kind) for kind, found in kinds), key=lambda item: item[0])[:NAMED],
            "gaps": list(_gaps(catalogue)),
            "statuses": [(labels.STATUS[status], n) for status, n in statistics.by_status(catalogue).most_common()],
            "unreviewed": statistics.count_unreviewed(catalogue.opportunities),
            "unreviewed_cases": statistics.count_unreviewed(catalogue.cases),
            "overdue": [_due(entry) for entry in statistics.overdue(catalogue)],
        },
        way_to(address, catalogue),
    )


def _cells(catalogue: Catalogue) -> list[tuple[int, Domain, Stage]]:
    """How many entries show each part that a check shows in full, at each stage, fewest first."""
    model = catalogue.checked
    full = (model.in_full or statistics.domains_with_entries(model, catalogue)) if model else []
    found = [
        (len(some), domain, stage)
        for domain, shows in statistics.by_domain_and_stage(full, catalogue)
        for stage, some in zip(catalogue.stages, shows, strict=True)
    ]
    return sorted(found, key=lambda cell: cell[0])


def _gaps(catalogue: Catalogue) -> Iterator[str]:
    """What is missing, in words."""
    for n, domain, stage in _cells(catalogue):
        if n < ENOUGH:
            yield f"{stage.name}: {labels.count(n, 'entry shows', 'entries show')} {catalogue.label[domain.id]}"
    for stage in catalogue.stages:
        found = catalogue.by_stage.get(stage.id, ())
        for weeks in (weeks for weeks in labels.WEEKS if weeks <= USUAL):
            n = len(filter_by_weeks(found, weeks))
            if n < ENOUGH:
                yield f"{stage.name}: {labels.count(n, 'entry fits', 'entries fit')} into {labels.WEEKS[weeks]}"
    kinds = statistics.by_type_and_weeks(catalogue)
    usual = list(labels.WEEKS).index(USUAL)
    if none := [labels.TYPES[kind].lower() for kind, found in kinds if not found[-1]]:
        yield f"No entry is of these kinds: {labels.listed(none)}"
    if long := [labels.TYPES[kind].lower() for kind, found in kinds if found[-1] and not found[usual]]:
        yield f"Nothing of these kinds fits into {labels.WEEKS[USUAL]}: {labels.listed(long)}"
    model = catalogue.checked
    if model and (bare := [d.id for d in model.in_brief if d.id not in catalogue.by_domain]):
        yield f"No entry shows these parts: {labels.listed(catalogue.label[d] for d in bare)}"


#: The route of each kind of entry; that of the others is `case`.
_ROUTES = {"Opportunity": "opportunity", "Stage": "stage", "Model": "model"}


def _due(entry: Entry[Any]) -> tuple[str, str, Any]:
    """The title of an entry or page, its address and the day its review was due."""
    record = entry.record
    title = getattr(record, "title", None) or record.name
    file = entry.document.file
    route = _ROUTES.get(type(record).__name__, "case")
    address = page_address(file) if file.startswith("content/") else url(route, id=record.id)
    return title, address, record.next_review


BUILDERS: Mapping[str, PageBuilder] = {"coverage": _coverage}
