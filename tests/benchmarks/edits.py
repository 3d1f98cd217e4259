"""Benchmark of an edit: seconds from saving a file while `mkdocs serve` runs until the page shows the change."""

from __future__ import annotations

import os
import re
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.rows import ENVIRONMENT, python

#: Seconds from saving to the page.
BUDGET = 2.0
HEADINGS = ["what", "ours", "budget", "verdict"]


@dataclass(frozen=True, slots=True)
class Edits:
    """Seconds from saving to the changed page, for each of several edits."""

    entries: int
    seconds: list[float]
    #: Seconds of each rebuild as MkDocs logs them.
    rebuilds: list[float]

    @property
    def kept(self) -> bool:
        return statistics.median(self.seconds) <= BUDGET

    def cells(self) -> list[str]:
        middle, least, most = statistics.median(self.seconds), min(self.seconds), max(self.seconds)
        found = f"{middle:.2f} s ({least:.2f} to {most:.2f})"
        what = f"make serve: from saving to the page, {self.entries} entries"
        return [what, found, f"{BUDGET:.1f} s", "kept" if self.kept else "MISSED"]


def edits(root: Path, turns: int) -> Edits:
    """Change the title of the first entry repeatedly. The first change is a warm-up."""
    file = root / "opportunities.yaml"
    before = file.read_text("utf-8")
    entries = len(re.findall(r"^- id:", before, re.MULTILINE))
    (name,) = re.findall(r"^- id: ([a-z0-9-]+)$", before, re.MULTILINE)[:1]
    seconds = []
    try:
        with serving(root) as (base, said):
            for number in range(turns + 1):
                mark = f"Saved as number {number}"
                start = time.perf_counter()
                file.write_text(re.sub(r"^  title: .*$", f"  title: {mark}", before, count=1, flags=re.MULTILINE), "utf-8")
                until(f"{base}/opportunities/{name}/", mark)
                seconds.append(time.perf_counter() - start)
            built = re.findall(rb"Documentation built in ([0-9.]+) seconds", os.pread(said, os.fstat(said).st_size, 0))
    finally:
        file.write_text(before, "utf-8")
    return Edits(entries, seconds[1:], [float(found) for found in built[-turns:]])


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, int]]:
    """Run `mkdocs serve` inside a `with` block: its URL once it responds, and the descriptor of its log."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with tempfile.TemporaryFile() as said:
        command = python("-m", "mkdocs", "serve", "-f", root / "mkdocs.yml", "-a", address)
        process = subprocess.Popen(command, env=ENVIRONMENT, stdout=said, stderr=said)
        try:
            until(f"http://{address}/", "<h1")
            yield f"http://{address}", said.fileno()
        finally:
            process.terminate()
            process.wait(30)


def until(url: str, shows: str) -> None:
    """Poll a URL until its page contains a text."""
    end = time.perf_counter() + 120
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                if shows in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{url} never showed {shows!r}")
