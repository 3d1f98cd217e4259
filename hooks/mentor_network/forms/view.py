"""The form as its template renders it: the text of `questions` with the descriptions of `fields`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from mentor_network.catalogue import Catalogue
from mentor_network.forms import fields
from mentor_network.forms.questions import CASE, CHECKLIST, FIXED, GROUPS, LEFT_OUT, OPPORTUNITY, Group, Point, QuestionText
from mentor_network.labels import PROMPTS
from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.case_study import FULL_HEADINGS

MODELS: Mapping[str, type[BaseModel]] = {CASE: CaseStudy, OPPORTUNITY: Opportunity}
TITLES: Mapping[str, str] = {CASE: "Write up what your Trust tried", OPPORTUNITY: "Add something to do"}

#: With more choices than this, radio buttons become a select.
_MAX_RADIOS = 6


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the template. `control` is `line`, `area`, `radios`, `boxes`, `select` or `tick`.

    With `can_wait`, a draft may leave the field empty. `limit` is the maximum length in characters.
    """

    text: QuestionText
    id: str
    control: str
    required: bool
    can_wait: bool
    limit: int | None
    rows: int
    many: bool
    example: str
    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a case study: the id and the name of its control, its heading and its prompt."""

    id: str
    name: str
    heading: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of entry. Each group has its questions, and the parts of a case study to write."""

    kind: str
    title: str
    points: Mapping[str, tuple[Point, ...]]
    groups: tuple[tuple[Group, tuple[Question, ...], tuple[Part, ...]], ...]
    #: The ids of all entries of this kind, also retired ones, separated by spaces.
    taken: str


def forms(catalogue: Catalogue) -> list[Form]:
    """The form of each kind of entry."""
    return [_form(kind, catalogue) for kind in MODELS]


def _form(kind: str, catalogue: Catalogue) -> Form:
    by_path = dict(_fields_by_path(fields.fields(MODELS[kind], _references(catalogue)), ""))
    groups = tuple((group, tuple(_questions(kind, group, by_path)), tuple(_parts(kind, group))) for group in GROUPS[kind])
    points = {heading: tuple(p for p in points if kind in p.kinds) for heading, points in CHECKLIST.items()}
    taken = " ".join(sorted(catalogue.records.ids.get("cases" if kind == CASE else "opportunities", ())))
    return Form(kind, TITLES[kind], points, groups, taken)


def _parts(kind: str, group: Group) -> Iterator[Part]:
    for heading in group.headings:
        number = FULL_HEADINGS.index(heading)
        yield Part(f"{kind}-answer-{number}", f"answer.{number}", heading, PROMPTS[heading])


def _questions(kind: str, group: Group, by_path: Mapping[str, dict[str, Any]]) -> Iterator[Question]:
    """Yield the questions of a group. One without choices in this network, such as places or guides, is left out."""
    for text in group.questions:
        field = by_path[_without_positions(text.path)]
        if field.get("choices") != []:
            yield _question(kind, text, field)


def forgotten_fields(kind: str) -> set[str]:
    """Fields of the record that have no question, no fixed value and no reason to be left out. There should be none."""
    paths = {path for path, field in _fields_by_path(fields.fields(MODELS[kind], {}), "") if field["kind"] != "group"}
    covered = {text.path for group in GROUPS[kind] for text in group.questions} | {*FIXED[kind], *LEFT_OUT[kind]}
    plain = {_without_positions(path) for path in covered}
    return {path for path in paths if path not in plain and path.partition(".")[0] not in plain}


def _fields_by_path(
    descriptions: list[dict[str, Any]], prefix: str, required: bool = True
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field with its path. A required field of an optional group is not required."""
    for field in descriptions:
        needed = required and field["required"]
        yield prefix + field["name"], {**field, "required": needed}
        yield from _fields_by_path(field.get("fields", []), f"{prefix}{field['name']}.", needed)


def _without_positions(path: str) -> str:
    """A path without positions in lists: `links.0.url` is `links.url`."""
    return ".".join(step for step in path.split(".") if not step.isdigit())


def _question(kind: str, text: QuestionText, field: dict[str, Any]) -> Question:
    choices = tuple((choice["value"], choice["label"]) for choice in field.get("choices", ()))
    example = text.example or field["example"] or ""
    first = example[0] if isinstance(example, list) and example else example
    return Question(
        text,
        f"{kind}-{text.path.replace('.', '-').replace('_', '-')}",
        control := text.control or _control(field),
        field["required"],
        field["needed"],
        None if choices or control == "tick" else field["max_length"],
        3 if field["kind"] == "line" and not field["many"] else 4,
        field["many"],
        "" if choices or text.prefill else str(first),
        choices,
        "not-stated" if any(value == "not-stated" for value, _ in choices) else "",
    )


def _control(field: dict[str, Any]) -> str:
    if field["kind"] == "flag":
        return "tick"
    if field["kind"] == "choice":
        return "boxes" if field["many"] else "radios" if len(field["choices"]) <= _MAX_RADIOS else "select"
    return "area" if field["many"] or field["kind"] == "prose" else "line"


def _references(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """The ids to choose from, without those that would make the lists too long.

    Of the domains: those that entries show, and those that are not part of another. Of the sources: those that contributors
    know at first hand, if there are any.
    """
    named = catalogue.named_models or frozenset(catalogue.model)
    offered = {
        key: f"{label}: {domain.name}" if domain.number else label
        for key, label in catalogue.label.items()
        if catalogue.model_of[key].id in named
        and ((domain := catalogue.domain[key]).part_of is None or key in catalogue.by_domain)
    }
    first_hand = {key: source.title for key, source in catalogue.source.items() if source.how in ("report", "told")}
    references = fields.references(catalogue)
    return {**references, "domains": offered, "sources": first_hand or references["sources"]}
