"""The linked catalogue: every record by its id, and every link from the other end too.

Linking runs only when there are no errors, so nothing here guards against broken data.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from mentor_network.records import (
    CaseStudy,
    Domain,
    Entry,
    EvidenceTable,
    Model,
    Network,
    Opportunity,
    Page,
    Records,
    Retired,
    ShortExample,
    Stage,
    Theme,
)
from mentor_network.records.derived import checked_model, shows_crisis_help
from mentor_network.records.records import page_address

AnyCase = ShortExample | CaseStudy
T = TypeVar("T")
K = TypeVar("K")

#: Weeks that a doctor may have left, with the words for them.
WEEKS: Mapping[int, str] = {1: "1 week", 4: "1 month", 17: "4 months", 26: "6 months", 52: "12 months"}


def grouped(items: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    """Items by each of their keys, in the order they came."""
    groups: dict[K, list[T]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in groups.items()}


@dataclass(frozen=True)
class Catalogue:
    """All records of a network, with reverse links. `today` is the day that marks are made for."""

    network: Network
    records: Records
    today: datetime.date

    # Lists, in the order that readers meet them.

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """Shortest placement first, then by title."""
        found = (entry.record for entry in self.records.opportunities)
        return tuple(sorted(found, key=lambda o: (o.min_weeks, o.title.casefold())))

    @cached_property
    def running(self) -> tuple[Opportunity, ...]:
        """Those that somebody can do. Only they fit, are counted and are suggested."""
        return tuple(o for o in self.opportunities if self.runs(o))

    @cached_property
    def resting(self) -> tuple[Opportunity, ...]:
        """Those on hold or closed: they are listed last, in a place of their own."""
        return tuple(o for o in self.opportunities if not self.runs(o))

    def runs(self, o: Opportunity) -> bool:
        return o.status not in ("closed", "on-hold") and not (o.closes and o.closes < self.today)

    @cached_property
    def cases(self) -> tuple[AnyCase, ...]:
        """Those that are built, by title. Drafts are only checked."""
        found = (entry.record for entry in self.records.cases if getattr(entry.record, "status", "") != "draft")
        return tuple(sorted(found, key=lambda case: case.title.casefold()))

    @cached_property
    def models(self) -> tuple[Model, ...]:
        return tuple(entry.record for entry in self.records.models)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        return tuple(entry.record for entry in self.records.themes)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(entry.record for entry in self.records.stages)

    @cached_property
    def pages(self) -> tuple[Entry[Page], ...]:
        return tuple(self.records.pages)

    # By id.

    @cached_property
    def opportunity(self) -> dict[str, Opportunity]:
        return {o.id: o for o in self.opportunities}

    @cached_property
    def retired(self) -> dict[str, Retired]:
        return {entry.record.id: entry.record for entry in self.records.retired}

    @cached_property
    def case(self) -> dict[str, AnyCase]:
        return {case.id: case for case in self.cases}

    @cached_property
    def stage(self) -> dict[str, Stage]:
        return {stage.id: stage for stage in self.stages}

    @cached_property
    def theme(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def model(self) -> dict[str, Model]:
        return {model.id: model for model in self.models}

    @cached_property
    def domain(self) -> dict[str, Domain]:
        return {domain.id: domain for model in self.models for domain in model.domains}

    @cached_property
    def model_of(self) -> dict[str, Model]:
        """The model of each domain."""
        return {domain.id: model for model in self.models for domain in model.domains}

    @cached_property
    def guide(self) -> dict[str, str]:
        """The address of each guide."""
        return {page.record.id: address for address, page in self.page.items() if address.startswith("/guides/")}

    @cached_property
    def page(self) -> dict[str, Entry[Page]]:
        """The hand-written pages by their addresses."""
        return {page_address(page.document.file): page for page in self.pages}

    @cached_property
    def crisis_pages(self) -> tuple[str, ...]:
        return tuple(address for address, page in self.page.items() if shows_crisis_help(page, "whole"))

    @cached_property
    def table(self) -> dict[str, EvidenceTable]:
        return {entry.record.id: entry.record for entry in self.records.tables}

    @cached_property
    def source(self) -> dict[str, Any]:
        return {entry.record.id: entry.record for entry in self.records.sources}

    @cached_property
    def note(self) -> dict[str, Any]:
        return {entry.record.id: entry.record for entry in self.records.notes}

    @cached_property
    def place(self) -> dict[str, str]:
        places = (*self.network.nations, *self.network.regions, *self.network.trusts)
        return {place.id: place.name for place in places}

    @cached_property
    def figure(self) -> dict[str, str]:
        """What each cell and each single figure is shown as: `T9.course.completed` is 38%."""
        shown = {entry.record.id: entry.record.value for entry in self.records.figures}
        for table in self.table.values():
            unit = {column.id: column.unit for column in table.columns}
            for row in table.rows:
                for column, value in row.values.items():
                    shown[f"{table.id}.{row.id}.{column}"] = value + ("%" if unit.get(column) == "percent" else "")
        return shown

    # From the other end.

    @cached_property
    def by_stage(self) -> dict[str, tuple[Opportunity, ...]]:
        return grouped(self.running, lambda o: o.stages)

    @cached_property
    def by_type(self) -> dict[str, tuple[Opportunity, ...]]:
        return grouped(self.running, lambda o: [o.type])

    @cached_property
    def named_models(self) -> frozenset[str]:
        """The models whose domains opportunities name themselves. The others are reached by way of themes."""
        return frozenset(self.model_of[d].id for o in self.opportunities for d in (*o.develops, *o.can_show))

    @cached_property
    def checked(self) -> Model | None:
        """The model that supervisors check leadership against, if there is anything to check."""
        return checked_model(self.records)

    @cached_property
    def by_domain(self) -> dict[str, tuple[Opportunity, ...]]:
        """What shows each domain or a part of it. In a model that no opportunity names, by way of the themes it shares."""
        direct = grouped(self.running, lambda o: (up for d in o.develops for up in self.upwards(d)))
        themed = grouped(
            self.running,
            lambda o: (up for t in o.themes for d in self.theme[t].domains for up in self.upwards(d)),
        )
        return direct | {d: found for d, found in themed.items() if self.model_of[d].id not in self.named_models}

    @cached_property
    def can_show(self) -> dict[str, tuple[Opportunity, ...]]:
        """What can show each domain if one asks for it, beyond what shows it anyway."""
        found = grouped(self.running, lambda o: (up for d in o.can_show for up in self.upwards(d)))
        shows = {domain: {o.id for o in some} for domain, some in self.by_domain.items()}
        return {d: tuple(o for o in some if o.id not in shows.get(d, ())) for d, some in found.items()}

    @cached_property
    def leading_to(self) -> dict[str, tuple[Opportunity, ...]]:
        return grouped(self.opportunities, lambda o: o.leads_to)

    @cached_property
    def cases_by_domain(self) -> dict[str, tuple[AnyCase, ...]]:
        return grouped(self.cases, lambda case: (up for d in case.develops for up in self.upwards(d)))

    @cached_property
    def cases_by_opportunity(self) -> dict[str, tuple[AnyCase, ...]]:
        return grouped(self.cases, lambda case: case.opportunities)

    @cached_property
    def cases_by_stage(self) -> dict[str, tuple[AnyCase, ...]]:
        return grouped(self.cases, lambda case: case.stages)

    @cached_property
    def cases_by_responsibility(self) -> dict[str, tuple[AnyCase, ...]]:
        return grouped(self.cases, lambda case: case.responsibilities)

    @cached_property
    def themes_by_domain(self) -> dict[str, tuple[Theme, ...]]:
        return grouped(self.themes, lambda theme: theme.domains)

    @cached_property
    def named_domains(self) -> list[str]:
        """The domains that opportunities name themselves, in the models' order."""
        named = {d for o in self.opportunities for d in (*o.develops, *o.can_show)}
        return [domain for domain in self.domain if domain in named]

    @cached_property
    def parts(self) -> dict[str, tuple[Domain, ...]]:
        """The parts of each domain."""
        return grouped(self.domain.values(), lambda domain: [domain.part_of] if domain.part_of else [])

    @cached_property
    def label(self) -> dict[str, str]:
        """A short name for each domain: "GPC 5", "GPC 6 patient safety", "Engaging the team"."""
        labels = {}
        for domain in self.domain.values():
            code = self.code(domain.id)
            if code and domain.number:
                labels[domain.id] = code
            else:
                name = domain.name[0].lower() + domain.name[1:]
                labels[domain.id] = f"{code} {name}" if code else domain.name
        return labels

    def full_label(self, domain: str) -> str:
        """The short name with what a number stands for: "GPC 5 capabilities in leadership and team working"."""
        record, label = self.domain[domain], self.label[domain]
        return f"{label} {record.name[0].lower()}{record.name[1:]}" if record.number else label

    def code(self, domain: str) -> str:
        """What people call a domain by number, its own or that of what it is a part of: "GPC 6". Empty without a number."""
        number = next((self.domain[up].number for up in self.upwards(domain) if self.domain[up].number), None)
        return f"{self.model_of[domain].short_name} {number}" if number else ""

    def upwards(self, domain: str) -> list[str]:
        """A domain and all that it is a part of."""
        found = [domain]
        while (above := self.domain[found[-1]].part_of) and above not in found:
            found.append(above)
        return found

    def whole(self, address: str) -> str:
        """An address of this site as others write it, or nothing where nobody knows yet where the site will be."""
        return f"{self.network.site_url.rstrip('/')}{address}" if self.network.site_url else ""

    @cached_property
    def entry(self) -> dict[int, Entry[Any]]:
        """Each record with the place where it was written, by identity."""
        return {id(entry.record): entry for entry in self.records.all()}


def fitting(opportunities: Iterable[Opportunity], weeks: int) -> tuple[Opportunity, ...]:
    """Those that need no more than so many weeks."""
    return tuple(o for o in opportunities if o.min_weeks <= weeks)


def link(records: Records, *, today: datetime.date, given: Mapping[str, str] = MappingProxyType({})) -> Catalogue:
    """Join checked records into a catalogue. What is `given` fills empty fields of the network."""
    assert records.network, "records without errors have a network"
    network = records.network.record
    missing = {name: value for name, value in given.items() if not getattr(network, name)}
    return Catalogue(network.model_copy(update=missing), records, today)
