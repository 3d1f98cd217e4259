"""The tables of the evaluation as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network.catalogue import Catalogue
from mentor_network.outputs.open_data.csv_file import to_csv
from mentor_network.records import EvidenceTable
from mentor_network.render import OutputFile
from mentor_network.urls import url


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """A file for each table, and one with every statement that the tables report a percentage for."""
    for table in catalogue.table.values():
        yield OutputFile.of_text(url("table_csv", table=table.id.lower()).lstrip("/"), _sheet(_rows(table)))
    if catalogue.table:
        yield OutputFile.of_text(url("statements_csv").lstrip("/"), _sheet(_statements(catalogue)))


def _sheet(rows: Iterator[list[str]]) -> str:
    return to_csv(next(rows), rows)


def _rows(table: EvidenceTable) -> Iterator[list[str]]:
    yield ["id", "label", *(f"{column.label} ({column.unit})" for column in table.columns)]
    for row in table.rows:
        yield [row.id, row.label, *(row.values.get(column.id, "") for column in table.columns)]


def _statements(catalogue: Catalogue) -> Iterator[list[str]]:
    """Statements as the tables print them, which is not the wording of the survey."""
    yield ["table", "page", "about", "statement"]
    for table in catalogue.table.values():
        if any(column.unit == "percent" for column in table.columns):
            yield from ([table.id, table.page, table.title, row.label] for row in table.rows)
