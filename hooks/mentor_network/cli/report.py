"""`report`: what is thin, overdue, alike or missing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.cli.check import as_text, folder


def add(commands: Any) -> None:
    parser = commands.add_parser("report", help="say what is thin, overdue or missing")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from mentor_network.catalogue import link
    from mentor_network.exports import report

    today = pipeline.today()
    records, problems = pipeline.check(options.root, today=today)
    if problems.errors:
        sys.stdout.write(as_text(problems))
        return 1
    print("\n".join(report.lines(link(records, today=today))))
    return 0
