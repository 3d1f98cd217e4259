"""Validates one entry of a document as a record."""

from __future__ import annotations

from typing import Any, cast

from pydantic import ValidationError

from mentor_network.problems import Problems
from mentor_network.records import messages
from mentor_network.records.records import Entry, R
from mentor_network.source import Document, Kept, KeyPath, Located, Table


def validate(
    model: type[R], document: Document, path: KeyPath, problems: Problems, kept: Kept | None = None
) -> Entry[R] | None:
    """The record at `path`. Returns None and adds a problem for each mistake if it is not valid."""
    value = value_at(document, path)
    if not isinstance(value, Table):
        problems.add(
            document.span(*path),
            "needs-map",
            "this is not an entry",
            "start it with a dash and its first field, and line the other fields up below that one",
        )
        return None
    # Kept documents have the same tables again. The table is kept with its record, so that no other can get its id.
    key = ("record", model, id(value))
    if kept and (found := kept.get(key)):
        return Entry(cast(R, found[1]), document, path)
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        messages.report(error, document, path, model, problems)
        return None
    if kept:
        kept.put(key, (value, record))
    return Entry(record, document, path)


def value_at(document: Document, path: KeyPath) -> Located:
    """The value at `path`, which exists."""
    value: Any = document.value
    for step in path:
        value = value[step]
    return cast(Located, value)
