"""Helpers for tests of parsing: a value, the problem that refuses a text, and their positions."""

from __future__ import annotations

from pathlib import Path

from mentor_network import source
from mentor_network.problems import Problem, Problems
from mentor_network.source import Located


def read(text: str, *, first_line: int = 1) -> Located:
    """The value of valid YAML."""
    problems = Problems()
    value = source.parse(text, "a.yaml", problems, first_line=first_line)
    assert list(problems) == []
    assert value is not None
    return value


def refused(text: str, *, first_line: int = 1) -> Problem:
    """The only problem of invalid YAML."""
    problems = Problems()
    assert source.parse(text, "a.yaml", problems, first_line=first_line) is None
    [problem] = problems
    assert problem.help
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    """The code, line and column of a problem."""
    return problem.code, problem.line, problem.column


def spot(text: str, *path: str | int, key: bool = False) -> tuple[int, int]:
    """The line and column of the value at a key path."""
    span = source.span_of("a.yaml", read(text), path, key=key)
    return span.line, span.column


def on_disk(tmp_path: Path, raw: bytes, name: str = "a.yaml") -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path
