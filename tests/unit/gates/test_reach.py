"""The table of visits in docs/gates.md, and what the record of gates rests on."""

from __future__ import annotations

import re

from mentor_network.gates.meanings import MEANINGS
from support.networks import ROOT
from support.reach import DOCUMENT, document, table


def test_the_table_is_that_of_the_code() -> None:
    assert DOCUMENT.read_text("utf-8") == document()


def test_every_gate_looks_at_every_page() -> None:
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table()][2:]
    assert [row[0] for row in rows] == [*MEANINGS]
    assert [row[0] for row in rows if "every page" not in " ".join(row)] == []


def test_the_record_rests_on_every_page() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(r"^record: site test gates-all ", makefile, re.MULTILINE)
    assert "gate or every_page" in makefile.partition("\ngates-all:")[2].partition("\n\n")[0]
