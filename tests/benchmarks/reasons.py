"""Explain a missed budget with measurements of the same run: `run.py` prints this below its tables."""

from __future__ import annotations

import json
import resource
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.browser import CHOICE, Choice
from benchmarks.edits import BUDGET, Edits
from benchmarks.rows import Row, Side, alternate, median, python

HERE = Path(__file__).resolve().parent


def of_check(row: Row, root: Path, turns: int) -> str:
    """The phases of `check`, compared with bare yaml.load."""
    seconds = phases(root, turns)
    return (
        f"{row.what}: {median(row.ours):.2f} s. Bare yaml.load of the same file took {median(row.theirs):.2f} s. "
        f"Ours: start and imports {seconds['import']:.2f} s, reading {seconds['read']:.2f} s, "
        f"checks {seconds['checks']:.2f} s, confidentiality {seconds['confidentiality']:.2f} s.\n"
        "  What would help: a reader of YAML that is quicker than PyYAML's events, or a quicker machine."
    )


def of_growth(row: Row, root: Path) -> str:
    """The peak memory of our process and of Pagefind for the largest network."""
    took = json.loads(Side("index", python(HERE / "reasons.py", root)).turn().said)
    megabytes = max(each.megabytes for each in row.ours)
    return (
        f"{row.what}: {row.times:.2f} times and {megabytes:.0f} MB. Alone, our core takes {took['core']:.0f} MB, "
        f"and Pagefind {took['pagefind']:.0f} MB, which holds the words of every page until the end.\n"
        "  What would help: an index that is written while pages are read."
    )


def of_edit(edited: Edits, root: Path, turns: int) -> str:
    """The share of the rebuild in the time of an edit, and of our code in the rebuild."""
    waited, built = statistics.median(edited.seconds), statistics.median(edited.rebuilds)
    seconds = phases(root, turns)
    ours = sum(took for phase, took in seconds.items() if phase != "import")
    return (
        f"one edit, {edited.entries} entries: {waited:.2f} s of {BUDGET:.1f} s. The rebuild is {built:.2f} s of it; the "
        f"rest is MkDocs, which looks for changes every half second. Our core takes {ours:.2f} s: reading "
        f"{seconds['read']:.2f} s, checks {seconds['checks'] + seconds['confidentiality']:.2f} s, pages "
        f"{seconds['plan'] + seconds['render']:.2f} s.\n"
        "  What would help: to make no page again whose entries nobody changed. What a page shows of other entries would "
        "have to be known for that."
    )


def of_choice(choice: Choice) -> str:
    """The time of a choice compared with a loop that only hides and shows the same cards."""
    ours, loop = statistics.median(choice.ours), statistics.median(choice.theirs)
    return (
        f"finder: {ours:.0f} ms. A loop that only hides and shows the same cards took {loop:.0f} ms. Ours takes "
        f"{ours / loop:.1f} times as long, because it counts every answer again: the budget is kept where the loop takes "
        f"{CHOICE * loop / ours:.0f} ms or less.\n"
        "  What would help: a machine with less else to do, or lists of fewer cards."
    )


def phases(root: Path, turns: int) -> dict[str, float]:
    """Phase → median of its seconds for a network."""
    (found,) = alternate(turns, Side("core", python(HERE / "phases.py", root)))
    runs = [json.loads(turn.said) for turn in found]
    return {phase: statistics.median(run[phase] for run in runs) for phase in runs[0]}


def used(root: Path) -> dict[str, float]:
    """Peak megabytes of a build without an engine: of this process and of Pagefind."""
    from mentor_network import pipeline
    from mentor_network.search.index import SearchIndex

    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder))
        built = pipeline.build(root, today=pipeline.today(), index=index)
        assert built.files, "the generated network has errors"
        index.start()
        assert index.process
        index.process.communicate()
    return {"core": highest(resource.RUSAGE_SELF), "pagefind": highest(resource.RUSAGE_CHILDREN)}


def highest(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(used(Path(sys.argv[1]))))
