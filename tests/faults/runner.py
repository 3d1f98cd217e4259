"""Tries the faults in parallel and prints the result of each."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from faults import disks, files, kills, missing, together
from faults.trial import FAULTS, GOOD, Skipped, Trial, digest, sources
from support.networks import NETWORK, mkdocs_for

#: The modules of faults, in the order of the table.
KINDS = (kills, disks, files, together, missing)


def try_all(only: str = "") -> list[tuple[str, str, str]]:
    """Try the faults whose names contain `only`. Returns the name, the result and a note of each."""
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        model.mkdir()
        Path(folder).chmod(0o755)
        good = Trial(model / "network")
        shutil.copytree(NETWORK, good.root)
        mkdocs_for(good.root)
        assert good.site() == 0, good.output
        GOOD[:] = [digest(good.live)]
        chosen = [one for one in in_order() if only in one.__name__]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(lambda one: attempt(one, model, Path(folder) / one.__name__), chosen))


def in_order() -> list[Callable[[Trial], None]]:
    """Every fault in the order of KINDS, since imports are sorted by name."""
    return [one for kind in KINDS for one in FAULTS if one.__module__ == kind.__name__]


def attempt(one: Callable[[Trial], None], model: Path, folder: Path) -> tuple[str, str, str]:
    shutil.copytree(model, folder)
    trial = Trial(folder / "network")
    before = sources(trial.root)
    try:
        one(trial)
        assert sources(trial.root) == before, "a source has changed"
    except Skipped as reason:
        return one.__name__, "not tried", str(reason)
    except Exception as error:
        return one.__name__, "LOST", f"{type(error).__name__}: {error}"
    return one.__name__, "survived", trial.notes[0] if trial.notes else ""


def shown(name: str, result: str, note: str) -> str:
    """A line of the table. The error of a fault that was not survived is printed in full."""
    note = re.sub(r"\S*/network/", "", note)[: None if result == "LOST" else 100]
    return f"{name.replace('_', ' '):<54} {result:<9}  {note}"


def main() -> int:
    results = try_all(*sys.argv[1:2])
    for result in results:
        print(shown(*result))
    count = {word: sum(result == word for _, result, _ in results) for word in ("survived", "LOST", "not tried")}
    tried = len(results) - count["not tried"]
    aside = f" ({count['not tried']} not tried here)" if count["not tried"] else ""
    print(f"faults: {tried} tried, {count['survived']} survived, {count['LOST']} lost{aside}")
    return 1 if count["LOST"] or not tried else 0
