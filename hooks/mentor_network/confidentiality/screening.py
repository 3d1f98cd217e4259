"""The screens over a text: what they find in it, and where.

A text is searched as it was typed, comments and broken lines too, because a pull request shows all of it to the public.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.pattern import Pattern
from mentor_network.confidentiality.prefilter import parts_to_search
from mentor_network.confidentiality.table import REAL, SCREENS, WRAPPED, Scope, Screen
from mentor_network.confidentiality.wrapped_links import find_wrapped_links, unwrap
from mentor_network.problems import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a screen found, its place and what to do. What was found is not kept, so that no message repeats it."""

    screen: Screen
    span: Span
    help: str


def findings(text: str, file: str, scope: Scope, allowed: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What the screens of a scope find in the text of a file. `allowed` holds folded texts that are never a finding."""
    found = list(_wrapped(text))
    for _, first, last, _ in found:
        text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    found += [
        (screen, start + first, start + last, screen.help)
        for start, part, of in parts_to_search(text, scope)
        for screen, first, last in _in_part(part, of, allowed)
    ]
    starts = [0, *(end.end() for end in re.finditer("\n", text))] if found else []
    for screen, first, _, help in found:
        line = bisect_right(starts, first)
        yield Finding(screen, Span(file, line, first - starts[line - 1] + 1), help)


def _wrapped(text: str) -> Iterator[tuple[Screen, int, int, str]]:
    """Links that a mail program wrapped, each with the address to write, unless that would say what a screen finds."""
    for first, last in find_wrapped_links(text):
        (screen,) = [one for one in SCREENS if one.code == WRAPPED]
        address = unwrap(text[first:last])
        safe = address and not any(True for _ in _in_part(address, "case-study", frozenset()))
        yield screen, first, last, REAL.format(real=address) if safe else screen.help


def _in_part(text: str, scope: Scope, allowed: frozenset[str]) -> Iterator[tuple[Screen, int, int]]:
    """What is found in a part, with its start and end there. Where two overlap, the one of the earlier screen stands."""
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    for screen in SCREENS:
        for start, end in matches(screen, folded.text) if scope in screen.scopes else ():
            if folded.text[start:end].casefold() not in allowed and _take(start, end, taken):
                # What stands for its last character may be longer than one.
                past = folded.original(end) if end < len(folded.text) else len(text)
                yield screen, folded.original(start), max(past, folded.original(end - 1) + 1)


def _take(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Note a stretch of text unless it overlaps one that is noted; `taken` stays in order."""
    place = bisect_left(taken, (start, end))
    if (place and taken[place - 1][1] > start) or (place < len(taken) and taken[place][0] < end):
        return False
    taken.insert(place, (start, end))
    return True


def matches(screen: Screen, text: str) -> Iterator[tuple[int, int]]:
    """Where a screen finds something in a folded text: starts and ends, pattern by pattern."""
    low = text.lower()
    for pattern in screen.patterns:
        if pattern.needs and not any(word in low for word in pattern.needs):
            continue
        regex = _compiled(pattern)
        place = 0
        while match := regex.search(text, place):
            refused = screen.check == "mod11" and not _is_nhs_number(re.sub(r"\D", "", match[0]))
            place = match.start() + 1 if refused else match.end()
            if not refused:
                yield match.span()


def _is_nhs_number(digits: str) -> bool:
    # Its import takes a tenth of a check of the whole catalogue, and hardly any text has 10 figures to ask about.
    from stdnum.gb import nhs

    return bool(nhs.is_valid(digits))


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    return re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))
