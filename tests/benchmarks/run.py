"""Measure speed, memory and size against their budgets, beside peers in the same run: `make bench`.

Every command is a process of its own with all that it starts, see `tree.py`. Ours and the peers' take turns, so that all
meet the same noise of a shared machine. CPU and wall are the least of the turns and the most: what else runs can only add,
so that the least is held to the budget. Each side has one turn before that is not counted, except where a turn takes a
minute. Memory is that of the largest process, of all together. Load is that of the machine before a row's first turn.

Exit status 1 means that a budget is missed. With `--quick` there are fewer entries, no tests run, and no budget is held.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import builds, edits, finder, lighthouse, phone, speed, suite, visits
from benchmarks.networks import Networks
from benchmarks.rows import HEADINGS, Part, Row, load, table

#: In the order of the table. The last ones take the longest.
PARTS: dict[str, Callable[[Networks], Part]] = {
    "site": builds.real_site,
    "check": builds.check,
    "build": builds.build,
    "edit": edits.part,
    "growth": builds.growth,
    "bytes": visits.first_visits,
    "search": visits.search,
    "phone": phone.part,
    "finder": finder.part,
    "answer": suite.answer,
    "tests": suite.tests,
    "gates": suite.gates,
    "relevance": visits.relevant,
    "lighthouse": lighthouse.part,
}
#: Minutes that have nothing to do with the number of entries.
NOT_QUICK = ("answer", "tests", "gates", "lighthouse")


def measure(networks: Networks, wanted: list[str]) -> bool:
    """Print the details and verdicts of each part as it ends, then all budgets in one table, then why some are missed."""
    rows: list[Row] = []
    why: list[str] = []
    for name in wanted:
        part = PARTS[name](networks)
        rows += part.rows
        show(part.details + "".join(f"{row.what.strip()}: {row.verdict}\n" for row in part.rows if row.verdict != "-"))
        if any(row.missed for row in part.rows):
            why.append(part.why())
    show("\nBudgets, in one table\n" + table(HEADINGS, [row.cells() for row in rows]))
    show(speed.verdicts(rows, speed.slower(networks)))
    if why:
        show("\nWhy budgets are missed, measured in this run\n" + "\n".join(f"- {reason}" for reason in why) + "\n")
    return not any(row.missed for row in rows)


def show(text: str) -> None:
    print(text, end="", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure speed, memory and size against their budgets.")
    parser.add_argument("--quick", action="store_true", help="fewer entries and no tests, and no budget is held")
    parser.add_argument("--only", choices=PARTS, action="append", help="take only these parts")
    parser.add_argument("--without", choices=PARTS, action="append", default=[], help="leave out these parts")
    parser.add_argument("--turns", type=int, default=5, help="how often each side is measured (default: 5)")
    options = parser.parse_args()
    left_out = [*options.without, *(NOT_QUICK if options.quick and not options.only else ())]
    wanted = [name for name in PARTS if name in (options.only or PARTS) and name not in left_out]
    print(f"Load of the machine at the start: {load():.1f}. Not run: {', '.join(left_out) or 'nothing'}.", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        kept = measure(Networks(Path(folder), quick=options.quick, turns=options.turns), wanted)
    return 0 if kept or options.quick else 1


if __name__ == "__main__":
    raise SystemExit(main())
