"""A new network is valid and complete, and does not name ours."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.authoring import init
from mentor_network.cli import main
from mentor_network.problems import Problem
from support.networks import ROOT, started
from support.ours import OURS

COPIED = [["models"], ["glossary"], ["models", "glossary"]]


def problems(root: Path) -> list[Problem]:
    return list(pipeline.check(root, today=pipeline.today())[1])


def test_the_only_problem_is_an_unfinished_draft(tmp_path: Path) -> None:
    assert [problem.code for problem in problems(started(tmp_path))] == ["case-study-incomplete", "example-words"]


def test_new_entries_need_no_change_of_its_files(tmp_path: Path) -> None:
    """As its README says."""
    root = started(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for number in range(4):
        assert main(["new", "opportunity", f"run-thing-{number}", "--root", str(root)]) == 0
    assert main(["new", "case-study", "our-thing", "--root", str(root)]) == 0
    assert {problem.severity for problem in problems(root)} == {"warning"}
    assert {path: path.read_bytes() for path in before} == before


def test_it_does_not_name_us(tmp_path: Path) -> None:
    texts = {name: text for name, text in init.files(today=pipeline.today()).items() if not name.endswith(".schema.json")}
    assert len(texts) >= 20
    assert [(name, found[0]) for name, text in texts.items() for found in OURS.finditer(text)] == []


def test_every_placeholder_is_filled() -> None:
    texts = init.files(today=pipeline.today())
    assert [name for name, text in texts.items() if re.search(r"__[A-Z_]+__", text)] == []


@pytest.mark.parametrize("wanted", [[], *COPIED], ids=lambda wanted: "+".join(wanted) or "nothing")
def test_every_catalogue_names_a_schema_that_is_there(wanted: list[str], tmp_path: Path) -> None:
    root = started(tmp_path, *wanted)
    main(["new", "opportunity", "run-a-thing", "--root", str(root)])
    files = [*root.glob("*.yaml"), *root.glob("opportunities/*.yaml")]
    assert len(files) == 7
    for path in files:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert named and (path.parent / named[1]).is_file(), path


def test_its_workflows_use_actions_at_the_same_commits_as_ours(tmp_path: Path) -> None:
    def uses(folder: Path) -> set[str]:
        texts = [path.read_text("utf-8") for path in (folder / ".github/workflows").glob("*.yml")]
        assert len(texts) >= 3
        return {line for text in texts for line in re.findall(r"uses: (.+)", text)}

    assert uses(started(tmp_path)) <= uses(ROOT)


def test_the_settings_of_editors_name_the_same_files_as_ours(tmp_path: Path) -> None:
    def schemas(root: Path) -> dict[str, str]:
        text = re.sub(r"^ *//.*$", "", (root / ".vscode/settings.json").read_text("utf-8"), flags=re.MULTILINE)
        found: dict[str, str] = json.loads(text)["yaml.schemas"]
        return {Path(schema).name: files for schema, files in found.items()}

    root = started(tmp_path)
    assert schemas(root) == schemas(ROOT)
    assert set(schemas(root)) <= {path.name for path in (root / ".vscode/schemas").iterdir()}
