"""A picture as lines, circles, boxes and words, before it is SVG.

Heights and distances are in em, so that a picture grows with the reader's text. Horizontal places are fractions of its width
as well, so that a scale fills the width it is given and stays true. Heights are tenths, which compress well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

#: The height of a line, in em, and how much wider bold words are.
LINE, BOLD = 1.3, 1.07
#: The space between letters and between words that readers may set, in em (WCAG 1.4.12).
LETTERS, WORDS = 0.12, 0.16
_SLIM, _BROAD = frozenset("fijlrtI .,:;'!()/-"), frozenset("mwMW%")


@dataclass(frozen=True, slots=True)
class At:
    """A horizontal place: a fraction of the picture's width, and a distance from there in em."""

    part: float = 0
    em: float = 0


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text. `y` is its base line, and `size` is relative to the text of the picture."""

    text: str
    x: At
    y: float
    kind: str = "label"
    anchor: Literal["start", "middle", "end"] = "start"
    size: float = 1
    shape: str = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: At
    x2: At
    y1: float
    y2: float
    kind: str
    shape: str = "line"


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round a point."""

    x: At
    y: float
    r: float
    kind: str
    shape: str = "circle"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, in em."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    shape: str = "rect"


Shape = Words | Line | Circle | Box


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture, `height` em high and made for `width` em; it may be stretched, and never be narrower."""

    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(slots=True)
class Sheet:
    """A picture while it is drawn from top to bottom: `y` is how far it has come."""

    width: float
    y: float = 0
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        self.shapes += shapes

    def head(self, title: str, below: str = "") -> None:
        """A heavy line, the title, and what stands below it in quiet words."""
        self.add(Line(At(), At(1), 0.1, 0.1, "top"))
        self.y = 0.5
        self.paragraph(title, "title", size=1.15)
        if below:
            self.y += 0.2
            self.paragraph(below, "quiet")
        self.y += 0.6

    def paragraph(self, text: str, kind: str, *, size: float = 1) -> None:
        """Words over the whole width."""
        for line in wrap(text, self.width / size / (BOLD if kind == "title" else 1)):
            self.y += round(LINE * size, 1)
            self.add(Words(line, At(), self.y, kind, size=size))

    def foot(self, notes: Iterable[str]) -> None:
        """Notes in quiet words, each a paragraph of its own."""
        self.y += 0.5
        for note in notes:
            self.paragraph(note, "quiet")
            self.y += 0.3

    def drawing(self, title: str, description: str) -> Drawing:
        return Drawing(title, description, self.width, round(self.y + 0.5, 2), tuple(self.shapes))


def wrap(text: str, width: float, *, spaced: bool = True) -> list[str]:
    """Text in lines of at most `width` em, also when readers space letters and words out. Files are not `spaced`.

    >>> wrap("A leadership qualification", 9)
    ['A leadership', 'qualification']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, spaced=spaced) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def measure(text: str, *, spaced: bool) -> float:
    """About how wide words are, in em of a common typeface without serifs; rather too much than too little."""
    letters = sum(0.34 if c in _SLIM else 0.86 if c in _BROAD else 0.7 if c.isupper() else 0.54 for c in text)
    return letters + (LETTERS * len(text) + WORDS * text.count(" ") if spaced else 0)
