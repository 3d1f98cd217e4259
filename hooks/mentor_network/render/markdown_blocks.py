"""Rewrites the blocks of Markdown so that Python-Markdown shows them as GitHub does.

Python-Markdown wants an empty line before each list, 4 spaces for each level, and numbers with a full stop. Authors paste
from Word, Outlook, Google Docs and GitHub, where none of that holds. Blocks are read by the rules of GitHub Flavored
Markdown, and written in the form that Python-Markdown reads the same way. There are 3 differences from GitHub: the bullets
of office programs make lists, a year with a full stop is no number of a list, and text that is only indented is no code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mentor_network.markdown_syntax import ATX_HEADING, FENCE, LIST_MARK, RULE, TABLE_RULE, UNDERLINE, closes_fence
from mentor_network.office_lists import plain_bullets, unix_lines, without_bullet
from mentor_network.render.markdown_writing import (
    LAZY,
    MARGIN,
    Block,
    Item,
    Kind,
    heading_line,
    is_mixed,
    item_lines,
    joined,
    paragraph_lines,
)

#: Levels of lists and quotations beyond this are text. `checks.layout` refuses long texts with so many.
_MAX_DEPTH = 20
_QUOTE = re.compile(r" {0,3}>")
#: A text without any of these has the same blocks for both readers.
_ANY = re.compile(r"^(?:[^\S\n]|[^\w\s\"'(“‘\[]|o[\t\xa0 ]|\d{1,9}[.)])|\\$|[\t\v\f\x1c-\x1e\x85\u2028\u2029]", re.MULTILINE)


def normalised(text: str) -> str:
    """The Markdown in the form that Python-Markdown shows as GitHub shows `text`."""
    if not _ANY.search(text):
        return text
    return "\n".join(joined(_Reader(list(plain_bullets(unix_lines(text))), 0).read()))


class _Reader:
    """Reads lines into blocks. At `depth` 0 they are not inside a list or a quotation."""

    def __init__(self, lines: list[str], depth: int) -> None:
        self.lines, self.depth, self.at = lines, depth, 0
        self.blocks: list[Block] = []
        self.paragraph: list[str] = []
        #: Is the line before empty? Is there an empty line between two blocks?
        self.blank = self.gap = False
        nested = (self._quote, self._list) if depth < _MAX_DEPTH else ()
        self.readers = (self._fence, self._heading, self._underline, self._rule, *nested, self._table)

    def read(self) -> list[Block]:
        while (line := self.line) is not None:
            if not line.strip():
                self._end_paragraph()
                self.blank = True
                self.at += 1
                continue
            self.gap = self.gap or (self.blank and bool(self.blocks))
            self.blank = False
            if not any(reader(line) for reader in self.readers):
                self.paragraph.append(line)
                self.at += 1
        self._end_paragraph()
        return self.blocks

    @property
    def line(self) -> str | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    def _add(self, kind: Kind, lines: Iterable[str]) -> bool:
        self._end_paragraph()
        if written := list(lines):
            self.blocks.append(Block(kind, written))
        return True

    def _end_paragraph(self) -> None:
        if self.paragraph:
            self.blocks.append(Block("paragraph", list(paragraph_lines(self.paragraph))))
            self.paragraph = []

    def _fence(self, line: str) -> bool:
        if not (opening := FENCE.fullmatch(line)):
            return False
        margin, inner = _indent(line), []
        self.at += 1
        while (line_in := self.line) is not None and not closes_fence(line_in, opening["fence"]):
            inner.append(line_in[min(margin, _indent(line_in)) :])
            self.at += 1
        self.at += 1
        if self.depth:  # Python-Markdown reads fences outside lists and quotations only
            return self._add("code", (MARGIN + text if text.strip() else "" for text in inner))
        mark = opening["fence"]
        while any(closes_fence(text, mark) for text in inner):
            mark += mark[0]
        kind = re.match(r"[\w#.+-]*", opening["info"].strip())
        return self._add("fence", [mark + (kind[0] if kind else ""), *inner, mark])

    def _heading(self, line: str) -> bool:
        if not (found := ATX_HEADING.fullmatch(line)):
            return False
        self.at += 1
        return self._add("heading", [heading_line(len(found["marks"]), _without_closing(found["text"] or ""))])

    def _underline(self, line: str) -> bool:
        """A heading that is a paragraph with a line of dashes or equals signs below."""
        if not self.paragraph or not (found := UNDERLINE.fullmatch(line)):
            return False
        text = " ".join(part.strip() for part in self.paragraph)
        self.paragraph = []
        self.at += 1
        return self._add("heading", [heading_line(1 if found["mark"].startswith("=") else 2, text)])

    def _rule(self, line: str) -> bool:
        if not RULE.fullmatch(line):
            return False
        self.at += 1
        return self._add("rule", ["---"])

    def _table(self, line: str) -> bool:
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        if "|" not in below or not TABLE_RULE.fullmatch(below) or _cells(line) != _cells(below):
            return False
        rows = [line.strip(), below.strip()]
        self.at += 2
        while (row := self.line) is not None and not _starts_block(row):
            rows.append(row.strip())
            self.at += 1
        return self._add("table", rows)

    def _quote(self, line: str) -> bool:
        if not _QUOTE.match(line):
            return False
        inner = _Inner()
        while (text := self.line) is not None:
            if mark := _QUOTE.match(text):
                inner.add(text[mark.end() :].removeprefix(" "))
            elif inner.takes(text):
                inner.add_lazy(text)
            else:
                break
            self.at += 1
        within = joined(_Reader(inner.lines, self.depth + 1).read())
        return self._add("quote", (f"> {text}" if text else ">" for text in within))

    def _list(self, line: str) -> bool:
        first = LIST_MARK.match(line)
        if not first or (self.paragraph and not _may_interrupt(first)):
            return False
        self._end_paragraph()
        items = list(self._items(first))
        self.blank = items[-1].ends_blank
        items = [item for item in items if item.blocks]
        loose = any(item.loose or is_mixed(item) for item in items) or any(item.ends_blank for item in items[:-1])
        lines: list[str] = []
        for item in items:
            lines += ["", *item_lines(item, loose)] if loose and lines else item_lines(item, loose)
        return self._add("list", lines)

    def _items(self, first: re.Match[str]) -> Iterator[Item]:
        mark: re.Match[str] | None = first
        while mark:
            lines, ends_blank = self._item_lines(mark)
            reader = _Reader(lines, self.depth + 1)
            blocks = reader.read()
            yield Item(f"{mark['number']}. " if mark["number"] else "- ", blocks, reader.gap, ends_blank)
            following = self.line or ""
            mark = LIST_MARK.match(following) if not RULE.fullmatch(following) else None
            if mark and _kind(mark) != _kind(first):
                mark = None

    def _item_lines(self, mark: re.Match[str]) -> tuple[list[str], bool]:
        """The lines of an item without their margin, and whether empty lines follow it."""
        rest = mark.string[mark.end() :]
        margin = mark.end() + (_indent(rest) if rest.strip() and _indent(rest) <= 4 else 1)
        inner = _Inner()
        inner.add(without_bullet(rest.lstrip(" ")))
        self.at += 1
        blank = 0
        while self.at + blank < len(self.lines):
            text = self.lines[self.at + blank]
            if not text.strip():
                blank += 1
            elif _is_inside(text, mark, margin) and (inner.lines != [""] or not blank):
                inner.lines += [""] * blank
                inner.add(text[min(margin, _indent(text)) :])
                self.at, blank = self.at + blank + 1, 0
            elif not blank and inner.takes(text):
                inner.add_lazy(text)
                self.at += 1
            else:
                break
        self.at += blank
        return inner.lines, blank > 0


@dataclass(slots=True)
class _Inner:
    """The lines of an item or a quotation so far, and the marks of a block of code that is open in them."""

    lines: list[str] = field(default_factory=list)
    fence: str = ""

    def add(self, line: str) -> None:
        self.lines.append(line)
        text = _without_marks(line)
        if self.fence:
            self.fence = "" if closes_fence(text.strip(), self.fence) else self.fence
        elif opening := FENCE.fullmatch(text.strip()):
            self.fence = opening["fence"]

    def add_lazy(self, line: str) -> None:
        """Add a line that goes on with a paragraph, with a mark so that it is read as nothing else."""
        self.lines.append(line if line.startswith(LAZY) else LAZY + line.lstrip(" "))

    def takes(self, line: str) -> bool:
        """Does a line without the margin or the mark go on with the paragraph that these lines end with?"""
        last = _without_marks(self.lines[-1]) if self.lines else ""
        return bool(last.strip()) and not (self.fence or _starts_block(line) or _starts_block(last))


def _without_marks(line: str) -> str:
    while found := _QUOTE.match(line) or LIST_MARK.match(line):
        line = line[found.end() :]
    return line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_inside(line: str, mark: re.Match[str], margin: int) -> bool:
    """Is a line inside the item with this mark? Mail programs indent an inner list less than the text of the item."""
    inner_list = LIST_MARK.match(line) and _indent(line) >= max(4, mark.start("mark") + 2)
    return _indent(line) >= margin or bool(inner_list)


def _kind(mark: re.Match[str]) -> str:
    return mark["end"] or mark["mark"]


def _may_interrupt(mark: re.Match[str]) -> bool:
    """May a list with this first mark follow a paragraph without an empty line? Wrapped lines can begin with a number."""
    return mark["number"] in (None, "1") and bool(mark.string[mark.end() :].strip())


def _starts_block(line: str) -> bool:
    """Does a line start a block that is no paragraph, or is it empty?"""
    whole = any(pattern.fullmatch(line) for pattern in (FENCE, ATX_HEADING, RULE))
    return not line.strip() or whole or bool(_QUOTE.match(line) or LIST_MARK.match(line))


def _cells(row: str) -> int:
    return row.strip().removeprefix("|").removesuffix("|").replace("\\|", "").count("|") + 1


def _without_closing(text: str) -> str:
    """The text of a heading without the marks that can close it."""
    text = text.strip()
    bare = text.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else text
