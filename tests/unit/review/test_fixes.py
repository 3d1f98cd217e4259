"""Quick fixes: each suggested line removes its problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.problems import Problem
from mentor_network.review.fixes import FIXABLE, fixed_line
from support.mistakes import PROBLEMS, Make, planted
from support.networks import laid_over
from support.yaml_files import load


def suggested(root: Path, problems: list[Problem]) -> dict[Problem, str]:
    """The suggested line of each problem that has one."""
    found: dict[Problem, str] = {}
    for problem in problems:
        path = root / problem.file
        if problem.code in FIXABLE and path.is_file():
            lines = path.read_text("utf-8", errors="replace").split("\n")
            if line := fixed_line(lines[problem.line - 1] if problem.line <= len(lines) else "", problem):
                found[problem] = line
    return found


#: The suggested lines of each case of cases/problems. Every other case has none, because its fix needs judgement.
SUGGESTIONS: dict[str, list[str]] = load(PROBLEMS.parent / "suggestions.yaml")


@pytest.mark.parametrize("name", SUGGESTIONS)
def test_a_suggested_line_removes_its_problem(name: str, network: Make) -> None:
    """With the suggested line in place of the wrong one, the problem is gone."""
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


def test_other_mistakes_have_no_suggestion(tmp_path: Path) -> None:
    names = [path.stem for path in PROBLEMS.glob("*.yaml") if "\nbytes:" not in path.read_text("utf-8")]
    assert len(names) > 200 and set(names) > SUGGESTIONS.keys()
    wrong = {}
    for name in sorted(set(names) - SUGGESTIONS.keys()):
        root, problems, _ = planted(name, lambda files, name=name: laid_over(tmp_path / name, files))
        if lines := list(suggested(root, problems).values()):
            wrong[name] = lines
    assert wrong == {}
