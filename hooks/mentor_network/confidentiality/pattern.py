"""Builds regular expressions from word lists, in the common subset of Python and JavaScript.

That is what Python's `re` (with `re.ASCII`) and JavaScript's `RegExp` (with `u`) interpret alike: no lookbehind, possessive
quantifiers, named groups, `^`, `$`, Unicode categories or needless escapes. Every repetition has a limit, so that the time
of a search is linear in the text. Patterns are applied to folded text, see `folding`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression. `flags` is `u`, or `iu` to ignore case.

    `needs` is a prefilter: a text that has none of these substrings in small letters has no match.
    """

    source: str
    flags: Literal["u", "iu"] = "iu"
    needs: tuple[str, ...] = ()


def any_of(words: str) -> str:
    """A group that matches one of several words, given with commas between. A space matches 1 to 3 spaces."""
    return "(?:" + "|".join(word.strip().replace(" ", " {1,3}") for word in words.split(",")) + ")"


def cased(words: str) -> str:
    """The same, with the first letter of each word in either case, for a pattern that is otherwise case-sensitive."""
    return any_of(",".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in (word.strip() for word in words.split(","))))
