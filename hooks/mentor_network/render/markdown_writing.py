"""Writes blocks of Markdown in the form that Python-Markdown reads as GitHub does, see `markdown_blocks`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

MARGIN = " " * 4
#: Starts a line that goes on with a paragraph without the margin of its list. `unix_lines` leaves no such character.
LAZY = "\v"
Kind = Literal["paragraph", "heading", "rule", "code", "fence", "table", "quote", "list"]


@dataclass(slots=True)
class Block:
    """A block, with its lines as they will be written, without the margin of the list or quotation around it."""

    kind: Kind
    lines: list[str]


@dataclass(slots=True)
class Item:
    """An item of a list: its mark, its blocks, and whether empty lines stand between these or after it."""

    mark: str
    blocks: list[Block]
    loose: bool
    ends_blank: bool


_ODD_BACKSLASHES = re.compile(r"(?<!\\)(?:\\\\)*\\$")
#: What starts a block for Python-Markdown and not for GitHub, at the start of a line without its indentation.
_MISREAD = re.compile(r"\d+(?=\.\s)|(?=#|>|[-+*]\s|(?:[-*_]\s*){3,}$|`{3}|~{3})")


def heading_line(level: int, text: str) -> str:
    """A heading. Python-Markdown would drop a `#` at its end, and read no heading with a backslash there."""
    if _ODD_BACKSLASHES.search(text):
        text += "\\"
    elif text.endswith("#") and not text.endswith("\\#"):
        text = f"{text[:-1]}\\#"
    return f"{'#' * level} {text}"


def paragraph_lines(lines: list[str]) -> Iterator[str]:
    """The lines of a paragraph, with line breaks and escapes that Python-Markdown reads."""
    for number, line in enumerate(lines, 1):
        text = line.strip(f"{LAZY} \u00a0")
        if text.startswith("="):
            text = f"&#61;{text[1:]}"
        elif found := _MISREAD.match(text):
            text = f"{text[: found.end()]}\\{text[found.end() :]}"
        if number < len(lines) and _ODD_BACKSLASHES.search(text):
            text = text[:-1] + "  "
        elif number < len(lines) and line.endswith("  "):
            text += "  "
        yield text


def is_mixed(item: Item) -> bool:
    """Does an item have blocks that need empty lines around them for Python-Markdown?"""
    return any(block.kind not in ("paragraph", "list") or "" in block.lines for block in item.blocks)


def item_lines(item: Item, loose: bool) -> Iterator[str]:
    """The lines of an item. Python-Markdown takes 4 spaces from blocks of an item, but none from its first paragraph."""
    first, *others = item.blocks
    margin = " " * min(len(item.mark), 3) if first.kind in ("paragraph", "quote") else MARGIN
    for number, line in enumerate(first.lines):
        yield item.mark + line if number == 0 else margin + line if line else ""
    before = first
    for block in others:
        if loose or block.kind != "list" or before.kind == "list":
            yield ""
        yield from (MARGIN + line if line else "" for line in block.lines)
        before = block


def joined(blocks: list[Block]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        yield from ["", *block.lines] if number else block.lines
