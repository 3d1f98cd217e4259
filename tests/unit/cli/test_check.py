"""`check`: its exit status, and problems as text, JSON and annotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.cli import main

Make = Callable[[dict[str, str | None]], Path]


BROKEN = {"opportunities.yaml": "- id: x\n"}


def test_a_network_without_problems(
    network: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1786000000")  # August 2026: nothing is overdue and nothing has closed
    assert main(["check", str(network({}))]) == 0
    assert capsys.readouterr().out == "nothing to fix\n"


def test_errors_fail_and_warnings_do_not(network: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = network({})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")  # March 2030: everything is overdue
    assert main(["check", str(root)]) == 0
    (root / "opportunities.yaml").write_text("- id: x\n")
    assert main(["check", str(root)]) == 1


def test_json_has_every_field_of_a_problem(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(network(BROKEN)), "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    first = next(problem for problem in problems if problem["file"] == "opportunities.yaml")
    assert set(first) == {"file", "line", "column", "severity", "code", "message", "help"}
    assert (first["line"], first["column"], first["severity"], first["code"]) == (1, 3, "error", "missing-key")


def test_values_are_escaped_in_annotations(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({"opportunities.yaml": '- id: "x%0A::error::fake,y:z"\n'})
    main(["check", str(root), "--format", "github"])
    lines = [line for line in capsys.readouterr().out.split("\n") if line]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert any("%250A" in line for line in lines)


def test_annotations_begin_with_errors_and_the_first_of_each_kind(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub shows 10 of a step."""
    main(["check", str(network({"opportunities.yaml": "- id: x\n  titel: X\n- id: y\n"})), "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    codes = [line.partition("title=")[2].partition("::")[0] for line in lines if line.startswith("::error")]
    assert len(codes) > len(set(codes)) > 1
    assert len(set(codes[: len(set(codes))])) == len(set(codes))
    kinds = [line.split()[0] for line in lines]
    assert kinds == sorted(kinds)


def test_the_count_says_that_links_are_checked_later(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken link is not reported while the catalogue of its target has unread entries."""
    root = network({})
    guide, stages = root / "content/guides/shadowing.md", root / "stages.yaml"
    guide.write_text(guide.read_text("utf-8").replace("/stages/core/", "/stages/nowhere/"), "utf-8")
    right = stages.read_text("utf-8")
    stages.write_text(right.replace("  grades: CT1 and CT2\n", ""), "utf-8")
    assert main(["check", str(root)]) == 1
    said = capsys.readouterr().out
    assert "/stages/nowhere/" not in said
    assert said.endswith("\n1 error to fix before the site can be built; what refers to these is checked after that\n")
    stages.write_text(right, "utf-8")
    assert main(["check", str(root)]) == 1
    said = capsys.readouterr().out
    assert "this site has no page at `/stages/nowhere/`" in said and said.endswith(
        "\n1 error to fix before the site can be built\n"
    )
