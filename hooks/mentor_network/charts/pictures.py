"""Which pictures there are, and what each page shows of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from mentor_network.catalogue import Catalogue
from mentor_network.charts import catalogue_grids, grid, rows
from mentor_network.charts.drawing import Drawing
from mentor_network.charts.gaps import gaps
from mentor_network.charts.history import history
from mentor_network.charts.trend import figures_of, trend
from mentor_network.records import Chart, Figure

#: A table of evidence.yaml, with the rows that are shown of it. None stands for all.
Shown = tuple[str, Sequence[str]]
HISTORY, MODELS, COVERAGE = "models-history", "leadership-models", "coverage"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page, for narrow and for wide places. `id` names its file, which shows all of it.

    `tables` or `figures` have its numbers; without any, the page has a table of its own for them.
    """

    id: str
    title: str
    narrow: Drawing
    wide: Drawing
    tables: Sequence[Shown] = ()
    figures: Sequence[Figure] = ()
    whole: bool = True


def path_of(name: str) -> str:
    """The address of the file of a picture."""
    return f"/assets/charts/{name}.svg"


def of_chart(chart: Chart, catalogue: Catalogue, shown: Sequence[Shown] = ()) -> Picture:
    """A chart of evidence.yaml: the whole of it, or what its tables show of it."""
    if chart.figures:
        narrow, wide = (trend(chart, catalogue, layout) for layout in (rows.NARROW, rows.WIDE))
        return Picture(chart.id, chart.title, narrow, wide, figures=figures_of(chart, catalogue))
    every = list(dict.fromkeys(series.table for series in chart.series))
    names = [table for table, _ in shown] or every
    # Tables share their rows, so a row that one of them names is drawn with the marks of all.
    rows_of_all = list(dict.fromkeys(row for _, named in shown for row in named)) if all(named for _, named in shown) else []
    drawn = gaps(chart, names, rows_of_all, catalogue)
    whole = len(names) == len(every) and not rows_of_all
    return _of_rows(chart.id, drawn, [(name, rows_of_all) for name in names], whole=whole)


def named(name: str, catalogue: Catalogue) -> Picture:
    """The whole of the chart of this name."""
    return of_chart(next(entry.record for entry in catalogue.records.charts if entry.record.id == name), catalogue)


def of_history(catalogue: Catalogue) -> Picture:
    """The history of the leadership models."""
    return _of_rows(HISTORY, history(catalogue))


def _of_rows(name: str, drawn: rows.Rows, tables: Sequence[Shown] = (), *, whole: bool = True) -> Picture:
    narrow, wide = (rows.draw(drawn, layout) for layout in (rows.NARROW, rows.WIDE))
    return Picture(name, drawn.below or drawn.title, narrow, wide, tables, whole=whole)


def of_tables(shown: Sequence[Shown], catalogue: Catalogue, columns: Collection[str] = ()) -> list[Picture | Shown]:
    """Tables, in their order, those that a chart joins as 1 picture: it needs 2 of its columns to be worth drawing."""
    found: list[Picture | Shown] = []
    for table in shown:
        chart = next((entry.record for entry in catalogue.records.charts if _covers(entry.record, table[0])), None)
        joined = [other for other in shown if chart and _covers(chart, other[0])]
        if not chart or _columns(chart, joined, columns) < 2:
            found.append(table)
        elif table == joined[0]:
            found.append(of_chart(chart, catalogue, joined))
    return found


def _covers(chart: Chart, table: str) -> bool:
    return any(series.table == table for series in chart.series)


def _columns(chart: Chart, shown: Sequence[Shown], columns: Collection[str]) -> int:
    tables = {table for table, _ in shown}
    return sum(series.table in tables and (not columns or series.column in columns) for series in chart.series)


def charted(catalogue: Catalogue) -> frozenset[str]:
    """The tables that a chart draws, so that they need no bars."""
    return frozenset(series.table for entry in catalogue.records.charts for series in entry.record.series)


def drawings(catalogue: Catalogue) -> Iterator[tuple[str, Drawing]]:
    """Every picture that has a file, by name."""
    for entry in catalogue.records.charts:
        yield entry.record.id, of_chart(entry.record, catalogue).wide
    if catalogue.records.history:
        yield HISTORY, of_history(catalogue).wide
    if catalogue.models and catalogue.themes:
        yield MODELS, grid.draw(catalogue_grids.models(catalogue))
    if catalogue.checked:
        yield COVERAGE, grid.draw(catalogue_grids.coverage(catalogue.checked, catalogue))
