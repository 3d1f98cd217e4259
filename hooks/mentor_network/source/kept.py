"""What reading and checking made before, by the text that it was made from: `serve` reads only what an edit changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from itertools import pairwise
from typing import Any, cast

from mentor_network.problems import Problems
from mentor_network.source.compose import parse
from mentor_network.source.values import Items, Located, Table, Text

#: Where the entries of a file that is one list begin, and a line that such a file cannot have: one that is not part of an
#: entry, a comment or empty. A quotation can go on at the start of a line; then the entry before it cannot be parsed alone.
_ENTRY = re.compile(r"\n(?=-[ \n])")
_OTHER_LINE = re.compile(r"\n(?:[^ \n#-]|-[^ \n])")
#: What can stand above the first entry.
_NOTES = re.compile(r"(?: *(?:#[^\n]*)?\n)*(?=-)")


class Kept:
    """Results by what they were made from. Only what led to no problem is kept."""

    def __init__(self) -> None:
        self._used: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}

    def get(self, key: Hashable) -> Any:
        """The result that was kept under a key, or None."""
        if key not in self._used and key in self._before:
            self._used[key] = self._before[key]
        return self._used.get(key)

    def put(self, key: Hashable, result: Any) -> None:
        self._used[key] = result

    def forget_unused(self) -> None:
        """Forget what was not asked for since this was called last."""
        self._used, self._before = {}, self._used


def parse_entries(text: str, file: str, kept: Kept) -> Items | None:
    """Parse a file that is one list, entry by entry, and only the entries that are not kept.

    A kept entry is the same object again, with other line numbers if it moved. Returns None if the file is no such list, or
    if there is a problem in it: then it has to be parsed whole.
    """
    if _OTHER_LINE.search(f"\n{text}") or not _NOTES.match(text):
        return None
    entries, times, problems = Items(), Counter[str](), Problems()
    for part, line in _parts(text):
        key = ("entry", file, part, times[part])
        times[part] += 1
        value = kept.get(key)
        if value is None:
            value = parse(part, file, problems, first_line=line)
            if not isinstance(value, Items) or problems.items:
                return None
            kept.put(key, value)
        _move(value, line - value.line)
        if not entries:
            entries.line, entries.column = value.line, value.column
        entries += value
    return entries or None


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The text of each entry, and the line that it starts in."""
    starts = [match.start() for match in _ENTRY.finditer(f"\n{text}")]
    line = text.count("\n", 0, starts[0]) + 1 if starts else 1
    for start, end in pairwise([*starts, len(text)]):
        yield text[start:end], line
        line += text.count("\n", start, end)


def _move(value: Located, lines: int) -> None:
    """Add to the line numbers of a value and of all that is in it."""
    if not lines:
        return
    value.line += lines
    if isinstance(value, Table):
        for key, inner in value.items():
            cast(Text, key).line += lines
            _move(inner, lines)
    elif isinstance(value, Items):
        for inner in value:
            _move(inner, lines)
