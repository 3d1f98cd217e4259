"""`serve`: show the site on this machine, and build it again after each edit."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network.cli import engines
from mentor_network.cli.arguments import folder


def add(commands: Any) -> None:
    parser = commands.add_parser("serve", help="serve the site here and rebuild it as you edit")
    parser.add_argument("root", nargs="?", type=folder, default=Path(), help="the network's folder (default: this one)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
    parser.add_argument("--engine", choices=engines.ENGINES[:2], default="mkdocs", help="what serves it (default: mkdocs)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        engines.require(options.engine, options.root)
        engines.serve(options.engine, options.root.resolve(), f"{options.host}:{options.port}")
    except engines.Missing as reason:
        print(reason, file=sys.stderr)
        return 2
    except engines.Refused as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0
