"""`schema`: write again what is made from the record classes, and note the addresses that now exist."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.cli.arguments import folder
from mentor_network.downloads import lasting
from mentor_network.exports import schema, shapes
from mentor_network.rules.lasting import PUBLISHED


def add(commands: Any) -> None:
    parser = commands.add_parser("schema", help="write the schemas, the table of fields and the list of addresses")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root: Path = options.root
    for folder_name, texts in ((schema.FOLDER, schema.schemas()), (shapes.FOLDER, shapes.files())):
        target = root / folder_name
        target.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (target / name).write_text(text, "utf-8")
    (root / schema.FIELDS_FILE).write_text(schema.table(), "utf-8")
    note(
        root / shapes.PROMISED,
        "# Every field that version 1 of the data has had. Each must stay as it is.",
        shapes.promised(),
    )
    new = note_addresses(root)
    print(f"schemas and fields written, {new} new addresses noted in {PUBLISHED}")
    return 0


def note_addresses(root: Path) -> int:
    """Add to the list of published addresses what it lacks. How many were added."""
    records, problems = pipeline.check(root, today=pipeline.today())
    if problems.errors:
        return 0
    return note(root / PUBLISHED, "# Every address this site has had. Each must keep answering.", lasting(records))


def note(path: Path, head: str, lines: Iterable[str]) -> int:
    """Add to a list what it lacks. Nothing is ever taken off it. How many were added."""
    text = path.read_text("utf-8") if path.exists() else f"{head}\n"
    new = sorted(set(lines) - set(text.split("\n")))
    path.write_text(text + "".join(f"{line}\n" for line in new), "utf-8")
    return len(new)
