"""Networks with the mistakes of the cases in tests/cases."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from mentor_network import pipeline
from mentor_network.problems import Problem
from support.networks import ROOT, TODAY
from support.yaml_files import load

PROBLEMS = ROOT / "tests" / "cases" / "problems"
Make = Callable[[dict[str, str | None]], Path]


def edited(case: dict[str, dict[str, dict[str, str]]], root: Path) -> Path:
    """Apply the edits of a case to the network at `root`."""
    for name, edits in case.get("edits", {}).items():
        text = (root / name).read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{old!r} is not in {name}"
            text = text.replace(old, new, 1)
        (root / name).write_text(text, "utf-8", newline="")
    return root


def planted(name: str, network: Make) -> tuple[Path, list[Problem], datetime.date]:
    """A network with the mistake of a case in cases/problems, its problems, and the date of the check."""
    case = load(PROBLEMS / f"{name}.yaml")
    root, today = edited(case, network(case.get("files", {}))), case.get("today", TODAY)
    return root, list(pipeline.check(root, today=today)[1]), today
