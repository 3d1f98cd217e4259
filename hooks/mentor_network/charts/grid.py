"""Tables as pictures to download: the models by themes, and the entries by stage and domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mentor_network.charts.drawing import BOLD, LINE, At, Box, Drawing, Line, Sheet, Words, wrap

#: The space beside and above the words of a cell, and between its paragraphs, in em.
PAD, APART = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, and how it is shaded."""

    words: tuple[str, ...]
    shade: str = ""
    head: bool = False

    @property
    def kind(self) -> str:
        """How its words are drawn."""
        return f"{self.shade}-words" if self.shade else "value" if self.head else "label"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a head for each column and each row."""

    title: str
    below: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    notes: Sequence[str]
    first: float = 12
    column: float = 9

    @property
    def width(self) -> float:
        return self.first + self.column * (len(self.heads) - 1)


def draw(grid: Grid) -> Drawing:
    """Draw the table, each row as high as its words need."""
    sheet = Sheet(grid.width)
    sheet.head(grid.title, grid.below)
    _row(sheet, grid, [Cell((head,), head=True) for head in grid.heads])
    for head, cells in grid.rows:
        sheet.add(Line(At(), At(1), sheet.y, sheet.y, "rule"))
        _row(sheet, grid, [Cell((head,), head=True), *cells])
    sheet.foot(grid.notes)
    said = (f"{head}: {', '.join(' '.join(cell.words) for cell in cells)}" for head, cells in grid.rows)
    return sheet.drawing(grid.title, "; ".join(said))


def _row(sheet: Sheet, grid: Grid, cells: Sequence[Cell]) -> None:
    widths = [grid.first, *(grid.column for _ in cells[1:])]
    columns = [list(_lines(cell, width - 2 * PAD)) for cell, width in zip(cells, widths, strict=True)]
    height = max(lines[-1][1] for lines in columns) + 2 * PAD
    for number, (cell, lines) in enumerate(zip(cells, columns, strict=True)):
        x = sum(widths[:number])
        if cell.shade:
            sheet.add(Box(x + 0.1, sheet.y + 0.1, grid.column - 0.2, height - 0.2, cell.shade))
        for line, y in lines:
            sheet.add(Words(line, At(em=x + (PAD if number else 0)), sheet.y + PAD + y - 0.3, cell.kind))
    sheet.y += height


def _lines(cell: Cell, width: float) -> Iterator[tuple[str, float]]:
    """Each line of a cell, with its distance from the first."""
    y = 0.0
    for number, paragraph in enumerate(cell.words):
        y += APART if number else 0
        for line in wrap(paragraph, width / (BOLD if cell.head else 1), spaced=False):
            y += LINE
            yield line, y
