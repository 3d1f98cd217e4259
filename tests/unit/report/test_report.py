"""The order of the report, and its escaping in an issue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main
from support.reports import DRAFT

Make = Callable[[dict[str, str | None]], Path]


def test_the_text_begins_with_work_and_ends_with_counts(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(network({}))]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Lead the way, ")
    assert said.index("Thin (2)") < said.index("Nothing to do: ") < said.index("What there is")


def test_an_issue_escapes_the_text_of_authors(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({"case_studies/our-forum.md": DRAFT})
    file = root / "leadership_models.yaml"
    text = file.read_text("utf-8").replace("name: Safety\n", 'name: "@all see <b>https://evil.example</b>"\n', 1)
    file.write_text(text, "utf-8")
    assert main(["report", str(root), "--format", "markdown"]) == 0
    said = capsys.readouterr().out
    assert "## Drafts that wait for reviewers (" in said
    assert "evil" in said and "<b>" not in said and "https:" not in said and "@all" not in said
