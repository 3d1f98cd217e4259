"""Applies the screens to a text and locates their findings.

The source text is searched, comments and invalid lines included: a pull request shows all of it to the public.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.pattern import Pattern
from mentor_network.confidentiality.prefilter import parts_to_search
from mentor_network.confidentiality.table import REAL, SCREENS, WRAPPED, Scope, Screen
from mentor_network.confidentiality.wrapped_links import find_wrapped_links, unwrap
from mentor_network.problems import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A match of a screen: its position and the help. The matched text is not kept, so that no message can repeat it."""

    screen: Screen
    span: Span
    help: str


def findings(text: str, file: str, scope: Scope, allowed: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """The findings of a scope's screens in the text of a file. `allowed` holds folded texts that are never a finding."""
    matched = list(_wrapped_links(text))
    for _, first, last, _ in matched:
        text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    matched += [
        (screen, start + first, start + last, screen.help)
        for start, part, of in parts_to_search(text, scope)
        for screen, first, last in _in_part(part, of, allowed)
    ]
    starts = [0, *(end.end() for end in re.finditer("\n", text))] if matched else []
    for screen, first, _, help in matched:
        line = bisect_right(starts, first)
        yield Finding(screen, Span(file, line, first - starts[line - 1] + 1), help)


def _wrapped_links(text: str) -> Iterator[tuple[Screen, int, int, str]]:
    """Links that a mail program wrapped, each with help: the real URL, unless the URL has a finding itself."""
    for first, last in find_wrapped_links(text):
        (screen,) = [item for item in SCREENS if item.code == WRAPPED]
        address = unwrap(text[first:last])
        safe = address and not _in_part(address, "case-study", frozenset())
        yield screen, first, last, REAL.format(real=address) if safe else screen.help


@lru_cache(maxsize=16384)
def _in_part(text: str, scope: Scope, allowed: frozenset[str]) -> tuple[tuple[Screen, int, int], ...]:
    """The findings in a part of a text, with start and end there. Of two that overlap, that of the earlier screen counts.

    They are cached for `serve`: an edit leaves most parts of a catalogue as they were.
    """
    return tuple(_search(text, scope, allowed))


def _search(text: str, scope: Scope, allowed: frozenset[str]) -> Iterator[tuple[Screen, int, int]]:
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    for screen in SCREENS:
        for start, end in matches(screen, folded.text) if scope in screen.scopes else ():
            if folded.text[start:end].casefold() not in allowed and _take(start, end, taken):
                # The encoding of the last character may be longer than one character.
                past = folded.original(end) if end < len(folded.text) else len(text)
                yield screen, folded.original(start), max(past, folded.original(end - 1) + 1)


def _take(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Add a range to the sorted list `taken` and return True, unless it overlaps one that is there."""
    index = bisect_left(taken, (start, end))
    if (index and taken[index - 1][1] > start) or (index < len(taken) and taken[index][0] < end):
        return False
    taken.insert(index, (start, end))
    return True


def matches(screen: Screen, text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each match of a screen in a folded text, pattern by pattern."""
    low = text.lower()
    for pattern in screen.patterns:
        if pattern.needs and not any(word in low for word in pattern.needs):
            continue
        regex = _compiled(pattern)
        position = 0
        while match := regex.search(text, position):
            refused = screen.check == "mod11" and not _is_nhs_number(re.sub(r"\D", "", match[0]))
            position = match.start() + 1 if refused else match.end()
            if not refused:
                yield match.span()


def _is_nhs_number(digits: str) -> bool:
    # A slow import, a tenth of the time of a whole check, and few texts have 10 digits.
    from stdnum.gb import nhs

    return bool(nhs.is_valid(digits))


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    return re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
