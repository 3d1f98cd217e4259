"""Counts of the catalogue by domain, stage, type, placement and status, shared by pages and the report.

Opportunities on hold or closed are counted by status only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from mentor_network.catalogue import Catalogue, filter_by_weeks
from mentor_network.labels import TYPES, WEEKS
from mentor_network.records import Domain, Entry, Model, Opportunity, Reviewed

T = TypeVar("T")
#: Fewer entries than this for a domain at a stage are a gap.
ENOUGH = 4
Opportunities = tuple[Opportunity, ...]


def filter_by_stage(opportunities: Iterable[Opportunity], stage: str) -> Opportunities:
    """Opportunities that suit a stage."""
    return tuple(o for o in opportunities if stage in o.stages)


def mix_types(entries: Iterable[T]) -> list[T]:
    """Reorder opportunities or case studies: the first of each type, then the rest, so that a few of them vary."""
    items = list(entries)
    first: dict[str, T] = {}
    for item in items:
        kind = getattr(item, "type", None) or str(getattr(item, "activity_types", [""])[0])
        first.setdefault(kind, item)
    chosen = {id(item) for item in first.values()}
    return [*first.values(), *(item for item in items if id(item) not in chosen)]


def pick_examples(opportunities: Iterable[Opportunity], limit: int) -> Opportunities:
    """Up to `limit` opportunities of different types. Given shortest first, the shortest of each type is taken first."""
    items = tuple(opportunities)
    first: dict[str, Opportunity] = {}
    for item in items:
        if len(first) == limit:
            return tuple(first.values())
        first.setdefault(item.type, item)
    return tuple(mix_types(items))[:limit]


def not_running(domain: str, catalogue: Catalogue) -> Opportunities:
    """Opportunities on hold or closed that show this domain or can show it."""
    return tuple(o for o in catalogue.not_running if domain in _domains(o, catalogue))


def _domains(o: Opportunity, catalogue: Catalogue) -> set[str]:
    """All domains that an opportunity shows or can show: named ones, and in models that no opportunity names, by theme."""
    themed = (d for theme in o.themes for d in catalogue.theme[theme].domains)
    named = (*o.develops, *o.can_show, *(d for d in themed if catalogue.model_of[d].id not in catalogue.named_models))
    return {up for domain in named for up in catalogue.with_ancestors(domain)}


def domains_with_entries(model: Model, catalogue: Catalogue) -> list[Domain]:
    """Domains of a model with an opportunity of their own: a domain with only the opportunities of its parts is left out."""
    ids = {
        domain.id: {o.id for index in (catalogue.by_domain, catalogue.can_show) for o in index.get(domain.id, ())}
        for domain in model.domains
    }

    def equals_its_parts(domain: Domain) -> bool:
        return ids[domain.id] == {o for part in catalogue.parts.get(domain.id, ()) for o in ids[part.id]}

    return [domain for domain in model.domains if ids[domain.id] and not equals_its_parts(domain)]


def by_domain_and_stage(domains: Iterable[Domain], catalogue: Catalogue) -> list[tuple[Domain, list[Opportunities]]]:
    """For each domain, the opportunities that show it at each stage, in the order of the stages."""
    index = catalogue.by_domain_and_stage
    return [(domain, [index.get(domain.id, {}).get(stage.id, ()) for stage in catalogue.stages]) for domain in domains]


def shade(count: int) -> str:
    """How dark a cell with so many entries is: `few` are a gap, and 3 times as many as are enough are `many`.

    >>> [shade(n) for n in (0, 3, 4, 11, 12)]
    ['', 'few', 'some', 'some', 'many']
    """
    if count >= 3 * ENOUGH:
        return "many"
    return "some" if count >= ENOUGH else "few" if count else ""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far opportunities of 1 type show a domain: `shows` of `of` do, and `can` others can if one asks."""

    shows: int
    can: int
    of: int

    @property
    def box(self) -> str:
        """`full` if at least half of them show it, `half` if any shows or can show it, otherwise `empty`."""
        if self.shows and 2 * self.shows >= self.of:
            return "full"
        return "half" if self.shows or self.can else "empty"


def by_type_and_domain(domains: Iterable[Domain], catalogue: Catalogue) -> list[tuple[str, list[Mark]]]:
    """For each type that a running opportunity has, its mark for each domain."""
    counts = [
        tuple(Counter[str](o.type for o in index.get(domain.id, ())) for index in (catalogue.by_domain, catalogue.can_show))
        for domain in domains
    ]
    return [
        (kind, [Mark(shows[kind], can[kind], len(catalogue.by_type[kind])) for shows, can in counts])
        for kind in TYPES
        if kind in catalogue.by_type
    ]


def by_type_and_weeks(catalogue: Catalogue) -> list[tuple[str, list[int]]]:
    """For every type, how many running opportunities fit into each length of placement: counts are cumulative."""
    return [(kind, [len(filter_by_weeks(catalogue.by_type.get(kind, ()), weeks)) for weeks in WEEKS]) for kind in TYPES]


def by_status(catalogue: Catalogue) -> Counter[str]:
    """The number of opportunities with each status."""
    return Counter(o.status for o in catalogue.opportunities)


def overdue(catalogue: Catalogue) -> Iterator[Entry[Any]]:
    """Entries and pages whose review was due before today."""
    for entry in catalogue.records.all():
        if isinstance(entry.record, Reviewed) and entry.record.next_review < catalogue.today:
            yield entry


def count_unreviewed(records: Iterable[Reviewed]) -> int:
    """The number of records that no clinician has reviewed."""
    return sum(not record.reviewed_by_role for record in records)
