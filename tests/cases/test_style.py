"""Golden files of the prose linter: each file of cases/style edits the small network and holds the expected findings.

A file is named after its rule. `gate` and `warnings` hold all findings, or nothing if the text is fine. To discuss a rule, add
a file.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.prose_lint import patterns, rules
from support.networks import NETWORK, ROOT, TODAY
from support.yaml_files import load

CASES = sorted((ROOT / "tests" / "cases" / "style").glob("*.yaml"))
GATED = "E1 N2 N3 S1 S3 S4 S6 S7 S8 S9 S11 S12 S14 S15 S19 S20".split()  # noqa: SIM905
WARNED = "S1 S2 S5 S7 S10 S13 S16 S17 S18".split()  # noqa: SIM905


def shown(findings: Iterable[rules.Finding]) -> str:
    return "".join(f"{finding}\n" for finding in findings)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_linter_finds(case: Path, network: Callable[[dict[str, str | None]], Path]) -> None:
    spec = load(case)
    root = network({})
    for name, edits in spec["edits"].items():
        text = (root / name).read_text("utf-8")
        for old, new in edits.items():
            assert old in text, f"{case.name}: {old!r} is not in {name}"
            text = text.replace(old, new, 1)
        (root / name).write_text(text, "utf-8")
    records, problems = pipeline.check(root, today=TODAY)
    assert problems.errors == []
    for name in spec.keys() - {"edits"}:
        assert shown(getattr(rules, name)(records)) == spec[name]


def test_every_rule_has_cases_that_break_it_and_cases_that_keep_it() -> None:
    for name, rules in (("gate", GATED), ("warnings", WARNED)):
        texts = {case.stem: load(case).get(name) for case in CASES}
        for rule in rules:
            mine = {text for stem, text in texts.items() if stem.startswith(f"{rule}_") and text is not None}
            assert "" in mine, f"{rule} has no words that are fine"
            assert any(f": {rule}: " in text for text in mine), f"{rule} has no words that break it"


def test_every_rule_is_listed_here() -> None:
    """Otherwise the test above would not ask for its cases."""
    named = {pattern.rule for pattern in (*patterns.GATE, *patterns.WARN)}
    named |= set(re.findall(r'"([A-Z]\d{1,2})",', Path(rules.__file__).read_text("utf-8")))
    assert named - rules.GRADES == {*GATED, *WARNED}


def test_our_content_keeps_the_rules() -> None:
    records, problems = pipeline.check(ROOT, today=TODAY)
    assert problems.errors == []
    assert shown(rules.gate(records)) == ""


def test_the_small_network_keeps_the_rules(network: Callable[[dict[str, str | None]], Path]) -> None:
    """So the findings of a case come from its own edits."""
    records, _ = pipeline.check(network({}), today=TODAY)
    assert shown(rules.gate(records)) + shown(rules.warnings(records)) == ""


@pytest.mark.parametrize("text", ["*a" * 20_000, '"' * 40_001, "[" * 40_000, "a" * 40_000, "1-" * 20_000, "A b " * 10_000])
def test_patterns_take_bounded_time(text: str, network: Callable[[dict[str, str | None]], Path]) -> None:
    page = (NETWORK / "content" / "guides" / "shadowing.md").read_text("utf-8")
    records, _ = pipeline.check(network({"content/guides/shadowing.md": f"{page}\n{text}\n"}), today=TODAY)
    started = time.perf_counter()
    list(rules.gate(records))
    list(rules.warnings(records))
    assert time.perf_counter() - started < 3
