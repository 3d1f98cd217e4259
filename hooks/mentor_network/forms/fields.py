"""Descriptions of the fields of a record class for the form, made from its annotations, labels and ids of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.forms.questions import CHECKLIST
from mentor_network.records.fields import Kind, ordered_fields, record_in

#: Labels of fields, if they are not the name of the field.
LABELS: Mapping[str, str] = {
    "id": "Short name for the address",
    "activity_types": "Kinds of activity",
    "responsibilities": "Key responsibilities it serves",
    "stages": "Training stages",
    "trust_type": "Kind of Trust",
    "size_band": "How many resident doctors",
    "geography": "How spread out the Trust is",
    "few_or_many": "With few doctors, with many or through others",
    "develops": "Leadership domains it shows",
    "can_show": "Leadership domains it can show",
    "opportunities": "Opportunities it is an example of",
    "added": "Day it was added",
    "changed": "Day its meaning last changed",
    "trust_named": "The Trust agreed to be named",
    "trust_name": "Name of the Trust",
    "started": "Month it started",
    "still_running": "Does it still run?",
    "clm_hours_setup": "Mentor's hours to set it up",
    "clm_hours_month": "Mentor's hours a month",
    "other_people": "Who else gave time",
    "people_reached": "People reached",
    "contributor_role": "Your role",
    "permission": "Permission",
    "trust": "The Trust agreed",
    "contributors": "Everybody who wrote it agreed",
    "confidentiality": "Confidentiality check",
    "checked_by_role": "Role of the first reader",
    "second_check_by_role": "Role of the second reader",
    "licence": "Licence",
    "last_reviewed": "Day its facts were last checked",
    "next_review": "Day of the next check",
    "reviewed_by_role": "Role of the clinician who reviewed it",
    "type": "Kind of opportunity",
    "learning": "How doctors learn from it",
    "scope": "Where it is organised",
    "where": "Places it is limited to",
    "provider": "Organisation that runs it",
    "min_weeks": "Shortest placement it fits",
    "builds_on": "Work that must be done already",
    "hours": "Time it takes",
    "total": "Hours in all",
    "per_week": "Hours a week",
    "pattern": "The time in words",
    "timing": "When it happens",
    "cost_note": "About the cost",
    "what_you_do": "Steps",
    "you_learn": "What a doctor learns",
    "make_it_count": "What makes it count",
    "watch_out": "What commonly goes wrong",
    "portfolio": "What to write down as evidence",
    "reflect": "Questions to think about",
    "safety_notes": "Safety notes",
    "ltft": "For doctors who work less than full time",
    "leads_to": "What follows on from it",
    "also_known_as": "Other words for it",
    "links": "Links",
    "label": "What the reader finds there",
    "url": "Web address",
    "checked": "Day you last saw it",
    "how": "How it was seen",
    "copy_from": "Month of the archived copy",
    "sources": "Sources",
    "pages": "Pages",
    "for_what": "Which fact",
    "opens": "First day to apply",
    "closes": "Last day to apply",
    "checklist": "Points of the checklist that are true",
    "acknowledged": "Findings of the confidentiality check that are right as they are",
}
_NOT_STATED: Mapping[str, str] = {"not-stated": "Not stated"}
#: Labels of the choices of a field, by the record class and the name of the field, or by the name alone.
CHOICES: Mapping[str, Mapping[Any, str]] = {
    "type": labels.TYPES,
    "activity_types": labels.ACTIVITIES,
    "CaseStudy.status": {"draft": "Draft", "published": "Published"},
    "Opportunity.status": labels.STATUS,
    "kind": {"case-study": "Case study"},
    "trust_type": {**labels.TRUST_TYPE, **_NOT_STATED},
    "size_band": {**labels.SIZE, **_NOT_STATED},
    "geography": {**labels.GEOGRAPHY, **_NOT_STATED},
    "few_or_many": {**labels.FEW_OR_MANY, **_NOT_STATED},
    "still_running": {"yes": "Yes", "no": "No", "paused": "Paused"},
    "licence": {"CC-BY-4.0": "Creative Commons Attribution 4.0 (CC BY 4.0)"},
    "learning": labels.LEARNING,
    "scope": labels.SCOPE,
    "min_weeks": labels.WEEKS,
    "timing": {key: text[0].upper() + text[1:] for key, text in labels.TIMING.items()},
    "Opportunity.cost": labels.COST,
    "checklist": {point.id: point.text for points in CHECKLIST.values() for point in points},
    "how": {"live": "The live page", "archived-copy": "An archived copy"},
}


def fields(model: type[BaseModel], references: Mapping[str, Mapping[str, str]]) -> list[dict[str, Any]]:
    """Describe each field of `model`, in the order of the file, as values for JSON.

    `references` has the ids and labels of each catalogue that fields refer to.
    """
    return [_field(model, name, field, references) for name, field in ordered_fields(model)]


def _field(
    model: type[BaseModel], name: str, field: FieldInfo, references: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    catalogue = getattr(model, "refers", {}).get(name)
    if catalogue not in references:  # such as figures of the evidence, which are too many for a list
        catalogue = None
    inner = record_in(field.annotation)
    kind, limits = _kind(field)
    description: dict[str, Any] = {
        "name": name,
        "label": LABELS.get(name, name.replace("_", " ").capitalize()),
        "help": field.description or "",
        "required": field.is_required(),
        "needed": name in getattr(model, "needed", ()),
        "kind": "choice" if catalogue else kind,
        **limits,
        "example": field.examples[0] if field.examples else None,
    }
    if inner:
        description["fields"] = fields(inner, references)
    if catalogue:
        description["refers"] = catalogue
        description["choices"] = [{"value": key, "label": text} for key, text in references[catalogue].items()]
        # The example in the record class may not be an id of this network.
        first = next(iter(references[catalogue]), None)
        description["example"] = [first] if first and limits["many"] else first
    elif kind == "choice":
        table = CHOICES.get(f"{model.__name__}.{name}") or CHOICES.get(name, {})
        literals = _literals(field.annotation)
        description["choices"] = [{"value": str(value), "label": table.get(value, str(value))} for value in literals]
    return description


def _kind(field: FieldInfo) -> tuple[str, dict[str, Any]]:
    """The kind of a field, and its limits: characters of a text, items of a list, the minimum of a number."""
    parts = list(_parts(field.annotation, field.metadata))
    many = any(part is list for part in parts)
    limits: dict[str, Any] = {"many": many, "max_length": None, "min_items": None, "max_items": None, "minimum": None}
    kind: str = "line"
    for part in parts:
        if isinstance(part, Kind):
            kind = part.name
        elif isinstance(part, StringConstraints):
            limits["max_length"] = part.max_length
            kind = "evidence" if part.pattern else kind
        for name, key in (("min_length", "min_items"), ("max_length", "max_items"), ("ge", "minimum")):
            if not isinstance(part, StringConstraints) and getattr(part, name, None) is not None:
                limits[key] = getattr(part, name)
    if record_in(field.annotation):
        kind = "group"
    elif any(get_origin(part) is Literal for part in parts):
        kind = "choice"
    return kind, limits


def _parts(annotation: Any, metadata: Sequence[Any]) -> Iterator[Any]:
    """Yield the types and constraints of an annotation, outermost first."""
    yield from _flat(metadata)
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _parts(inner, more)
    elif origin in (Union, UnionType):
        for part in get_args(annotation):
            if part is not type(None):
                yield from _parts(part, ())
    elif origin is list:
        yield list
        yield from _parts(get_args(annotation)[0], ())
    else:
        yield annotation


def _flat(metadata: Sequence[Any]) -> Iterator[Any]:
    for item in metadata:
        if isinstance(item, FieldInfo):
            yield from item.metadata
        else:
            yield item


def _literals(annotation: Any) -> list[Any]:
    return [value for part in _parts(annotation, ()) if get_origin(part) is Literal for value in get_args(part)]


def references(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """The ids and labels of each catalogue that fields of a form refer to."""
    network = catalogue.network
    return {
        "stages": {stage.id: stage.name for stage in catalogue.stages},
        "domains": catalogue.label,
        "themes": {theme.id: theme.name for theme in catalogue.themes},
        "guides": {key: catalogue.page[address].record.title for key, address in catalogue.guide.items()},
        "responsibilities": {item.id: item.name for item in network.responsibilities},
        "opportunities": {item.id: item.title for item in catalogue.opportunities},
        "places": catalogue.place,
        "sources": {key: source.title for key, source in catalogue.source.items()},
    }
