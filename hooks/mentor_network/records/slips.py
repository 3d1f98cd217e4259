"""Finds the one slip behind several of pydantic's errors, so that it is one problem."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from mentor_network.problems import did_you_mean
from mentor_network.records.fields import record_in
from mentor_network.source import Items, KeyPath, Table

if TYPE_CHECKING:
    from mentor_network.records.mistakes import FieldError

#: The kinds of errors of an item that has another form than the items of its list.
_OTHER_FORM = frozenset(["string_type", "model_type", "model_attributes_type", "dict_type"])


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The record class of the table that `path` leads to, or None."""
    kind: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and kind and step in kind.model_fields:
            kind = record_in(kind.model_fields[step].annotation)
    return kind


def value_in(value: Any, path: KeyPath) -> Any:
    """What `path`, which exists, leads to in a table or list."""
    for step in path:
        value = value[step]
    return value


def one_for_each_slip(errors: list[FieldError], entry: Table, model: type[BaseModel]) -> list[FieldError]:
    """The errors of an entry, without those that go away when another is put right."""
    errors = _strange(_joined(errors, entry))
    for path, run in list(_runs(errors)):
        followers = [error for number in run for error in run[number]]
        errors = [error for error in errors if error not in followers]
        first = followers[0]
        if lost := _lost_key(path, run, entry, model):
            errors = list(_without_missing(errors, path[:-1], lost))
            errors.append(replace(first, kind="lost_key", path=(*path, min(run)), context={"name": lost}))
        elif len(run) > 1:
            errors.append(replace(first, context={**first.context, "alike": len(run) - 1}))
        else:
            errors += followers
    return errors


def _strange(errors: list[FieldError]) -> list[FieldError]:
    """Unknown keys of one table that are near no known one are one error: they may come from somewhere else."""
    tables: dict[KeyPath, list[FieldError]] = {}
    for error in errors:
        if error.kind == "extra_forbidden" and not did_you_mean(error.field, error.keys):
            tables.setdefault(error.path[:-1], []).append(error)
    for first, *others in tables.values():
        if others:
            rest = [error for error in errors if error is not first and error not in others]
            errors = [*rest, replace(first, context={"names": [error.field for error in (first, *others)]})]
    return errors


def _joined(errors: list[FieldError], entry: Table) -> list[FieldError]:
    """A key that seems to be missing, but stands at the end of another line: `- Psychiatry learning: experience`."""
    lacking = next((error for error in errors if error.kind == "missing" and not error.path), None)
    for path, words in _words(entry) if lacking else ():
        name = next((name for name in lacking.context["names"] if f" {name}:" in words), "") if lacking else ""
        if lacking and name:
            others = [error for error in _without_missing(errors, (), name) if error.path != path]
            return [*others, replace(lacking, kind="joined_line", path=path, value=words, context={"name": name})]
    return errors


def _words(entry: Table) -> Iterator[tuple[KeyPath, str]]:
    """The texts of an entry, and the keys in its lists of texts, with their paths."""
    for key, value in entry.items():
        if isinstance(value, str):
            yield (key,), value
        for number, item in enumerate(value if isinstance(value, Items) else ()):
            words = "".join(f"{word}:" for word in item) if isinstance(item, Table) else str(item)
            yield (key, number), words


def _without_missing(errors: Collection[FieldError], path: KeyPath, name: str) -> Iterator[FieldError]:
    """The errors, without that of a missing key of the table at `path`."""
    for error in errors:
        if error.kind != "missing" or error.path != path:
            yield error
        elif names := [other for other in error.context["names"] if other != name]:
            yield replace(error, context={"names": names})


def _runs(errors: list[FieldError]) -> Iterator[tuple[KeyPath, dict[int, list[FieldError]]]]:
    """Of each list, the first items below each other that do not fit it: its path, and the errors of each item."""
    lists: dict[KeyPath, dict[int, list[FieldError]]] = {}
    for error in errors:
        for at, step in enumerate(error.path):
            if isinstance(step, int):
                lists.setdefault(error.path[:at], {}).setdefault(step, []).append(error)
    for path, items in lists.items():
        misfits = sorted(number for number, found in items.items() if _is_misfit(found, len(path) + 1))
        run = [number for place, number in enumerate(misfits) if number - place == misfits[0]]
        if run:
            yield path, {number: items[number] for number in run}


def _is_misfit(errors: list[FieldError], depth: int) -> bool:
    """Has an item another form than its list needs, or are some of its keys unknown and others missing?"""
    kinds = {error.kind for error in errors if depth <= len(error.path) <= depth + 1}
    return kinds >= {"extra_forbidden", "missing"} or any(e.kind in _OTHER_FORM and len(e.path) == depth for e in errors)


def _lost_key(path: KeyPath, run: Collection[int], entry: Table, model: type[BaseModel]) -> str:
    """The key of the list that items belong to, if that key has gone and they came to stand in the list before it."""
    parent, record = value_in(entry, path[:-1]), model_at(model, path[:-1])
    items = value_in(entry, path)
    if not (isinstance(parent, Table) and isinstance(items, Items) and record):
        return ""
    for name, field in record.model_fields.items():
        inner = record_in(field.annotation)
        if name not in parent and inner and all(_fits(items[number], inner) for number in run):
            return name
    return ""


def _fits(item: Any, model: type[BaseModel]) -> bool:
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    return isinstance(item, Table) and required <= item.keys() <= model.model_fields.keys()
