"""Facets of the finders: what each asks, which entries answer, and how many there are of each.

A facet is worked out here once, from the catalogue, so that the list is complete and the numbers are right before any script
runs. The script in theme/components/finder reads the same values from the cards and counts again as people choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from mentor_network import labels
from mentor_network.catalogue import AnyCase, Catalogue
from mentor_network.records import CaseStudy, Opportunity

T = TypeVar("T")

#: How a chosen value and an entry's values meet. `any`: the entry has a chosen value. `most`: the entry's number is no more
#: than the chosen one. `open`: the entry is limited to nothing, or to a chosen value.
Rule = Literal["any", "most", "open"]

#: Hours in all, and a mentor's hours a month, that people can choose as their limit.
HOURS: Mapping[str, str] = {"1": "Up to 1 hour", "4": "Up to 4 hours", "8": "Up to 8 hours", "40": "Up to 40 hours"}
MONTHLY: Mapping[str, str] = {"2": "Up to 2 hours", "4": "Up to 4 hours", "8": "Up to 8 hours"}

#: The answer of whoever is in none of the places or specialties that something is limited to. No entry has it.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What a finder can be narrowed by: the name in the address, the question, its answers, and those of one entry.

    `one`: people choose one answer, or several. `shown`: it stands open from the start. `whole`: all answers stand there,
    even those that no entry names: the home page asks for any stage and weeks, and leads here with the answer.
    """

    name: str
    title: str
    answers: Callable[[Catalogue], Mapping[str, str]]
    of: Callable[[T, Catalogue], Iterable[object]]
    rule: Rule = "any"
    one: bool = False
    shown: bool = False
    whole: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind with the answers that something in the list gives, and how many give each."""

    name: str
    title: str
    rule: Rule
    one: bool
    shown: bool
    hint: str
    options: tuple[tuple[str, str, int], ...]


def facets(kinds: Iterable[Kind[T]], items: Iterable[T], catalogue: Catalogue) -> list[Facet]:
    """The facets that tell the items apart. One that no entry uses, or that all answer in the same way, is left out."""
    found = list(items)
    return [facet for kind in kinds if (facet := _facet(kind, found, catalogue))]


def _facet(kind: Kind[T], items: list[T], catalogue: Catalogue) -> Facet | None:
    given = [tuple(map(str, kind.of(item, catalogue))) for item in items]
    counted = [(value, text, sum(fits(kind.rule, value, has) for has in given)) for value, text in _answers(kind, catalogue)]
    used = {value for has in given for value in has}
    options = tuple(o for o in counted if kind.whole or (o[2] and (kind.rule == "most" or o[0] in used)))
    if all(n == len(items) for _, _, n in options):
        return None
    return Facet(kind.name, kind.title, kind.rule, kind.one, kind.shown, kind.hint, options)


def _answers(kind: Kind[T], catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    return kind.answers(catalogue).items()


def fits(rule: Rule, chosen: str, has: tuple[str, ...]) -> bool:
    """Does an entry with these values answer this choice? theme/components/finder/facets.js says the same."""
    if rule == "most":
        return any(float(value) <= float(chosen) for value in has)
    return chosen in has or (rule == "open" and not has)


def values(kinds: Iterable[Kind[T]], item: T, catalogue: Catalogue) -> dict[str, str]:
    """An entry's own values, by facet, as its card carries them."""
    given = {kind.name: " ".join(map(str, kind.of(item, catalogue))) for kind in kinds}
    return {name: text for name, text in given.items() if text}


def _number(value: float | None) -> tuple[str, ...]:
    return () if value is None else (f"{value:g}",)


def _named(text: str) -> str:
    """A free text as a value: "Emergency medicine" is `emergency-medicine`."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _specialties(catalogue: Catalogue) -> dict[str, str]:
    """Those that something is limited to, and an answer for everybody else."""
    named = sorted({name for o in catalogue.opportunities for name in o.specialties}, key=str.casefold)
    return {**{_named(name): name for name in named}, OTHER: "Another specialty"}


def _places(catalogue: Catalogue) -> dict[str, str]:
    """Those that something is limited to, so a Trust only where an entry names it, and an answer for everybody else."""
    named = {place for o in catalogue.opportunities for place in o.where}
    return {**{place: name for place, name in catalogue.place.items() if place in named}, OTHER: "Somewhere else"}


def _domains(catalogue: Catalogue) -> dict[str, str]:
    """Domains that entries name themselves, in the models' order, with their numbers and names."""
    named = {d for o in catalogue.opportunities for d in o.develops}
    return {d: catalogue.full_label(d) for d in catalogue.domain if d in named}


