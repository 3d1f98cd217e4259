"""Measure speed and memory against their budgets, beside peers in the same run: `make bench`.

Every measurement is a whole process of its own, and its time is that of the wall clock. Ours and the peers' take turns, so
that all meet the same noise of a shared machine; a figure is the median of the turns, with the fastest and the slowest
after it. Each side has one turn before that is not counted, except where a turn takes a minute. Memory is the highest of
any process in the turn.

Exit status 1 means that a budget is missed. With `--quick` there are fewer entries, and no budget is held.
"""

from __future__ import annotations

import argparse
import json
import pstats
import statistics
import subprocess
import tempfile
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from benchmarks import browser, edits, lighthouse, reasons
from benchmarks.rows import HEADINGS, Command, Row, Side, Turn, alternate, median, python, spread, table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BARE_YAML = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"


class Bench:
    """Generates networks on first use and measures them."""

    def __init__(self, folder: Path, *, quick: bool, turns: int) -> None:
        self.folder = folder
        self.quick = quick
        self.turns = turns
        #: Small, as large as the budget says, and as large as it may ever grow.
        self.sizes = (80, 100, 200) if quick else (100, 1000, 5000)

    def network(self, name: str, entries: int, length: str) -> Path:
        """The folder of a generated network. A child process generates it, to keep this one small."""
        root = self.folder / name
        if not root.exists():
            command = python(HERE / "generate.py", root, "--entries", str(entries), "--length", length)
            subprocess.run([*command, "--stock", str(self.folder / f"{name}-stock")], check=True)
        return root

    def check(self, length: str, budget: float | None) -> Row:
        """`check` of 1,165 entries, compared with only parsing the same file by PyYAML's C loader.

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

    @cache  # noqa: B019 - one bench a run
    def builds(self, entries: int) -> list[list[Turn]]:
        """Runs of our build, of stock Material with the same texts, and of our core alone."""
        root = self.network(f"build-{entries}", entries, "long")
        stock, site = self.folder / f"build-{entries}-stock", self.site(entries)
        large = entries == self.sizes[-1]
        return alternate(
            1 if large else self.turns,
            Side("site", python("-m", "mentor_network", "site", root, "--out", site), (site,)),
            Side("stock", mkdocs(stock, self.stock_site(entries)), (self.stock_site(entries),)),
            Side("core", python(HERE / "phases.py", root)),
            warm=not large,
        )

    def site(self, entries: int) -> Path:
        return self.folder / f"site-{entries}"

    def stock_site(self, entries: int) -> Path:
        return self.folder / f"site-{entries}-of-stock"

    def build(self, entries: int) -> list[Row]:
        """A full build of a site, compared with stock Material that renders only the entries as plain pages."""
        ours, stock, _ = self.builds(entries)
        what = f"full build, {entries:,} entries, {count_pages(self.site(entries)):,} pages"
        pages = f"{count_pages(self.stock_site(entries)):,} pages"
        held = entries == self.sizes[1]
        return [
            Row(what, ours, f"stock Material, {pages}", stock, ratio=1.0 if held else None, aim="0.75" if held else ""),
        ]

    def growth(self) -> Row:
        """Growth of the build time from the middle to the largest number of entries."""
        _, middle, large = self.sizes
        ours, before = self.builds(large)[0], self.builds(middle)[0]
        return Row(f"growth to {large:,} entries", ours, f"ours, {middle:,} entries", before, ratio=5.5, megabytes=1000)

    def breakdown(self) -> str:
        """A table with the median seconds of each phase of the core, and of the rest of a build."""
        ours, _, alone = self.builds(self.sizes[1])
        total = median(ours)
        runs = [json.loads(turn.said) for turn in alone]
        seconds = {phase: [run[phase] for run in runs] for phase in runs[0]}
        seconds["all of the core"] = [sum(run.values()) for run in runs]
        rest = [ours.seconds - core for ours, core in zip(ours, seconds["all of the core"], strict=True)]
        seconds["data, search and writing"] = rest
        rows = [[name, spread(found), f"{statistics.median(found) / total:.0%}"] for name, found in seconds.items()]
        return f"\nWhere the {total:.2f} s of a build go\n" + table(["phase", "median", "share"], rows)

    def profiles(self) -> str:
        """The functions with the most own time, in the core alone and in the MkDocs build.

        The profiler slows calls down most, so only the order and the shares are meaningful.
        """
        root = self.network(f"build-{self.sizes[1]}", self.sizes[1], "long")
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

    @property
    def finder_network(self) -> Path:
        return self.network("finder", 300, "long")

    @cached_property
    def finder_site(self) -> Path:
        """The site with the number of entries in the finder's budget."""
        root, site = self.finder_network, self.folder / "site-finder"
        Side("finder's site", python("-m", "mentor_network", "site", root, "--out", site)).turn()
        return site

    def finder(self) -> browser.Choice:
        """A choice in the finder, compared with a loop that only hides and shows the same cards."""
        return browser.choices(self.finder_site, 2 * self.turns)

    @cached_property
    def real_site(self) -> Path:
        site = self.folder / "site-real"
        Side("real site", python("-m", "mentor_network", "site", ROOT, "--out", site)).turn()
        return site

    def searches(self) -> list[browser.Searched]:
        """Bytes of a first search on a site of 1,000 entries, compared with the index of stock Material."""
        _ = self.builds(self.sizes[1])
        return browser.searches(self.site(self.sizes[1]), self.stock_site(self.sizes[1]))

    def first_visits(self) -> list[browser.Visit]:
        """The 5 largest first visits to the real site, and the finder with 300 entries without a budget."""
        (large,) = browser.visits(self.finder_site, ["/opportunities/"], budget=None)
        return [*browser.visits(self.real_site)[:5], replace(large, address="/opportunities/ with 300 entries")]


