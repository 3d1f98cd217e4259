"""Columns of tables that share their rows, on one scale: what was done, what was wanted, what others expected."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mentor_network.catalogue import Catalogue
from mentor_network.charts.captions import of_tables, with_figures
from mentor_network.charts.rows import PERCENT, Glyph, Lane, Mark, Row, Rows, Span
from mentor_network.records import Chart, EvidenceTable
from mentor_network.records.evidence import Series

#: The mark of each column of a chart, in their order.
GLYPHS: tuple[Glyph, ...] = ("dot", "ring", "square")


def gaps(chart: Chart, names: Collection[str], rows: Collection[str], catalogue: Catalogue) -> Rows:
    """The picture of a chart, with these rows of the tables of these names. No rows stand for all."""
    series = [(item, glyph) for item, glyph in zip(chart.series, GLYPHS, strict=False) if item.table in names]
    tables = [catalogue.table[name] for name in dict.fromkeys(item.table for item, _ in series)]
    whole = len(series) == len(chart.series)
    drawn = [_row(row.id, row.label, series, catalogue) for row in tables[0].rows if not rows or row.id in rows]
    finding = with_figures(chart.finding, catalogue)
    complete = whole and not rows
    title = chart.title if whole else tables[0].title
    return Rows(
        title=finding if complete else title,
        below=title if complete else "",
        key=[(glyph, _key(item, catalogue)) for item, glyph in series],
        scale=PERCENT,
        rows=sorted(drawn, key=_gap, reverse=True),
        notes=_notes(chart, tables, catalogue, whole=whole),
        description="; ".join(f"{row.label}: {_values(row)}" for row in drawn),
    )


def _row(row: str, label: str, series: Sequence[tuple[Series, Glyph]], catalogue: Catalogue) -> Row:
    marks = [mark for item, glyph in series if (mark := _mark(f"{item.table}.{row}.{item.column}", glyph, catalogue))]
    joined = tuple(mark for mark in marks if mark.glyph != "square")
    gap = (Span(joined[0].value, joined[1].value, "gap"),) if len(joined) > 1 else ()
    others = (Lane((mark,)) for mark in marks if mark.glyph == "square")
    return Row(label, (Lane(joined, gap), *others))


def _mark(cell: str, glyph: Glyph, catalogue: Catalogue) -> Mark | None:
    """The mark of a cell, or None for an empty one."""
    words = catalogue.figure.get(cell)
    return Mark(float(words.rstrip("%")), glyph, words.rstrip("%")) if words else None


def _gap(row: Row) -> float:
    """How much more the second mark is than the first."""
    marks = row.lanes[0].marks
    return marks[1].value - marks[0].value if len(marks) > 1 else 0


def _key(item: Series, catalogue: Catalogue) -> str:
    """What a mark stands for, with the number of people."""
    table = catalogue.table[item.table]
    n = next((column.n for column in table.columns if column.id == item.column and column.n), table.n)
    return f"{item.label} (n={n})" if n else item.label


def _notes(chart: Chart, tables: Sequence[EvidenceTable], catalogue: Catalogue, *, whole: bool) -> list[str]:
    people = tables[-1].people or ""
    first = f"Per cent of {people}." if people else "Per cent."
    return [first, *([chart.limits] if chart.limits and whole else []), of_tables(tables, catalogue)]


def _values(row: Row) -> str:
    return ", ".join(f"{mark.words}%" for lane in row.lanes for mark in lane.marks)
