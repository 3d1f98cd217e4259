"""Where a command's time goes: own time under cProfile, summed up by the room or the package that a function is in.

The profiler slows down calls most and sees only the first process, so that only the order and the shares mean anything.
"""

from __future__ import annotations

import pstats
import re
from pathlib import Path
from typing import Any

from benchmarks.rows import Command, Side, python

_PLACE = re.compile(r"(mentor_network/[a-z_]+|site-packages/[A-Za-z0-9_]+|<frozen [a-z_.]+>)")
#: Shares below this are summed up as the rest.
_LEAST = 0.02


def shares(command: Command, folder: Path) -> str:
    """The shares of a Python command's own time, the largest first: `mentor_network/render 22%, markdown 14%`."""
    file = folder / "bench.prof"
    Side("profile", python("-m", "cProfile", "-o", file, *command[1:])).turn()
    stats: Any = pstats.Stats(str(file))
    return summed(stats.stats)


def summed(functions: dict[Any, Any]) -> str:
    """The same from pstats' table of functions. What is built in counts for whoever called it."""
    seconds: dict[str, float] = {}
    for (path, _, _), (_, _, own, _, callers) in functions.items():
        parts = [(path, own)] if path != "~" or not callers else [(name[0], took[2]) for name, took in callers.items()]
        for place, took in parts:
            seconds[_room(place)] = seconds.get(_room(place), 0.0) + took
    total = sum(seconds.values()) or 1.0
    large = sorted(((took / total, place) for place, took in seconds.items() if took / total >= _LEAST), reverse=True)
    rest = 1 - sum(share for share, _ in large)
    return ", ".join([*(f"{place} {share:.0%}" for share, place in large), f"the rest {rest:.0%}"])


def _room(path: str) -> str:
    """A room of the engine, a package, or Python."""
    found = _PLACE.search(path.replace("\\", "/"))
    if not found:
        return "Python"
    return "imports" if found[1].startswith("<frozen") else found[1].removeprefix("site-packages/")
