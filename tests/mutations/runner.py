"""Makes mistakes of every kind, and prints what the checker said of each kind."""

from __future__ import annotations

import argparse
import datetime
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from mentor_network.cli.check import paragraphs
from mutations.kinds import KINDS, LEAST_ALONE, MOST_FOLLOW_UPS, NEVER_SILENT
from mutations.trial import Result, Trial

_PLACES = ("at line", "within 1", "elsewhere", "silent")


def attempts(root: Path, seed: int, each: int, kinds: Iterable[str] = KINDS) -> list[Result]:
    """Make the first `each` mistakes of each kind, in a copy of the network at `root`, which does not exist yet."""
    trial = Trial(root, seed)
    return [trial.attempt(kind, number) for kind in kinds for number in range(each)]


def table(results: Sequence[Result]) -> str:
    """A row for each kind of mistake, and one for all that are errors."""
    head = f"{'kind':<26} {'n':>4} " + " ".join(f"{place:>9}" for place in _PLACES) + f" {'alone':>6} {'follow-ups':>11}"
    rows = [_row(kind, [result for result in results if result.kind == kind]) for kind in KINDS]
    return "\n".join([head, *filter(None, rows), _row("removals", removals(results)), _row("other errors", errors(results))])


def _row(name: str, results: Sequence[Result]) -> str:
    if not results:
        return ""
    places = " ".join(f"{sum(result.place == place for result in results):>9}" for place in _PLACES)
    alone, follow_ups = sum(r.alone for r in results), sum(r.follow_ups > 0 for r in results)
    return f"{name:<26} {len(results):>4} {places} {alone:>6} {follow_ups:>11}"


def removals(results: Iterable[Result]) -> list[Result]:
    return [result for result in results if result.is_error and result.is_removal]


def errors(results: Iterable[Result]) -> list[Result]:
    return [result for result in results if result.is_error and not result.is_removal]


def faults(result: Result) -> list[str]:
    """What is wrong with what the checker said of a mistake."""
    expected, found = KINDS[result.kind], []
    if expected == "harmless" and result.problems:
        found.append("told, and it does no harm")
    if expected in ("error", "warning") and result.place == "silent":
        found.append("silent")
    if result.follow_ups:
        found.append("follow-ups")
    if result.is_error and result.errors and not result.alone:
        found.append("not alone")
    return found


def shortfalls(results: Sequence[Result]) -> list[str]:
    """The limits that are not kept."""
    judged, found = [result for result in results if result.is_error], []
    with_follow_ups = sum(result.follow_ups > 0 for result in judged)
    if with_follow_ups > MOST_FOLLOW_UPS * len(judged):
        found.append(f"{with_follow_ups} of {len(judged)} have false follow-ups")
    alone = sum(result.alone for result in judged)
    if alone < LEAST_ALONE * len(judged):
        found.append(f"{alone} of {len(judged)} are exactly 1 error")
    silent = Counter(result.kind for result in results if result.kind in NEVER_SILENT and result.place == "silent")
    return found + [f"{number} of {kind} are silent" for kind, number in silent.items()]


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "network"
        if options.number is not None:
            result = Trial(root, options.seed).attempt(options.kind, options.number)
            print(result)
            print(paragraphs(result.problems), end="")
            return 0
        results = attempts(root, options.seed, options.each, [options.kind] if options.kind else KINDS)
    for result in results:
        if found := faults(result):
            print(f"{', '.join(found)}: {result}")
    print(table(results))
    print(f"seed {options.seed}; --seed {options.seed} --kind KIND --number N makes one again and prints all that was said")
    found = shortfalls(results)
    print("\n".join(f"not kept: {shortfall}" for shortfall in found) or "all limits are kept")
    return 1 if found else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mutations", description=__doc__)
    today = int(f"{datetime.date.today():%Y%m%d}")
    parser.add_argument("--seed", type=int, default=today, help="decides which mistakes are made (default: the day)")
    parser.add_argument("--each", type=int, default=11, help="the number of mistakes of each kind (default: 11)")
    parser.add_argument("--kind", choices=KINDS, help="only this kind")
    parser.add_argument("--number", type=int, help="only the mistake of this number, with all that was said")
    options = parser.parse_args()
    if options.number is not None and not options.kind:
        parser.error("--number needs --kind")
    return options
