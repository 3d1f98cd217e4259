"""A process that ends at the worst moment."""

from __future__ import annotations

import os
import signal
import sys
import time

from faults.ground import GOOD, Ground, NotTried, digest, fault


def caught_when(ground: Ground, there: str, by: signal.Signals) -> int:
    """Send a signal to the build and all that it started once this file or folder exists. Gives how it ended."""
    before = digest(ground.live)
    for _ in range(5):
        process = ground.start()
        while process.poll() is None and not (ground.root / there).exists():
            time.sleep(0.0005)
        if process.poll() is None:
            os.killpg(process.pid, by)
        # On a busy machine the build can be over before it hears of it.
        if code := ground.finish(process):
            assert digest(ground.live) == before, "the last good site has changed"
            return code
    raise NotTried("the build was too quick to be caught there")


def killed_when(ground: Ground, there: str) -> None:
    assert caught_when(ground, there, signal.SIGKILL) == -signal.SIGKILL, ground.said
    ground.seen.append("the last good site stands")
    ground.works()


@fault
def killed_while_reading(ground: Ground) -> None:
    killed_when(ground, "site.next/.mentor-network")


@fault
def killed_while_pages_are_written(ground: Ground) -> None:
    killed_when(ground, "site.next/stages/index.html")


@fault
def killed_while_the_search_is_indexed(ground: Ground) -> None:
    killed_when(ground, "site.next/pagefind")


@fault
def killed_at_any_moment(ground: Ground) -> None:
    """At 8 moments between the start and the end of a build, one after the other and with no whole build between them."""
    start = time.perf_counter()
    ground.works()
    whole = time.perf_counter() - start
    for share in range(1, 9):
        process = ground.start()
        time.sleep(whole * share / 8.5)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        ended = ground.finish(process)
        assert ended in (0, -signal.SIGKILL), f"it ended with {ended}: {ground.said}"
        assert digest(ground.live) == GOOD[0], "there is another site"
    ground.seen.append("the last good site stands each time")
    ground.works()


#: A build whose process dies when it has moved the last site away and not yet moved the new one in.
BETWEEN = """
import os, signal, sys
from pathlib import Path
from mentor_network import cli, placing
placing._swap = lambda one, other: False
move = Path.rename
def rename(self, target):
    move(self, target)
    os.kill(os.getpid(), signal.SIGKILL)
Path.rename = rename
cli.main(["site", *sys.argv[1:]])
"""


@fault
def killed_between_two_moves_where_nothing_can_be_swapped(ground: Ground) -> None:
    before = digest(ground.live)
    ground.site(command=[sys.executable, "-c", BETWEEN])
    assert not ground.live.exists() and digest(ground.root / "site.old") == before
    # Even a build that fails brings the last good site back first.
    text = (ground.root / "stages.yaml").read_text("utf-8")
    (ground.root / "stages.yaml").write_text("- id: [", "utf-8")
    assert ground.site() == 1
    assert digest(ground.live) == before
    ground.seen.append("the next start puts the last good site back")
    (ground.root / "stages.yaml").write_text(text, "utf-8")
    ground.works()


@fault
def killed_after_the_swap(ground: Ground) -> None:
    code = BETWEEN.replace("placing._swap = lambda one, other: False", "swap = placing._swap").partition("move =")[0] + (
        "def dies(one, other):\n    swap(one, other)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        'placing._swap = dies\ncli.main(["site", *sys.argv[1:]])\n'
    )
    ground.site(command=[sys.executable, "-c", code])
    assert digest(ground.live) == GOOD[0] and (ground.root / "site.next").exists()
    ground.seen.append("the new site stands whole")
    ground.works()


@fault
def stopped_with_ctrl_c(ground: Ground) -> None:
    code = caught_when(ground, "site.next/index.html", signal.SIGINT)
    assert code == 130, f"it ended with {code}: {ground.said}"
    ground.plain("stopped; the last good site is as it was")
    ground.works()
