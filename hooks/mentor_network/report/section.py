"""The sections of the report: each has a title, what to do, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mentor_network.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its rows, as plain text with names between backticks. `todo` says what to do about them."""

    title: str
    todo: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionType:
    """A kind of section. `find` yields its rows."""

    title: str
    todo: str
    find: Callable[[Catalogue], Iterator[str]]

    def build(self, catalogue: Catalogue) -> Section:
        return Section(self.title, self.todo, tuple(self.find(catalogue)))
