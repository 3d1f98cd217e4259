"""Builds regular expressions from word lists, in the common subset of Python and JavaScript.

That is what Python's `re` (with `re.ASCII`) and JavaScript's `RegExp` (with `u`) interpret alike: no lookbehind, possessive
quantifiers, named groups, `^`, `$`, Unicode categories or needless escapes. Every repetition has a limit, so that the time
of a search is linear in the text. Patterns are applied to folded text, see `folding`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

#: What a match must pass as well: the check digit of an NHS number, or a test of its words (see `names`).
Check = Literal["mod11", "name", "any-name", "unusual"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression. `flags` is `u`, or `iu` to ignore case.

    `needs` is a prefilter: a text that has none of these substrings in small letters has no match. A pattern with `near`,
    `also` or `but_not` is searched sentence by sentence: the sentence must have one of the words `near` (see `terms`),
    `also` must be found in it, and `but_not` must not.
    """

    source: str
    flags: Literal["u", "iu"] = "iu"
    needs: tuple[str, ...] = ()
    check: Check | None = None
    near: tuple[str, ...] = ()
    also: str = ""
    but_not: str = ""

    @property
    def by_sentence(self) -> bool:
        """Is it searched sentence by sentence?"""
        return bool(self.near or self.also or self.but_not)


def terms(words: str) -> tuple[str, ...]:
    """Words and phrases in small letters, given with commas between. One that ends with an asterisk is the start of a word.

    A long list of these is found much faster than a regular expression of it, which takes longer to compile than to search.
    """
    return tuple(re.split(r", ?", re.sub(r"\s+", " ", words.strip())))


def any_of(words: str) -> str:
    """A group that matches one of several words, given with commas between. A space matches 1 to 3 spaces."""
    return _branches([re.sub(r" (?![^[]*\])", " {1,3}", word) for word in re.split(r",\s+", words)])


def _branches(words: list[str]) -> str:
    """A group of alternatives. Those with the same first letter share a branch, so that a search tries few of them."""
    shared: dict[str, list[str]] = {}
    for word in words:
        first = word[:1] if word[:1].isalpha() and word[1:2] not in ("?", "{", "*") else ""
        shared.setdefault(first or word, []).append(word[1:] if first else word)
    parts = [
        rest[0] if len(first) > 1 or not first else first + (rest[0] if len(rest) == 1 else _branches(rest))
        for first, rest in shared.items()
    ]
    return "(?:" + "|".join(parts) + ")"


def cased(words: str) -> str:
    """The same, with the first letter of each word in either case, for a pattern that is otherwise case-sensitive."""
    return any_of(", ".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in re.split(r",\s+", words)))
