"""Each file of cases/problems holds files with a mistake and the message that an author reads.

The files are laid over the small network in tests/support/network. To report a bad message, add a file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mentor_network import pipeline
from mentor_network.cli.check import as_text
from mentor_network.problems import CODES
from support.networks import ROOT, TODAY

CASES = sorted((ROOT / "tests" / "cases" / "problems").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_an_author_reads(case: Path, network: Callable[[dict[str, str | None]], Path]) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    root = network(told.get("files", {}))
    for name, edits in told.get("edits", {}).items():
        path = root / name
        text = path.read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{case.name}: {old!r} is not in {name}"
            text = text.replace(old, new, 1)
        path.write_bytes(text.encode())
    for name, raw in told.get("bytes", {}).items():
        (root / name).write_bytes(raw)
    _, problems = pipeline.check(root, today=told.get("today", TODAY))
    shown = "".join(as_text(problems).splitlines(keepends=True)[:-1])
    assert shown == told["problems"]


def test_every_code_has_a_case() -> None:
    shown = "".join(case.read_text("utf-8") for case in CASES)
    assert [code for code in CODES if f": {code}: " not in shown] == []
