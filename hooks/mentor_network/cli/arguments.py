"""Argument types that commands share, and the names of commands in messages."""

from __future__ import annotations

import argparse
from pathlib import Path


def folder(text: str) -> Path:
    """An existing folder, as an argparse type. Raises ArgumentTypeError."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder called {text!r}")
    return path


def command(root: Path, name: str) -> str:
    """How to run a command in a network: the target of its Makefile if it has one, or the installed command."""
    return f"make {name}" if (root / "Makefile").is_file() else f"mentor-network {name}"
