"""Texts that can be laid out: what nobody could read would also keep the engine busy for hours, or stop it.

The engine's parsers go down a step for each level of a list, and look through a paragraph once more for each bracket. So
depth, crowding and length have limits here. They are far from what any page needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mentor_network.checks.links import SHORT, Passage
from mentor_network.markdown_syntax import blocks, outside_code
from mentor_network.problems import Problems, Span
from mentor_network.records import Records
from mentor_network.source import body_span

#: Characters that a page may have: 6 times the longest of ours.
LONGEST = 60_000
#: Brackets and lines that one paragraph may have.
MOST = 200
_DEEP = (
    re.compile(r"^[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+){9}", re.MULTILINE),
    re.compile(r"^(?: {4}|\t){10}[ \t]*\S", re.MULTILINE),
)


def texts_can_be_laid_out(texts: Iterable[Passage], problems: Problems) -> None:
    """No text is nested, crowded or long beyond reading."""
    for passage in texts:
        if len(passage.text) <= SHORT:
            continue
        if passage.steps is None and len(passage.text) > LONGEST:
            file = passage.entry.document.file
            if not file.startswith("case_studies/"):  # of a long one, the screens speak
                problems.add(Span(file), "too-long", "this file is longer than any page", "make 2 pages of it")
            continue
        plain = outside_code(passage.text)
        if found := next((match for pattern in _DEEP if (match := pattern.search(plain))), None):
            help = "take out levels; a reader follows 2"
            problems.add(passage.at(found.start()), "too-deep", "lists or quotations are nested too deep here", help)
        elif (start := _crowded(plain)) is not None:
            message = f"this paragraph has more than {MOST} lines or square brackets"
            problems.add(passage.at(start), "too-long", message, "put empty lines between its parts")


def _crowded(text: str) -> int | None:
    """Where a paragraph starts that has too many lines or brackets."""
    place = start = lines = brackets = 0
    for line in text.split("\n"):
        lines, brackets = (lines + 1, brackets + line.count("[")) if line.strip() else (0, 0)
        place += len(line) + 1
        if not lines:
            start = place
        elif lines > MOST or brackets > MOST:
            return start
    return None


def code_ends(records: Records, problems: Problems) -> None:
    """A block of code that never ends takes the rest of the page. Of a view, the rule about views says more."""
    for entry in (*records.pages, *records.cases):
        for block in blocks(entry.document.body):
            if not block.closed and block.kind != "view":
                span = body_span(entry.document, block.start)
                problems.add(span, "bad-value", "this block of code never ends", "add a line with the same marks below it")
