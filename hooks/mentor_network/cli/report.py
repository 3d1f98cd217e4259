"""`report`: print which entries need attention, and what to do about them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.checks.permalinks import unlisted
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import as_text
from mentor_network.report import report


def add(commands: Any) -> None:
    parser = commands.add_parser("report", help="list what is overdue, thin or missing, and what to do about it")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.add_argument(
        "--format", choices=["markdown", "text"], default="text", help="markdown: for an issue on GitHub (default: text)"
    )
    parser.add_argument("--links", type=Path, metavar="FILE", help="the output of a link checker, to append")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    today = pipeline.today()
    records, problems = pipeline.check(options.root, today=today)
    if problems.errors:
        sys.stdout.write(as_text(problems))
        return 1
    lines = report.as_markdown if options.format == "markdown" else report.as_text
    print("\n".join(lines(link(records, today=today), unlisted(options.root, records))))
    if options.links:
        # Without the output of a link checker, the rest of the report is still printed.
        found = options.links.read_text("utf-8", errors="replace") if options.links.is_file() else ""
        print("\n".join(report.links(found)))
    return 0
