"""CSV that spreadsheet programs open safely (RFC 4180, with a byte order mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

#: Spreadsheet programs run a cell that begins with one of these as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Without this byte order mark Excel reads UTF-8 in the code page of the machine.
_BOM = "\ufeff"


def to_csv(heads: list[str], rows: Iterable[list[str]]) -> str:
    """A header row and rows as CSV. A cell that would be run as a formula gets an apostrophe in front."""
    text = io.StringIO()
    text.write(_BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(_escape, heads))
    writer.writerows(map(_escape, row) for row in rows)
    return text.getvalue()


def _escape(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
