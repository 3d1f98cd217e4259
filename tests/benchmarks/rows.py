"""Data types of the benchmarks: a run of a process, a command to measure, and a row of the table."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

#: The day of the generated entries' reviews, so that the same ones are overdue whenever this runs.
ENVIRONMENT = os.environ | {
    "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "SOURCE_DATE_EPOCH": "1795435200",
}

Command = list[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """Seconds, peak memory in megabytes and output of one process."""

    seconds: float
    megabytes: float
    said: str


@dataclass(frozen=True, slots=True)
class Side:
    """A command to measure. The folders that it `makes` are removed before each run, outside the measured time."""

    name: str
    command: Command
    makes: tuple[Path, ...] = ()

    def turn(self) -> Turn:
        for made in self.makes:
            shutil.rmtree(made, ignore_errors=True)
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(self.command, env=ENVIRONMENT, stdout=said, stderr=subprocess.STDOUT)
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            text = said.read().decode()
        if process.returncode:
            raise SystemExit(f"{self.name} failed:\n{text[-3000:]}")
        return Turn(seconds, used.ru_maxrss / 1024, text)


def alternate(times: int, *sides: Side, warm: bool = True) -> list[list[Turn]]:
    """Run the commands alternately, `times` times each, after one warm-up run of each if `warm`."""
    for side in sides if warm else ():
        side.turn()
    turns: list[list[Turn]] = [[] for _ in sides]
    for _ in range(times):
        for side, found in zip(sides, turns, strict=True):
            found.append(side.turn())
    return turns


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what was measured, on both sides, and its budget in seconds, megabytes or as a ratio."""

    what: str
    ours: list[Turn]
    peer: str
    theirs: list[Turn]
    seconds: float | None = None
    ratio: float | None = None
    megabytes: float | None = None
    aim: str = ""

    @property
    def times(self) -> float:
        return median(self.ours) / median(self.theirs)

    @property
    def verdict(self) -> str:
        limits = [
            (self.seconds, median(self.ours)),
            (self.ratio, self.times),
            (self.megabytes, max(turn.megabytes for turn in self.ours)),
        ]
        held = [found <= limit for limit, found in limits if limit is not None]
        return "-" if not held else "kept" if all(held) else "MISSED"

    def cells(self) -> list[str]:
        budget = [f"{self.seconds:.1f} s"] if self.seconds else []
        budget += [f"{self.ratio:.2f} times"] if self.ratio else []
        budget += [f"{self.megabytes:.0f} MB"] if self.megabytes else []
        aim = f", aim {self.aim}" if self.aim else ""
        ours, theirs = (spread(turn.seconds for turn in turns) for turns in (self.ours, self.theirs))
        sides = [ours, memory(self.ours), self.peer, theirs, memory(self.theirs)]
        return [self.what, *sides, f"{self.times:.2f}", (" and ".join(budget) or "none") + aim, self.verdict]


HEADINGS = ["what", "ours", "memory", "peer", "theirs", "memory", "ratio", "budget", "verdict"]


def median(turns: Iterable[Turn]) -> float:
    return statistics.median(turn.seconds for turn in turns)


def spread(seconds: Iterable[float]) -> str:
    found = list(seconds)
    if len(found) == 1:
        return f"{found[0]:.2f} s (1 turn)"
    return f"{statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})"


def memory(turns: list[Turn]) -> str:
    return f"{statistics.median(turn.megabytes for turn in turns):.0f} MB"


def table(headings: list[str], rows: list[list[str]]) -> str:
    """Format a table with aligned columns."""
    widths = [max(len(row[n]) for row in [headings, *rows]) for n in range(len(headings))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    first = "  ".join(cell.ljust(width) for cell, width in zip(headings, widths, strict=True)).rstrip()
    return "\n".join([first, "-" * len(first), *lines, ""])


def python(*arguments: str | Path) -> Command:
    return [sys.executable, *map(str, arguments)]
