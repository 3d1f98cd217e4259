"""Plain Python values that remember where they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mentor_network.problems import Span

#: The way to a value inside a document: keys and positions.
KeyPath = tuple[str | int, ...]


class Text(str):
    """A scalar as it was written. `plain` is true where it had no quotes, so that a bare `no` can be told from "no"."""

    # An entry has a hundred of them: a dict for the place of each would be most of what a large catalogue takes.
    __slots__ = ("column", "line", "plain")

    line: int
    column: int
    plain: bool


class Table(dict[str, Any]):
    """A mapping. Its keys are `Text`, so each has its place too."""

    __slots__ = ("column", "line")

    line: int
    column: int

    def key(self, name: str) -> Text | None:
        """The key as written, for its place."""
        return next((key for key in self if key == name), None)  # type: ignore[return-value]


class Items(list[Any]):
    """A sequence."""

    __slots__ = ("column", "line")

    line: int
    column: int


Located = Text | Table | Items


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document: its file, its value and its whole text. `body` and `body_line` are set where text follows front
    matter.

    `merged` says that keys stand twice in one of its tables: where a dash was forgotten, one entry has merged with the next
    and its values are lost.
    """

    file: str
    value: Located
    body: str = ""
    body_line: int = 1
    merged: bool = False
    text: str = ""

    def span(self, *path: str | int, key: bool = False) -> Span:
        """The place of what `path` leads to, or of the nearest thing above it that exists.

        With `key`, the place of the last key and not of its value.
        """
        return span_of(self.file, self.value, path, key=key)


def body_span(document: Document, start: int) -> Span:
    before = document.body[:start]
    return Span(document.file, document.body_line + before.count("\n"), start - (before.rfind("\n") + 1) + 1)


def span_of(file: str, value: Located, path: tuple[str | int, ...], *, key: bool = False) -> Span:
    """Follow `path` into `value` as far as it goes, and give the place reached."""
    place: Located = value
    for number, step in enumerate(path, 1):
        last = number == len(path)
        if isinstance(place, Table) and isinstance(step, str) and step in place:
            written = place.key(step)
            value_at = place[step]
            place = written if (key and last and written is not None) else value_at
        elif isinstance(place, Items) and isinstance(step, int) and step < len(place):
            place = place[step]
        else:
            break
    return Span(file, place.line, place.column)
