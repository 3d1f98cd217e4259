"""Facets of the finders: the filters, their options, and how many entries match each option.

The counts are computed at build time, so that the page is complete without JavaScript. The script in
theme/components/finder reads the values of each entry from its card, and counts again as people choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.records import AnyCase

T = TypeVar("T")

#: When an entry matches a chosen value. `any`: it has that value. `most`: its number is no more than the chosen one.
#: `open`: it has no value, and so no limit, or it has the chosen value.
Rule = Literal["any", "most", "open"]

#: Options for hours in all, and for a mentor's hours a month. The keys are upper limits.
HOURS: Mapping[str, str] = {"1": "Up to 1 hour", "4": "Up to 4 hours", "8": "Up to 8 hours", "40": "Up to 40 hours"}
MONTHLY: Mapping[str, str] = {"2": "Up to 2 hours", "4": "Up to 4 hours", "8": "Up to 8 hours"}

#: The option for readers whose place or specialty no entry is limited to. No entry has this value.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Filter(Generic[T]):
    """A filter of the finder: its name in the query string, its title, its options, and the values of an entry.

    With `single`, readers choose a single option. With `expanded`, it is open at first. `all_options` are kept
    even if no entry has them: the form on the home page leads here with any stage and any weeks.
    """

    name: str
    title: str
    options: Callable[[Catalogue], Mapping[str, str]]
    values: Callable[[T, Catalogue], Iterable[object]]
    rule: Rule = "any"
    single: bool = False
    expanded: bool = False
    all_options: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its options for a list of entries. Each is a value, a label and the number of entries that match it."""

    name: str
    title: str
    rule: Rule
    single: bool
    expanded: bool
    hint: str
    options: tuple[tuple[str, str, int], ...]


def facets(filters: Iterable[Filter[T]], items: Iterable[T], catalogue: Catalogue) -> list[Facet]:
    """The facets that can narrow the list. One is left out if all items match all of its options."""
    entries = list(items)
    return [facet for facet_filter in filters if (facet := _facet(facet_filter, entries, catalogue))]


def _facet(facet_filter: Filter[T], items: list[T], catalogue: Catalogue) -> Facet | None:
    values_of_items = [tuple(map(str, facet_filter.values(item, catalogue))) for item in items]
    counted = [
        (value, label, sum(fits(facet_filter.rule, value, has) for has in values_of_items))
        for value, label in facet_filter.options(catalogue).items()
    ]
    options = tuple(o for o in counted if facet_filter.all_options or o[2])
    if all(n == len(items) for _, _, n in options):
        return None
    return Facet(
        facet_filter.name,
        facet_filter.title,
        facet_filter.rule,
        facet_filter.single,
        facet_filter.expanded,
        facet_filter.hint,
        options,
    )


def fits(rule: Rule, chosen: str, has: tuple[str, ...]) -> bool:
    """Does an entry with these values match a chosen option? The same rule as in theme/components/finder/facets.js."""
    if rule == "most":
        return any(float(value) <= float(chosen) for value in has)
    return chosen in has or (rule == "open" and not has)


def values(filters: Iterable[Filter[T]], item: T, catalogue: Catalogue) -> dict[str, str]:
    """The values of an entry by facet, separated by spaces, for the data attributes of its card."""
    texts = {facet_filter.name: " ".join(map(str, facet_filter.values(item, catalogue))) for facet_filter in filters}
    return {name: text for name, text in texts.items() if text}


def _number(value: float | None) -> tuple[str, ...]:
    return () if value is None else (f"{value:g}",)