def _open_now(o: Opportunity, catalogue: Catalogue) -> list[str]:
    running = o.status in ("always", "open")
    begun = not o.opens or o.opens <= catalogue.today
    return ["now"] if running and begun and not (o.closes and o.closes < catalogue.today) else []


def _stated(value: Any) -> list[str]:
    return [] if value == "not-stated" else [value]


def _fixed(answers: Mapping[Any, str]) -> Callable[[Catalogue], Mapping[str, str]]:
    said = {str(value): text for value, text in answers.items()}
    return lambda _: said


OPPORTUNITIES: tuple[Kind[Opportunity], ...] = (
    Kind(
        "stage", "Stage", lambda c: {s.id: s.name for s in c.stages}, lambda o, _: o.stages, one=True, shown=True, whole=True
    ),
    Kind(
        "weeks",
        "Time left in this placement",
        _fixed(labels.WEEKS),
        lambda o, _: [o.min_weeks],
        "most",
        one=True,
        shown=True,
        whole=True,
    ),
    Kind("cost", "Cost", _fixed(labels.COST), lambda o, _: [o.cost], shown=True),
    Kind("domain", "Shows", _domains, lambda o, _: o.develops, shown=True),
    Kind("type", "What you do", _fixed(labels.TYPES), lambda o, _: [o.type]),
    Kind(
        "hours",
        "Hours in all",
        _fixed(HOURS),
        lambda o, _: _number(o.hours.total),
        "most",
        one=True,
        hint="Only what states its hours.",
    ),
    Kind("timing", "When", _fixed({k: v[0].upper() + v[1:] for k, v in labels.TIMING.items()}), lambda o, _: [o.timing]),
    Kind("learning", "How you learn", _fixed(labels.LEARNING_SHORT), lambda o, _: [o.learning]),
    Kind("scope", "Who runs it", _fixed(labels.SCOPE), lambda o, _: [o.scope]),
    Kind(
        "where",
        "Where you work",
        _places,
        lambda o, _: o.where,
        "open",
        whole=True,
        hint="Tick each that is true. What is only for other places goes.",
    ),
    Kind(
        "specialty",
        "Your specialty",
        _specialties,
        lambda o, _: [_named(name) for name in o.specialties],
        "open",
        whole=True,
        hint="What is only for other specialties goes.",
    ),
    Kind("open", "Open now", _fixed({"now": "Open now"}), _open_now, hint="Not on hold, closed or unconfirmed."),
)

CASES: tuple[Kind[AnyCase], ...] = (
    Kind("activity", "What they did", _fixed(labels.ACTIVITIES), lambda case, _: case.activity_types, shown=True),
    Kind("with", "Few or many", _fixed(labels.FEW_OR_MANY), lambda case, _: _stated(case.few_or_many), shown=True),
    Kind(
        "responsibility",
        "Mentor's responsibility",
        lambda c: {r.id: r.name for r in c.network.responsibilities},
        lambda case, _: case.responsibilities,
        shown=True,
    ),
    Kind("stage", "Stage", lambda c: {s.id: s.name for s in c.stages}, lambda case, _: case.stages, one=True),
    Kind("trust", "Type of Trust", _fixed(labels.TRUST_TYPE), lambda case, _: _stated(case.trust_type)),
    Kind("size", "Size of Trust", _fixed(labels.SIZE), lambda case, _: _stated(case.size_band)),
    Kind("spread", "Sites", _fixed(labels.GEOGRAPHY), lambda case, _: _stated(case.geography)),
    Kind(
        "hours",
        "A mentor's hours a month",
        _fixed(MONTHLY),
        lambda case, _: _number(case.clm_hours_month) if isinstance(case, CaseStudy) else (),
        "most",
        one=True,
        hint="Only what states its hours.",
    ),
    Kind(
        "kind",
        "How much is known",
        _fixed({"case-study": "Case study", "short-example": "Short example"}),
        lambda case, _: [case.kind],
    ),
)
