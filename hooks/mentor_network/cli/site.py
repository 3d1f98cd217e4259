"""`site`: build the whole site beside the one that is there, then put it in its place in one move."""

from __future__ import annotations

import argparse
import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from mentor_network import publish
from mentor_network.cli import unfilled
from mentor_network.cli.arguments import folder

#: What a build needs beside us: the name to import, and what people call it.
_NEEDED = {"mkdocs": "MkDocs", "material": "Material for MkDocs", "pagefind": "Pagefind"}


def add(commands: Any) -> None:
    parser = commands.add_parser("site", help="check everything and build the site")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the site goes (default: site/ in the folder)")
    parser.add_argument("--format", choices=["github", "text"], default="text", help="how to warn (default: text)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    live = Path(os.path.realpath(options.out or root / "site"))
    try:
        _refuse_without_tools(root)
        with publish.alone(root, live) as held:
            fresh = publish.prepare(live)
            try:
                if code := _mkdocs(root, fresh, held):
                    return code
                publish.publish(fresh, live)
            finally:
                publish.clear(fresh)
    except publish.InTheWay as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; the last good site is as it was", file=sys.stderr)
        return 130
    pages = sum(1 for _ in live.rglob("*.html"))
    print(f"{pages} pages in {live}", flush=True)
    unfilled.tell(root, options.format)
    return 0


def _refuse_without_tools(root: Path) -> None:
    missing = [name for module, name in _NEEDED.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise publish.InTheWay(f"{missing[0]} is not installed here; `make .venv/ready` installs what a build needs")
    if not (root / "mkdocs.yml").is_file():
        raise publish.InTheWay(f"there is no mkdocs.yml in {root}; run this in the folder of a network")


def _mkdocs(root: Path, fresh: Path, held: tuple[int, ...]) -> int:
    """Run MkDocs as a process that ends with us: it holds the lock too, and Ctrl-C is for us to hear."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen([*command, "-f", str(root / "mkdocs.yml"), "-d", str(fresh)], pass_fds=held)
    finally:
        signal.signal(signal.SIGINT, heard)
    with process:
        try:
            return 1 if process.wait() else 0
        except KeyboardInterrupt:
            process.terminate()
            raise
