"""`init`: create a network in an empty folder."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.authoring import init
from mentor_network.authoring.shared import FILES
from mentor_network.labels import count, listed

#: The most names that the message about a folder lists.
_MAX_NAMES = 5


def add(commands: Any) -> None:
    parser = commands.add_parser("init", help="start a network in an empty folder")
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder; it is created if it does not exist")
    parser.add_argument(
        "--with",
        dest="wanted",
        type=wanted,
        default=[],
        metavar="LIST",
        help=f"catalogues to copy from the engine's own network, separated by commas: {', '.join(FILES)}",
    )
    parser.set_defaults(run=run)


def wanted(text: str) -> list[str]:
    """Names of catalogues separated by commas, as an argparse type. Raises ArgumentTypeError."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in FILES:
            raise argparse.ArgumentTypeError(f"{name!r} cannot be taken over; choose from {', '.join(FILES)}")
    return names


def run(options: argparse.Namespace) -> int:
    root: Path = options.folder
    if root.exists() and not root.is_dir():
        print(f"{root} is a file; name a folder that is empty, or one that is not there yet", file=sys.stderr)
        return 2
    if existing := init.existing_names(root):
        names = [*existing[:_MAX_NAMES], *(["more"] if len(existing) > _MAX_NAMES else [])]
        print(f"{root} is not empty: it has {listed(names)}; name another folder, nothing was written", file=sys.stderr)
        return 2
    texts = init.files(options.wanted, today=pipeline.today())
    init.write(root, texts)
    print(f"{count(len(texts), 'file', 'files')} written into {root}. README.md there says what to fill in first. Next:\n")
    for line in (f"cd {shlex.quote(str(root))}", "mentor-network check", "mentor-network site"):
        print(f"  {line}")
    return 0
