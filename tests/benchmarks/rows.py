"""Data types of the benchmarks: a turn of a command, and a row of the table of budgets."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: The day of the generated entries' reviews, so that the same ones are overdue whenever this runs.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTHONPATH": os.pathsep.join(filter(None, [str(HERE.parent), os.environ.get("PYTHONPATH", "")])),
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "SOURCE_DATE_EPOCH": "1795435200",
}

Command = list[str]


def python(*arguments: str | Path) -> Command:
    return [sys.executable, *map(str, arguments)]


def load() -> float:
    """How many processes wanted a processor in the last minute. 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What `tree.py` measured of a command: seconds, and megabytes of its largest process and of all together."""

    cpu: float
    wall: float
    largest: float
    together: float
    #: Name → seconds of CPU, and megabytes of its largest process.
    programs: dict[str, dict[str, float]]
    load: float

    def cpu_of(self, *names: str) -> float:
        """Seconds of CPU of the programs whose names start with one of these, as sampled."""
        return sum(used["cpu"] for name, used in self.programs.items() if name.startswith(names))


@dataclass(frozen=True, slots=True)
class Side:
    """A command to measure. The folders that it `makes` are removed before each turn, outside the measured time."""

    name: str
    command: Command
    makes: tuple[Path, ...] = ()
    folder: Path | None = None

    def turn(self) -> Turn:
        for made in self.makes:
            shutil.rmtree(made, ignore_errors=True)
        before = load()
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
            report = Path(folder, "report.json")
            command = [*python(HERE / "tree.py", report), *self.command]
            done = subprocess.run(
                command, cwd=self.folder, env=ENVIRONMENT, stdout=said, stderr=subprocess.STDOUT, check=False
            )
            if done.returncode:
                said.seek(0)
                raise SystemExit(f"{self.name} failed:\n{said.read().decode(errors='replace')[-3000:]}")
            return Turn(**json.loads(report.read_text("utf-8")), load=before)


def alternate(times: int, *sides: Side, warm: bool = True) -> list[list[Turn]]:
    """Run the commands alternately, `times` times each, after one warm-up turn of each if `warm`."""
    for side in sides if warm else ():
        side.turn()
    turns: list[list[Turn]] = [[] for _ in sides]
    for _ in range(times):
        for side, found in zip(sides, turns, strict=True):
            found.append(side.turn())
    return turns


def cpu(turns: Iterable[Turn]) -> float:
    """The fewest seconds of CPU of any turn: what else runs on a machine can only add to them."""
    return min(turn.cpu for turn in turns)


def wall(turns: Iterable[Turn]) -> float:
    return min(turn.wall for turn in turns)


#: Unit → how a figure is written.
UNITS = {"s": "{:.2f} s", "ms": "{:.0f} ms", "times": "{:.2f} times", "MB": "{:.0f} MB", "KB": "{:.1f} KB"}


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure and the most that it may be: `Limit("CPU", 1.12, 1.0, "s")`. Without `most` it is only told."""

    name: str
    found: float
    most: float | None
    unit: str

    @property
    def kept(self) -> bool:
        return self.most is None or self.found <= self.most

    def kept_at(self, slower: float) -> bool:
        """Is it kept where everything takes so many times fewer seconds?"""
        return self.kept or (self.unit in ("s", "ms") and self.most is not None and self.found / slower <= self.most)

    @property
    def figure(self) -> str:
        return f"{self.name} {UNITS[self.unit].format(self.found)}"

    @property
    def budget(self) -> str:
        return "" if self.most is None else f"{self.name} {UNITS[self.unit].format(self.most)}"


HEADINGS = ("what", "CPU", "wall", "memory", "load", "figure", "budget", "verdict")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: what was measured, in which turns, and what is held to a limit.

    Without limits it is a peer, or says in `note` why there is nothing to hold.
    """

    what: str
    limits: Sequence[Limit] = ()
    turns: Sequence[Turn] = ()
    note: str = ""
    load: float = field(default_factory=load)

    @property
    def missed(self) -> bool:
        return not all(limit.kept for limit in self.limits)

    def kept_at(self, slower: float) -> bool:
        return all(limit.kept_at(slower) for limit in self.limits)

    @property
    def missed_text(self) -> str:
        """What is missed, for a line below the table: `check: CPU 1.12 s of 1.00 s`."""
        missed = [
            f"{limit.figure} of {limit.budget.removeprefix(limit.name).strip()}" for limit in self.limits if not limit.kept
        ]
        return f"{self.what}: {', '.join(missed)}"

    @property
    def verdict(self) -> str:
        if self.note:
            return self.note
        held = [limit for limit in self.limits if limit.most is not None]
        return "-" if not held else "MISSED" if self.missed else "kept"

    def cells(self) -> list[str]:
        return [
            self.what,
            spread(turn.cpu for turn in self.turns),
            spread(turn.wall for turn in self.turns),
            memory(self.turns),
            f"{self.turns[0].load if self.turns else self.load:.1f}",
            ", ".join(limit.figure for limit in self.limits if not (self.turns and limit.name in ("CPU", "wall"))) or "-",
            ", ".join(filter(None, (limit.budget for limit in self.limits))) or "-",
            self.verdict,
        ]


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of the benchmarks found: rows with budgets, what to print besides, and how to explain a miss."""

    rows: Sequence[Row]
    #: Measures where a missed budget goes. It is called only if there is one.
    why: Callable[[], str] = lambda: ""
    details: str = ""


def spread(seconds: Iterable[float]) -> str:
    """The least of several times and the most: `1.02 s to 1.31`."""
    found = sorted(seconds)
    if not found:
        return "-"
    return f"{found[0]:.2f} s" + (f" to {found[-1]:.2f}" if len(found) > 1 else "")


def memory(turns: Sequence[Turn]) -> str:
    """The largest process, and all together where that is known: `210 of 350 MB`."""
    if not turns:
        return "-"
    largest, together = max(turn.largest for turn in turns), max(turn.together for turn in turns)
    return f"{largest:.0f} of {together:.0f} MB" if together else f"{largest:.0f} MB"


def median_and_worst(seconds: Sequence[float], unit: str = "s") -> str:
    return f"{UNITS[unit].format(statistics.median(seconds))}, at worst {UNITS[unit].format(max(seconds))}"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Format a table with aligned columns."""
    widths = [max(len(row[n]) for row in [headings, *rows]) for n in range(len(headings))]
    first, *lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in (headings, *rows)
    )
    return "\n".join([first, "-" * len(first), *lines, ""])