def _slug(text: str) -> str:
    """A slug of a free text: "Emergency medicine" is `emergency-medicine`."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _specialties(catalogue: Catalogue) -> dict[str, str]:
    """Specialties that some opportunity is limited to, and `OTHER`."""
    named = sorted({name for o in catalogue.opportunities for name in o.specialties}, key=str.casefold)
    return {**{_slug(name): name for name in named}, OTHER: "Another specialty"}


def _places(catalogue: Catalogue) -> dict[str, str]:
    """Places that some opportunity is limited to, and `OTHER`."""
    named = {place for o in catalogue.opportunities for place in o.where}
    return {**{place: name for place, name in catalogue.place.items() if place in named}, OTHER: "Somewhere else"}


def _domains(catalogue: Catalogue) -> dict[str, str]:
    """The domains of the plan and the check, those that nothing shows among them."""
    return {domain: catalogue.full_label(domain) for domain in catalogue.listed_domains}


def _open_now(o: Opportunity, catalogue: Catalogue) -> list[str]:
    running = o.status in ("always", "open")
    begun = not o.opens or o.opens <= catalogue.today
    return ["now"] if running and begun and not (o.closes and o.closes < catalogue.today) else []


def _stated(value: Any) -> list[str]:
    return [] if value == "not-stated" else [value]


def _fixed(table: Mapping[Any, str]) -> Callable[[Catalogue], Mapping[str, str]]:
    """Options that do not depend on the catalogue."""
    options = {str(value): label for value, label in table.items()}
    return lambda _: options


OPPORTUNITIES: tuple[Filter[Opportunity], ...] = (
    Filter(
        "stage",
        "Stage",
        lambda c: {s.id: s.name for s in c.stages},
        lambda o, _: o.stages,
        single=True,
        expanded=True,
        all_options=True,
    ),
    Filter(
        "weeks",
        "Time left in this placement",
        _fixed(labels.WEEKS),
        lambda o, _: [o.min_weeks],
        "most",
        single=True,
        expanded=True,
        all_options=True,
    ),
    Filter("cost", "Cost", _fixed(labels.COST), lambda o, _: [o.cost], expanded=True),
    Filter("domain", "Shows", _domains, lambda o, c: c.to_listed(o.develops), expanded=True, all_options=True),
    Filter("type", "What you do", _fixed(labels.TYPES), lambda o, _: [o.type]),
    Filter(
        "hours",
        "Hours in all",
        _fixed(HOURS),
        lambda o, _: _number(o.hours.total),
        "most",
        single=True,
        hint="Only what states its hours.",
    ),
    Filter("timing", "When", _fixed({k: v[0].upper() + v[1:] for k, v in labels.TIMING.items()}), lambda o, _: [o.timing]),
    Filter("learning", "How you learn", _fixed(labels.LEARNING_SHORT), lambda o, _: [o.learning]),
    Filter("scope", "Who runs it", _fixed(labels.SCOPE), lambda o, _: [o.scope]),
    Filter(
        "where",
        "Where you work",
        _places,
        lambda o, _: o.where,
        "open",
        all_options=True,
        hint="Tick each that is true. What is only for other places goes.",
    ),
    Filter(
        "specialty",
        "Your specialty",
        _specialties,
        lambda o, _: [_slug(name) for name in o.specialties],
        "open",
        all_options=True,
        hint="What is only for other specialties goes.",
    ),
    Filter("open", "Open now", _fixed({"now": "Open now"}), _open_now, hint="Not on hold, closed or unconfirmed."),
)

CASES: tuple[Filter[AnyCase], ...] = (
    Filter("activity", "What they did", _fixed(labels.ACTIVITIES), lambda case, _: case.activity_types, expanded=True),
    Filter("with", "Few or many", _fixed(labels.FEW_OR_MANY), lambda case, _: _stated(case.few_or_many), expanded=True),
    Filter(
        "responsibility",
        "Mentor's responsibility",
        lambda c: {r.id: r.name for r in c.network.responsibilities},
        lambda case, _: case.responsibilities,
        expanded=True,
    ),
    Filter("stage", "Stage", lambda c: {s.id: s.name for s in c.stages}, lambda case, _: case.stages, single=True),
    Filter("trust", "Type of Trust", _fixed(labels.TRUST_TYPE), lambda case, _: _stated(case.trust_type)),
    Filter("size", "Size of Trust", _fixed(labels.SIZE), lambda case, _: _stated(case.size_band)),
    Filter("spread", "Sites", _fixed(labels.GEOGRAPHY), lambda case, _: _stated(case.geography)),
    Filter(
        "hours",
        "A mentor's hours a month",
        _fixed(MONTHLY),
        lambda case, _: _number(case.clm_hours_month) if isinstance(case, CaseStudy) else (),
        "most",
        single=True,
        hint="Only what states its hours.",
    ),
    Filter(
        "kind",
        "How much is known",
        _fixed({"case-study": "Case study", "short-example": "Short example"}),
        lambda case, _: [case.kind],
    ),
)
