"""`site`: build the whole site beside the one that is there, then put it in its place in one move."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from mentor_network.cli.check import folder


def add(commands: Any) -> None:
    parser = commands.add_parser("site", help="check everything and build the site")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the site goes (default: site/ in the folder)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    live = (options.out or root / "site").resolve()
    fresh = live.with_name(f"{live.name}.next")
    shutil.rmtree(fresh, ignore_errors=True)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "-f",
            str(root / "mkdocs.yml"),
            "-d",
            str(fresh),
        ],
        check=False,
    )
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        return 1
    publish(fresh, live)
    pages = sum(1 for _ in live.rglob("*.html"))
    print(f"{pages} pages in {live}")
    return 0


def publish(fresh: Path, live: Path) -> None:
    """Put a finished site in the place of the last one. Whoever serves the folder never sees half of either."""
    old = live.with_name(f"{live.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if live.exists():
        live.rename(old)
    fresh.rename(live)
    shutil.rmtree(old, ignore_errors=True)
