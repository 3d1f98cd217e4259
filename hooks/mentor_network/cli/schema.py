"""`schema`: write again what is made from the record classes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mentor_network.authoring import schema_files
from mentor_network.checks.permalinks import append
from mentor_network.cli.arguments import folder
from mentor_network.outputs.open_data import schema


def add(commands: Any) -> None:
    parser = commands.add_parser("schema", help="write the schemas and the table of fields")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root: Path = options.root
    for folder_name, texts in ((schema_files.FOLDER, schema_files.schemas()), (schema.FOLDER, schema.files())):
        target = root / folder_name
        target.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (target / name).write_text(text, "utf-8")
    (root / schema_files.FIELDS_FILE).write_text(schema_files.table(), "utf-8")
    append(
        root / schema.PROMISED,
        "# Every field that version 1 of the data has had. Each must stay as it is.",
        schema.promised(),
    )
    print("schemas and fields written")
    return 0
