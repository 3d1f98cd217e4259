"""The files of open data that the site offers beside its pages, and every address that must answer for ever.

`/data/` tells people what there is, `exports` makes the files, and `rules` holds links and old addresses against this list.
Version 1 of the JSON may get new files, new fields and new choices. What is there keeps its name and its kind of value: any
other change needs a second version beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network.addresses import TEMPLATES, Address, addresses
from mentor_network.problems import Span
from mentor_network.records import Records

#: The page about the data.
PAGE = "/data/"
#: Where version 1 of the JSON stands.
JSON = "/data/v1/"
#: The list of all files, with their number of entries.
INDEX = f"{JSON}index.json"
#: The catalogues, each a file of JSON with its schema beside it, and what is in them.
CATALOGUES = {
    "opportunities": "What a doctor can do",
    "leadership-models": "Leadership models, their domains, and the themes that join them",
    "stages": "Guidance for each stage of training",
    "case-studies": "What mentors and Trusts tried",
    "evidence": "Tables and other numbers, with their sources",
    "glossary": "Abbreviations, and the words that people use",
    "network": "Names, places, roles and responsibilities of this network",
}
#: Those that are a spreadsheet too. The tables of the evidence have one each.
SHEETS = ("opportunities", "leadership-models", "stages", "case-studies", "glossary")
#: Days on which something opens or closes, for a calendar.
CALENDAR = "/data/dates.ics"
#: What was added or changed, for a reader of feeds.
FEED = "/data/new.atom"
#: Every statement that a table of the evidence reports a percentage for.
STATEMENTS = "/data/evidence/statements.csv"

_HERE = Span("network.yaml")


def json_of(name: str) -> str:
    """The address of a catalogue as JSON."""
    return f"{JSON}{name}.json"


def schema_of(name: str) -> str:
    """The address of the schema of a catalogue's JSON."""
    return f"{JSON}{name}.schema.json"


def sheet_of(name: str) -> str:
    """The address of a catalogue as a spreadsheet."""
    return f"/data/{name}.csv"


def table_of(table: str) -> str:
    """The address of a table of the evidence as a spreadsheet: T9 is `/data/evidence/t9.csv`."""
    return f"/data/evidence/{table.lower()}.csv"


def downloads(records: Records) -> Iterator[Address]:
    """Files that pages may link to, and the place in the catalogues that makes each."""
    for table in records.tables:
        yield Address(table_of(table.record.id), table.at("id"))
    if records.tables:
        yield Address(STATEMENTS, records.tables[0].at("id"))
    fixed = [INDEX, CALENDAR, FEED, *TEMPLATES.values(), *map(sheet_of, SHEETS)]
    for name in ("index", *CATALOGUES):
        fixed += [json_of(name), schema_of(name)]
    yield from (Address(path, _HERE) for path in dict.fromkeys(fixed))


def lasting(records: Records) -> Iterator[str]:
    """All that somebody may have kept: pages, files, and the places on pages that are called after an id."""
    terms = frozenset(term.record.id for term in records.glossary) | {theme.record.id for theme in records.themes}
    domains = frozenset(domain.id for model in records.models for domain in model.record.domains)
    tables = frozenset(table.record.id.lower() for table in records.tables)
    for address in addresses(records):
        yield address.path
        # A page that shows one table may show another tomorrow. The page that shows them all is where they are at home.
        named = tables if tables <= address.anchors else frozenset()
        if address.path.startswith(("/glossary/", "/models/")):
            named = terms | domains
        yield from (f"{address.path}#{place}" for place in address.anchors & named)
    yield from (file.path for file in downloads(records))
