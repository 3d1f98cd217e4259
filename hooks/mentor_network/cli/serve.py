"""`serve`: show the site on this machine, and each edit as soon as it is saved."""

from __future__ import annotations

import argparse
import gc
import logging
import signal
import sys
import time
from pathlib import Path
from typing import Any

from mentor_network import os_errors
from mentor_network.cli import engines
from mentor_network.cli.arguments import folder
from mentor_network.cli.check import paragraphs


def add(commands: Any) -> None:
    parser = commands.add_parser("serve", help="show the site on this machine, and each edit as soon as it is saved")
    parser.add_argument(
        "root", nargs="?", type=folder, default=Path(), help="the network's folder (default: the current one)"
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=_port, default=8000, help="the port to listen on (default: 8000)")
    parser.add_argument(
        "--poll",
        action="store_true",
        help="look for edits twice a second; for folders about which the system tells nothing, such as network drives",
    )
    parser.set_defaults(run=run)


def _port(text: str) -> int:
    """A port, as an argparse type: 0 is any that is free."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number up to 65535, not {text!r}")
    return int(text)


def run(options: argparse.Namespace) -> int:
    from mentor_network.render.environment import THEME
    from mentor_network.serving.preview import Preview
    from mentor_network.serving.server import Server
    from mentor_network.serving.watcher import Watcher

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    signal.signal(signal.SIGTERM, _interrupt)
    preview = Preview(options.root.resolve())
    try:
        engines.require("none", options.root)
        server = Server(preview, options.host, options.port)
    except engines.MissingRequirement as reason:
        print(reason, file=sys.stderr)
        return 2
    except OSError as error:
        print(os_errors.describe(error), file=sys.stderr)
        return 1

    def refresh() -> None:
        """Read the network again, tell the open pages, and print what is to be fixed."""
        start = time.perf_counter()
        preview.refresh()
        server.announce()
        seconds = time.perf_counter() - start
        errors = preview.problems.errors
        sys.stdout.write(paragraphs(errors))
        state = f"{len(errors)} to fix; pages show this too" if errors else "ready"
        print(f"{time.strftime('%H:%M:%S')} {state}, read in {seconds:.2f} s", flush=True)
        gc.collect()  # it is off otherwise, and nobody waits now

    try:
        with server:
            Watcher(preview.root, THEME, refresh, poll=options.poll).start()
            refresh()
            print(f"{server.url} shows the site until you press Ctrl-C", flush=True)
            server.serve_forever()
    except KeyboardInterrupt:
        return 0
    return 0


def _interrupt(*_: Any) -> None:
    """Handle SIGTERM as Ctrl-C."""
    raise KeyboardInterrupt
