"""A valid contribution passes every check: authors who work on GitHub's website need not update any other file.

A copy of this repository gets the opportunity, page, term and case study in tests/cases/contributions. There `check` reports
no new problem, and every test of our content passes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.networks import ROOT

CONTRIBUTIONS = ROOT / "tests/cases/contributions"
VENDOR = "hooks/mentor_network/theme/vendor"
#: Matches tests that read the real catalogues or their site.
OF_OUR_CONTENT = re.compile(r"\bROOT\b|\bsite: Path")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository with the contributions in their folders."""
    root = tmp_path_factory.mktemp("contributed") / "repository"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    (root / ".venv").symlink_to(ROOT / ".venv")
    shutil.copytree(ROOT / VENDOR, root / VENDOR)  # made by the set-up, and not in Git
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    shutil.copy(CONTRIBUTIONS / "teach-5-welsh-phrases.yaml", root / "opportunities")
    shutil.copy(CONTRIBUTIONS / "a-message-with-three-dates.md", root / "case_studies")
    shutil.copy(CONTRIBUTIONS / "board-rounds.md", root / "content/guides")
    with (root / "glossary.yaml").open("a", encoding="utf-8") as glossary:
        glossary.write("\n" + (CONTRIBUTIONS / "term.yaml").read_text("utf-8"))
    return root


def run(root: Path, *command: str) -> tuple[int, str]:
    environment = os.environ | {"PYTHONPATH": str(root / "hooks")}
    environment.pop("PYTEST_XDIST_WORKER", None)  # it is no worker of this run
    called = [sys.executable, "-m", *command]
    done = subprocess.run(called, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_check_reports_nothing_new(repository: Path) -> None:
    """There may be warnings already: overdue reviews, and unmet targets."""
    code, said = run(repository, "mentor_network", "check", "--format", "json")
    before = json.loads(run(ROOT, "mentor_network", "check", "--format", "json")[1])["problems"]
    assert code == 0
    new = [problem for problem in json.loads(said)["problems"] if problem not in before]
    assert [problem for problem in new if problem["file"] != "targets.yaml"] == []


@pytest.mark.gate
def test_tests_of_our_content_pass(repository: Path) -> None:
    mine = Path(__file__).name
    paths = [path for path in sorted((repository / "tests").rglob("test_*.py")) if path.name != mine]
    named = [str(path) for path in paths if OF_OUR_CONTENT.search(path.read_text("utf-8"))]
    assert named
    code, said = run(repository, "pytest", "-p", "no:xdist", "-m", "not gate and not browser", *named)
    assert code == 0, said[-6000:]
