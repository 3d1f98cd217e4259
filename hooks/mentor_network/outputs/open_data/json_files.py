"""The catalogues as JSON with their schemas, under /data/v1/.

Each entry is on a line of its own, so that versions of a file are easy to compare. Texts are Markdown with figures replaced
by their values; links to pages of this site begin with a slash. The module `schema` defines each file; the schema files are
written by `make schema`, because making them takes longer than all the data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.outputs.open_data import items
from mentor_network.outputs.open_data.items import LEFT_OUT, Item
from mentor_network.pages.open_data import DataFile, data_files
from mentor_network.records import Record
from mentor_network.records.fields import ordered_fields
from mentor_network.render import OutputFile
from mentor_network.urls import url

Lists = dict[str, list[Any]]

#: The folder of the schema files.
SCHEMAS = Path(__file__).resolve().parents[2] / "schemas" / "v1"
LICENCE = "CC-BY-4.0"
TERMS = "Names of domains and quotations belong to their publishers. Each source says on what terms its text may be used."


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """Each file of version 1, its schema, and the index of them all."""
    for name, lists in _catalogues(catalogue).items():
        yield _file(name, lists, catalogue)
    yield _file("network", {"network": catalogue.network.model_dump(mode="json", exclude=set(LEFT_OUT))}, catalogue)
    yield _file("index", _index(catalogue), catalogue)
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        yield OutputFile.of_text(
            url("catalogue_schema", name=path.name.removesuffix(".schema.json")).lstrip("/"), path.read_text("utf-8")
        )


def _catalogues(catalogue: Catalogue) -> dict[str, Lists]:
    records = catalogue.records
    others: Lists = {
        "figures": records.figures,
        "notes": records.notes,
        "charts": records.charts,
        "changes": records.changes,
        "sources": records.sources,
    }
    tables = [Item(entry.record, url("table_csv", table=entry.record.id.lower())) for entry in records.tables]
    return {
        "opportunities": {"opportunities": items.opportunities(catalogue), "retired": items.retired(catalogue)},
        "leadership-models": {
            "models": items.models(catalogue),
            "themes": items.themes(catalogue),
            "history": [Item(entry.record) for entry in records.history],
        },
        "stages": {"stages": items.stages(catalogue)},
        "case-studies": {"case_studies": items.cases(catalogue)},
        "evidence": {"tables": tables} | {name: [Item(entry.record) for entry in found] for name, found in others.items()},
        "glossary": {"terms": items.terms(catalogue)},
    }


def _file(name: str, contents: dict[str, Any], catalogue: Catalogue) -> OutputFile:
    head = {"version": 1, "licence": LICENCE, "described_by": url("catalogue_schema", name=name)}
    lines = [f"{json.dumps(key)}: {_value(value, catalogue)}" for key, value in (head | contents).items()]
    return OutputFile.of_text(url("catalogue_json", name=name).lstrip("/"), "{\n" + ",\n".join(lines) + "\n}\n")


def _value(value: Any, catalogue: Catalogue) -> str:
    if isinstance(value, list):
        return "[\n" + ",\n".join(_line(item, catalogue) for item in value) + "\n]" if value else "[]"
    return _line(value, catalogue)


def _line(value: Any, catalogue: Catalogue) -> str:
    """A value as JSON on one line, with figures replaced: a brace of JSON itself has no letter after it."""
    text = json.dumps(_entry_data(value, catalogue) if isinstance(value, Item) else value, ensure_ascii=False)
    return markdown_syntax.FIGURE.sub(lambda found: _figure(found, catalogue), text)


def _figure(found: re.Match[str], catalogue: Catalogue) -> str:
    value = catalogue.figure.get(found["name"])
    return found[0] if value is None else json.dumps(value, ensure_ascii=False)[1:-1]


def _entry_data(item: Item, catalogue: Catalogue) -> dict[str, Any]:
    """The data of an entry: its fields, then its address and URL."""
    more = {
        name: [_entry_data(one, catalogue) if isinstance(one, Item) else one for one in value]
        if isinstance(value, list)
        else value
        for name, value in item.more.items()
    }
    dumped = item.record.model_dump(mode="json") | more
    fields = {name: dumped[name] for name in _public_fields(type(item.record))} | more
    return fields | _links(item.address, catalogue) if item.address else fields


@cache
def _public_fields(model: type[Record]) -> tuple[str, ...]:
    """The published fields of a kind of record, in the order in which people write them."""
    return tuple(name for name, _ in ordered_fields(model) if name not in LEFT_OUT)


def _links(address: str, catalogue: Catalogue) -> dict[str, Any]:
    return {"address": address, "url": catalogue.absolute_url(address) or None}


def _index(catalogue: Catalogue) -> dict[str, Any]:
    network = catalogue.network
    return {
        "built": catalogue.today.isoformat(),
        "name": network.name,
        "publisher": network.publisher_line,
        "site": network.site_url or None,
        "terms": TERMS,
        "files": [_index_entry(data_file, catalogue) for data_file in data_files(catalogue)],
        "sources": url("catalogue_json", name="evidence"),
    }


def _index_entry(data_file: DataFile, catalogue: Catalogue) -> dict[str, Any]:
    """A file in the index."""
    schema = url("catalogue_schema", name=data_file.name) if data_file.format == "JSON" else None
    facts = {"format": data_file.format, "about": data_file.about, "described_by": schema, "entries": data_file.entries}
    return _links(data_file.address, catalogue) | facts
