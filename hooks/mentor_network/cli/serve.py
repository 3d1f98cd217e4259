"""`serve`: serve the site on this machine, and rebuild it after each edit."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from mentor_network.cli import engines
from mentor_network.cli.arguments import folder


def add(commands: Any) -> None:
    parser = commands.add_parser("serve", help="serve the site on this machine and rebuild it after each edit")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
    parser.add_argument(
        "--engine", choices=engines.SERVING, default="mkdocs", help="the engine that serves it (default: mkdocs)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        engines.require(options.engine, options.root)
        engines.serve(options.engine, options.root.resolve(), f"{options.host}:{options.port}")
    except engines.MissingRequirement as reason:
        print(reason, file=sys.stderr)
        return 2
    except engines.EngineError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0
