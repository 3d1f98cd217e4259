"""The tables of evidence.yaml on built pages: their cells, the headings above them and the notes beside them (E2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import yaml

from mentor_network.gates.page import NS, page_files, parse_file, parse_pages, text_of
from support.evidence import GOLDEN, drawn, fits, own_address, records

#: Tables whose numbers mislead without their notes: overlapping labels, bands and rounding that do not agree. The row
#: names the one part of a table that this is about.
WITH_NOTES = {"T3": None, "T7": None, "T8": "access", "T10": None, "T13": None}

VIEW = re.compile(r"^```view[ \t]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_every_table_on_a_page_is_as_printed(site: Path) -> None:
    tables = list(drawn(site))
    assert tables
    assert [
        (page, caption) for page, caption, heads, rows in tables if not any(fits(name, heads, rows) for name in GOLDEN)
    ] == []


def test_every_table_on_a_page_shows_something(site: Path) -> None:
    """A selection of rows and columns never leaves a table empty."""
    assert [(page, caption) for page, caption, heads, rows in drawn(site) if not heads or not rows] == []


def headed(tree: Element) -> dict[str, list[str]]:
    """Heading of level 2 → the tables of evidence.yaml below it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for element in tree.iter():
        if element.tag == NS + "h2":
            heading = text_of(element)
        elif table := element.get("data-table"):
            found.setdefault(heading, []).append(table)
    return found


def test_the_heading_over_a_table_of_an_opportunity_is_true(site: Path) -> None:
    answers = {entry.record.id: set(entry.record.answers_of) for entry in records().tables}
    wanted = {
        "What doctors said": {"doctors"},
        "What supervisors said": {"supervisors"},
        "What doctors and supervisors said": {"doctors", "supervisors"},
    }
    seen = {}
    for entry in records().opportunities:
        tables = headed(parse_file(page_files(site)[own_address("opportunities", entry)])[0])
        assert {name for below in tables.values() for name in below} == tables_of(entry.record.evidence), entry.record.id
        for heading, below in tables.items():
            seen[heading] = entry.record.id
            assert set().union(*(answers[name] for name in below)) == wanted.get(heading, set()), (entry.record.id, heading)
            assert all(bool(answers[name]) == (heading in wanted) for name in below), (entry.record.id, heading)
    assert set(seen) <= {*wanted, "What the report says"}


def tables_of(names: list[str]) -> set[str]:
    return {name.partition(".")[0] for name in names if "." in name}


def detailed() -> Iterator[tuple[str, str]]:
    """Page and table of each evidence view with `detail` of a table in `WITH_NOTES`."""
    for entry in records().pages:
        for block in VIEW.findall(entry.document.body):
            view = (yaml.safe_load(block) or {}).get("evidence") or {}
            for name in view.get("tables", ()) if view.get("detail") else ():
                row = WITH_NOTES.get(name)
                if name in WITH_NOTES and (row is None or row in view.get("rows", [row])):
                    yield own_address("pages", entry), name


def test_the_evidence_page_shows_all_of_them() -> None:
    assert {name for address, name in detailed() if address == "/evidence/"} == set(WITH_NOTES)


def test_notes_stand_with_their_table(site: Path) -> None:
    notes = {entry.record.id: entry.record for entry in records().notes}
    for address, name in sorted(detailed()):
        (table,) = [entry.record for entry in records().tables if entry.record.id == name]
        assert table.notes, name
        (section,) = [e for e in parse_file(page_files(site)[address])[0].iter() if e.get("id") == name.lower()]
        text = text_of(section)
        assert any(fits(name, heads, rows) for page, _, heads, rows in drawn(site) if page == address)
        for note in (notes[word] for word in table.notes):
            assert f"{note.says} {note.but}" in text, (address, name)
        for limit in table.limits:
            assert limit in text, (address, name)


def test_what_does_not_agree_stands_with_every_table_that_is_drawn(site: Path) -> None:
    """E2: every page with a table has its notes on numbers that the report contradicts elsewhere."""
    notes = {entry.record.id: " ".join(entry.record.says.split()) for entry in records().notes}
    wanted = {entry.record.id: entry.record.notes for entry in records().tables}
    shown = [
        (address, tree, name) for address, tree in parse_pages(site) for names in headed(tree).values() for name in names
    ]
    assert shown
    for address, tree, name in shown:
        text = text_of(tree)
        assert [note for note in wanted[name] if notes[note] not in text] == [], (address, name)
