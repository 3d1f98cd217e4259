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


#: Where an id can be taken besides the file that `new` would write: files of a network, by kind.
TAKEN = {
    "opportunity": {
        "as a retired entry": ("opportunities/old.yaml", "id: run-a-thing\nwithdrawn: It ended.\n"),
        "in a file of another name": ("opportunities/other.yaml", "id: run-a-thing\n"),
        "in a file that is not read": ("opportunities/run-a-thing.yml", "id: run-a-thing\n"),
        "by an address of the past": ("published_addresses.txt", "/opportunities/run-a-thing/\n"),
    },
    "case-study": {
        "in a file that cannot be read": ("case_studies/run-a-thing.md", "no facts"),
        "in a file that is not read": ("case_studies/run-a-thing.md.txt", "---\nid: run-a-thing\n---\n"),
        "by an address of the past": ("published_addresses.txt", "/case-studies/run-a-thing/\n"),
    },
}


@pytest.mark.parametrize(("kind", "how"), [(kind, how) for kind, ways in TAKEN.items() for how in ways])
def test_an_id_that_anything_has_is_refused(kind: str, how: str, network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    file, text = TAKEN[kind][how]
    root = network({file: text})
    before = {path for path in root.rglob("*") if path.is_file()}
    assert main(["new", kind, "run-a-thing", "--root", str(root)]) in (1, 2)
    assert "run-a-thing" in capsys.readouterr().err
    assert {path for path in root.rglob("*") if path.is_file()} == before


def test_an_id_of_a_case_study_in_a_file_of_another_name_is_refused(network: Make) -> None:
    root = network({})
    text = (root / "case_studies/board-meetings.md").read_text("utf-8")
    (root / "case_studies/other.md").write_text(text.replace("id: board-meetings", "id: run-a-thing"), "utf-8")
    assert main(["new", "case-study", "run-a-thing", "--root", str(root)]) == 2


@kinds
@pytest.mark.parametrize("broken", ["", "- id: [", "a: b", "- title: x\n", "\x00", "<<<<<<< HEAD\n"])
@pytest.mark.parametrize("catalogue", ["opportunities.yaml", "evidence.yaml", "stages.yaml", "network.yaml"])
def test_beside_a_broken_catalogue_it_works_or_says_why_not(
    kind: str, file: str, model: type[Record], broken: str, catalogue: str, network: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network({catalogue: broken})
    code = main(["new", kind, "run-a-thing", "--root", str(root)])
    assert (root / file.format("run-a-thing")).is_file() == (code == 0)
    assert code == 0 or "says what to fix" in capsys.readouterr().err
