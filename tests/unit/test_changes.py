"""The summary of a pull request: what changed in words, the line as it would be right, and nothing that breaks out."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mentor_network import pipeline
from mentor_network.cli import main
from mentor_network.problems import Problem
from mentor_network.records import Records
from mentor_network.review import changes, github_markdown
from mentor_network.review.fixes import MENDABLE, mended
from support.networks import NETWORK, ROOT, TODAY, laid_over

CASES = sorted((ROOT / "tests" / "cases" / "changes").glob("*.yaml"))
PROBLEMS = ROOT / "tests" / "cases" / "problems"
Make = Callable[[dict[str, str | None]], Path]


def laid(told: dict[str, dict[str, dict[str, str]]], root: Path) -> Path:
    """A network with a case's edits made."""
    for name, edits in told.get("edits", {}).items():
        text = (root / name).read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{old!r} is not in {name}"
            text = text.replace(old, new, 1)
        (root / name).write_text(text, "utf-8", newline="")
    return root


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_reviewer_reads(
    case: Path, network: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786000000")  # August 2026, the day of the small network
    told = yaml.safe_load(case.read_text("utf-8"))
    root = laid(told, network(told.get("files", {})))
    assert main(["changes", str(NETWORK), str(root)]) == 0
    said = capsys.readouterr().out
    summary, reviewers = said.split("## For the reviewers\n")
    assert summary.strip() == told["summary"].strip()
    assert [line for line in told.get("reviewers", ()) if f"- [ ] {line}" not in reviewers] == []


def planted(name: str, network: Make) -> tuple[Path, list[Problem], datetime.date]:
    """A network with the mistake of a case in cases/problems, and what the checker says."""
    told = yaml.safe_load((PROBLEMS / f"{name}.yaml").read_text("utf-8"))
    root, today = laid(told, network(told.get("files", {}))), told.get("today", TODAY)
    return root, list(pipeline.check(root, today=today)[1]), today


def suggested(root: Path, problems: list[Problem]) -> dict[Problem, str]:
    """The right line for each problem where the summary gives one to copy."""
    found: dict[Problem, str] = {}
    for problem in problems:
        path = root / problem.file
        if problem.code in MENDABLE and path.is_file():
            lines = path.read_text("utf-8", errors="replace").split("\n")
            if line := mended(lines[problem.line - 1] if problem.line <= len(lines) else "", problem):
                found[problem] = line
    return found


#: The lines to copy of each case of cases/problems. Any other has none: it is not sure what was meant.
SUGGESTIONS: dict[str, list[str]] = yaml.safe_load((PROBLEMS.parent / "suggestions.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", SUGGESTIONS)
def test_a_line_that_is_suggested_is_right(name: str, network: Make) -> None:
    """With the suggested line in place of the wrong one, the checker no longer says what it said."""
    root, problems, today = planted(name, network)
    found = suggested(root, problems)
    assert list(found.values()) == SUGGESTIONS[name]
    for problem, line in found.items():
        path = root / problem.file
        before = path.read_text("utf-8")
        lines = before.split("\n")
        lines[problem.line - 1] = line
        path.write_text("\n".join(lines), "utf-8")
        assert problem not in list(pipeline.check(root, today=today)[1]), line
        path.write_text(before, "utf-8")


def test_nothing_is_suggested_where_it_is_not_sure_what_was_meant(tmp_path: Path) -> None:
    names = [path.stem for path in PROBLEMS.glob("*.yaml") if "\nbytes:" not in path.read_text("utf-8")]
    assert len(names) > 200 and set(names) > SUGGESTIONS.keys()
    wrong = {}
    for name in sorted(set(names) - SUGGESTIONS.keys()):
        root, problems, _ = planted(name, lambda files, name=name: laid_over(tmp_path / name, files))
        if lines := list(suggested(root, problems).values()):
            wrong[name] = lines
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    [
        "[click](https://evil.example)",
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/x.png)",
        "@everyone look",
        "closes #12",
        "`code` and **bold**",
        "# heading",
        "https://evil.example",
        "a | b",
        "::error::x",
    ],
)
def test_words_of_others_stay_words(text: str) -> None:
    """Every sign that Markdown or GitHub acts on is escaped, or has a gap behind it."""
    shown = github_markdown.plain(text)
    assert re.search(r"(?<!\\)[\[\]()<>*_#|!`:]", shown) is None
    assert re.search(r"@(?!\u200b)|#(?!\u200b)", shown) is None
    assert "\n" not in github_markdown.plain("two\nlines")
    assert github_markdown.code("a`b\n# c") == "`a'b # c`"
    assert github_markdown.block("```\n").split("\n")[0] == "````yaml"


def test_every_catalogue_is_compared() -> None:
    lists = {name for name, kind in Records.__annotations__.items() if kind.startswith("list[")}
    assert lists - {"retired"} == set(changes.ENTRY_KINDS)


def test_files_that_hold_no_entries_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("base", "root"):
        shutil.copytree(NETWORK, tmp_path / name)
        (tmp_path / name / "hooks").mkdir()
        (tmp_path / name / "hooks/same.py").write_text("1")
    (tmp_path / "root/hooks/new.py").write_text("1")
    (tmp_path / "root/.github/workflows").mkdir(parents=True)
    (tmp_path / "root/.github/workflows/a.yml").write_text("1")
    (tmp_path / "root/.venv").mkdir()
    (tmp_path / "root/.venv/x").write_text("1")
    assert main(["changes", str(tmp_path / "base"), str(tmp_path / "root")]) == 0
    said = capsys.readouterr().out
    assert "### Other files (2)" in said
    assert "- `.github/workflows/a.yml`\n- `hooks/new.py`\n" in said
    assert "Somebody who knows the code has read the other files" in said
