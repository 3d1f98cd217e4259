"""`schema`: write the files that are generated from the record classes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network.authoring import schema_files
from mentor_network.checks.permalinks import append_lines
from mentor_network.cli.arguments import folder
from mentor_network.outputs.open_data import schema
from mentor_network.records.read import NETWORK_FILE


def add(commands: Any) -> None:
    parser = commands.add_parser("schema", help="write the schemas for editors of this version of the engine")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """In the engine's own repository, write every generated file. In any other network, write its editor schemas."""
    root: Path = options.root
    if (root / schema_files.FOLDER).is_dir():
        _write(root / schema_files.FOLDER, schema_files.schemas())
        _write(root / schema.FOLDER, schema.files())
        (root / schema_files.FIELDS_FILE).write_text(schema_files.table(), "utf-8", newline="\n")
        append_lines(
            root / schema.PROMISED,
            "# Every field that version 1 of the data has had. Each must stay as it is.",
            schema.promised(),
        )
        print("schemas and fields written")
        return 0
    if not (root / NETWORK_FILE).exists():
        print(f"there is no {NETWORK_FILE} in {root.resolve()}; run this in the folder of a network", file=sys.stderr)
        return 2
    _write(root / schema_files.NETWORK_FOLDER, schema_files.schemas())
    print(f"schemas written into {schema_files.NETWORK_FOLDER}")
    return 0


def _write(target: Path, texts: dict[str, str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (target / name).write_text(text, "utf-8", newline="\n")
