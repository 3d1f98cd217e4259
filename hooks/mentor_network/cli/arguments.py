"""Kinds of argument that commands share."""

from __future__ import annotations

import argparse
from pathlib import Path


def folder(text: str) -> Path:
    """A folder that is there. Raises what argparse shows to the person who typed it."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder called {text!r}")
    return path
