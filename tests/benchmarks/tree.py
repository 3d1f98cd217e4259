"""Measure a command with every process that it starts: `tree.py REPORT COMMAND...` writes a JSON report.

**CPU** is user and system time of the whole tree, exactly, as the kernel adds it up when a process is waited for. A browser
and whatever else outlives its parent would be waited for by the system's first process, and be missing. So this process
declares itself the "subreaper" of what it starts (Linux, `prctl(2)`): orphans become its children, and it waits for them.

**Memory** is sampled each tenth of a second, or more seldom if a look takes long. `together` is the highest sum over all
processes that run at one time, with memory that several share counted once (the proportional set size, PSS). `largest` is
the highest resident set of one process.

What each program took, by its name, is sampled too, so that the last tenth of a second of a process may be missing there.

A control group would do the same, but needs rights that a user seldom has. Without Linux, only what parents wait for is
counted, and memory is that of the largest process.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER
#: The least seconds between two looks.
INTERVAL = 0.1
#: Seconds that orphans have to end by themselves.
PATIENCE = 30.0
PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def main(report: str, *command: str) -> int:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    samples = Samples()
    start = time.perf_counter()
    process = subprocess.Popen(command)
    threading.Thread(target=samples.take_until_told, daemon=True).start()
    status = process.wait()
    wall = time.perf_counter() - start
    wait_for_orphans()
    samples.enough.set()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    largest = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    Path(report).write_text(
        json.dumps(
            {
                "wall": wall,
                "cpu": used.ru_utime + used.ru_stime,
                "largest": largest,
                "together": max(samples.together, largest) if samples.together else 0.0,
                "programs": samples.programs(),
            }
        ),
        "utf-8",
    )
    return status


class Samples:
    """What the descendants of this process took, looked at every `INTERVAL` seconds."""

    def __init__(self) -> None:
        self.enough = threading.Event()
        #: Megabytes of all processes at the moment when it was most.
        self.together = 0.0
        #: Process id and start time → name, seconds of CPU, highest megabytes.
        self._seen: dict[tuple[int, str], tuple[str, float, float]] = {}

    def take_until_told(self) -> None:
        pause = INTERVAL
        while not self.enough.wait(pause):
            start = time.perf_counter()
            self.together = max(self.together, sum(map(self._sample, descendants(os.getpid()))))
            pause = max(INTERVAL, (time.perf_counter() - start) * 30)  # many browsers take long to look at

    def _sample(self, pid: int) -> float:
        """Note one process. Returns its proportional share of memory in megabytes, 0 if it has gone."""
        try:
            stat = _stat(pid)
            name = (PROC / str(pid) / "comm").read_text().strip()
            rollup = (PROC / str(pid) / "smaps_rollup").read_text()
        except (OSError, ValueError):
            return 0.0
        megabytes = next((int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0.0)
        key = pid, stat[19]
        before = self._seen.get(key, ("", 0.0, 0.0))[2]
        self._seen[key] = name, (int(stat[11]) + int(stat[12])) / TICKS, max(before, megabytes)
        return megabytes

    def programs(self) -> dict[str, dict[str, float]]:
        """Name → seconds of CPU of all its processes, and the most megabytes of one."""
        found: dict[str, dict[str, float]] = {}
        for name, cpu, megabytes in self._seen.values():
            program = found.setdefault(name, {"cpu": 0.0, "megabytes": 0.0})
            program["cpu"] += cpu
            program["megabytes"] = max(program["megabytes"], megabytes)
        return found


def descendants(pid: int) -> Iterator[int]:
    """The processes below a process, itself left out."""
    for children in (PROC / str(pid) / "task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, children.read_text().split()):
                yield child
                yield from descendants(child)


def cpu_until_now(pid: int) -> float:
    """The seconds of CPU of a running process, its descendants, and those of them that were waited for."""
    total = 0
    for process in (pid, *descendants(pid)):
        with suppress(OSError, ValueError):
            total += sum(map(int, _stat(process)[11:15]))
    return total / TICKS


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat that follow the name, which may hold spaces: the first is the state."""
    return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()


def wait_for_orphans() -> None:
    """Wait for every process that is left. Those that do not end by themselves are ended."""
    for patience, end in ((PATIENCE, signal.SIGTERM), (1.0, signal.SIGKILL), (PATIENCE, None)):
        limit = time.perf_counter() + patience
        while time.perf_counter() < limit:
            try:
                if os.waitpid(-1, os.WNOHANG) == (0, 0):
                    time.sleep(0.02)
            except ChildProcessError:
                return
        for pid in list(descendants(os.getpid())) if end else ():
            with suppress(ProcessLookupError):
                os.kill(pid, end)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
