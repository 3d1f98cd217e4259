"""Selects the parts of a text that the screens search, to save time and false alarms.

A case study is searched whole. Of a catalogue or page, a prefilter passes only the lines that could have a finding, with one
line on either side. It saves 0.11 of 0.29 CPU seconds on the real network, and is there for catalogues of 5,000 entries.

The prefilter must not change the findings: test_prefilter.py compares them with and without it. If you change a pattern of
scope `catalogue`, change the prefilter to match. One known limit: it can miss a finding that is wrapped over more than 3
lines, as paragraphs of very short lines are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.confidentiality.table import Scope

#: URLs are blanked out: authors cannot change a long number in one.
_ADDRESS = re.compile(r"https://[^\s@]{1,500}")
#: A URL that can contain an email address, encoded or not. It is searched on its own.
_WHOLE = re.compile(r"https://[^\s@%&\\]{0,2000}[@%&\\]\S{1,2000}")
#: A date or month that is the whole value of a field. The record validates it.
_DAY_FIELD = re.compile(r"(?<=: )[\"']?\d{4}-\d\d(?:-\d\d)?[\"']?(?=[ \t]*[,}\n])")
#: A necessary condition for every screen of a catalogue: 3 digits that are no date, the end of a postcode, the `@` of an
#: email address, or a character that may decode or fold to one of these. It starts with a character class for speed.
_PREFILTER = re.compile(
    r"[0-9@&%\\\x80-\U0010ffff](?:(?<=[^0-9%])|(?<=%)[0-9A-Fa-fu][0-9A-Fa-f]|(?<!\d\d)(?<!\d-\d)"
    r"(?:(?!\d{3}-\d\d-\d\d\b)(?:[ ./()*_`~\n\t>-]{0,9}\d){2}"
    r"|[A-Za-z]?[ *_`~\n\t>-]{0,9}\d[ *_`~]{0,3}[A-Za-z]{2}(?![A-Za-z])))",
    re.ASCII,
)
#: The field of a catalogue that holds a role, and its value: the rest of the line, and lines below that start no field.
_ROLE = re.compile(
    r"who_to_ask:([^\n]{0,500}(?:\n[ \t]{1,40}(?![ \t]|(?:- {0,9})?[a-z_]{1,40}:)[^\n]{1,500}){0,9})",
    re.ASCII,
)
#: Spelt-out email addresses. A text that has one of these is searched whole: they are rare.
_SPELT_OUT = (" dot ", " dot\n", "\ndot ", "[at", "(at", "{at", "[ at", "( at", "{ at")


def parts_to_search(text: str, scope: Scope) -> Iterator[tuple[int, str, Scope]]:
    """The parts of a text to search, each with its position and scope. URLs overlap the parts that they are in."""
    if scope == "case-study":
        head = text.find("\n---", 3) + 1
        yield 0, _DAY_FIELD.sub(_spaces, text[:head]) + text[head:], scope
        return
    yield from ((value.start(1), value[1], "role") for value in _ROLE.finditer(text))
    low = text.lower()
    for start, end in [(0, len(text))] if any(word in low for word in _SPELT_OUT) else _windows(text):
        part = text[start:end]
        yield start, _ADDRESS.sub(_spaces, part), scope
        yield from ((start + address.start(), address[0], "address") for address in _WHOLE.finditer(part))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each group of lines with a match of the prefilter, and a line on either side for wrapped text."""
    first = line = last = 0  # start of the window, end of the last line with a match, end of the window
    for match in _PREFILTER.finditer(text):
        if match.end() <= line:
            continue
        start = text.rfind("\n", 0, max(text.rfind("\n", 0, match.start()), 0)) + 1
        if start > last:
            if last:
                yield first, last
            first = start
        line = _line_end(text, match.end())
        last = _line_end(text, line)
    if last:
        yield first, last


def _line_end(text: str, position: int) -> int:
    """The start of the next line, or the end of the text."""
    return (text.find("\n", position) + 1) or len(text)


def _spaces(part: re.Match[str]) -> str:
    return " " * len(part[0])
