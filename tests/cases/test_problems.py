"""Golden files of messages: each file of cases/problems holds edits to the small network and the expected output of `check`.

To report a bad message, add a file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.cli.check import as_text
from mentor_network.problems import CODES
from support.networks import ROOT, TODAY
from support.yaml_files import load

CASES = sorted((ROOT / "tests" / "cases" / "problems").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_check_prints(case: Path, network: Callable[[dict[str, str | None]], Path]) -> None:
    spec = load(case)
    root = network(spec.get("files", {}))
    for name, edits in spec.get("edits", {}).items():
        path = root / name
        text = path.read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{case.name}: {old!r} is not in {name}"
            text = text.replace(old, new, 1)
        path.write_bytes(text.encode())
    for name, raw in spec.get("bytes", {}).items():
        (root / name).write_bytes(raw)
    _, problems = pipeline.check(root, today=spec.get("today", TODAY))
    shown = "".join(as_text(problems).splitlines(keepends=True)[:-1])
    assert shown == spec["problems"]


def test_every_code_has_a_case() -> None:
    shown = "".join(case.read_text("utf-8") for case in CASES)
    assert [code for code in CODES if f": {code}: " not in shown] == []
