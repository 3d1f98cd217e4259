"""The checker tells each kind of mistake, once and where it was made."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network.problems import Problem
from mutations.kinds import KINDS, NEVER_SILENT, REMOVALS
from mutations.mutation import MAKERS, Mutation
from mutations.runner import attempts, faults, shortfalls, table
from mutations.trial import Result, Trial

#: With it, one mistake of each kind is in every catalogue, in opportunities/, in a case study and on a page.
SEED = 1
#: Fixed, so that a gate is not red on one day and green on the next. `make mutations` takes the seed of the day.
GATE_SEED = 20261201


def found(kind: str, *lines: int, severity: str = "error") -> Result:
    """A mistake in the lines 3 to 4 of a file, with problems in these lines of it."""
    problems = [Problem("a.yaml", line, 1, "bad-value", f"wrong {line}", severity=severity) for line in lines]  # type: ignore[arg-type]
    return Result(kind, 0, Mutation("a.yaml", 2, 3, "a slip", {}), problems)


@pytest.mark.parametrize(
    ("lines", "place", "alone", "follow_ups"),
    [
        ([], "silent", False, 0),
        ([3], "at line", True, 0),
        ([5], "within 1", True, 0),
        ([6], "elsewhere", True, 0),
        ([4, 9, 10], "at line", False, 2),
        ([9, 10], "elsewhere", False, 1),
        ([3, 4], "at line", False, 0),
    ],
)
def test_a_mistake_is_judged_by_the_place_and_number_of_its_problems(
    lines: list[int], place: str, alone: bool, follow_ups: int
) -> None:
    result = found("tab", *lines)
    assert (result.place, result.alone, result.follow_ups) == (place, alone, follow_ups)


def test_limits_that_are_not_kept_are_named() -> None:
    good, silent = found("tab", 3), found("smart-quotes")
    assert shortfalls([good] * 20) == []
    assert len(shortfalls([good, found("tab", 3, 9)])) == 2
    assert shortfalls([*[good] * 20, silent]) == ["1 of smart-quotes are silent"]
    assert faults(found("crlf", 1)) == ["told, and it does no harm"]
    assert faults(found("flow-list-cut", 3, severity="warning")) == []


def test_every_kind_has_a_maker() -> None:
    assert MAKERS.keys() == KINDS.keys()
    assert KINDS.keys() >= NEVER_SILENT | REMOVALS


def test_a_mistake_can_be_made_again(tmp_path: Path) -> None:
    first, second = (Trial(tmp_path / name, SEED).mutation("too-long", 9) for name in ("a", "b"))
    assert first == second


def test_one_mistake_of_each_kind_is_told_once_and_where_it_was_made(tmp_path: Path) -> None:
    results = attempts(tmp_path / "network", SEED, each=1)
    assert shortfalls(results) == [], table(results)
    assert len(results) == len(KINDS)


@pytest.mark.gate
def test_11_mistakes_of_each_kind_are_told_once_and_where_they_were_made(tmp_path: Path) -> None:
    results = attempts(tmp_path / "network", GATE_SEED, each=11)
    assert shortfalls(results) == [], table(results)


@pytest.mark.gate
def test_kept_records_change_nothing(tmp_path: Path) -> None:
    kept, afresh = Trial(tmp_path / "kept", SEED), Trial(tmp_path / "afresh", SEED, keep=False)
    for kind in KINDS:
        assert kept.attempt(kind, 1) == afresh.attempt(kind, 1)
