"""The summary of a pull request, by the cases in tests/cases/changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main
from support.mistakes import edited
from support.networks import NETWORK, ROOT
from support.yaml_files import load

CASES = sorted((ROOT / "tests" / "cases" / "changes").glob("*.yaml"))


Make = Callable[[dict[str, str | None]], Path]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_summary_of_a_case(
    case: Path, network: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786000000")  # August 2026, the day of the small network
    expected = load(case)
    root = edited(expected, network(expected.get("files", {})))
    assert main(["changes", str(NETWORK), str(root)]) == expected.get("status", 0)
    said = capsys.readouterr().out
    summary, reviewers = said.split("## For the reviewers\n")
    assert summary.strip() == expected["summary"].strip()
    assert [line for line in expected.get("reviewers", ()) if f"- [ ] {line}" not in reviewers] == []