def place(file: str, line: int, function: str) -> str:
    """A function of a profile: the last 2 parts of its path, the line and the name."""
    return function if file == "~" else f"{'/'.join(Path(file).parts[-2:])}:{line} {function}"


def mkdocs(root: Path, out: Path, *more: str) -> Command:
    return python("-m", "mkdocs", "build", "--quiet", *more, "-f", root / "mkdocs.yml", "-d", out)


def count_pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def measure(bench: Bench, wanted: set[str]) -> bool:
    """Print the selected measurements. Returns False if a budget is missed."""
    rows: list[Row] = []
    why: list[str] = []
    if "check" in wanted:
        rows += [bench.check("short", 1.0), bench.check("long", None)]
        if rows[0].verdict == "MISSED":
            why.append(reasons.of_check(rows[0], bench.folder / "check-short", bench.turns))
    if "build" in wanted:
        rows += [row for entries in bench.sizes for row in bench.build(entries)] + [bench.growth()]
        if rows[-1].verdict == "MISSED":
            why.append(reasons.of_growth(rows[-1], bench.folder / f"build-{bench.sizes[-1]}"))
    if rows:
        show(HEADINGS, [row.cells() for row in rows])
    if "breakdown" in wanted:
        print(bench.breakdown() + bench.profiles(), end="", flush=True)
    kept = [row.verdict != "MISSED" for row in rows]
    if "edit" in wanted:
        edited = edits.edits(bench.finder_network, bench.turns)
        show(edits.HEADINGS, [edited.cells()])
        kept.append(edited.kept)
        if not edited.kept:
            why.append(reasons.of_edit(edited, bench.finder_network, bench.turns))
    in_browser = measure_in_browser(bench, wanted, why)
    if why:
        print("\nWhy budgets are missed, measured in this run\n" + "\n".join(f"- {reason}" for reason in why), flush=True)
    return in_browser and all(kept)


def measure_in_browser(bench: Bench, wanted: set[str], why: list[str]) -> bool:
    """The same for measurements in a browser. Reasons for missed budgets are added to `why`."""
    kept = []
    if "finder" in wanted:
        choice = bench.finder()
        show(browser.CHOICE_HEADINGS, [choice.cells()])
        kept.append(choice.kept)
        if not choice.kept:
            why.append(reasons.of_choice(choice))
    if "bytes" in wanted:
        visits = bench.first_visits()
        show(browser.BYTES_HEADINGS, [visit.cells() for visit in visits])
        kept += [visit.kept for visit in visits]
    if "search" in wanted:
        searched = bench.searches()
        show(browser.CHOICE_HEADINGS, [one.cells() for one in searched])
        kept += [one.kept for one in searched]
    if "relevance" in wanted:
        print("\n" + "\n".join(browser.relevant(bench.real_site)), flush=True)
    if "lighthouse" in wanted:
        show(lighthouse.HEADINGS, lighthouse.rows(bench.real_site))
    return all(kept)


def show(headings: list[str], rows: list[list[str]]) -> None:
    print("\n" + table(headings, rows), end="", flush=True)


ALL = ("check", "build", "breakdown", "edit", "finder", "bytes", "search", "relevance", "lighthouse")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure speed and memory against their budgets.")
    parser.add_argument("--quick", action="store_true", help="fewer entries, and no budget is held")
    parser.add_argument("--only", choices=ALL, action="append", help="take only these measurements")
    parser.add_argument("--turns", type=int, default=5, help="how often each side is measured (default: 5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = measure(Bench(Path(folder), quick=options.quick, turns=options.turns), set(options.only or ALL))
    return 0 if kept or options.quick else 1


if __name__ == "__main__":
    raise SystemExit(main())
