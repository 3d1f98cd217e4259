"""Examples of fields as lines of YAML: each is valid for its field, so that a message or a table can show it to copy.

An id of another entry depends on the network. It stands as a placeholder, see `suggestions`.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mentor_network.records.fields import BARE_WORDS, Kind, Record, record_in
from mentor_network.records.suggestions import an_id
from mentor_network.source import KeyPath


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of a record, and the part of it that a path leads to: the whole value, an item, a key or a value of it.

    `kind` is the type of that part. `catalogue` is the one whose ids it holds, or empty.
    """

    name: str
    info: FieldInfo
    kind: Any
    model: type[BaseModel]
    catalogue: str = ""
    whole: bool = True
    #: The metadata of the part's type.
    metadata: tuple[Any, ...] = ()

    @property
    def is_list(self) -> bool:
        return get_origin(self.kind) is list

    @property
    def is_mapping(self) -> bool:
        return get_origin(self.kind) is dict

    @property
    def record(self) -> type[BaseModel] | None:
        """The record that it is, or that its items are."""
        return record_in(self.kind)

    @property
    def least(self) -> int:
        """How many items it needs."""
        return _least(self.info)

    @property
    def is_free(self) -> bool:
        """Does it hold any words, and no choice, number, id or address?"""
        kinds = {part.name for part in self.metadata if isinstance(part, Kind)}
        return bool(kinds) and kinds <= {"line", "prose"}

    @property
    def choices(self) -> list[str]:
        """The words that it can be, as authors write them. Empty if it is free."""
        return [str(word) for word in literals(self.kind)]


def place_of(model: type[BaseModel], path: KeyPath) -> FieldPlace | None:
    """The field that a path in a record of this model leads to, or None."""
    place: FieldPlace | None = None
    for step in path:
        if place is not None and (place.is_list or place.is_mapping):
            place = replace(item_of(place), catalogue=place.catalogue if place.is_list else "")
            continue
        record = place.record if place else model
        info = record.model_fields.get(step) if record and isinstance(step, str) else None
        if info is None or record is None:
            return None
        catalogue = getattr(record, "refers", {}).get(step, "")
        metadata = (*info.metadata, *_metadata(info.annotation))
        place = FieldPlace(str(step), info, _bare(info.annotation), record, catalogue, metadata=metadata)
    return place


def item_of(place: FieldPlace) -> FieldPlace:
    """The items of a list, or the values of a mapping."""
    inner = get_args(place.kind)[-1]
    return replace(place, kind=_bare(inner), whole=False, metadata=_metadata(inner))


def _bare(annotation: Any) -> Any:
    """An annotation without its metadata, and without None."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        kinds = [_bare(kind) for kind in get_args(annotation) if kind is not type(None)]
        return kinds[0] if len(kinds) == 1 else Union[tuple(kinds)]  # noqa: UP007 - a value
    return annotation


def _metadata(annotation: Any) -> tuple[Any, ...]:
    """The metadata of a type, or of the types that it can be."""
    if get_origin(annotation) is Annotated:
        return (*annotation.__metadata__, *_metadata(get_args(annotation)[0]))
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(part for kind in get_args(annotation) for part in _metadata(kind))
    return ()


def literals(annotation: Any) -> Iterator[Any]:
    """The values of every Literal in an annotation."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from literals(part)


def example_lines(name: str, info: FieldInfo, model: type[BaseModel] | None) -> list[str]:
    """The lines of a field of a record: its name and an example. Nested lines are indented."""
    return _lines(name, _example(name, info, model))


def an_example(place: FieldPlace) -> str | None:
    """An example of the one value that a field or an item of it holds, as YAML. None for what has lines of its own."""
    if place.is_list or place.is_mapping or place.record:
        return None
    example = _example(place.name, place.info, place.model)
    while isinstance(example, list | dict):
        example = next(iter(example.values() if isinstance(example, dict) else example))
    return yaml_text(example)


def all_lines() -> frozenset[str]:
    """Every line that examples have, without indentation, and their values. None holds words of an author."""
    models: list[type[BaseModel]] = [Record]
    for model in models:
        models += model.__subclasses__()
    fields = [(name, info, model) for model in models for name, info in model.model_fields.items()]
    lines = {line.strip() for field in fields for line in example_lines(*field)}
    return frozenset(lines | {line.partition(": ")[2].strip('"') for line in lines})


def _lines(name: str, value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{name}:", *(f"  {line}" for key, item in value.items() for line in _lines(key, item))]
    if isinstance(value, list):
        return [f"{name}:", *(f"  {line}" for item in value for line in item_lines(item))]
    return [f"{name}: {yaml_text(value)}"]


def item_lines(item: Any) -> list[str]:
    """The lines of an item of a list."""
    if not isinstance(item, dict):
        return [f"- {yaml_text(item)}"]
    lines = [line for key, value in item.items() for line in _lines(key, value)]
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]


def _example(name: str, info: FieldInfo, model: type[BaseModel] | None) -> Any:
    """An example of a field, with placeholders for ids."""
    catalogue = getattr(model, "refers", {}).get(name, "")
    kind = _bare(info.annotation)
    if info.examples:
        return _with_ids(info.examples[0], catalogue) if catalogue else info.examples[0]
    if inner := record_in(kind):
        example = record_example(inner)
        return [example] * _least(info) if get_origin(kind) is list else example
    words = list(literals(kind))
    return [words[0]] if get_origin(kind) is list and words else words[0] if words else "..."


def _with_ids(example: Any, catalogue: str) -> Any:
    if isinstance(example, list):
        return [an_id(catalogue, str(example[0]))]
    if isinstance(example, dict):
        key, value = next(iter(example.items()))
        return {an_id(catalogue, key): value}
    return an_id(catalogue, str(example))


def record_example(model: type[BaseModel]) -> dict[str, Any]:
    """An example of a record with its required fields, or with its first if none is required."""
    fields = model.model_fields
    names = [name for name, info in fields.items() if info.is_required()] or [next(iter(fields))]
    return {name: _example(name, fields[name], model) for name in names}


def _least(info: FieldInfo) -> int:
    return next((part.min_length for part in info.metadata if hasattr(part, "min_length")), 1)


_PLAIN = re.compile(r"[A-Za-z0-9/](?:[\w ,./'–()?£&-]|:(?=[^\s:]))*|\w")


def yaml_text(value: Any) -> str:
    """A value as YAML, quoted only where it could be read as another type or as markup."""
    text = str(value)
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in BARE_WORDS - {"true", "false"}
    return text if plain or text.startswith("⟦") else json.dumps(text, ensure_ascii=False)
