"""Regular expressions that Python and JavaScript read alike, put together from lists of words.

They are written in what Python's `re` (with `re.ASCII`) and JavaScript's `RegExp` (with `u`) have in common: no
lookbehind, no possessive quantifiers, no named groups, no `^` or `$`, no letters by Unicode category, and nothing escaped
that need not be. Every repetition has a limit, so that the time to search grows with the text and no faster. They meet
folded text, see `folding`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression. `flags` is `u`, or `iu` where capitals do not matter.

    `needs` saves time: a text that holds none of these words in small letters has no match.
    """

    source: str
    flags: Literal["u", "iu"] = "iu"
    needs: tuple[str, ...] = ()


def any_of(words: str) -> str:
    """One of some words, which are divided by commas; spaces in them may be doubled."""
    return "(?:" + "|".join(word.strip().replace(" ", " {1,3}") for word in words.split(",")) + ")"


def cased(words: str) -> str:
    """One of some words, with or without a capital in front, for a pattern in which capitals matter elsewhere."""
    return any_of(",".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in (word.strip() for word in words.split(","))))
