"""Finds a file in a text that went through mail programs, which quote, wrap, indent and sign what they carry.

The contribution form writes each line of a file behind a bar, between two lines that say where it starts and ends: whatever
a program wraps has no bar, and belongs to the line before. A file without these marks is found by its first lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.case_study import FULL_HEADINGS
from mentor_network.records.fields import record_in

START, END = "START OF FILE", "END OF FILE"
FENCE = "---"

_NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)*")
_IS_FENCE = re.compile(r"[-–—]{1,3}[ \t]*")
_KEY = re.compile(r"[ \t]*(?:[-–—•] +)?([a-z_]{2,30}):(?=[ \t]|$)")
_ITEM = re.compile(r"[ \t]*[-–—•·*][ \t]")
_BLOCK = re.compile(r"[|>][-+]?[ \t]*$")
#: What mail programs and people write below a text. "-- " is the mark of RFC 3676.
_SIGNATURE = re.compile(
    r"(?:--|_{5,}|(?:kind|best|warm|many)?[ ]?(?:regards|wishes|thanks)|thank you|yours (?:sincerely|faithfully)"
    r"|sent from my .*"
    r"|-+ ?original message ?-+|-+ ?forwarded message ?-+|get outlook for .*)[ ,.!]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, and where its pieces come from: the offset here, and the line and the offset in the source."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]

    def joined(self, other: Line) -> Line:
        """This line with another one that a mail program had wrapped."""
        gap = "" if not self.text or self.text.endswith(" ") else " "
        place = len(self.text) + len(gap)
        return Line(self.text + gap + other.text, (*self.pieces, *((place + at, n, of) for at, n, of in other.pieces)))

    def changed(self, text: str) -> Line:
        return Line(text, self.pieces)

    def without(self, prefix: int) -> Line:
        """This line without its first characters. It has one piece."""
        ((_, number, offset),) = self.pieces
        return Line(self.text[prefix:], ((0, number, offset + prefix),))

    def source(self, column: int) -> tuple[int, int]:
        """The line and column of the source that a column of this line comes from, all counted from 1."""
        at, number, offset = next((piece for piece in reversed(self.pieces) if piece[0] < column), self.pieces[0])
        return number, column - at + offset


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines of a file. `has_fences`: it starts with front matter, so it is a case study."""

    lines: list[Line]
    has_fences: bool


def find(text: str, *, whole: bool = False) -> Transcript | None:
    """The file in a text, or None if there is none. `whole`: the text is the file, and no mail program changed its lines."""
    plain = _NOTHING.sub("", _SPACE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = [Line(line, ((0, number, 0),)) for number, line in enumerate(plain.split("\n"), 1)]
    found = _between_marks(lines)
    if found is None:
        first = next((n for n, line in enumerate(lines) if line.text.strip()), 0)
        found = lines[first:] if whole and _starts(lines, first) else _unmarked(lines)
    if not found:
        return None
    return Transcript(found, bool(_IS_FENCE.fullmatch(found[0].text)))


def _between_marks(lines: Sequence[Line]) -> list[Line] | None:
    """The lines behind bars between the two marks. A line without a bar goes on with the one before."""
    start = next((n for n, line in enumerate(lines) if START in line.text), None)
    if start is None:
        return None
    outer = lines[start].text.partition(START)[0].count("|")  # some programs quote with a bar
    bar = re.compile(rf"[ \t>]*(?:\|[ \t>]*){{{outer}}}\| ?")
    found: list[Line] = []
    for line in lines[start + 1 :]:
        if END in line.text:
            break
        if behind := bar.match(line.text):
            found.append(line.without(behind.end()))
        elif found and (more := line.without(_QUOTED.match(line.text).end())).text.strip():  # type: ignore[union-attr]
            found[-1] = found[-1].joined(more.changed(more.text.strip()))
    return [line.changed(line.text.rstrip()) for line in found]


def _unmarked(lines: Sequence[Line]) -> list[Line]:
    """The lines of a file that starts as a template does, without quotation marks of mails and without what stands below."""
    start = next((n for n in range(len(lines)) if _starts(lines, n)), None)
    if start is None:
        return []
    depth = _depth(lines[start].text)
    quotes = re.compile(rf"[ \t]*(?:>[ \t]?){{{depth}}}") if depth else re.compile("")
    inside = [line.without(match.end()) if (match := quotes.match(line.text)) else line for line in lines[start:]]
    fences = bool(_IS_FENCE.fullmatch(inside[0].text))
    end = next((n for n, line in enumerate(inside[1:], 1) if _IS_FENCE.fullmatch(line.text)), 0) if fences else 0
    headings = [n for n, line in enumerate(inside) if _heading(line.text)]
    if not end:
        end = headings[0] if headings else _first_signature(inside, 1)
    head = list(_unwrapped(inside[fences:end]))
    if not fences and not headings:
        return head
    body = inside[end + 1 if fences else end : _first_signature(inside, headings[-1] if headings else end)]
    body = [line.changed(f"## {heading}") if (heading := _heading(line.text)) else line for line in body]
    fence = inside[0].changed(FENCE)
    return [fence, *head, fence, *(line.changed(line.text.rstrip()) for line in body)]


def _starts(lines: Sequence[Line], start: int) -> bool:
    """Do the first lines of a file stand here: at least 3 names of fields, and one of them at once?"""
    first = lines[start].text[_QUOTED.match(lines[start].text).end() :]  # type: ignore[union-attr]
    if not _IS_FENCE.fullmatch(first) and not _known_key(first):
        return False
    after = [line.text[_QUOTED.match(line.text).end() :] for line in lines[start : start + 40]]  # type: ignore[union-attr]
    return sum(_known_key(text) for text in after) >= 3


def _depth(text: str) -> int:
    return _QUOTED.match(text)[0].count(">")  # type: ignore[index]


def _names() -> Iterator[str]:
    for model in (CaseStudy, Opportunity):
        for name, field in model.model_fields.items():
            yield name
            inner = record_in(field.annotation)
            yield from inner.model_fields if inner else ()


_KNOWN = frozenset(_names())
_HEADINGS = {heading.casefold(): heading for heading in FULL_HEADINGS}


def _known_key(text: str) -> bool:
    key = _KEY.match(text)
    return bool(key and key[1] in _KNOWN)


def _heading(text: str) -> str:
    """The heading of a case study that a line is, however a program shows it. Empty if it is none."""
    return _HEADINGS.get(text.strip("#*_: \t").casefold(), "")


def _first_signature(lines: Sequence[Line], after: int) -> int:
    return next((n for n, line in enumerate(lines) if n > after and _SIGNATURE.fullmatch(line.text.strip())), len(lines))


def _unwrapped(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the fields, with those that a program wrapped joined again, and without empty ones.

    A line goes on with the one before if it is neither a field, an item or a note, nor part of a text in several lines.
    """
    current: Line | None = None
    block = False
    for line in lines:
        text = line.text.rstrip()
        new = _known_key(text) or _ITEM.match(text) or text.lstrip().startswith("#")
        inside_block = block and text.startswith("  ") and not _known_key(text)
        if current is None or new or inside_block:
            if current is not None:
                yield current
            current = line.changed(text)
            block = inside_block or bool(_BLOCK.search(text) and _known_key(text))
        elif text.strip():
            indent = len(text) - len(text.lstrip())
            current = current.joined(line.changed(text).without(indent))
    if current is not None and current.text.strip():
        yield current
