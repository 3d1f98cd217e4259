"""The evaluation's numbers: the catalogue against a second transcription, and every built page against both.

They pin evidence.yaml on purpose: a report that is printed does not change, and a number of it that was typed wrongly looks
like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from mentor_network import pipeline
from mentor_network.gates.page import NS, all_of, built, document, every, text_of
from mentor_network.records import Records
from support.networks import ROOT

GOLDEN: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "evidence" / "tables.yaml").read_text("utf-8")
)
#: Tables whose numbers mislead without their notes: overlapping labels, bands and rounding that do not agree. The row
#: names the one part of a table that this is about.
WITH_NOTES = {"T3": None, "T7": None, "T8": "access", "T10": None, "T13": None}

PERCENT = re.compile(r"\d+(?:\.\d+)?(?=\s*(?:%(?!\})|per\s?cent\b))")
NAME = re.compile(r"\{([A-Za-z][\w.-]*)\}")
VIEW = re.compile(r"^```view[ \t]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@cache
def records() -> Records:
    return pipeline.check(ROOT, today=pipeline.today())[0]


def cells_of(table: str) -> dict[str, list[Any]]:
    return {row[0]: row[1:] for row in GOLDEN[table]["rows"]}


# The catalogue is what the report prints.


@pytest.mark.parametrize("name", GOLDEN)
def test_a_table_is_as_printed(name: str) -> None:
    """Labels, order, units and every cell, blank ones too."""
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


# E1. Every percentage that a reader sees is one of those.


@cache
def values() -> dict[str, set[str]]:
    """Name → the percentages that it puts on a page."""
    found = {entry.record.id: set(PERCENT.findall(entry.record.value)) for entry in records().figures}
    for entry in records().tables:
        for row in entry.record.rows:
            for column in entry.record.columns:
                if column.unit == "percent" and column.id in row.values:
                    found[f"{entry.record.id}.{row.id}.{column.id}"] = {row.values[column.id]}
    return found


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in strings(item))
    elif isinstance(value, list | tuple):
        yield from (text for item in value for text in strings(item))


def told(entry: Any, *, only: tuple[str, ...] = ()) -> set[str]:
    """The percentages that the texts of an entry ask for by name."""
    given = entry.record.model_dump()
    texts = [given.get(name) for name in only] if only else [given, entry.document.body if not entry.path else ""]
    names = {name for text in strings(texts) for name in NAME.findall(text)} | set(given.get("evidence") or ())
    return {value for name in names for value in values().get(name, ())}


def own_address(kind: str, entry: Any) -> str:
    if kind == "pages":
        return "/" + entry.at("id").file.removeprefix("content/").removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    return f"/{kind}/{entry.record.id}/"


@cache
def asked_for() -> dict[str, set[str]]:
    """Address → what the page's own entry asks for. The empty address: what lists on any page may repeat."""
    known = records()
    own = {"opportunities": known.opportunities, "stages": known.stages, "models": known.models, "pages": known.pages}
    found = {own_address(kind, entry): told(entry) for kind, entries in own.items() for entry in entries}
    found |= {own_address("case-studies", entry): told(entry) for entry in known.cases}
    everywhere = [*known.opportunities, *known.stages, *known.cases, *known.pages]
    found[""] = {value for entry in everywhere for value in told(entry, only=("summary", "description"))}
    found["/glossary/"] = {value for entry in known.glossary for value in told(entry)}
    if known.network:
        for address in ("/find-a-mentor/", "/mentors/responsibilities/"):
            found[address] = found.get(address, set()) | told(known.network)
    evidence = found["/evidence/"]
    evidence |= {value for entry in known.figures for value in values()[entry.record.id]}
    evidence |= {value for entry in known.changes for value in told(entry)}
    return found


