"""The workflow of pull requests: words are judged by the base branch's code, and tests run only for a change of code."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from support import workflow
from support.networks import ROOT

ENGINE = Path("hooks/mentor_network/engine.py")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with a file of each kind in its first commit."""
    root = tmp_path / "clone"
    for file in (ENGINE, "content/about.md", "opportunities.yaml", "mkdocs.yml", "tests/cases/a.yaml"):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("first\n", "utf-8")
    (root / ".github").mkdir()
    (root / ".github/changes_code.sh").write_bytes((ROOT / ".github/changes_code.sh").read_bytes())
    git(root, "init", "--quiet")
    return commit(root)


def git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *names, *arguments], check=True, capture_output=True)


def commit(root: Path) -> Path:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A change")
    return root


def run(root: Path, job: str, last: str) -> Path:
    """Run the steps of a job up to the one with a name. Returns the runner's folder."""
    steps = workflow.job("pull-request.yml", job)
    until = [step.get("name") for step in steps].index(last) + 1
    runner = root.parent / job
    runner.mkdir()
    command = ["sh", "-c", workflow.script(steps[:until], runner)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=60)
    return runner


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("content/new/page.md", "false"),
        ("case_studies/our-scheme.md", "false"),
        ("opportunities/chair.yaml", "false"),
        ("opportunities.yaml", "false"),
        ("published_addresses.txt", "false"),
        ("mkdocs.yml", "true"),
        ("hooks/mentor_network/new.py", "true"),
        ("tests/cases/a.yaml", "true"),
        ("docs/content/page.md", "true"),
        (".github/workflows/new.yml", "true"),
        ("requirements.txt", "true"),
    ],
)
def test_what_changes_decides_which_code_judges_and_whether_tests_run(file: str, code: str, clone: Path) -> None:
    path = clone / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("second\n", "utf-8")
    (clone / "content/about.md").write_text("second\n", "utf-8")  # code and words at once count as code
    commit(clone)
    assert workflow.outputs(run(clone, "test", "See whether code changed")) == {"changed": code}
    runner = run(clone, "answer", "Choose the engine")
    engine = "." if code == "true" else str(runner / "before")
    assert (runner / "GITHUB_ENV").read_text("utf-8") == f"ENGINE={engine}\n"
    assert (runner / "before/content/about.md").read_text("utf-8") == "first\n"


def test_a_file_that_is_taken_away_counts(clone: Path) -> None:
    (clone / ENGINE).unlink()
    commit(clone)
    assert workflow.outputs(run(clone, "test", "See whether code changed")) == {"changed": "true"}


@pytest.mark.parametrize("flow", ["pull-request.yml", "publish.yml"])
def test_only_previews_have_drafts(flow: str) -> None:
    """A draft is on no published site."""
    for folder in (ROOT / ".github", ROOT / "hooks/mentor_network/authoring/network/dot-github"):
        text = (folder / "workflows" / flow).read_text("utf-8")
        assert ("site --drafts\n" in text) == (flow == "pull-request.yml")


def test_no_job_is_skipped_and_each_step_of_the_tests_is() -> None:
    """A required check that never runs would hold up every merge."""
    for name in ("answer", "test"):
        assert workflow.job("pull-request.yml", name)
    steps = workflow.job("pull-request.yml", "test")
    after = [step for step in steps if step.get("id") == "code"]
    assert all(step["if"] == "${{ steps.code.outputs.changed == 'true' }}" for step in steps[steps.index(after[0]) + 1 :])
    assert steps[-1]["run"] == "make test"
