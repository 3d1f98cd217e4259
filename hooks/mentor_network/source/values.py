"""Parsed YAML values: subclasses of str, dict and list that know their line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mentor_network.problems import Span

#: The path to a value inside a document: mapping keys and list indices.
KeyPath = tuple[str | int, ...]


class Text(str):
    """A scalar as it was written. `plain` is true if it had no quotes: a plain `no` differs from "no"."""

    # An entry has about 100 scalars; without slots, their dicts would take most of the memory of a large catalogue.
    __slots__ = ("column", "line", "plain")

    line: int
    column: int
    plain: bool


class Table(dict[str, Any]):
    """A mapping. Its keys are `Text`, so each has a line and column as well."""

    __slots__ = ("column", "line")

    line: int
    column: int

    def key(self, name: str) -> Text | None:
        """The key as it was written, for its line and column."""
        return next((key for key in self if key == name), None)  # type: ignore[return-value]


class Items(list[Any]):
    """A sequence."""

    __slots__ = ("column", "line")

    line: int
    column: int


Located = Text | Table | Items


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document. `text` is the whole text of its file; `body` follows front matter, from line `body_line` on.

    `merged` is true if a table has duplicate keys. A forgotten dash merges two entries, and values of one are lost.
    """

    file: str
    value: Located
    body: str = ""
    body_line: int = 1
    merged: bool = False
    text: str = ""

    def span(self, *path: str | int, key: bool = False) -> Span:
        """The position of the value at `path`, or of its nearest ancestor that exists. With `key`, that of the last key."""
        return span_of(self.file, self.value, path, key=key)


def body_span(document: Document, start: int) -> Span:
    """The position in the file of the character at index `start` of the body."""
    before = document.body[:start]
    return Span(document.file, document.body_line + before.count("\n"), start - (before.rfind("\n") + 1) + 1)


def span_of(file: str, value: Located, path: tuple[str | int, ...], *, key: bool = False) -> Span:
    """The position of the value at `path` inside `value`, see `Document.span`."""
    reached: Located = value
    for number, step in enumerate(path, 1):
        last = number == len(path)
        if isinstance(reached, Table) and isinstance(step, str) and step in reached:
            written = reached.key(step)
            reached = written if (key and last and written is not None) else reached[step]
        elif isinstance(reached, Items) and isinstance(step, int) and step < len(reached):
            reached = reached[step]
        else:
            break
    return Span(file, reached.line, reached.column)
