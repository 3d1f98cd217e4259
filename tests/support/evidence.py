"""The evaluation's numbers for tests: the catalogue, a second transcription of the printed tables, and built tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.gates.page import all_of, parse_pages, text_of
from mentor_network.records import Records
from support.networks import ROOT
from support.yaml_files import load

#: Table → what the report prints, transcribed apart from evidence.yaml.
GOLDEN: dict[str, dict[str, Any]] = load(ROOT / "tests" / "cases" / "evidence" / "tables.yaml")


@cache
def records() -> Records:
    """The records of the real network, read once."""
    return pipeline.check(ROOT, today=pipeline.today())[0]


def cells_of(table: str) -> dict[str, list[Any]]:
    """Row label → cells of a printed table."""
    return {row[0]: row[1:] for row in GOLDEN[table]["rows"]}


def drawn(site: Path) -> Iterator[tuple[str, str, list[str], list[list[str]]]]:
    """Page, caption, column headings and rows of every table that the site renders from evidence.yaml."""
    for address, tree in parse_pages(site):
        for bars in all_of(tree, "div"):
            if "mn-bars" in (bars.get("class") or "").split():
                heads, *rows = [[text_of(cell) for cell in row if isinstance(row.tag, str)] for row in all_of(bars, "tr")]
                yield address, text_of(next(iter(all_of(bars, "caption")))), heads[1:], rows


def fits(name: str, heads: list[str], rows: list[list[str]]) -> bool:
    """Whether the printed table of this name has these cells under these headings."""
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


def own_address(kind: str, entry: Any) -> str:
    """The path of the page of an entry."""
    if kind == "pages":
        return "/" + entry.at("id").file.removeprefix("content/").removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    return f"/{kind}/{entry.record.id}/"
