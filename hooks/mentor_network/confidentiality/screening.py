"""Applies the screens to a text and locates their findings.

The source text is searched, comments and invalid lines included: a pull request shows all of it to the public.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.names import is_name, is_unusual
from mentor_network.confidentiality.pattern import Check, Pattern
from mentor_network.confidentiality.prefilter import parts_to_search
from mentor_network.confidentiality.table import NAMED, REAL, SCREENS, WRAPPED, Scope, Screen
from mentor_network.confidentiality.wrapped_links import find_wrapped_links, unwrap
from mentor_network.problems import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A match of a screen: its position and the help. The matched text is not kept, so that no message can repeat it."""

    screen: Screen
    span: Span
    help: str


def findings(
    text: str, file: str, scope: Scope, allowed: frozenset[str] = frozenset(), trusts: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """The findings of a scope's screens in the text of a file.

    `allowed` holds folded texts that are never a finding, `trusts` the names of Trusts in small letters, see `trust_names`.
    """
    matched = list(_wrapped_links(text))
    for _, first, last, _ in matched:
        text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    matched += [
        (screen, start + first, start + last, screen.help)
        for start, part, of in parts_to_search(text, scope)
        for screen, first, last in _in_part(part, of, allowed, trusts)
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
def _in_part(
    text: str, scope: Scope, allowed: frozenset[str], trusts: tuple[str, ...] = ()
) -> tuple[tuple[Screen, int, int], ...]:
    """The findings in a part of a text, with start and end there. Of two that overlap, that of the earlier screen counts.

    They are cached for `serve`: an edit leaves most parts of a catalogue as they were.
    """
    return tuple(_search(text, scope, allowed, trusts))


def _search(text: str, scope: Scope, allowed: frozenset[str], trusts: tuple[str, ...]) -> Iterator[tuple[Screen, int, int]]:
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    for screen in SCREENS:
        if scope not in screen.scopes:
            continue
        named = _places(folded.text, trusts) if screen.code == NAMED else ()
        for start, end in chain(matches(screen, folded.text), named):
            if folded.text[start:end].casefold() not in allowed and _take(start, end, taken):
                # The encoding of the last character may be longer than one character.
                past = folded.original(end) if end < len(folded.text) else len(text)
                yield screen, folded.original(start), max(past, folded.original(end - 1) + 1)


def _places(text: str, trusts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The start and end of each name of one of the network's own Trusts."""
    low = _in_small_letters(text)
    for name in trusts:
        yield from (match.span() for match in re.finditer(rf"\b{re.escape(name)}\b", low, re.ASCII))


def _take(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Add a range to the sorted list `taken` and return True, unless it overlaps one that is there."""
    index = bisect_left(taken, (start, end))
    if (index and taken[index - 1][1] > start) or (index < len(taken) and taken[index][0] < end):
        return False
    taken.insert(index, (start, end))
    return True


def matches(screen: Screen, text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each match of a screen in a folded text, pattern by pattern."""
    low = _in_small_letters(text)
    for pattern in screen.patterns:
        if pattern.needs and not any(word in low for word in pattern.needs):
            continue
        if not pattern.by_sentence:
            yield from _matches_of(pattern, text, low, 0, len(text))
            continue
        searched = low if pattern.flags == "iu" else text
        for first, last in _sentences(pattern, low):
            found = list(_matches_of(pattern, text, low, first, last))
            if found and _fits(pattern, searched[first:last]):
                yield from found


def _matches_of(pattern: Pattern, text: str, low: str, position: int, end: int) -> Iterator[tuple[int, int]]:
    regex = _compiled(pattern.source, pattern.flags)
    searched = low if pattern.flags == "iu" else text
    while match := regex.search(searched, position, end):
        passes = not pattern.check or _passes(pattern.check, text, *match.span())
        position = match.end() if passes else match.start() + 1
        if passes:
            yield match.span()


def _sentences(pattern: Pattern, low: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence in which a pattern is searched."""
    spans = _sentence_spans(low)
    yield from (spans[index] for index in _holding(low, pattern.near)) if pattern.near else spans


def _fits(pattern: Pattern, sentence: str) -> bool:
    """Has a sentence what the pattern needs beside a match, and nothing that it must not have?"""
    if pattern.also and not _found(pattern.also, pattern.flags, sentence):
        return False
    return not (pattern.but_not and _found(pattern.but_not, pattern.flags, sentence))


@lru_cache(maxsize=16)
def _holding(low: str, words: tuple[str, ...]) -> list[int]:
    """The indices of the sentences that have one of some `terms`."""
    spans, starts = _sentence_spans(low), _word_starts(low)
    holding = {
        bisect_right(spans, (position, len(low))) - 1
        for start, some in _by_start(words).items()
        for position in starts.get(start, ())
        for term, whole in some
        if low.startswith(term, position) and not (whole and low[position + len(term) : position + len(term) + 1].isalpha())
    }
    return sorted(holding)


@cache
def _by_start(words: tuple[str, ...]) -> dict[str, list[tuple[str, bool]]]:
    """Terms by their first 3 characters, or fewer if they have no more. Is each of them whole words?"""
    by_start: dict[str, list[tuple[str, bool]]] = {}
    for word in words:
        term = word.removesuffix("*")
        by_start.setdefault(term[:3], []).append((term, term == word))
    return by_start


@lru_cache(maxsize=4)
def _word_starts(low: str) -> dict[str, list[int]]:
    """The positions of words by their first character, first 2 and first 3."""
    starts: dict[str, list[int]] = {}
    for match in re.finditer(r"\b[a-z0-9]", low, re.ASCII):
        position = match.start()
        for end in range(position + 1, position + 4):
            starts.setdefault(low[position:end], []).append(position)
    return starts


@lru_cache(maxsize=64)
def _sentence_spans(text: str) -> list[tuple[int, int]]:
    return [sentence.span() for sentence in re.finditer(r"[^.!?\n]+", text)]


@lru_cache(maxsize=4096)
def _found(source: str, flags: str, sentence: str) -> bool:
    return bool(_compiled(source, flags).search(sentence))


def _passes(check: Check, text: str, start: int, end: int) -> bool:
    if check == "mod11":
        return _is_nhs_number(re.sub(r"\D", "", text[start:end]))
    if check == "unusual":
        return is_unusual(text[start:end])
    return is_name(text, start, end, alone=check == "any-name")


def _is_nhs_number(digits: str) -> bool:
    # A slow import, a tenth of the time of a whole check, and few texts have 10 digits.
    from stdnum.gb import nhs

    return bool(nhs.is_valid(digits))


@lru_cache(maxsize=4)
def _in_small_letters(text: str) -> str:
    """`text` with its capitals from A to Z in small letters, as a regular expression that ignores case sees it."""
    return text.lower() if text.isascii() else text.translate(_SMALL)


_SMALL = {ord(letter): letter.lower() for letter in string.ascii_uppercase}


@cache
def _compiled(source: str, flags: str) -> re.Pattern[str]:
    """A pattern. One that ignores case is for texts in small letters: that is twice as fast."""
    if flags == "iu":
        source = re.sub(r"\\.|[A-Z]", lambda part: part[0] if len(part[0]) > 1 else part[0].lower(), source)
    return re.compile(source, re.ASCII)
