"""Hostile text stays text in every data file: it ends no line, element or cell."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest

from mentor_network import pipeline
from support import hostile_cases as corpus
from support.catalogue_sources import Sources, same
from support.networks import TODAY

ATOM = "{http://www.w3.org/2005/Atom}"
#: What spreadsheets and calendars would act on, beside what browsers would.
MORE = [
    '=HYPERLINK("https://evil.example/","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '";x;\r\nEND:VEVENT\r\nATTACH:https://evil.example/x\r\nBEGIN:VEVENT',
    "]]></summary><entry/><!-- \\n,;: ",
    '","@type":"Person","x":"',
]


PAYLOADS = corpus.in_every_text(case for case in corpus.cases() if not case.refused) | {
    f"in_data_{number}": payload for number, payload in enumerate(MORE)
}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_words_stay_words(payload: str, tmp_path: Path) -> None:
    root = corpus.poison(corpus.small_network(tmp_path / "network"), [payload])
    built = pipeline.build(root, today=TODAY)
    if built.problems.errors:
        # Refused before anything was made, and for what it holds.
        assert {problem.code for problem in built.problems.errors} <= {"bad-link", "picture"}
        assert "](" in payload
        return
    made = {file.path: file.content.decode(errors="replace") for file in built.files()}
    sources = Sources(root)
    opportunities = sources.lists["opportunities"]
    assert any(payload[:10] in str(entry["title"]) for entry in opportunities), "the payload is in the entries"
    in_json(sources, made)
    in_spreadsheets(sources, made)
    in_the_calendar(sources, made["data/dates.ics"])
    in_the_feed(sources, made["data/new.atom"])
    ElementTree.fromstring(made["sitemap.xml"])
    for entry in opportunities:
        page = made[f"opportunities/{entry['id']}/index.html"]
        in_a_page(entry["title"], page[page.index("<article") : page.index("</article>")])


def in_json(sources: Sources, made: dict[str, str]) -> None:
    for file, name in (("opportunities", "opportunities"), ("leadership-models", "models"), ("evidence", "tables")):
        entries = {entry["id"]: entry for entry in json.loads(made[f"data/v1/{file}.json"])[name]}
        assert [one["id"] for one in sources.lists[name] if not same(one, entries[one["id"]])] == []


def in_spreadsheets(sources: Sources, made: dict[str, str]) -> None:
    for uri, text in made.items():
        if uri.endswith(".csv"):
            table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
            assert len({len(row) for row in table}) == 1, uri
            assert [cell for row in table for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == [], uri
    table = list(csv.DictReader(io.StringIO(made["data/opportunities.csv"].removeprefix("\ufeff"), newline="")))
    titles = {row["id"]: row["title"].removeprefix("'") for row in table}
    assert all(same(entry["title"].removeprefix("'"), titles[entry["id"]]) for entry in sources.lists["opportunities"])


def in_the_calendar(sources: Sources, text: str) -> None:
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text), "only the calendar's own lines end"
    dated = {entry["id"]: entry for entry in sources.lists["opportunities"] if entry.keys() & {"opens", "closes"}}
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == 2 and text.count("\nBEGIN:VEVENT\r") == 2 and [event for event in events if event.errors] == []
    assert {name for event in events for name in event} <= set(FIELDS)
    (entry,) = dated.values()
    assert {
        same(f"{word}: {entry['title']}", event["summary"])
        for word, event in zip(("Opens", "Last day to apply"), events, strict=True)
    } == {True}


FIELDS = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "URL")


def in_the_feed(sources: Sources, text: str) -> None:
    entries = ElementTree.fromstring(text).findall(f"{ATOM}entry")
    written = sorted(
        " ".join(entry["title"].split()) for name in ("opportunities", "case_studies") for entry in sources.lists[name]
    )
    assert sorted(entry.findtext(f"{ATOM}title") or "" for entry in entries) == written
    assert {len(list(entry)) for entry in entries} == {7}


def in_a_page(title: str, html: str) -> None:
    """The script element with linked data is not closed by its content."""
    (inside,) = re.findall(r'<script type="application/ld\+json">([^<>&]*)</script>', html)
    assert len(re.findall(r"</?script", html, re.IGNORECASE)) == 2
    said = json.loads(inside)
    assert said["@type"] == "LearningResource" and same(title, said["name"])
