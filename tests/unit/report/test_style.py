"""The section on style: a row for each page, in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.reports import rows

Make = Callable[[dict[str, str | None]], Path]

LONG = "word " * 24 + "word."


def test_a_row_for_each_page_counts_each_kind_and_gives_the_lines(network: Make) -> None:
    page = network({}) / "content/guides/shadowing.md"
    before = page.read_text("utf-8").rstrip("\n")
    page.write_text(f"{before}\n\n{LONG}\n\n{LONG} A. B. C.\n", "utf-8")
    first = before.count("\n") + 3
    (row,) = [row for row in rows("Style", page.parents[2]) if row.startswith("`content/guides/shadowing.md`: ")]
    assert row.partition(": ")[2] == (
        f"2 long sentences (lines {first} and {first + 2}); 1 long paragraph (line {first + 2})"
    )
