"""A single mistake, and the register of functions that make one."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from mutations.sources import Source


@dataclass(frozen=True)
class Mutation:
    """What is done to which file. A problem from line `first` to line `last`, from 0, is at the mistake.

    `changes` maps each file to its new bytes, or to None if it is removed.
    """

    file: str
    first: int
    last: int
    what: str
    changes: Mapping[str, bytes | None]


@dataclass(frozen=True)
class Draw:
    """One attempt at a mistake: a file, and the random numbers that decide the rest. `texts` are those of all files."""

    rng: random.Random
    source: Source
    glossary: Source
    ids: Mapping[str, set[str]]
    texts: Collection[str]
    today: datetime.date

    def edit(self, first: int, last: int, what: str, raw: bytes) -> Mutation:
        """A mistake inside the file."""
        return Mutation(self.source.name, first, last, what, {self.source.name: raw})

    def slip(self, word: str) -> str:
        """A word with one slip of the hand."""
        at = self.rng.randrange(len(word) - 1) if len(word) > 1 else 0
        ways = [word[:at] + word[at] + word[at:], word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]]
        ways += [word[:at] + word[at + 1 :]] if len(word) > 3 else []
        ways += [word[0].upper() + word[1:], word.replace("_", "-"), word.replace("-", "_")]
        return self.rng.choice([way for way in ways if way not in (word, "")] or [f"{word}x"])


Make = Callable[[Draw], Mutation | None]
#: The functions that make a mistake, by its kind. None is returned where the file has no place for it.
MAKERS: dict[str, Make] = {}


def mistake(make: Make) -> Make:
    """Register the maker of a kind under its name."""
    MAKERS[make.__name__.replace("_", "-")] = make
    return make
