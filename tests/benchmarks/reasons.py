"""Explain missed budgets with measurements of the same run: `run.py` prints this below its table."""

from __future__ import annotations

from pathlib import Path

from benchmarks import profiles
from benchmarks.networks import site_command
from benchmarks.rows import Row, Turn, python


def of_check(row: Row, root: Path, folder: Path) -> str:
    """The rooms that `check` spends its time in."""
    return f"{row.missed_text}. {profiles.shares(python('-m', 'mentor_network', 'check', root), folder)}"


def of_build(row: Row, root: Path, folder: Path) -> str:
    """The programs and the rooms that a build spends its time in."""
    command = site_command(root, folder / "site-profile")
    return f"{row.missed_text}. {of_programs(row.turns[0])}. In Python: {profiles.shares(command, folder)}"


def of_growth(row: Row) -> str:
    """The memory and CPU of each program for the largest network."""
    return f"{row.missed_text}. {of_programs(row.turns[0])}"


def of_programs(turn: Turn) -> str:
    """What each program took: `python 8.1 s and 540 MB, node 6.2 s and 1310 MB`."""
    used = sorted(turn.programs.items(), key=lambda item: -item[1]["cpu"])
    return ", ".join(
        f"{name} {took['cpu']:.1f} s and {took['megabytes']:.0f} MB" for name, took in used if took["cpu"] >= 0.1
    )
