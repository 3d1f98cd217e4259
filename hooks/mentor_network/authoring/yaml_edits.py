"""Edits of YAML text that leave everything else as a person wrote it: comments, order, quotes and line breaks.

Places are those of `source`: line and column from 1. All of them mean the text before any edit.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

#: How wide lines of prose are wrapped, as in the catalogues.
_WIDTH = 120
_HEAD = re.compile(r"( *(?:- )?(?:[\w-]+:(?: |$))?)(.*)")
_LISTED = re.compile(r"\s*(?:[-*]|\d+\.) ")


class Edits:
    """Edits of one text. `text` gives the result."""

    def __init__(self, text: str) -> None:
        self._original = text.split("\n")
        self._lines: list[str | None] = [*self._original]

    def cut(self, line: int, column: int) -> None:
        """Take out the key or list item that starts at a place, with all that is below it.

        A blank line below it separates what comes next from what stood before. One is enough.
        """
        start, end = self._block(line, column)
        if start and self._original[start - 1].strip():
            while not self._original[end - 1].strip():
                end -= 1
        self._lines[start:end] = [None] * (end - start)

    def change(self, line: int, column: int, how: Callable[[str], str]) -> None:
        """Change the text of a key or list item, paragraph by paragraph. A paragraph of which nothing is left goes."""
        start, end = self._block(line, column)
        lines = self._original[start:end]
        while lines and not lines[-1].strip():
            lines.pop()
        head, rest = _parts(lines[0])
        if rest[:1] in (">", "|"):
            new = [lines[0], *_block_scalar(lines[1:], how)]
        else:
            value = " ".join([rest, *(text.strip() for text in lines[1:])])
            quote = value[0] if value[:1] in ("'", '"') else ""
            changed = quote + how(value[1:-1] if quote else value) + quote
            indent = " " * (len(head) - len(head.lstrip(" -")) + 2)
            new = textwrap.wrap(head + changed, _WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        kept = [*new, *[""] * (end - start - len(lines))]
        self._lines[start:end] = [*kept, *[None] * (end - start - len(kept))]

    def text(self) -> str:
        return "\n".join(line for line in self._lines if line is not None)

    def block(self, line: int, column: int) -> str:
        """The lines of a key or list item as they stand, with a line end after each."""
        start, end = self._block(line, column)
        return "".join(f"{text}\n" for text in self._original[start:end] if text)

    def _block(self, line: int, column: int) -> tuple[int, int]:
        """From the first line to the one after the last, with blank lines below it."""
        start = end = line - 1
        while (end := end + 1) < len(self._original):
            text = self._original[end]
            if text.strip() and len(text) - len(text.lstrip()) < column:
                break
        if end == len(self._original):  # what follows the last line end is no line
            end -= 1
        return start, end


def _parts(line: str) -> tuple[str, str]:
    found = _HEAD.fullmatch(line)
    assert found
    return found[1], found[2]


def _block_scalar(lines: list[str], how: Callable[[str], str]) -> list[str]:
    """The lines of a text below `>-` or `|`: each paragraph that changes is wrapped again, and no other."""
    indent = " " * min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    kept: list[list[str]] = []
    for paragraph in "\n".join(lines).split("\n\n"):
        rows = paragraph.split("\n")
        if _LISTED.match(paragraph):
            changed_rows = ((row[: len(row) - len(row.lstrip())], how(row.strip())) for row in rows)
            new = [before + text for before, text in changed_rows if text]
        else:
            joined = " ".join(row.strip() for row in rows)
            same = (changed := how(joined)) == joined
            new = rows if same else [indent + row for row in textwrap.wrap(changed, _WIDTH - len(indent))]
        if new:
            kept.append(new)
    return "\n\n".join("\n".join(rows) for rows in kept).split("\n")
