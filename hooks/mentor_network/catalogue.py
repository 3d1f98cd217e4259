"""The linked catalogue: every record by its id, and every reference with its reverse. No record has an error."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from mentor_network.records import (
    Domain,
    Entry,
    EvidenceTable,
    Model,
    Network,
    Opportunity,
    Page,
    Records,
    Retired,
    Stage,
    Theme,
)
from mentor_network.records.derived import checked_model, figure_texts, group_by, is_built, shows_crisis_help
from mentor_network.records.records import AnyCase, page_address


@dataclass(frozen=True)
class Catalogue:
    """All records of a network with their indexes. Status and dates are judged as of `today`."""

    network: Network
    records: Records
    today: datetime.date

    # Lists, in the order in which pages show them.

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """Shortest placement first, then by title."""
        records = (entry.record for entry in self.records.opportunities)
        return tuple(sorted(records, key=lambda o: (o.min_weeks, o.title.casefold())))

    @cached_property
    def running(self) -> tuple[Opportunity, ...]:
        """Opportunities neither on hold nor closed. Only these are counted, suggested and matched to a placement."""
        return tuple(o for o in self.opportunities if self.runs(o))

    @cached_property
    def not_running(self) -> tuple[Opportunity, ...]:
        """Opportunities on hold or closed. Pages list them in a separate section, last."""
        return tuple(o for o in self.opportunities if not self.runs(o))

    def runs(self, o: Opportunity) -> bool:
        """Is it neither on hold nor closed today?"""
        return o.status not in ("closed", "on-hold") and not (o.closes and o.closes < self.today)

    @cached_property
    def cases(self) -> tuple[AnyCase, ...]:
        """Case studies that are published, by title: drafts are checked but not built."""
        records = (entry.record for entry in self.records.cases if is_built(entry))
        return tuple(sorted(records, key=lambda case: case.title.casefold()))

    @cached_property
    def models(self) -> tuple[Model, ...]:
        return tuple(entry.record for entry in self.records.models)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        return tuple(entry.record for entry in self.records.themes)

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(entry.record for entry in self.records.stages)

    # Indexes by id.

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
        """The address of each guide, by the id of the guide."""
        return {page.record.id: address for address, page in self.page.items() if address.startswith("/guides/")}

    @cached_property
    def page(self) -> dict[str, Entry[Page]]:
        """The hand-written pages, by address."""
        return {page_address(page.document.file): page for page in self.records.pages}

    @cached_property
    def crisis_pages(self) -> tuple[str, ...]:
        """Addresses of the pages with the whole list of crisis lines."""
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
        """The names of nations, regions and Trusts."""
        places = (*self.network.nations, *self.network.regions, *self.network.trusts)
        return {place.id: place.name for place in places}

    @cached_property
    def figure(self) -> dict[str, str]:
        """The text of each figure and each cell of a table: `T9.course.completed` is `38%`."""
        return figure_texts(self.records)

    # Reverse indexes.

    @cached_property
    def by_stage(self) -> dict[str, tuple[Opportunity, ...]]:
        return group_by(self.running, lambda o: o.stages)

    @cached_property
    def by_type(self) -> dict[str, tuple[Opportunity, ...]]:
        return group_by(self.running, lambda o: [o.type])

    @cached_property
    def named_models(self) -> frozenset[str]:
        """Ids of models whose domains some opportunity names. Opportunities map to the other models through themes."""
        return frozenset(self.model_of[d].id for o in self.opportunities for d in (*o.develops, *o.can_show))

    @cached_property
    def checked(self) -> Model | None:
        """The model of the supervisor's check, if this network has one (`records.derived.checked_model`)."""
        return checked_model(self.records)

    @cached_property
    def by_domain(self) -> dict[str, tuple[Opportunity, ...]]:
        """Running opportunities that show each domain or part of it; in a model that none names, through shared themes."""
        direct = group_by(self.running, lambda o: (up for d in o.develops for up in self.with_ancestors(d)))
        themed = group_by(
            self.running,
            lambda o: (up for t in o.themes for d in self.theme[t].domains for up in self.with_ancestors(d)),
        )
        return direct | {d: group for d, group in themed.items() if self.model_of[d].id not in self.named_models}

    @cached_property
    def by_domain_and_stage(self) -> dict[str, dict[str, tuple[Opportunity, ...]]]:
        """`by_domain`, with the opportunities of each domain by stage."""
        return {domain: group_by(group, lambda o: o.stages) for domain, group in self.by_domain.items()}

    @cached_property
    def can_show_by_stage(self) -> dict[str, dict[str, tuple[Opportunity, ...]]]:
        """`can_show`, with the opportunities of each domain by stage."""
        return {domain: group_by(group, lambda o: o.stages) for domain, group in self.can_show.items()}

    @cached_property
    def can_show(self) -> dict[str, tuple[Opportunity, ...]]:
        """Running opportunities that can show each domain if one asks for it, without those that show it anyway."""
        can_show = group_by(self.running, lambda o: (up for d in o.can_show for up in self.with_ancestors(d)))
        shows = {domain: {o.id for o in group} for domain, group in self.by_domain.items()}
        return {d: tuple(o for o in group if o.id not in shows.get(d, ())) for d, group in can_show.items()}

    @cached_property
    def leading_to(self) -> dict[str, tuple[Opportunity, ...]]:
        """For each opportunity, those that can lead to it."""
        return group_by(self.opportunities, lambda o: o.leads_to)

    @cached_property
    def cases_by_domain(self) -> dict[str, tuple[AnyCase, ...]]:
        return group_by(self.cases, lambda case: (up for d in case.develops for up in self.with_ancestors(d)))

    @cached_property
    def cases_by_opportunity(self) -> dict[str, tuple[AnyCase, ...]]:
        return group_by(self.cases, lambda case: case.opportunities)

    @cached_property
    def cases_by_stage(self) -> dict[str, tuple[AnyCase, ...]]:
        return group_by(self.cases, lambda case: case.stages)

    @cached_property
    def cases_by_responsibility(self) -> dict[str, tuple[AnyCase, ...]]:
        return group_by(self.cases, lambda case: case.responsibilities)

    @cached_property
    def themes_by_domain(self) -> dict[str, tuple[Theme, ...]]:
        return group_by(self.themes, lambda theme: theme.domains)

    @cached_property
    def named_domains(self) -> list[str]:
        """Ids of domains that some opportunity names, in the order of the models."""
        named = {d for o in self.opportunities for d in (*o.develops, *o.can_show)}
        return [domain for domain in self.domain if domain in named]

    @cached_property
    def listed_domains(self) -> list[str]:
        """Ids of the domains that the plan, the check and the finder list: those of the check, and all that are named."""
        check = (*self.checked.in_full, *self.checked.in_brief) if self.checked else ()
        listed = {*self.named_domains, *(domain.id for domain in check)}
        return [domain for domain in self.domain if domain in listed]

    def to_listed(self, domains: Iterable[str]) -> list[str]:
        """The listed domains that these domains are, or are a part of."""
        found = {up for domain in domains for up in self.with_ancestors(domain)}
        return [domain for domain in self.listed_domains if domain in found]

    @cached_property
    def parts(self) -> dict[str, tuple[Domain, ...]]:
        """The direct parts of each domain."""
        return group_by(self.domain.values(), lambda domain: [domain.part_of] if domain.part_of else [])

    @cached_property
    def label(self) -> dict[str, str]:
        """A short label for each domain: "GPC 5", "GPC 6 patient safety", "Engaging the team"."""
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
        """The short label, with the name after a number: "GPC 5 capabilities in leadership and team working"."""
        record, label = self.domain[domain], self.label[domain]
        return f"{label} {record.name[0].lower()}{record.name[1:]}" if record.number else label

    def code(self, domain: str) -> str:
        """The model and the number of a domain or of its nearest numbered ancestor: "GPC 6". Empty without a number."""
        number = self.number(domain)
        return f"{self.model_of[domain].short_name} {number}" if number else ""

    def number(self, domain: str) -> str:
        """The number of a domain or of its nearest numbered ancestor. Empty without one."""
        return next((self.domain[up].number or "" for up in self.with_ancestors(domain) if self.domain[up].number), "")

    def with_ancestors(self, domain: str) -> list[str]:
        """The ids of a domain and its ancestors, nearest first."""
        chain = [domain]
        while (parent := self.domain[chain[-1]].part_of) and parent not in chain:
            chain.append(parent)
        return chain

    def absolute_url(self, address: str) -> str:
        """The absolute URL of an address of this site. Empty if the network has no `site_url`."""
        return f"{self.network.site_url.rstrip('/')}{address}" if self.network.site_url else ""

    @cached_property
    def entry(self) -> dict[int, Entry[Any]]:
        """The entry of each record, with its file and line, by `id(record)`."""
        return {id(entry.record): entry for entry in self.records.all()}


def filter_by_weeks(opportunities: Iterable[Opportunity], weeks: int) -> tuple[Opportunity, ...]:
    """Opportunities that need no more than `weeks`."""
    return tuple(o for o in opportunities if o.min_weeks <= weeks)


def link(records: Records, *, today: datetime.date, defaults: Mapping[str, str] = MappingProxyType({})) -> Catalogue:
    """Make a catalogue of records without errors. `defaults` are values for fields that network.yaml leaves empty."""
    assert records.network, "records without errors have a network"
    network = records.network.record
    missing = {name: value for name, value in defaults.items() if not getattr(network, name)}
    return Catalogue(network.model_copy(update=missing), records, today)
