"""`site`: build the site in a new folder, then replace the last site with it."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import Any

from mentor_network import pipeline, publish
from mentor_network.cli import engines, unfilled
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import as_text


def add(commands: Any) -> None:
    parser = commands.add_parser("site", help="check everything and build the site")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="the folder of the site (default: site/ in the network's folder)"
    )
    parser.add_argument(
        "--engine", choices=engines.ENGINES, default="mkdocs", help="the engine that writes it (default: mkdocs)"
    )
    parser.add_argument(
        "--drafts", action="store_true", help="give each draft a page, marked as one; for a preview, never for publishing"
    )
    parser.add_argument("--format", choices=["github", "text"], default="text", help="how to print warnings (default: text)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    live = Path(os.path.realpath(options.out or root / "site"))
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        engines.require(options.engine, root)
        with publish.lock(root, live):
            return _build(root, live, options)
    except (publish.OutputFolderError, engines.MissingRequirement) as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; the last good site is as it was", file=sys.stderr)
        return 130


def _build(root: Path, live: Path, options: argparse.Namespace) -> int:
    fresh = publish.prepare(live)
    try:
        build = pipeline.build(root, today=pipeline.today(), drafts=options.drafts)
        if not build.site:
            sys.stdout.write(as_text(build.problems))
            return 1
        engines.write(options.engine, build.site, fresh)
        publish.publish(fresh, live)
    except engines.EngineError as reason:
        print(f"{reason}; nothing was built, and the last good site is as it was", file=sys.stderr)
        return 1
    finally:
        publish.remove(fresh)
    pages = sum(1 for _ in live.rglob("*.html"))
    print(f"{pages} pages in {live}", flush=True)
    unfilled.warn(root, options.format)
    return 0


def _interrupt(*_: Any) -> None:
    """Handle SIGTERM as Ctrl-C, so that the cleanup in `finally` blocks runs."""
    raise KeyboardInterrupt
