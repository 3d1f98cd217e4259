"""Concurrent builds, readers and servers, and failures of a server to start."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from faults.trial import ENVIRONMENT, GOOD, Trial, digest, fault


def read_soon(path: Path) -> bytes:
    """The contents of a file that may be missing for a moment."""
    for _ in range(50):
        with suppress(FileNotFoundError):
            return path.read_bytes()
        time.sleep(0.01)
    return path.read_bytes()


@fault
def two_builds_at_once_and_a_reader(trial: Trial) -> None:
    """4 files are read again and again during 2 builds: none is missing for longer than the moment between 2 renames."""
    first, second = trial.start(), trial.start()
    names = ("index.html", "stages/index.html", "assets/search/index.json", "assets/search/terms/a.json")
    reads = 0
    while first.poll() is None or second.poll() is None:
        for name in names:
            assert read_soon(trial.live / name), name
        reads += 1
    said = []
    for process in (first, second):
        assert trial.finish(process) == 0, trial.output
        said.append(trial.output)
    trial.output = "".join(said)
    trial.says("another build of this site is running; this one starts when that one has ended")
    trial.notes.append(f"{reads} reads, none of which failed")
    assert digest(trial.live) == GOOD[0]
    trial.rebuilds()


@contextmanager
def serving(trial: Trial) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    log = trial.root.parent / "serve.log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(trial.root / "mkdocs.yml"), "-a", "127.0.0.1:0"]
        process = subprocess.Popen(command, stdout=out, stderr=out, env=ENVIRONMENT)
    try:
        yield process, log
    finally:
        process.terminate()
        process.wait(timeout=20)


@fault
def a_build_while_the_site_is_served(trial: Trial) -> None:
    with serving(trial) as (_, log):
        trial.rebuilds()
        assert "Traceback" not in log.read_text("utf-8")
    trial.notes.append("both continue")


@fault
def the_port_is_taken(trial: Trial) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        trial.serve_fails(taken.getsockname()[1], saying="serve on another port")


@fault
def serving_begins_with_a_broken_file(trial: Trial) -> None:
    file = trial.root / "network.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole[: len(whole) // 2] + "\n  - {", "utf-8")
    trial.serve_fails(0, saying="network.yaml:")
    file.write_text(whole, "utf-8")
    trial.rebuilds()
