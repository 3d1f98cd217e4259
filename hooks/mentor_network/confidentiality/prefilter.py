"""The parts of a file that are worth a search, without what is no author's word about a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.confidentiality.table import Scope

#: In a list of links a long number is part of an address, and nobody can write it otherwise.
_ADDRESS = re.compile(r"https://[^\s@]{1,500}")
#: All of one that can hold an email address, encoded or not.
_WHOLE = re.compile(r"https://[^\s@%&\\]{0,2000}[@%&\\]\S{1,2000}")
#: A day or a month that is the whole of a field: facts about the entry, which its record checks.
_DAY_FIELD = re.compile(r"(?<=: )[\"']?\d{4}-\d\d(?:-\d\d)?[\"']?(?=[ \t]*[,}\n])")
#: What every screen of a catalogue needs: 3 figures that are no day of the calendar, the end of a postcode, the sign of an
#: email address, or something that is not plain and may fold to one of these. It starts with a class, which is fast.
_PREFILTER = re.compile(
    r"[0-9@&%\\\x80-\U0010ffff](?:(?<=[^0-9%])|(?<=%)[0-9A-Fa-fu][0-9A-Fa-f]|(?<!\d\d)(?<!\d-\d)"
    r"(?:(?!\d{3}-\d\d-\d\d\b)(?:[ ./()*_`~-]{0,9}\d){2}|[A-Za-z]?[ *_`~-]{0,5}\d[ *_`~]{0,3}[A-Za-z]{2}(?![A-Za-z])))",
    re.ASCII,
)
#: Spelt-out addresses, which are too rare to look for line by line.
_AT = (" dot ", "[at", "(at", "{at", "[ at", "( at", "{ at")


def parts_to_search(text: str, scope: Scope) -> Iterator[tuple[int, str, Scope]]:
    """Parts of a text, each with its place and what it is searched for. In a long list few lines are worth a search, and
    most of the time is saved."""
    if scope == "case-study":
        head = text.find("\n---", 3) + 1
        yield 0, _DAY_FIELD.sub(_spaces, text[:head]) + text[head:], scope
        return
    low = text.lower()
    for start, end in [(0, len(text))] if any(word in low for word in _AT) else _windows(text):
        part = text[start:end]
        yield start, _ADDRESS.sub(_spaces, part), scope
        yield from ((start + address.start(), address[0], "address") for address in _WHOLE.finditer(part))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The lines with a spark and one on either side, for what goes on over a line's end. None overlap."""
    first = line = last = 0  # where the window starts, the line with its last spark ends, and the window ends
    for spark in _PREFILTER.finditer(text):
        if spark.start() < line:
            continue
        start = text.rfind("\n", 0, max(text.rfind("\n", 0, spark.start()), 0)) + 1
        if start > last:
            if last:
                yield first, last
            first = start
        line = _line_end(text, spark.end())
        last = _line_end(text, line)
    if last:
        yield first, last


def _line_end(text: str, place: int) -> int:
    """The start of the next line, or the end of the text."""
    return (text.find("\n", place) + 1) or len(text)


def _spaces(part: re.Match[str]) -> str:
    return " " * len(part[0])
