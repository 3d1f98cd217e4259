"""Translates pydantic's errors into messages for authors, each at the smallest span that shows the mistake."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

from mentor_network.problems import Problems
from mentor_network.records.examples import place_of
from mentor_network.records.fields import Reviewed
from mentor_network.records.message_texts import message_for
from mentor_network.records.mistakes import FieldError
from mentor_network.records.slips import model_at, one_for_each_slip, value_in
from mentor_network.source import Document, KeyPath, Text
from mentor_network.spelling import nearest


def report(invalid: ValidationError, document: Document, base: KeyPath, model: type[BaseModel], problems: Problems) -> None:
    """Add a problem for each error of a `ValidationError`. `base` is the path of the record in the document."""
    errors = _grouped_by_entry(_without_misspelt([_field_error(item, model) for item in invalid.errors(include_url=False)]))
    for error in one_for_each_slip(errors, value_in(document.value, base), model):
        message = message_for(error)
        at_key = message.at_key or (isinstance(error.value, Text) and not error.value)
        span = document.span(*base, *error.path, key=at_key)
        problems.add(span, message.code, message.message + _alike(error), message.help)


def _alike(error: FieldError) -> str:
    """What a message adds if the same is wrong with the items below."""
    below = error.context.get("alike", 0)
    return f", and the same goes for the {'item' if below == 1 else f'{below} items'} below" if below else ""


def _field_error(item: Any, model: type[BaseModel]) -> FieldError:
    path = tuple(item["loc"])
    if item["type"] in ("missing", "extra_forbidden"):
        keys = tuple(_keys_at(model, path[:-1]))
    else:
        keys = ()
        # pydantic marks an invalid key of a mapping with an item `[key]` in the path.
        path = tuple(step for step in path if step != "[key]")
    return FieldError(item["type"], path, item["input"], item.get("ctx", {}), keys, model, place_of(model, path))


def _keys_at(model: type[BaseModel], path: KeyPath) -> Iterable[str]:
    """The field names of the record that `path` leads to."""
    record = model_at(model, path)
    return record.model_fields if record else ()


def _without_misspelt(errors: list[FieldError]) -> list[FieldError]:
    """Drop the error for a missing key that is present in a misspelt form: it has an error already."""
    misspelt = set()
    for error in errors:
        if error.kind == "extra_forbidden" and (near := nearest(error.field, error.keys)):
            misspelt.add((*error.path[:-1], near))
    return [error for error in errors if not (error.kind == "missing" and error.path in misspelt)]


def _grouped_by_entry(errors: list[FieldError]) -> list[FieldError]:
    """Merge the errors for missing keys of one entry into one."""
    lacking: dict[KeyPath, list[FieldError]] = {}
    for error in errors:
        if error.kind == "missing":
            lacking.setdefault(error.path[:-1], []).append(error)
    rest = [error for error in errors if error.kind != "missing"]
    return rest + [_joined(path, group) for path, group in lacking.items()]


def _joined(path: KeyPath, group: list[FieldError]) -> FieldError:
    """One error for the missing keys of an entry, dates of review last."""
    group.sort(key=lambda error: error.path[-1] in Reviewed.model_fields)
    names = [str(error.path[-1]) for error in group]
    return FieldError("missing", path, None, {"names": names, "places": [error.place for error in group]}, ())
