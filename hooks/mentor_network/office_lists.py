"""Reads the bullets, numbers and line ends that Word, Outlook and other office programs put into pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mentor_network.markdown_syntax import FENCE, closes_fence

#: Word takes some bullets from its own fonts, at private code points.
_BULLETS = "•·◦▪▫‣⁃●○■□▶►➢➤❖✓✔✗☐\uf000-\uf0ff"
_HARD_SPACE = "\u00a0\u2002-\u200a\u202f"
_SPACE = f" \t{_HARD_SPACE}"
_BULLET = re.compile(
    rf"[{_SPACE}]*(?P<mark>[{_BULLETS}](?!\d)|(?:o|[–—])(?=[\t{_HARD_SPACE}]| {{2,}})|[–—](?= ))[{_SPACE}]*(?P<text>\S.*)"
)
#: A mark of Markdown with a space that looks like one and is none.
_HARD_MARK = re.compile(rf"(?P<mark>[{_SPACE}]*(?:[-+*]|\d{{1,3}}[.)]))[{_HARD_SPACE}][{_SPACE}]*(?=\S)")
_MARK = re.compile(rf"\A[{_SPACE}]*(?:[-+*]|\d{{1,2}}[.)])[{_SPACE}]+(?=\S)")
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


def unix_lines(text: str) -> list[str]:
    """The lines of a text. The line ends of office programs count too."""
    return _LINE_END.sub("\n", text).split("\n")


def plain_bullets(lines: Iterable[str]) -> Iterator[str]:
    """Lines outside code with `-` for the bullets of office programs, and with spaces for tabs.

    Word gives each level another bullet and does not indent it. A bullet below one of another shape is one level deeper.
    """
    fence = before = ""
    levels: list[str] = []
    for line in lines:
        plain = line
        if fence:
            fence = "" if closes_fence(line, fence) else fence
        elif opening := FENCE.fullmatch(line):
            fence = opening["fence"]
        elif (found := _BULLET.fullmatch(line)) and _is_bullet(found, before, levels):
            plain = _with_dash(found, levels)
        elif found := _HARD_MARK.match(line):
            plain = f"{found['mark']} {line[found.end() :]}"
        elif not before.strip() and line[:1].strip():
            levels.clear()
        yield plain.expandtabs(4)
        before = line


def _is_bullet(found: re.Match[str], before: str, levels: list[str]) -> bool:
    """Is this the bullet of an item? A dash with a space is one only at the start of a paragraph, or below another."""
    dash = found["mark"] in "–—" and found.string[found.end("mark")] == " "
    return not dash or not before.strip() or before.rstrip().endswith(":") or found["mark"] in levels


def _with_dash(found: re.Match[str], levels: list[str]) -> str:
    """A line with a dash for its bullet, indented by its level. Adds its bullet to those of the `levels` so far."""
    if found["mark"] in levels:
        del levels[levels.index(found["mark"]) + 1 :]
    else:
        levels.append(found["mark"])
    return f"{' ' * 4 * (len(levels) - 1)}- {found['text']}"


def without_bullet(text: str) -> str:
    """A text without the bullet of an office program at its start."""
    found = _BULLET.match(text)
    return text[found.start("text") :] if found else text


def without_mark(text: str) -> str:
    """An item of a list without the bullet or number that was pasted with it, as in `1. • Read`."""
    while (words := without_bullet(_MARK.sub("", text, count=1))) != text:
        text = words
    return text
