"""Tries the faults, many at a time, and says what came of each."""

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
from faults.ground import FAULTS, GOOD, Ground, NotTried, digest, sources
from support.networks import NETWORK, mkdocs_for

#: The kinds of fault, in the order in which they are told.
KINDS = (kills, disks, files, together, missing)


def try_all(only: str = "") -> list[tuple[str, str, str]]:
    """Each fault: its name, what came of it, and what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        model.mkdir()
        Path(folder).chmod(0o755)
        good = Ground(model / "network")
        shutil.copytree(NETWORK, good.root)
        mkdocs_for(good.root)
        assert good.site() == 0, good.said
        GOOD[:] = [digest(good.live)]
        chosen = [one for one in in_order() if only in one.__name__]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(lambda one: attempt(one, model, Path(folder) / one.__name__), chosen))


def in_order() -> list[Callable[[Ground], None]]:
    """Every fault, in the order of the kinds: importing the modules found them in that of the alphabet."""
    return [one for kind in KINDS for one in FAULTS if one.__module__ == kind.__name__]


def attempt(one: Callable[[Ground], None], model: Path, folder: Path) -> tuple[str, str, str]:
    shutil.copytree(model, folder)
    ground = Ground(folder / "network")
    before = sources(ground.root)
    try:
        one(ground)
        assert sources(ground.root) == before, "a source has changed"
    except NotTried as reason:
        return one.__name__, "not tried", str(reason)
    except Exception as error:
        return one.__name__, "LOST", f"{type(error).__name__}: {error}"
    return one.__name__, "survived", ground.seen[0] if ground.seen else ""


def shown(name: str, came: str, seen: str) -> str:
    """A line of the table; what went wrong is told in full."""
    seen = re.sub(r"\S*/network/", "", seen)[: None if came == "LOST" else 100]
    return f"{name.replace('_', ' '):<54} {came:<9}  {seen}"


def main() -> int:
    results = try_all(*sys.argv[1:2])
    for result in results:
        print(shown(*result))
    count = {word: sum(came == word for _, came, _ in results) for word in ("survived", "LOST", "not tried")}
    tried = len(results) - count["not tried"]
    aside = f" ({count['not tried']} not tried here)" if count["not tried"] else ""
    print(f"faults: {tried} tried, {count['survived']} survived, {count['LOST']} lost{aside}")
    return 1 if count["LOST"] or not tried else 0
