"""The coverage page, for the mentors who maintain the catalogue: gaps, and entries overdue for review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mentor_network import labels, statistics
from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.charts.pictures import COVERAGE
from mentor_network.pages.content import folder_breadcrumb
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.records import Domain, Entry, Stage
from mentor_network.records.records import page_address
from mentor_network.statistics import ENOUGH
from mentor_network.urls import Address, url

#: How many of the pairs and types with the fewest entries are named.
NAMED = 5
#: The usual length of a placement, in weeks.
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
            "coverage_file": COVERAGE,
            "kinds": [("", labels.TYPES[kind], [(n, "") for n in counts]) for kind, counts in kinds],
            "rule": f"We name the {NAMED} pairs of a stage and a part{short} that the fewest entries show, and the {NAMED} "
            f"kinds with the fewest entries. A pair with fewer than {ENOUGH} entries is a gap.",
            "thin_cells": cells[:NAMED],
            "thin_kinds": sorted(((counts[-1], kind) for kind, counts in kinds), key=lambda item: item[0])[:NAMED],
            "gaps": list(_gaps(catalogue)),
            "statuses": [(labels.STATUS[status], n) for status, n in statistics.by_status(catalogue).most_common()],
            "unreviewed": statistics.count_unreviewed(catalogue.opportunities),
            "unreviewed_cases": statistics.count_unreviewed(catalogue.cases),
            "overdue": [_overdue(entry) for entry in statistics.overdue(catalogue)],
        },
        folder_breadcrumb(address, catalogue),
    )


def _cells(catalogue: Catalogue) -> list[tuple[int, Domain, Stage]]:
    """The number of entries for each domain that the check shows in full and each stage, fewest first."""
    model = catalogue.checked
    full = (model.in_full or statistics.domains_with_entries(model, catalogue)) if model else []
    cells = [
        (len(opportunities), domain, stage)
        for domain, by_stage in statistics.by_domain_and_stage(full, catalogue)
        for stage, opportunities in zip(catalogue.stages, by_stage, strict=True)
    ]
    return sorted(cells, key=lambda cell: cell[0])


def _gaps(catalogue: Catalogue) -> Iterator[str]:
    """Yield a sentence for each gap."""
    for n, domain, stage in _cells(catalogue):
        if n < ENOUGH:
            yield f"{stage.name}: {labels.count(n, 'entry shows', 'entries show')} {catalogue.label[domain.id]}"
    for stage in catalogue.stages:
        opportunities = catalogue.by_stage.get(stage.id, ())
        for weeks in (weeks for weeks in labels.WEEKS if weeks <= USUAL):
            n = len(filter_by_weeks(opportunities, weeks))
            if n < ENOUGH:
                yield f"{stage.name}: {labels.count(n, 'entry fits', 'entries fit')} into {labels.WEEKS[weeks]}"
    kinds = statistics.by_type_and_weeks(catalogue)
    usual = list(labels.WEEKS).index(USUAL)
    if none := [labels.TYPES[kind].lower() for kind, counts in kinds if not counts[-1]]:
        yield f"No entry is of these kinds: {labels.listed(none)}"
    if long := [labels.TYPES[kind].lower() for kind, counts in kinds if counts[-1] and not counts[usual]]:
        yield f"Nothing of these kinds fits into {labels.WEEKS[USUAL]}: {labels.listed(long)}"
    model = catalogue.checked
    if model and (bare := [d.id for d in model.in_brief if d.id not in catalogue.by_domain]):
        yield f"No entry shows these parts: {labels.listed(catalogue.label[d] for d in bare)}"


#: The route of each class of record. Case studies, of two classes, have `case`.
_ROUTES = {"Opportunity": "opportunity", "Stage": "stage", "Model": "model"}


def _overdue(entry: Entry[Any]) -> tuple[str, str, Any]:
    """The title of an entry or page, its address, and the day on which its review was due."""
    record = entry.record
    title = getattr(record, "title", None) or record.name
    file = entry.document.file
    route = _ROUTES.get(type(record).__name__, "case")
    address = page_address(file) if file.startswith("content/") else url(route, id=record.id)
    return title, address, record.next_review


BUILDERS: Mapping[str, PageBuilder] = {"coverage": _coverage}
