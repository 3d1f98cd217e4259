"""The evaluation's tables as files to download: CSV, which any spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from mentor_network.catalogue import Catalogue
from mentor_network.records import EvidenceTable
from mentor_network.render import OutputFile


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """A file for each table, and one with every statement that the tables report a percentage for."""
    for table in catalogue.table.values():
        yield OutputFile(f"data/evidence/{table.id.lower()}.csv", _csv(_rows(table)))
    if catalogue.table:
        yield OutputFile("data/evidence/statements.csv", _csv(_statements(catalogue)))


def _rows(table: EvidenceTable) -> Iterator[list[str]]:
    yield ["id", "label", *(f"{column.label} ({column.unit})" for column in table.columns)]
    for row in table.rows:
        yield [row.id, row.label, *(row.values.get(column.id, "") for column in table.columns)]


def _statements(catalogue: Catalogue) -> Iterator[list[str]]:
    """Statements as the tables print them. They are not the survey instrument."""
    yield ["table", "page", "about", "statement"]
    for table in catalogue.table.values():
        if any(column.unit == "percent" for column in table.columns):
            yield from ([table.id, table.page, table.title, row.label] for row in table.rows)


def _csv(rows: Iterable[list[str]]) -> str:
    """Rows as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell for cell in row] for row in rows)
    return text.getvalue()
