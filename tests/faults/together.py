"""Several at once: 2 builds, a reader, a build beside a server; and what stops a server from starting."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from faults.ground import GOOD, QUIET, Ground, digest, fault


@fault
def two_builds_at_once_and_a_reader(ground: Ground) -> None:
    """Somebody reads 4 files again and again. Each is always there, and they are of one build while the folder is one."""
    first, second = ground.start(), ground.start()
    names = ("index.html", "stages/index.html", "assets/words.json", "pagefind/pagefind.js")
    reads = 0
    while first.poll() is None or second.poll() is None:
        for name in names:
            assert (ground.live / name).read_bytes(), name
        reads += 1
    said = []
    for process in (first, second):
        assert ground.finish(process) == 0, ground.said
        said.append(ground.said)
    ground.said = "".join(said)
    ground.plain("another build of this site is running; this one starts when that one has ended")
    ground.seen.append(f"{reads} reads, none in vain")
    assert digest(ground.live) == GOOD[0]
    ground.works()


@contextmanager
def serving(ground: Ground) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    log = ground.root.parent / "serve.log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(ground.root / "mkdocs.yml"), "-a", "127.0.0.1:0"]
        process = subprocess.Popen(command, stdout=out, stderr=out, env=QUIET)
    try:
        yield process, log
    finally:
        process.terminate()
        process.wait(timeout=20)


@fault
def a_build_while_the_site_is_served(ground: Ground) -> None:
    with serving(ground) as (_, log):
        ground.works()
        assert "Traceback" not in log.read_text("utf-8")
    ground.seen.append("both go on")


@fault
def the_port_is_taken(ground: Ground) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ground.serve_fails(taken.getsockname()[1], saying="serve on another port")


@fault
def serving_begins_with_a_broken_file(ground: Ground) -> None:
    file = ground.root / "network.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole[: len(whole) // 2] + "\n  - {", "utf-8")
    ground.serve_fails(0, saying="network.yaml:")
    file.write_text(whole, "utf-8")
    ground.works()