def words(element: Element) -> str:
    """Visible text, and what a screen reader is told, without tables drawn from evidence.yaml and addresses as links."""
    if not isinstance(element.tag, str) or element.tag in (NS + "script", NS + "style", NS + "svg"):
        return ""
    if "mn-bars" in (element.get("class") or "").split():
        return text_of_parts(element, "p")
    parts = [f" {element.get(name)} " for name in ("alt", "title", "aria-label") if element.get(name)]
    if element.tag == NS + "meta" and "description" in (element.get("name") or element.get("property") or ""):
        parts.append(f" {element.get('content')} ")
    if not (element.tag == NS + "a" and (element.text or "").strip().startswith("https://")):
        parts.append(element.text or "")
        parts.extend(words(child) for child in element)
    joined = "".join(parts)
    inline = element.tag.removeprefix(NS) in ("a", "abbr", "b", "code", "em", "i", "q", "span", "strong")
    return (joined if inline else f" {joined} ") + (element.tail or "")


def text_of_parts(element: Element, tag: str) -> str:
    return " ".join((*map(text_of, all_of(element, tag)), element.tail or ""))


def evidence_texts() -> list[str]:
    """Notes and limits: sentences of evidence.yaml that hold percentages of their own, such as sums."""
    known = records()
    texts = [text for entry in known.notes for text in (entry.record.says, entry.record.but)]
    texts += [limit for entry in known.tables for limit in entry.record.limits]
    texts += [limit for entry in known.figures for limit in (entry.record.limits, entry.record.says) if limit]
    return sorted((" ".join(text.split()) for text in texts if PERCENT.search(text)), key=len, reverse=True)


def test_every_percentage_on_a_page_is_evidence(site: Path) -> None:
    """Outside tables: the page's own entry names it in evidence.yaml, or a whole note or limit of evidence.yaml is shown."""
    astray = {}
    sentences = evidence_texts()
    for address, tree in every(site):
        text = " ".join(words(tree).split())
        for sentence in sentences:
            text = text.replace(sentence, "")
        allowed = asked_for().get(address, set()) | asked_for()[""]
        if odd := [
            text[max(0, hit.start() - 40) : hit.end() + 1] for hit in PERCENT.finditer(text) if hit[0] not in allowed
        ]:
            astray[address] = odd
    assert astray == {}


def drawn(site: Path) -> Iterator[tuple[str, str, list[str], list[list[str]]]]:
    """Every table drawn from evidence.yaml: its page, caption, column headings and rows."""
    for address, tree in every(site):
        for bars in all_of(tree, "div"):
            if "mn-bars" in (bars.get("class") or "").split():
                heads, *rows = [[text_of(cell) for cell in row if isinstance(row.tag, str)] for row in all_of(bars, "tr")]
                yield address, text_of(next(iter(all_of(bars, "caption")))), heads[1:], rows


def fits(name: str, heads: list[str], rows: list[list[str]]) -> bool:
    """Does the report's table hold just these cells under these headings?"""
    printed = GOLDEN[name]
    labels = {
        f"{label} (n={printed['n'][label]})" if label in printed.get("n", {}) else label for label in printed["columns"]
    }
    if not set(heads) <= labels or not {row[0] for row in rows} <= set(cells_of(name)):
        return False
    columns = [re.sub(r" \(n=\d+\)$", "", head) for head in heads]
    place = list(printed["columns"])

    def shown(row: str, column: str) -> str:
        cell = cells_of(name)[row][place.index(column)]
        return "No number" if cell is None else f"{cell}%" if printed["columns"][column] == "percent" else str(cell)

    return all(row[1:] == [shown(row[0], column) for column in columns] for row in rows)


def test_every_table_on_a_page_is_as_printed(site: Path) -> None:
    tables = list(drawn(site))
    assert tables
    assert [
        (page, caption) for page, caption, heads, rows in tables if not any(fits(name, heads, rows) for name in GOLDEN)
    ] == []


