"""`report`: its counts, the permalinks to add, and the output of a link checker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main
from support.reports import CHAIR

Make = Callable[[dict[str, str | None]], Path]


def test_addresses_that_are_not_listed_are_counted(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({})
    assert main(["report", str(root)]) == 0
    said = capsys.readouterr().out
    assert "Addresses to keep (1)\n" in said and " addresses are not in the list yet, `/` first\n" in said
    assert main(["published", str(root)]) == 0
    (root / "opportunities/run-a-forum.yaml").write_text(CHAIR.replace("id: chair-a-meeting", "id: run-a-forum"), "utf-8")
    assert main(["report", str(root)]) == 0
    assert "1 address is not in the list yet, `/opportunities/run-a-forum/` first\n" in capsys.readouterr().out


def test_the_output_of_a_link_checker_comes_last(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({"links.md": "| Broken | 1 |\n"})
    assert main(["report", str(root), "--format", "markdown", "--links", str(root / "links.md")]) == 0
    assert capsys.readouterr().out.endswith("before you change it.\n\n| Broken | 1 |\n")
    assert main(["report", str(root), "--format", "markdown", "--links", str(root / "nothing.md")]) == 0
    assert capsys.readouterr().out.endswith("The links were not checked this time.\n")
    (root / "links.md").write_text("- a broken link\n" * 10_000)
    assert main(["report", str(root), "--format", "markdown", "--links", str(root / "links.md")]) == 0
    said = capsys.readouterr().out
    assert len(said) < 65_536 and said.endswith("The run of the workflow has all of it.\n")


def test_entries_are_counted(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(network({}))]) == 0
    said = capsys.readouterr().out
    assert "2 opportunities, 1 case study" in said
    assert "by stage: core 2, registrar 2" in said
