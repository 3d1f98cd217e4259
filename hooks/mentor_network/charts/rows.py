"""Pictures of rows on one scale: a label for each, and marks where its values are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mentor_network.charts.drawing import LINE, At, Circle, Drawing, Line, Sheet, Words, wrap

Glyph = Literal["dot", "ring", "square"]
#: Marks closer than this part of a scale would hide each other: the ring is then drawn wide, around the other.
NEAR = 0.055
#: The height of a lane, and the radius of a mark, in em.
LANE, MARK = 1.4, 0.4


@dataclass(frozen=True, slots=True)
class Scale:
    """What the width stands for, from `low` to `high`, with the values that get a line and their words."""

    low: float
    high: float
    ticks: Sequence[tuple[float, str]]

    def part(self, value: float) -> float:
        """Where a value is, as a part of the scale.

        >>> Scale(2010, 2030, ()).part(2015)
        0.25
        """
        return (value - self.low) / (self.high - self.low)


PERCENT = Scale(0, 100, ((0, "0%"), (25, "25"), (50, "50"), (75, "75"), (100, "100%")))


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with its glyph. Its words stand beside it, and are the value as the table has it."""

    value: float
    glyph: Glyph
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """A line from one value to another. `kind` is how it is drawn."""

    start: float
    end: float
    kind: Literal["gap", "past", "now"]


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks and spans on one line of a row."""

    marks: tuple[Mark, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A label, and its lanes from top to bottom. `note` is in quiet words behind the label."""

    label: str
    lanes: tuple[Lane, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a picture of rows shows. `below` stands under the title; `notes` are the base, the limits and the source."""

    title: str
    below: str
    key: Sequence[tuple[str, str]]
    scale: Scale
    rows: Sequence[Row]
    notes: Sequence[str]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a picture is laid out that is at least `width` em wide; its scale goes from `left` to `right`, as parts of it."""

    width: float
    left: float
    right: float
    beside: bool

    def x(self, part: float) -> At:
        return At(self.left + part * (self.right - self.left))


#: Labels above their lanes, for phones and columns; and beside them.
NARROW = Layout(width=19.2, left=0.09, right=0.9, beside=False)
WIDE = Layout(width=44, left=0.37, right=0.94, beside=True)


def draw(picture: Rows, layout: Layout) -> Drawing:
    """Draw the rows below each other, on one scale."""
    sheet = Sheet(layout.width)
    sheet.head(picture.title, picture.below)
    for glyph, words in picture.key:
        _key(sheet, glyph, words)
    sheet.y += 0.5
    _ticks(sheet, picture.scale, layout)
    top = sheet.y
    for row in picture.rows:
        _row(sheet, row, picture.scale, layout)
    lines = [
        Line(layout.x(picture.scale.part(value)), layout.x(picture.scale.part(value)), top, sheet.y, "rule")
        for value, _ in picture.scale.ticks
    ]
    # Lines of the scale come first, so that marks are drawn over them.
    sheet.shapes = [*lines, *sheet.shapes]
    sheet.foot(picture.notes)
    return sheet.drawing(picture.title, picture.description)


def _key(sheet: Sheet, glyph: str, words: str) -> None:
    for number, line in enumerate(wrap(words, sheet.width - 1.6)):
        sheet.y += LINE
        if not number:
            if glyph in ("past", "now"):
                sheet.add(Line(At(), At(em=1.1), sheet.y - 0.4, sheet.y - 0.4, glyph))
            else:
                _glyph(sheet, glyph, At(em=0.55), sheet.y - 0.4)
        sheet.add(Words(line, At(em=1.6), sheet.y))


def _ticks(sheet: Sheet, scale: Scale, layout: Layout) -> None:
    sheet.y += LINE
    sheet.add(*(Words(words, layout.x(scale.part(value)), sheet.y, "quiet", "middle") for value, words in scale.ticks))
    sheet.y += 0.4


def _row(sheet: Sheet, row: Row, scale: Scale, layout: Layout) -> None:
    start = sheet.y + (0.4 if layout.beside else 0.6)
    lines = _labels(row, layout)
    for number, (kind, line) in enumerate(lines, 1):
        sheet.add(Words(line, At(), start + LINE * number - 0.2, kind))
    y = start if layout.beside else start + LINE * len(lines) + 0.1
    for lane in row.lanes:
        _lane(sheet, lane, y + LANE / 2, scale, layout)
        y += LANE
    sheet.y = max(y, start + LINE * len(lines)) + 0.3


def _labels(row: Row, layout: Layout) -> list[tuple[str, str]]:
    """The lines of the label and of its note, each with its kind."""
    width = layout.width * layout.left - 1.6 if layout.beside else layout.width
    return [("name", line) for line in wrap(row.label, width)] + [("quiet", line) for line in wrap(row.note, width)]


def _lane(sheet: Sheet, lane: Lane, y: float, scale: Scale, layout: Layout) -> None:
    for span in lane.spans:
        sheet.add(Line(layout.x(scale.part(span.start)), layout.x(scale.part(span.end)), y, y, span.kind))
    near = len(lane.marks) > 1 and _reach(mark.value for mark in lane.marks) < NEAR * (scale.high - scale.low)
    # A wide ring goes round the other mark, and so does not hide it.
    for mark in lane.marks:
        _glyph(sheet, "wide-ring" if near and mark.glyph == "ring" else mark.glyph, layout.x(scale.part(mark.value)), y)
    away = 0.95 if near else 0.75
    for number, mark in enumerate(sorted(lane.marks, key=lambda mark: mark.value)):
        left = number == 0 and len(lane.marks) > 1
        place = layout.x(scale.part(mark.value))
        beside = At(place.part, -away if left else away)
        sheet.add(Words(mark.words, beside, y + 0.4, "value", "end" if left else "start"))


def _reach(values: Iterable[float]) -> float:
    found = list(values)
    return max(found) - min(found)


def _glyph(sheet: Sheet, glyph: str, x: At, y: float) -> None:
    if glyph == "square":
        sheet.add(Line(x, x, y - MARK, y + MARK, glyph))
    else:
        sheet.add(Circle(x, y, 0.7 if glyph == "wide-ring" else MARK, glyph))


__all__ = ["NARROW", "PERCENT", "WIDE", "Lane", "Mark", "Row", "Rows", "Scale", "Span", "draw"]
