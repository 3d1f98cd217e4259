"""A file of a network, with the places where a mistake can be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mentor_network.records import CaseStudy, Network, Opportunity, Page, ShortExample
from mentor_network.records.fields import record_in
from mentor_network.records.read import CATALOGUES, NETWORK_FILE, TARGETS_FILE
from mentor_network.records.targets import Targets

Path = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REFERRING: dict[str, type[BaseModel]] = {NETWORK_FILE: Network, TARGETS_FILE: Targets}


@dataclass(frozen=True)
class Key:
    """A key of a block mapping, with its path, its line and column from 0, and its value."""

    path: Path
    line: int
    column: int
    value: Any

    @property
    def name(self) -> str:
        return str(self.path[-1])

    @property
    def words(self) -> str:
        """Its value if that is a text without quotes in one line, else an empty string."""
        return _words(self.value)


@dataclass(frozen=True)
class Item:
    """An item of a block list, with its path, the line and column of its dash from 0, and its value."""

    path: Path
    line: int
    column: int
    value: Any

    @property
    def words(self) -> str:
        return _words(self.value)


class Source:
    """A YAML file, or a Markdown file with front matter. Lines and columns count from 0."""

    def __init__(self, name: str, raw: bytes) -> None:
        self.name, self.raw = name, raw
        self.text = raw.decode("utf-8")
        self.lines = self.text.split("\n")
        self.markdown = name.endswith(".md")
        #: The line after the last of the YAML: in a page, the second line of dashes.
        self.end = self.lines.index("---", 1) if self.markdown else len(self.lines)
        self.keys: list[Key] = []
        self.items: list[Item] = []
        text = "\n".join(["", *self.lines[1 : self.end], ""]) if self.markdown else self.text
        self._walk(yaml.compose(text, Loader=_LOADER), ())

    def _walk(self, node: Any, path: Path) -> None:
        if isinstance(node, yaml.MappingNode) and not node.flow_style:
            for key, value in node.value:
                inner = (*path, key.value)
                self.keys.append(Key(inner, key.start_mark.line, key.start_mark.column, value))
                self._walk(value, inner)
        elif isinstance(node, yaml.SequenceNode) and not node.flow_style:
            for number, value in enumerate(node.value):
                mark = value.start_mark
                if self.lines[mark.line][: mark.column].strip(" ") == "-":
                    self.items.append(Item((*path, number), mark.line, self.lines[mark.line].index("-"), value))
                self._walk(value, (*path, number))

    def block_end(self, line: int, column: int) -> int:
        """The line after the block that starts in `line` at `column`: a key or an item with all that is below it."""
        following = range(line + 1, self.end)
        after = next((n for n in following if self._ends(self.lines[n], column)), self.end)
        while after - 1 > line and not self.lines[after - 1].strip():
            after -= 1
        return after

    @staticmethod
    def _ends(line: str, column: int) -> bool:
        return bool(line.strip()) and not line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= column

    def edited(self, start: int, end: int, *lines: str) -> bytes:
        """The file with the lines from `start` to before `end` replaced."""
        return "\n".join([*self.lines[:start], *lines, *self.lines[end:]]).encode()

    def with_value(self, key: Key, value: str) -> bytes:
        """The file with another value in the line of a key."""
        before = self.lines[key.line][: key.column]
        return self.edited(key.line, key.line + 1, f"{before}{key.name}: {value}".rstrip())

    @cached_property
    def entries(self) -> list[Item]:
        """The entries with an id of its own: those of each list at the top, and the domains of models."""
        return [item for item in self.items if _depth(item.path) and any(key.value == "id" for key in _keys(item.value))]

    def start_of(self, line: int) -> int:
        """The line where the entry begins that a line is in, or the key at the very left."""
        starts = [item.line for item in self.entries if item.line <= line]
        return max([*starts, *(key.line for key in self.keys if key.line <= line and not key.column)], default=0)

    def scalar_start(self, line: int) -> int:
        """The line where the text begins that a line is in: messages about long texts stand there."""
        values = [place.value for place in (*self.keys, *self.items) if isinstance(place.value, yaml.ScalarNode)]
        inside = (
            v.start_mark.line for v in values if v.start_mark.line <= line < max(v.end_mark.line, v.start_mark.line + 1)
        )
        return line if line > self.end else max(inside, default=line)

    def field(self, key: Key) -> tuple[type[BaseModel], FieldInfo] | None:
        """The record class that a key belongs to, and its field there."""
        model, steps = self._model(), list(key.path)
        if self.name in CATALOGUES:
            sections = CATALOGUES[self.name]
            section = "" if "" in sections else str(steps.pop(0))
            model, steps = sections[section], steps[1:]
        for step in steps[:-1]:
            if isinstance(step, str):
                model = record_in(model.model_fields[step].annotation) if model and step in model.model_fields else None
        name = str(steps[-1]) if steps else ""
        return (model, model.model_fields[name]) if model and name in model.model_fields else None

    def _model(self) -> type[BaseModel] | None:
        if self.name in _REFERRING:
            return _REFERRING[self.name]
        if self.name.startswith("case_studies/"):
            return ShortExample if "\nkind: short-example\n" in self.text else CaseStudy
        return Opportunity if self.name.startswith("opportunities/") else Page

    def fields(self, wanted: Callable[[FieldInfo], Any] = bool) -> Iterator[Key]:
        """The keys that are fields of a record of which `wanted` is true."""
        for key in self.keys:
            found = self.field(key)
            if found and wanted(found[1]):
                yield key

    def references(self) -> Iterator[tuple[str, int, str]]:
        """Every id that refers to another entry: the catalogue, the line and the id."""
        for key in self.keys:
            found = self.field(key)
            catalogue = getattr(found[0], "refers", {}).get(key.name) if found else None
            if catalogue in (None, "evidence"):
                continue
            if key.words:
                yield catalogue, key.line, key.words
            for item in self.items:
                if item.path[:-1] == key.path and item.words:
                    yield catalogue, item.line, item.words

    def matches(self, pattern: str) -> list[tuple[int, re.Match[str]]]:
        """Every match of a pattern in a line that is no comment."""
        lines = ((n, line) for n, line in enumerate(self.lines) if n > self.end or not line.lstrip().startswith("#"))
        return [(n, match) for n, line in lines for match in re.finditer(pattern, line)]


def _words(node: Any) -> str:
    plain = isinstance(node, yaml.ScalarNode) and not node.style and node.start_mark.line == node.end_mark.line
    return str(node.value) if plain else ""


def _keys(node: Any) -> Iterable[Any]:
    return [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []


def _depth(path: Path) -> bool:
    """Is this the path of an entry? `(3,)`, `("themes", 3)` or `("models", 1, "domains", 3)`."""
    return len(path) <= 2 or (len(path) == 4 and path[2] == "domains")


def choices(annotation: Any) -> tuple[Any, ...]:
    """The values that a field allows, if it lists them."""
    import typing

    if typing.get_origin(annotation) is typing.Literal:
        return typing.get_args(annotation)
    return next((found for part in typing.get_args(annotation) if (found := choices(part))), ())


def is_number(annotation: Any) -> bool:
    import typing

    return annotation in (int, float) or any(is_number(part) for part in typing.get_args(annotation))
