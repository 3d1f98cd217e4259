"""The numbers in evidence.yaml against a second transcription of the report.

They pin evidence.yaml on purpose: a printed report does not change, and a number with a typing mistake looks like any other.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from support.evidence import GOLDEN, cells_of, records
from support.networks import ROOT

PERCENT = re.compile(r"\d+(?:\.\d+)?(?=\s*(?:%(?!\})|per\s?cent\b))")


@pytest.mark.parametrize("name", GOLDEN)
def test_a_table_is_as_printed(name: str) -> None:
    """Labels, order, units and every cell, with empty ones."""
    (table,) = [entry.record for entry in records().tables if entry.record.id == name]
    printed = GOLDEN[name]
    assert table.page == str(printed["page"])
    assert [(column.label, column.unit) for column in table.columns] == list(printed["columns"].items())
    assert {column.label: column.n for column in table.columns if column.n} == printed.get("n", {})
    ids = [column.id for column in table.columns]
    assert [set(row.values) - set(ids) for row in table.rows] == [set() for _ in table.rows]
    ours = [[row.label, *(row.values.get(column) for column in ids)] for row in table.rows]
    assert ours == [[None if cell is None else str(cell) for cell in row] for row in printed["rows"]]


def test_no_table_is_missing_and_none_is_added() -> None:
    assert [entry.record.id for entry in records().tables] == list(GOLDEN) == [f"T{n}" for n in range(1, 15)]


@pytest.mark.parametrize("name", ["T1", "T2"])
def test_totals_add_up_both_ways(name: str) -> None:
    *sites, total = [[cell or 0 for cell in row[1:]] for row in GOLDEN[name]["rows"]]
    assert [sum(column) for column in zip(*sites, strict=True)] == total
    assert [sum(row[:-1]) for row in (*sites, total)] == [row[-1] for row in (*sites, total)]


@pytest.mark.parametrize("name", ["T3", "T4"])
def test_the_doctors_who_answered_add_up(name: str) -> None:
    doctors = cells_of("T2")["Total"][0]
    assert sum(row[1] for row in GOLDEN[name]["rows"]) == doctors == 112
    (table,) = [entry.record for entry in records().tables if entry.record.id == name]
    assert table.n == doctors


def test_the_numbers_of_people_are_the_totals() -> None:
    tables = {entry.record.id: entry.record for entry in records().tables}
    assert tables["T1"].n == cells_of("T1")["Total"][-1]
    assert tables["T2"].n == cells_of("T2")["Total"][-1]
    people = {"Trainee": cells_of("T2")["Total"][0], "Educational": cells_of("T2")["Total"][1]}
    for printed in GOLDEN.values():
        assert all(n == people[label.split()[0]] for label, n in printed.get("n", {}).items())


@pytest.mark.parametrize("row", GOLDEN["T7"]["rows"], ids=lambda row: row[0])
def test_percentages_that_have_counts_follow_from_them(row: list[Any]) -> None:
    for agree, disagree, percent in (row[1:4], row[4:7]):
        assert round(100 * agree / (agree + disagree)) == percent


def test_nobody_types_a_percentage() -> None:
    """Pages and catalogues refer to figures by id; only evidence.yaml has numbers."""
    files = [path for path in ROOT.glob("*.yaml") if path.name != "evidence.yaml"]
    files += [*ROOT.glob("opportunities/*.yaml"), *ROOT.glob("case_studies/*.md"), *ROOT.glob("content/**/*.md")]
    files += (ROOT / "hooks" / "mentor_network" / "theme").rglob("*.html")
    typed = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if PERCENT.search(re.sub(r'https://\S+|\b(width|height|x|y)="[^"]*"', "", line))
    ]
    assert typed == []


@pytest.mark.parametrize("name", GOLDEN)
def test_a_table_shows_answers_of_the_people_it_names(name: str) -> None:
    """A table of answers has percentages. Counts alone say who took part, and words alone say what another review asks."""
    (table,) = [entry.record for entry in records().tables if entry.record.id == name]
    answers = any(column.unit == "percent" for column in table.columns)
    named = [word for word in ("doctors", "supervisors") if word in (table.people or "")]
    assert table.answers_of == (named if answers else [])
