"""`pages`: write the files that MkDocs would get to a folder, for any other engine."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import as_text
from mentor_network.search.index import Indexing, NotIndexed


def add(commands: Any) -> None:
    parser = commands.add_parser("pages", help="write the site's Markdown files and its search to a folder")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write; it must be empty or new")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    if options.out.exists() and (not options.out.is_dir() or any(options.out.iterdir())):
        print(f"{options.out} is not an empty folder; name a new one", file=sys.stderr)
        return 2
    index = Indexing()
    built = pipeline.build(options.root, today=pipeline.today(), note=index.add)
    if built.problems.errors:
        sys.stdout.write(as_text(built.problems))
        return 1
    index.start()
    for file in built.files:
        path = options.out / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        content = file.content if isinstance(file.content, bytes) else file.content.encode()
        path.write_bytes(content)
    try:
        index.finish(options.out)
    except NotIndexed as error:
        print(f"the search could not be indexed: {error}", file=sys.stderr)
        return 1
    print(f"{len(built.files)} files written to {options.out}")
    return 0
