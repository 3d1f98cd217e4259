"""`site`: build the whole site beside the one that is there, then put it in its place."""

from __future__ import annotations

import argparse
import importlib.util
import os
import signal
import sys
from pathlib import Path
from typing import Any

from mentor_network import publish
from mentor_network.cli import engines, unfilled
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import as_text


def add(commands: Any) -> None:
    parser = commands.add_parser("site", help="check everything and build the site")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the site goes (default: site/ in the folder)")
    parser.add_argument("--engine", choices=engines.ENGINES, default="mkdocs", help="what writes it (default: mkdocs)")
    parser.add_argument("--format", choices=["github", "text"], default="text", help="how to warn (default: text)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    root = options.root.resolve()
    live = Path(os.path.realpath(options.out or root / "site"))
    signal.signal(signal.SIGTERM, _stop)
    try:
        engines.require(options.engine, root)
        if importlib.util.find_spec("pagefind") is None:
            raise engines.Missing("Pagefind is not installed here; run: pip install 'pagefind[bin]'")
        with publish.locked(root, live):
            return _build(root, live, options)
    except (publish.InTheWay, engines.Missing) as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; the last good site is as it was", file=sys.stderr)
        return 130


def _build(root: Path, live: Path, options: argparse.Namespace) -> int:
    from mentor_network.search.index import NotIndexed
    from mentor_network.site_writer import SiteWriter

    fresh = publish.prepare(live)
    writer = SiteWriter(root, fresh)
    try:
        build = writer.begin()
        if build.problems.errors:
            sys.stdout.write(as_text(build.problems))
            return 1
        engines.write(options.engine, writer, build)
        publish.publish(fresh, live)
    except (engines.Refused, NotIndexed) as reason:
        print(f"{reason}; nothing was built, and the last good site is as it was", file=sys.stderr)
        return 1
    finally:
        writer.stop()
        publish.clear(fresh)
    pages = sum(1 for _ in live.rglob("*.html"))
    print(f"{pages} pages in {live}", flush=True)
    unfilled.tell(root, options.format)
    return 0


def _stop(*_: Any) -> None:
    """End as Ctrl-C does: what was begun is cleared away."""
    raise KeyboardInterrupt
