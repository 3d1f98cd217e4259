"""The copy of the small network that fuzz tests change."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.networks import NETWORK


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """One copy of the small network for all examples of a module. Each example restores what it changed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "network"
        shutil.copytree(NETWORK, copy)
        yield copy
