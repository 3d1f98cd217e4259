"""`new`: refuses ids that are taken or invalid, and folders that are no network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main
from mentor_network.records import CaseStudy, Opportunity, Record

Make = Callable[[dict[str, str | None]], Path]


KINDS = [("opportunity", "opportunities/{}.yaml", Opportunity), ("case-study", "case_studies/{}.md", CaseStudy)]


kinds = pytest.mark.parametrize(("kind", "file", "model"), KINDS, ids=["opportunity", "case study"])


@kinds
def test_an_id_that_is_taken_is_refused(kind: str, file: str, model: type[Record], network: Make) -> None:
    taken = {"opportunity": "shadow-a-leader", "case-study": "board-meetings"}[kind]
    root = network({})
    assert main(["new", kind, taken, "--root", str(root)]) == 2


@pytest.mark.parametrize("slip", ["  cost: : free", "\tcost: free", "  cost: [free"])
def test_no_entry_is_written_while_a_catalogue_cannot_be_read(
    slip: str, network: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network({})
    file = root / "opportunities.yaml"
    file.write_text(file.read_text("utf-8").replace("  cost: free", slip), "utf-8")
    assert main(["new", "opportunity", "shadow-a-leader", "--root", str(root)]) == 1
    assert "some entries could not be read" in capsys.readouterr().err
    assert not (root / "opportunities/shadow-a-leader.yaml").exists()


@kinds
def test_nothing_is_written_outside_a_network(
    kind: str, file: str, model: type[Record], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", kind, "run-a-thing", "--root", str(tmp_path)]) == 2
    assert "there is no network.yaml in " in capsys.readouterr().err and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "file"), [("opportunity", "opportunities/{}.yaml"), ("case-study", "case_studies/{}.md")])
def test_an_entry_is_written_once_and_is_valid(
    kind: str, file: str, network: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network({})
    assert main(["new", kind, "run-a-thing", "--root", str(root)]) == 0
    assert (root / file.format("run-a-thing")).is_file()
    assert main(["check", str(root)]) == 0
    assert main(["new", kind, "run-a-thing", "--root", str(root)]) == 2, "it must not write over words that are there"
    assert main(["new", kind, "con", "--root", str(root)]) == 2, "Windows could not check it out"
    assert main(["new", kind, "Bad Id", "--root", str(root)]) == 2
