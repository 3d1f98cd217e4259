"""Kinds of argument that commands share, and how a message calls a command."""

from __future__ import annotations

import argparse
from pathlib import Path


def folder(text: str) -> Path:
    """A folder that is there. Raises what argparse shows to the person who typed it."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder called {text!r}")
    return path


def command(root: Path, name: str) -> str:
    """What to type for a command in a network: its Makefile's target, or the command of the installed engine."""
    return f"make {name}" if (root / "Makefile").is_file() else f"mentor-network {name}"
