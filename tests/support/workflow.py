"""Run the steps of a GitHub workflow on this machine, as far as they are commands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from support.networks import ROOT

#: Files that GitHub gives to each step, by the variable with their name.
FILES = ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")


def job(workflow: str, name: str) -> list[dict[str, Any]]:
    """The steps of a job, with every value as text."""
    flow = yaml.load((ROOT / ".github" / "workflows" / workflow).read_text("utf-8"), Loader=yaml.CBaseLoader)
    steps: list[dict[str, Any]] = flow["jobs"][name]["steps"]
    return steps


def script(steps: list[dict[str, Any]], runner: Path) -> str:
    """A script that runs the commands of steps one after the other and ends at the first that fails, as GitHub does.

    `runner` is an empty folder for the files that GitHub keeps. The outputs of steps are not known to later ones.
    """
    lines = ["set -e", f"export RUNNER_TEMP={shlex.quote(str(runner))}"]
    lines += [f'export {name}="$RUNNER_TEMP/{name}"; : > "${name}"' for name in FILES]
    for step in steps:
        if "run" in step:
            lines += [f"bash -e <<'STEP'\n{step['run']}\nSTEP", 'set -a; . "$GITHUB_ENV"; set +a']
    return "\n".join(lines) + "\n"


def outputs(runner: Path) -> dict[str, str]:
    """What the steps of a script wrote as outputs."""
    return dict(re.findall(r"(.*?)=(.*)", (runner / "GITHUB_OUTPUT").read_text("utf-8")))
