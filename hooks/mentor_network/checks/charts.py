"""Checks charts: each can be drawn from the columns or figures that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.labels import count
from mentor_network.problems import Problems, did_you_mean, shorten
from mentor_network.records import Chart, Entry, EvidenceTable, Figure, Records

PERCENT = re.compile(r"\d{1,3}(\.\d+)?%", re.ASCII)
YEAR = re.compile(r"(19|20)\d\d", re.ASCII)


def charts_can_be_drawn(records: Records, problems: Problems) -> None:
    """A chart has 2 or 3 columns of percentages, or 2 figures or more that are percentages of a year."""
    tables = {entry.record.id: entry.record for entry in records.tables}
    figures = {entry.record.id: entry.record for entry in records.figures}
    for chart in records.charts:
        _has_enough(chart, problems)
        _columns_are_percentages(chart, tables, problems)
        for number, name in enumerate(chart.record.figures):
            for message, help in _faults(figures[name]) if name in figures else ():
                problems.add(chart.at("figures", number), "bad-value", message, help)


def _has_enough(chart: Entry[Chart], problems: Problems) -> None:
    columns, figures = len(chart.record.series), len(chart.record.figures)
    if sorted((min(columns, 2), min(figures, 2))) != [0, 2]:
        message = f"this chart has {count(columns, 'column', 'columns')} and {count(figures, 'figure', 'figures')}"
        help = "name 2 or 3 columns under `series`, or 2 or more figures under `figures`, and not both"
        problems.add(chart.at("id"), "bad-value", message, help)


def _columns_are_percentages(chart: Entry[Chart], tables: dict[str, EvidenceTable], problems: Problems) -> None:
    for number, series in enumerate(chart.record.series):
        if series.table not in tables:
            continue  # `references_exist` reports it
        units = {column.id: column.unit for column in tables[series.table].columns}
        span = chart.at("series", number, "column")
        if series.column not in units:
            message = f"table {series.table} has no column called `{shorten(series.column)}`"
            help = did_you_mean(series.column, units) or f"it has {', '.join(f'`{name}`' for name in units)}"
            problems.add(span, "unknown-reference", message, help)
        elif units[series.column] != "percent":
            message = f"column `{shorten(series.column)}` of table {series.table} holds no percentages"
            problems.add(span, "bad-value", message, "name a column whose unit is `percent`")


def _faults(figure: Figure) -> Iterator[tuple[str, str]]:
    if not PERCENT.fullmatch(figure.value):
        yield f"figure `{figure.id}` is not a percentage: {shorten(figure.value)}", "name figures such as 69%"
    if not YEAR.fullmatch(figure.date or ""):
        yield f"figure `{figure.id}` has no year as its date", "give that figure a line such as `date: 2024`"


def history_is_in_order(records: Records, problems: Problems) -> None:
    """Nothing was replaced before it came out."""
    for step in records.history:
        if step.record.until is not None and step.record.until <= step.record.since:
            message = f"it was replaced in {step.record.until}, and came out in {step.record.since}"
            problems.add(step.at("until"), "dates-out-of-order", message, "look up both years, and correct one of them")
