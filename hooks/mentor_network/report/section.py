"""What a section of the report is: a kind of thing to act on, how to act on it, and what finds the lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mentor_network.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing to act on: what to do about it, and a line for each. Names stand between backticks."""

    title: str
    todo: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A section before anybody looked: `find` gives its lines."""

    title: str
    todo: str
    find: Callable[[Catalogue], Iterator[str]]

    def of(self, catalogue: Catalogue) -> Section:
        return Section(self.title, self.todo, tuple(self.find(catalogue)))
