"""Figures of several years as a line."""

from __future__ import annotations

from itertools import pairwise

from mentor_network.catalogue import Catalogue
from mentor_network.charts.captions import of_sources, with_figures
from mentor_network.charts.drawing import LINE, At, Drawing, Line, Sheet, Words
from mentor_network.charts.rows import PERCENT, Layout
from mentor_network.records import Chart, Figure

#: The height of 100% in em, and the length of the short line that marks a point.
HEIGHT, TICK = 12, 0.4


def figures_of(chart: Chart, catalogue: Catalogue) -> list[Figure]:
    """The figures of a chart, the earliest first."""
    found = {entry.record.id: entry.record for entry in catalogue.records.figures}
    return sorted((found[name] for name in chart.figures), key=lambda figure: figure.date or "")


def trend(chart: Chart, catalogue: Catalogue, layout: Layout) -> Drawing:
    """Draw a chart of figures. The scale begins at 0%, so that a fall looks no steeper than it is."""
    figures = figures_of(chart, catalogue)
    finding = with_figures(chart.finding, catalogue)
    sheet = Sheet(layout.width)
    sheet.head(finding, chart.title)
    bottom = sheet.y + HEIGHT + 0.6
    _scale(sheet, bottom)
    points = [(_x(year, figures), bottom - _value(figure) / 100 * HEIGHT) for year, figure in enumerate(figures)]
    sheet.add(*(Line(x1, x2, y1, y2, "trend") for (x1, y1), (x2, y2) in pairwise(points)))
    for (x, y), figure in zip(points, figures, strict=True):
        sheet.add(
            Line(x, x, y - TICK, y + TICK, "point"),
            Words(figure.value, x, y - 0.8, "value", "middle"),
            Words(figure.date or "", x, bottom + LINE, "label", "middle"),
        )
    sheet.y = bottom + LINE
    source = f"{of_sources((figure.source for figure in figures), catalogue)}."
    sheet.foot([*([chart.limits] if chart.limits else []), source])
    numbers = "; ".join(f"{figure.date}: {figure.value}" for figure in figures)
    return sheet.drawing(finding, numbers)


def _scale(sheet: Sheet, bottom: float) -> None:
    for value, words in PERCENT.ticks:
        y = bottom - value / 100 * HEIGHT
        sheet.add(Line(At(em=2.8), At(1), y, y, "rule" if value else "axis"), Words(words, At(), y + 0.4, "quiet"))


def _x(place: int, figures: list[Figure]) -> At:
    """Where a year stands: they are spread evenly, as the years are."""
    first, last = int(figures[0].date or 0), int(figures[-1].date or 0)
    year = int(figures[place].date or 0)
    return At(0.24 + 0.66 * (year - first) / max(1, last - first))


def _value(figure: Figure) -> float:
    return float(figure.value.rstrip("%"))
