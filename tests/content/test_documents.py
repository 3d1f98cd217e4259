"""The links, files, commands and make targets that README, CONTRIBUTING, CHANGELOG and docs/ name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mentor_network
from mentor_network.cli import COMMANDS
from support.networks import ROOT

PACKAGE = Path(mentor_network.__file__).parent
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
#: Made by a command, or names that somebody is to choose.
NOT_HERE = re.compile(r"(?:site|dist|assets|OWNER|\.vscode/schemas)/.*|case_studies/our-.*|opportunities/chair-.*")
PATHS = re.compile(r"(?<![`\w])`([\w.-]+(?:/[\w.*-]+)+/?|[\w.-]+/)`")


def prose(path: Path) -> str:
    """The text of a document. Old names in its table of renamed things are left out."""
    text = path.read_text("utf-8")
    before, heading, table = text.partition("### Old and new names\n")
    rows = [line.split(" | ", 1)[1] if line.startswith("| ") and " | " in line else line for line in table.splitlines()]
    return before + heading + "\n".join(rows)


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub gives to a document's headings."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_a_file_and_a_heading_of_it(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|/)([^)\s]+)\)", path.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_are_there(path: Path) -> None:
    named = {name for name in PATHS.findall(prose(path)) if not NOT_HERE.fullmatch(name)}
    assert sorted(name for name in named if not any(list(base.glob(name)) for base in (ROOT, PACKAGE))) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_are_named_are_there(path: Path) -> None:
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert sorted(set(re.findall(r"mentor[-_]network ([a-z]+)\b", prose(path))) - {*COMMANDS}) == []
    assert sorted(set(re.findall(r"(?:`|^ {4})make ([\w./-]+)", prose(path), re.MULTILINE)) - targets) == []


def test_the_readme_fits_on_a_screen_or_two() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 60


def test_each_room_is_described_in_the_order_in_which_it_may_import() -> None:
    """As the contract in pyproject.toml has it, from the bottom up."""
    contract = (ROOT / "pyproject.toml").read_text("utf-8").partition("layers = [")[2].partition("]")[0]
    layers = re.findall(r'"(\w+)"', contract)[::-1]
    table = (ROOT / "docs" / "developers.md").read_text("utf-8").partition("## Rooms")[2].partition("\n## ")[0]
    rooms = [name for name in re.findall(r"^\| `(\w+)(?:\.py|/)`", table, re.MULTILINE) if name not in ("theme", "schemas")]
    assert rooms == layers
