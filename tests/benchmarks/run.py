"""Measure speed and memory against their budgets, beside peers in the same run: `make bench`.

Every measurement is a whole process of its own, and its time is that of the wall clock. Ours and the peer's take turns, so
that both meet the same noise of a shared machine; a figure is the median of the turns, with the fastest and the slowest
after it. Each side has one turn before that is not counted. Memory is the highest of any process in the turn.

Exit status 1 means that a budget is missed. With `--quick` there are fewer entries, and no budget is held.
"""

from __future__ import annotations

import argparse
import json
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import browser

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
#: The day of the generated entries' reviews, so that the same ones are overdue whenever this runs.
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "SOURCE_DATE_EPOCH": "1795435200",
}
BARE_YAML = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"

Command = list[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one process took."""

    seconds: float
    megabytes: float
    said: str


@dataclass(frozen=True, slots=True)
class Side:
    """A command that is measured. What it `makes` is removed before each turn, and that is not counted."""

    name: str
    command: Command
    makes: Path | None = None

    def turn(self) -> Turn:
        if self.makes:
            shutil.rmtree(self.makes, ignore_errors=True)
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


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: what was measured, on both sides, and its budget in seconds or as a ratio to the peer."""

    what: str
    ours: list[Turn]
    peer: str
    theirs: list[Turn]
    seconds: float | None = None
    ratio: float | None = None
    aim: str = ""

    @property
    def times(self) -> float:
        return median(self.ours) / median(self.theirs)

    @property
    def verdict(self) -> str:
        if self.seconds is None and self.ratio is None:
            return "-"
        late = self.seconds is not None and median(self.ours) > self.seconds
        return "MISSED" if late or (self.ratio is not None and self.times > self.ratio) else "kept"

    def cells(self) -> list[str]:
        budget = f"{self.seconds:.1f} s" if self.seconds else f"{self.ratio:.2f} times" if self.ratio else "none"
        aim = f", aim {self.aim}" if self.aim else ""
        ours, theirs = (spread(turn.seconds for turn in turns) for turns in (self.ours, self.theirs))
        sides = [ours, memory(self.ours), self.peer, theirs, memory(self.theirs)]
        return [self.what, *sides, f"{self.times:.2f}", budget + aim, self.verdict]


HEADINGS = ["what", "ours", "memory", "peer", "theirs", "memory", "ratio", "budget", "verdict"]


def median(turns: Iterable[Turn]) -> float:
    return statistics.median(turn.seconds for turn in turns)


def spread(seconds: Iterable[float]) -> str:
    found = list(seconds)
    return f"{statistics.median(found):.2f} s ({min(found):.2f} to {max(found):.2f})"


def memory(turns: list[Turn]) -> str:
    return f"{statistics.median(turn.megabytes for turn in turns):.0f} MB"


def alternate(times: int, *sides: Side) -> list[list[Turn]]:
    """Turns of each side, one after the other, after one of each that is not counted."""
    for side in sides:
        side.turn()
    turns: list[list[Turn]] = [[] for _ in sides]
    for _ in range(times):
        for side, found in zip(sides, turns, strict=True):
            found.append(side.turn())
    return turns


class Bench:
    """The networks to measure with, made on first use, and what is measured on them."""

    def __init__(self, folder: Path, *, quick: bool, turns: int) -> None:
        self.folder = folder
        self.quick = quick
        self.turns = turns
        self.build_count = 200 if quick else 1000
        self.site, self.stock_site = folder / "site", folder / "site-stock"

    def network(self, name: str, entries: int, length: str) -> Path:
        """A generated network. Another process makes it, for a large parent would count as its children's memory."""
        root = self.folder / name
        if not root.exists():
            command = python(HERE / "generate.py", root, "--entries", str(entries), "--length", length)
            subprocess.run([*command, "--stock", str(self.folder / f"{name}-stock")], check=True)
        return root

    def check(self, length: str, budget: float | None) -> Row:
        """`check` of 1,165 entries beside nothing but reading the same file with PyYAML's C loader.

        The short entries are the 2.4 MB of the budget, the long ones are as long as those of the real catalogue.
        """
        count = 250 if self.quick else 1165
        root = self.network(f"check-{length}", count, length)
        file = root / "opportunities.yaml"
        ours, theirs = alternate(
            self.turns,
            Side("check", python("-m", "mentor_network", "check", root)),
            Side("PyYAML", python("-c", BARE_YAML, file)),
        )
        what = f"check, {count:,} entries, {file.stat().st_size / 1e6:.1f} MB"
        return Row(what, ours, "bare yaml.load", theirs, seconds=budget, aim="0.46 s" if budget else "")

    @cached_property
    def builds(self) -> list[list[Turn]]:
        """Turns of our build, of stock Material's, and of our core alone."""
        root = self.network("build", self.build_count, "long")
        return alternate(
            self.turns,
            Side("site", python("-m", "mentor_network", "site", root, "--out", self.site), self.site),
            Side("stock", mkdocs(self.folder / "build-stock", self.stock_site), self.stock_site),
            Side("core", python(HERE / "phases.py", root)),
        )

    def build(self) -> Row:
        """A full build, with all that a site has, beside stock Material's build of the entries alone as plain pages."""
        ours, theirs, _ = self.builds
        what = f"full build, {self.build_count:,} entries, {count_pages(self.site):,} pages"
        peer = f"stock Material, {count_pages(self.stock_site):,} pages"
        return Row(what, ours, peer, theirs, ratio=1.0, aim="0.75")

    def breakdown(self) -> str:
        """Where the seconds of our build go: medians of the core's phases, and the rest, which is MkDocs."""
        ours, _, alone = self.builds
        total = median(ours)
        runs = [json.loads(turn.said) for turn in alone]
        seconds = {phase: [run[phase] for run in runs] for phase in runs[0]}
        seconds["all of the core"] = [sum(run.values()) for run in runs]
        rest = [ours.seconds - core for ours, core in zip(ours, seconds["all of the core"], strict=True)]
        seconds["MkDocs and the rest"] = rest
        rows = [[name, spread(found), f"{statistics.median(found) / total:.0%}"] for name, found in seconds.items()]
        return f"\nWhere the {total:.2f} s of a build go\n" + table(["phase", "median", "share"], rows)

    def profiles(self) -> str:
        """The functions with the most time of their own, in the core alone and in the whole MkDocs build.

        The profiler slows everything down, calls most of all, so only the order and the shares mean something.
        """
        root = self.network("build", self.build_count, "long")
        core = self.profile("core", python(HERE / "phases.py", root))
        whole = self.profile("build", mkdocs(root, self.folder / "site-profile", "--strict"))
        return f"\nThe core, by own time under cProfile\n{core}\nMkDocs with the core, by own time under cProfile\n{whole}"

    def profile(self, name: str, command: Command) -> str:
        file = self.folder / f"{name}.prof"
        Side(name, python("-m", "cProfile", "-o", file, *command[1:])).turn()
        stats: Any = pstats.Stats(str(file))
        total = stats.total_tt
        slowest = sorted(stats.stats.items(), key=lambda item: -item[1][2])[:8]
        rows = [
            [place(*function), f"{own:.2f} s", f"{own / total:.0%}", f"{calls:,}"]
            for function, (_, calls, own, _, _) in slowest
        ]
        return table(["function", "own time", "share", "calls"], rows)

    @cached_property
    def finder_site(self) -> Path:
        """A site with as many entries as the finder's budget is for."""
        root, site = self.network("finder", 300, "long"), self.folder / "site-finder"
        Side("finder's site", python("-m", "mentor_network", "site", root, "--out", site)).turn()
        return site

    def finder(self) -> browser.Choice:
        """A choice in the finder, beside a loop that only hides and shows the same cards."""
        return browser.choices(self.finder_site, 2 * self.turns)

    @cached_property
    def real_site(self) -> Path:
        site = self.folder / "site-real"
        Side("real site", python("-m", "mentor_network", "site", ROOT, "--out", site)).turn()
        return site

    def searches(self) -> list[browser.Searched]:
        """What a first search fetches on a site of 1,000 entries, beside the index of stock Material's."""
        _ = self.builds
        return browser.searches(self.site, self.stock_site)

    def first_visits(self) -> list[browser.Visit]:
        """The heaviest first visits to the real site, and for information the finder with 300 entries."""
        (large,) = browser.visits(self.finder_site, ["/opportunities/"], budget=None)
        return [*browser.visits(self.real_site)[:5], replace(large, address="/opportunities/ with 300 entries")]


def place(file: str, line: int, function: str) -> str:
    """A function as people look for it: the last 2 parts of its file, the line and the name."""
    return function if file == "~" else f"{'/'.join(Path(file).parts[-2:])}:{line} {function}"


def python(*arguments: str | Path) -> Command:
    return [sys.executable, *map(str, arguments)]


def mkdocs(root: Path, out: Path, *more: str) -> Command:
    return python("-m", "mkdocs", "build", "--quiet", *more, "-f", root / "mkdocs.yml", "-d", out)


def count_pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def table(headings: list[str], rows: list[list[str]]) -> str:
    """Columns as wide as their widest cell."""
    widths = [max(len(row[n]) for row in [headings, *rows]) for n in range(len(headings))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    first = "  ".join(cell.ljust(width) for cell, width in zip(headings, widths, strict=True)).rstrip()
    return "\n".join([first, "-" * len(first), *lines, ""])


def measure(bench: Bench, only: str | None) -> bool:
    """Print all measurements, or only some. False where a budget is missed."""
    rows: list[Row] = []
    if only in (None, "check"):
        rows += [bench.check("short", 1.0), bench.check("long", None)]
    if only in (None, "build"):
        rows.append(bench.build())
    if rows:
        print(table(HEADINGS, [row.cells() for row in rows]), end="", flush=True)
    if only in (None, "breakdown"):
        print(bench.breakdown() + bench.profiles(), end="")
    return measure_in_browser(bench, only) and all(row.verdict != "MISSED" for row in rows)


def measure_in_browser(bench: Bench, only: str | None) -> bool:
    """The same for what a browser measures."""
    kept = True
    if only in (None, "finder"):
        choice = bench.finder()
        kept = choice.kept
        print("\n" + table(browser.CHOICE_HEADINGS, [choice.cells()]), end="", flush=True)
    if only in (None, "bytes"):
        visits = bench.first_visits()
        kept = kept and all(visit.kept for visit in visits)
        print("\n" + table(browser.BYTES_HEADINGS, [visit.cells() for visit in visits]), end="", flush=True)
    if only in (None, "search"):
        searched = bench.searches()
        kept = kept and all(one.kept for one in searched)
        print("\n" + table(browser.CHOICE_HEADINGS, [one.cells() for one in searched]), end="", flush=True)
    if only in (None, "relevance"):
        print("\n" + "\n".join(browser.relevant(bench.real_site)), flush=True)
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure speed and memory against their budgets.")
    parser.add_argument("--quick", action="store_true", help="fewer entries, and no budget is held")
    parser.add_argument(
        "--only",
        choices=["check", "build", "breakdown", "finder", "bytes", "search", "relevance"],
        help="take only these measurements",
    )
    parser.add_argument("--turns", type=int, default=5, help="how often each side is measured (default: 5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = measure(Bench(Path(folder), quick=options.quick, turns=options.turns), options.only)
    return 0 if kept or options.quick else 1


if __name__ == "__main__":
    raise SystemExit(main())
