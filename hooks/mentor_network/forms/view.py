"""The form as a page draws it: the words of `questions` joined with what the record classes say of each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from mentor_network.catalogue import Catalogue
from mentor_network.forms import fields
from mentor_network.forms.questions import CASE, CHECKLIST, FIXED, GROUPS, LEFT_OUT, OPPORTUNITY, Ask, Group, Point
from mentor_network.labels import PROMPTS
from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.case_study import FULL_HEADINGS

MODELS: Mapping[str, type[BaseModel]] = {CASE: CaseStudy, OPPORTUNITY: Opportunity}
TITLES: Mapping[str, str] = {CASE: "Write up what your Trust tried", OPPORTUNITY: "Add something to do"}

#: More choices than these do not stand open under each other.
_MOST_RADIOS = 6


@dataclass(frozen=True, slots=True)
class Question:
    """One question with all that its template needs. `draw` is line, area, radios, boxes, select or tick."""

    ask: Ask
    id: str
    draw: str
    required: bool
    can_wait: bool
    limit: int | None
    rows: int
    many: bool
    example: str
    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """All that is asked for one kind of entry."""

    kind: str
    title: str
    points: Mapping[str, tuple[Point, ...]]
    groups: tuple[tuple[Group, tuple[Question, ...]], ...]
    headings: tuple[tuple[str, str, str], ...]
    #: The ids that entries of this kind have, or had, with spaces between them.
    taken: str


def forms(catalogue: Catalogue) -> list[Form]:
    """The form of each kind of entry that people send."""
    return [_form(kind, catalogue) for kind in MODELS]


def _form(kind: str, catalogue: Catalogue) -> Form:
    known = dict(_by_path(fields.fields(MODELS[kind], _references(catalogue)), ""))
    groups = tuple((group, tuple(_questions(kind, group, known))) for group in GROUPS[kind])
    points = {heading: tuple(p for p in points if kind in p.kinds) for heading, points in CHECKLIST.items()}
    taken = " ".join(sorted(catalogue.records.ids.get("cases" if kind == CASE else "opportunities", ())))
    headings = tuple((f"{kind}-answer-{n}", text, PROMPTS[text]) for n, text in enumerate(FULL_HEADINGS))
    return Form(kind, TITLES[kind], points, groups, headings if kind == CASE else (), taken)


def _questions(kind: str, group: Group, known: Mapping[str, dict[str, Any]]) -> Iterator[Question]:
    """The questions of a group. One whose choices this network does not have, such as places or guides, is not asked."""
    for ask in group.asks:
        field = known[_plain(ask.path)]
        if field.get("choices") != []:
            yield _question(kind, ask, field)


def unasked(kind: str) -> set[str]:
    """Fields of the record that no question, no fixed value and no reason speaks of. There should be none."""
    every = {path for path, field in _by_path(fields.fields(MODELS[kind], {}), "") if field["kind"] != "group"}
    spoken = {ask.path for group in GROUPS[kind] for ask in group.asks} | {*FIXED[kind], *LEFT_OUT[kind]}
    plain = {_plain(path) for path in spoken}
    return {path for path in every if path not in plain and path.partition(".")[0] not in plain}


def _by_path(found: list[dict[str, Any]], prefix: str, required: bool = True) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field by its way in. What an optional group requires is optional as long as the group is left out."""
    for field in found:
        needed = required and field["required"]
        yield prefix + field["name"], {**field, "required": needed}
        yield from _by_path(field.get("fields", []), f"{prefix}{field['name']}.", needed)


def _plain(path: str) -> str:
    """The way to a field without positions: `links.0.url` is `links.url`."""
    return ".".join(step for step in path.split(".") if not step.isdigit())


def _question(kind: str, ask: Ask, field: dict[str, Any]) -> Question:
    choices = tuple((choice["value"], choice["label"]) for choice in field.get("choices", ()))
    example = ask.example or field["example"] or ""
    first = example[0] if isinstance(example, list) and example else example
    return Question(
        ask,
        f"{kind}-{ask.path.replace('.', '-').replace('_', '-')}",
        draw := ask.as_ or _draw(field),
        field["required"],
        field["needed"],
        None if choices or draw == "tick" else field["max_length"],
        3 if field["kind"] == "line" and not field["many"] else 4,
        field["many"],
        "" if choices or ask.filled else str(first),
        choices,
        "not-stated" if any(value == "not-stated" for value, _ in choices) else "",
    )


def _draw(field: dict[str, Any]) -> str:
    if field["kind"] == "flag":
        return "tick"
    if field["kind"] == "choice":
        return "boxes" if field["many"] else "radios" if len(field["choices"]) <= _MOST_RADIOS else "select"
    return "area" if field["many"] or field["kind"] == "prose" else "line"


def _references(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """The ids to choose from. Of the leadership models, those domains that entries here show, and the main ones beside them;
    of the sources, those that a contributor can speak for. A hundred more of each would help nobody."""
    named = catalogue.named_models or frozenset(catalogue.model)
    offered = {
        key: f"{label}: {domain.name}" if domain.number else label
        for key, label in catalogue.label.items()
        if catalogue.model_of[key].id in named
        and ((domain := catalogue.domain[key]).part_of is None or key in catalogue.by_domain)
    }
    first_hand = {key: source.title for key, source in catalogue.source.items() if source.how in ("report", "told")}
    found = fields.references(catalogue)
    return {**found, "domains": offered, "sources": first_hand or found["sources"]}
