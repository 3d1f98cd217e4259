"""What the catalogue holds, counted by domain, stage, kind, time and status. Pages and the report say the same numbers.

What is on hold or closed counts only by its status: nobody can do it now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mentor_network.catalogue import WEEKS, Catalogue, T, fitting
from mentor_network.labels import TYPES
from mentor_network.records import Domain, Entry, Model, Opportunity, Reviewed

Some = tuple[Opportunity, ...]


def at_stage(found: Iterable[Opportunity], stage: str) -> Some:
    """Those that suit a stage."""
    return tuple(o for o in found if stage in o.stages)


def varied(found: Iterable[T]) -> list[T]:
    """The first of each kind, then the rest, so that a few examples show different things."""
    items = list(found)
    first: dict[str, T] = {}
    for item in items:
        kind = getattr(item, "type", None) or str(getattr(item, "activity_types", [""])[0])
        first.setdefault(kind, item)
    chosen = {id(item) for item in first.values()}
    return [*first.values(), *(item for item in items if id(item) not in chosen)]


def examples(found: Iterable[Opportunity], most: int) -> Some:
    """A few: the shortest of each kind, then the rest, shortest first."""
    return tuple(varied(found))[:most]


def resting(domain: str, catalogue: Catalogue) -> Some:
    """What is on hold or closed and showed this domain, or could."""
    return tuple(o for o in catalogue.resting if domain in _domains(o, catalogue))


def _domains(o: Opportunity, catalogue: Catalogue) -> set[str]:
    """All domains that an opportunity shows or can show, by name or, in models that no opportunity names, by its themes."""
    themed = (d for theme in o.themes for d in catalogue.theme[theme].domains)
    named = (*o.develops, *o.can_show, *(d for d in themed if catalogue.model_of[d].id not in catalogue.named_models))
    return {up for domain in named for up in catalogue.upwards(domain)}


def counted(model: Model, catalogue: Catalogue) -> list[Domain]:
    """The domains of a model that something shows or can show, without those that only gather what their parts have."""
    found = {
        domain.id: {o.id for some in (catalogue.by_domain, catalogue.can_show) for o in some.get(domain.id, ())}
        for domain in model.domains
    }

    def only_gathers(domain: Domain) -> bool:
        return found[domain.id] == {o for part in catalogue.parts.get(domain.id, ()) for o in found[part.id]}

    return [domain for domain in model.domains if found[domain.id] and not only_gathers(domain)]


def by_domain_and_stage(domains: Iterable[Domain], catalogue: Catalogue) -> list[tuple[Domain, list[Some]]]:
    """For each domain, what shows it at each stage, in the stages' order."""
    return [
        (domain, [at_stage(catalogue.by_domain.get(domain.id, ()), stage.id) for stage in catalogue.stages])
        for domain in domains
    ]


@dataclass(frozen=True, slots=True)
class Mark:
    """How far entries of 1 kind show a domain: how many do, how many can if asked, and of how many."""

    shows: int
    can: int
    of: int

    @property
    def box(self) -> str:
        """`full` when at least half of them show it, `half` when any shows it or can show it, else `empty`."""
        if self.shows and 2 * self.shows >= self.of:
            return "full"
        return "half" if self.shows or self.can else "empty"


def by_type_and_domain(domains: Iterable[Domain], catalogue: Catalogue) -> list[tuple[str, list[Mark]]]:
    """For each kind of opportunity that there is, its mark for each domain."""
    counted = [
        tuple(Counter[str](o.type for o in some.get(domain.id, ())) for some in (catalogue.by_domain, catalogue.can_show))
        for domain in domains
    ]
    return [
        (kind, [Mark(shows[kind], can[kind], len(catalogue.by_type[kind])) for shows, can in counted])
        for kind in TYPES
        if kind in catalogue.by_type
    ]


def by_type_and_weeks(catalogue: Catalogue) -> list[tuple[str, list[int]]]:
    """For every kind of opportunity, how many fit into each length of placement. What is shorter fits as well."""
    return [(kind, [len(fitting(catalogue.by_type.get(kind, ()), weeks)) for weeks in WEEKS]) for kind in TYPES]


def by_status(catalogue: Catalogue) -> Counter[str]:
    return Counter(o.status for o in catalogue.opportunities)


def overdue(catalogue: Catalogue) -> Iterator[Entry[Any]]:
    """Entries and pages whose review was due before today."""
    for entry in catalogue.records.all():
        if isinstance(entry.record, Reviewed) and entry.record.next_review < catalogue.today:
            yield entry


def unreviewed(found: Iterable[Reviewed]) -> int:
    """How many no clinician has reviewed."""
    return sum(not record.reviewed_by_role for record in found)