def test_every_table_on_a_page_shows_something(site: Path) -> None:
    """A choice of rows and columns never leaves a caption over nothing."""
    assert [(page, caption) for page, caption, heads, rows in drawn(site) if not heads or not rows] == []


def test_nobody_types_a_percentage() -> None:
    """Pages and catalogues name a figure; only evidence.yaml holds it."""
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


# The heading over a table names those who answered.


@pytest.mark.parametrize("entry", records().tables, ids=lambda entry: entry.record.id)
def test_a_table_shows_answers_of_the_people_it_names(entry: Any) -> None:
    """A table of answers has percentages. Counts alone say who took part, and words alone say what another review asks."""
    table = entry.record
    answers = any(column.unit == "percent" for column in table.columns)
    named = [word for word in ("doctors", "supervisors") if word in (table.people or "")]
    assert table.answers_of == (named if answers else [])


def headed(tree: Element) -> dict[str, list[str]]:
    """The tables of evidence.yaml on a page below each of its headings."""
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
        tables = headed(document(built(site)[own_address("opportunities", entry)])[0])
        assert {name for below in tables.values() for name in below} == tables_of(entry.record.evidence), entry.record.id
        for heading, below in tables.items():
            seen[heading] = entry.record.id
            assert set().union(*(answers[name] for name in below)) == wanted.get(heading, set()), (entry.record.id, heading)
            assert all(bool(answers[name]) == (heading in wanted) for name in below), (entry.record.id, heading)
    assert set(seen) <= {*wanted, "What the report says"}


def tables_of(names: list[str]) -> set[str]:
    return {name.partition(".")[0] for name in names if "." in name}


# E2. Where the numbers mislead without their notes, the notes stand beside them.


def detailed() -> Iterator[tuple[str, str]]:
    """Page and table of each evidence view with detail that shows one of these tables."""
    for entry in records().pages:
        for block in VIEW.findall(entry.document.body):
            view = (yaml.safe_load(block) or {}).get("evidence") or {}
            for name in view.get("tables", ()) if view.get("detail") else ():
                row = WITH_NOTES.get(name)
                if name in WITH_NOTES and (row is None or row in view.get("rows", [row])):
                    yield own_address("pages", entry), name


def test_the_evidence_page_shows_all_of_them() -> None:
    assert {name for address, name in detailed() if address == "/evidence/"} == set(WITH_NOTES)


@pytest.mark.parametrize("address, name", sorted(detailed()), ids=lambda part: part.strip("/"))
def test_notes_stand_with_their_table(address: str, name: str, site: Path) -> None:
    (table,) = [entry.record for entry in records().tables if entry.record.id == name]
    notes = {entry.record.id: entry.record for entry in records().notes}
    assert table.notes, "a table on this list has notes"
    (section,) = [e for e in document(built(site)[address])[0].iter() if e.get("id") == name.lower()]
    text = text_of(section)
    assert any(fits(name, heads, rows) for page, _, heads, rows in drawn(site) if page == address)
    for note in (notes[word] for word in table.notes):
        assert f"{note.says} {note.but}" in text
    for limit in table.limits:
        assert limit in text


def test_what_does_not_agree_stands_with_every_table_that_is_drawn(site: Path) -> None:
    """E2, on every page: a number that another page of the report contradicts never stands without saying so."""
    known = yaml.safe_load((ROOT / "evidence.yaml").read_text("utf-8"))
    notes = {note["id"]: note for note in known["notes"]}
    wanted = {table["id"]: table.get("notes", []) for table in known["tables"]}
    drawn = 0
    for path in site.rglob("index.html"):
        html = path.read_text("utf-8")
        if 'data-table="' not in html:
            continue
        text = " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())
        for table in set(re.findall(r'data-table="([^"]+)"', html)):
            drawn += 1
            for name in wanted[table]:
                says = " ".join(str(notes[name]["says"]).split())
                assert says in text, f"{path.parent.name} draws {table} without {name}"
    assert drawn
