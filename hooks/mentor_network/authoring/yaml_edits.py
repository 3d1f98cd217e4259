"""Edits of YAML text that keep the rest unchanged: comments, order, quotes and line breaks.

Lines and columns count from 1, as in `source`, and always refer to the original text.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

#: The width at which prose is wrapped, as in the catalogues.
_WIDTH = 120
_HEAD = re.compile(r"( *(?:- )?(?:[\w-]+:(?: |$))?)(.*)")
_LISTED = re.compile(r"\s*(?:[-*]|\d+\.) ")


class Edits:
    """Edits of one text. `text` returns the result."""

    def __init__(self, text: str) -> None:
        self._original = text.split("\n")
        self._lines: list[str | None] = [*self._original]

    def remove(self, line: int, column: int) -> None:
        """Remove the key or list item that starts at a place, with everything nested in it.

        If there are blank lines before it, those after it are removed too.
        """
        start, end = self._block(line, column)
        if start and self._original[start - 1].strip():
            while not self._original[end - 1].strip():
                end -= 1
        self._lines[start:end] = [None] * (end - start)

    def rewrite(self, line: int, column: int, rewrite: Callable[[str], str]) -> None:
        """Rewrite the text of a key or list item, paragraph by paragraph. An empty paragraph is removed."""
        start, end = self._block(line, column)
        lines = self._original[start:end]
        while lines and not lines[-1].strip():
            lines.pop()
        head, rest = _parts(lines[0])
        if rest[:1] in (">", "|"):
            new = [lines[0], *_block_scalar(lines[1:], rewrite)]
        else:
            value = " ".join([rest, *(text.strip() for text in lines[1:])])
            quote = value[0] if value[:1] in ("'", '"') else ""
            changed = quote + rewrite(value[1:-1] if quote else value) + quote
            indent = " " * (len(head) - len(head.lstrip(" -")) + 2)
            new = textwrap.wrap(head + changed, _WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        padded = [*new, *[""] * (end - start - len(lines))]
        self._lines[start:end] = [*padded, *[None] * (end - start - len(padded))]

    def text(self) -> str:
        return "\n".join(line for line in self._lines if line is not None)

    def block(self, line: int, column: int) -> str:
        """The original lines of a key or list item, without blank ones, each with a line end."""
        start, end = self._block(line, column)
        return "".join(f"{text}\n" for text in self._original[start:end] if text)

    def _block(self, line: int, column: int) -> tuple[int, int]:
        """The range of lines of a key or list item, as indices, with blank lines after it."""
        start = end = line - 1
        while (end := end + 1) < len(self._original):
            text = self._original[end]
            if text.strip() and len(text) - len(text.lstrip()) < column:
                break
        if end == len(self._original):  # the text after the last line end is not a line
            end -= 1
        return start, end


def _parts(line: str) -> tuple[str, str]:
    found = _HEAD.fullmatch(line)
    assert found
    return found[1], found[2]


def _block_scalar(lines: list[str], rewrite: Callable[[str], str]) -> list[str]:
    """The lines of a block scalar: only paragraphs that change are wrapped again."""
    indent = " " * min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    paragraphs: list[list[str]] = []
    for paragraph in "\n".join(lines).split("\n\n"):
        rows = paragraph.split("\n")
        if _LISTED.match(paragraph):
            changed_rows = ((row[: len(row) - len(row.lstrip())], rewrite(row.strip())) for row in rows)
            new = [before + text for before, text in changed_rows if text]
        else:
            joined = " ".join(row.strip() for row in rows)
            same = (changed := rewrite(joined)) == joined
            new = rows if same else [indent + row for row in textwrap.wrap(changed, _WIDTH - len(indent))]
        if new:
            paragraphs.append(new)
    return "\n\n".join("\n".join(rows) for rows in paragraphs).split("\n")
