"""`published`: the list of permalinks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.checks.permalinks import PUBLISHED
from mentor_network.cli import main


def test_new_addresses_are_appended_once(
    network: Callable[[dict[str, str | None]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = network({})
    assert main(["published", str(root)]) == 0
    first = (root / PUBLISHED).read_text("utf-8")
    assert "/opportunities/shadow-a-leader/\n" in first
    assert main(["published", str(root)]) == 0
    assert (root / PUBLISHED).read_text("utf-8") == first
    assert capsys.readouterr().out.endswith(f"\n0 new addresses added to {PUBLISHED}\n")


def test_nothing_is_written_while_there_are_errors(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({"opportunities.yaml": "- id: x\n"})
    before = (root / PUBLISHED).read_text("utf-8") if (root / PUBLISHED).exists() else None
    assert main(["published", str(root)]) == 1
    assert ((root / PUBLISHED).read_text("utf-8") if (root / PUBLISHED).exists() else None) == before
