"""Tables as CSV, which any spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

#: A spreadsheet reads a cell that begins with one of these as a formula, and would run it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Without it Excel takes UTF-8 for the code page of the machine, and shows an en dash as 3 odd signs.
_MARK = "\ufeff"


def sheet(heads: list[str], rows: Iterable[list[str]]) -> str:
    """Rows below their headings as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe in front."""
    text = io.StringIO()
    text.write(_MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(_safe, heads))
    writer.writerows(map(_safe, row) for row in rows)
    return text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
