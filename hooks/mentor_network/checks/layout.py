"""Limits of length and nesting, so that hostile Markdown cannot stop the renderer or keep it busy for hours.

The Markdown parser recurses for each level of a list, and scans the paragraph again for each bracket. The limits are far
above what any page needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mentor_network.checks.links import SHORT, Passage
from mentor_network.markdown_syntax import blank_code, blocks
from mentor_network.problems import Problems, Span
from mentor_network.records import Records
from mentor_network.source import body_span

#: Maximum characters of a page: 6 times the longest one here.
MAX_CHARACTERS = 60_000
#: Maximum square brackets, and maximum lines, of one paragraph.
MAX_PER_PARAGRAPH = 200
_NESTED_TOO_DEEP = (
    re.compile(r"^[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+){9}", re.MULTILINE),
    re.compile(r"^(?: {4}|\t){10}[ \t]*\S", re.MULTILINE),
)


def texts_can_be_rendered(passages: Iterable[Passage], problems: Problems) -> None:
    """No text exceeds the limits of length, nesting, and lines or brackets of a paragraph."""
    for passage in passages:
        if len(passage.text) <= SHORT:
            continue
        if passage.steps is None and len(passage.text) > MAX_CHARACTERS:
            file = passage.entry.document.file
            if not file.startswith("case_studies/"):  # the screens report a long one
                problems.add(Span(file), "too-long", "this file is longer than any page", "make 2 pages of it")
            continue
        plain = blank_code(passage.text)
        if match := next(filter(None, (pattern.search(plain) for pattern in _NESTED_TOO_DEEP)), None):
            help = "take out levels; a reader follows 2"
            problems.add(passage.at(match.start()), "too-deep", "lists or quotations are nested too deep here", help)
        elif (start := _overfull_paragraph(plain)) is not None:
            message = f"this paragraph has more than {MAX_PER_PARAGRAPH} lines or square brackets"
            problems.add(passage.at(start), "too-long", message, "put empty lines between its parts")


def _overfull_paragraph(text: str) -> int | None:
    """The index of the first paragraph with too many lines or brackets, or None."""
    position = start = lines = brackets = 0
    for line in text.split("\n"):
        lines, brackets = (lines + 1, brackets + line.count("[")) if line.strip() else (0, 0)
        position += len(line) + 1
        if not lines:
            start = position
        elif lines > MAX_PER_PARAGRAPH or brackets > MAX_PER_PARAGRAPH:
            return start
    return None


def code_ends(records: Records, problems: Problems) -> None:
    """Every fenced code block is closed: an open one swallows the rest of the page. Views and sheets are checked apart."""
    for entry in (*records.pages, *records.cases):
        for block in blocks(entry.document.body):
            if not block.closed and block.kind not in ("view", "sheet"):
                span = body_span(entry.document, block.start)
                problems.add(span, "bad-value", "this block of code never ends", "add a line with the same marks below it")
