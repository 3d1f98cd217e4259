"""`published`: append the addresses of the site to the list of permalinks, for maintainers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.checks.permalinks import PUBLISHED, append_lines, unlisted
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import as_text


def add(commands: Any) -> None:
    parser = commands.add_parser("published", help="append the site's new addresses to the list of permalinks")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    records, problems = pipeline.check(options.root, today=pipeline.today())
    if problems.errors:
        sys.stdout.write(as_text(problems))
        return 1
    new = unlisted(options.root, records)
    append_lines(options.root / PUBLISHED, "# Every address this site has had. Each must keep answering.", new)
    print(f"{len(new)} new addresses added to {PUBLISHED}")
    return 0
