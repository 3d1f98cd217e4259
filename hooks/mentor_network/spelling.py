"""Which known word somebody meant, and what an id is made of a text."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable


def slug(text: str, limit: int = 60) -> str:
    """A text as an id: small ASCII letters, digits and single hyphens. Empty if none of its characters can be in one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", "-", plain)[:limit].strip("-")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` is a misspelling of, or an empty string.

    Numbers are never guessed, nor what has only its beginning in common: every part of a word between hyphens must be near.

    >>> nearest("join-a-service-review", ["join-a-service-redesign"]), nearest("gpc-7", ["gpc-5"])
    ('', '')
    >>> nearest("/opportunities/shadowing/", ["/guides/shadowing/", "/guides/buddying/"])
    '/guides/shadowing/'
    """
    choices = sorted(set(known))
    same = {folded(choice): choice for choice in choices}
    if folded(word) in same or len(word) > _MAX_LENGTH:
        return same.get(folded(word), "")
    alike = [choice for choice in choices if _digits(choice) == _digits(word)]
    if len(word) < 4 and (swapped := [choice for choice in alike if sorted(choice) == sorted(word)]):
        return swapped[0]
    for choice in difflib.get_close_matches(word, alike, n=3, cutoff=0.7):
        if _is_near(word, choice):
            return choice
    same_end = [choice for choice in alike if _has_parts_of(choice, word)]
    return same_end[0] if len(same_end) == 1 else ""


_MAX_LENGTH = 120
_PART = re.compile(r"[^\W_]+")
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"])


def folded(word: str) -> str:
    """A word without what people write in several ways: capitals, spaces and hyphens."""
    return word.casefold().replace(" ", "-").replace("_", "-")


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word)


def _is_near(word: str, choice: str) -> bool:
    """Has each part of a word as few mistakes as its length makes likely?"""
    parts, others = _parts(word), _parts(choice)
    if len(parts) != len(others):
        return _mistakes(word.casefold(), choice.casefold()) <= 2
    short = 1 if len(word) > 7 or word[:1] == choice[:1] else 0
    return all(_is_near_part(part, other, short) for part, other in zip(parts, others, strict=True))


def _is_near_part(part: str, other: str, short: int) -> bool:
    """Has a part few mistakes, or another ending? `short` is how many mistakes 3 letters may have."""
    least, most = sorted((part, other), key=len)
    ending = len(least) > 4 and most.startswith(least) and len(most) - len(least) < 5
    return ending or _mistakes(part, other) <= (short if len(other) < 4 else 1 if len(other) < 6 else 2)


def _parts(word: str) -> list[str]:
    """The parts of a word, in small letters, without those that say nothing."""
    parts = _PART.findall(word.casefold())
    return [part for part in parts if part not in _SMALL] or parts


def _has_parts_of(choice: str, word: str) -> bool:
    """Has a longer name the same end and all parts of `word`, or an address the same last part?"""
    if "/" in word:
        return choice.rstrip("/").rpartition("/")[2] == word.rstrip("/").rpartition("/")[2] != ""
    parts, others = _parts(word), _parts(choice)
    return len(parts) > 1 and parts[-1] == others[-1] and set(parts) < set(others)


def _mistakes(word: str, other: str) -> int:
    """How many letters are missing, added, wrong or swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if last and j > 1 and (letter, wanted) == (other[j - 2], word[i - 2]):
                least = min(least, last[j - 2] + 1)
            row.append(least)
    return row[-1]
