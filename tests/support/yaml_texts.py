"""Texts of YAML read in tests: their value, or the problem that refuses them."""

from __future__ import annotations

from mentor_network import source
from mentor_network.problems import Problem, Problems
from mentor_network.source import Located


def read(text: str, *, first_line: int = 1) -> Located:
    """The value of a text without mistakes."""
    problems = Problems()
    value = source.parse(text, "a.yaml", problems, first_line=first_line)
    assert list(problems) == []
    assert value is not None
    return value


def refused(text: str, *, first_line: int = 1) -> Problem:
    """The one problem of a text that cannot be used."""
    problems = Problems()
    assert source.parse(text, "a.yaml", problems, first_line=first_line) is None
    [problem] = problems
    assert problem.help
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.line, problem.column


def spot(text: str, *path: str | int, key: bool = False) -> tuple[int, int]:
    span = source.span_of("a.yaml", read(text), path, key=key)
    return span.line, span.column
