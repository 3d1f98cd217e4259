"""A build that is killed or interrupted."""

from __future__ import annotations

import os
import signal
import sys
import time

from faults.trial import GOOD, Skipped, Trial, digest, fault


def signalled_when(trial: Trial, there: str, by: signal.Signals) -> int:
    """Send a signal to the build and its child processes as soon as a file or folder exists. Returns the exit status."""
    before = digest(trial.live)
    for _ in range(5):
        process = trial.start()
        while process.poll() is None and not (trial.root / there).exists():
            time.sleep(0.0005)
        if process.poll() is None:
            os.killpg(process.pid, by)
        # On a busy machine the build can end before the signal arrives.
        if code := trial.finish(process):
            assert digest(trial.live) == before, "the last good site has changed"
            return code
    raise Skipped("the build was too quick to be caught there")


def killed_when(trial: Trial, there: str) -> None:
    assert signalled_when(trial, there, signal.SIGKILL) == -signal.SIGKILL, trial.output
    trial.notes.append("the last good site is intact")
    trial.rebuilds()


@fault
def killed_while_reading(trial: Trial) -> None:
    killed_when(trial, "site.next/.mentor-network")


@fault
def killed_while_pages_are_written(trial: Trial) -> None:
    killed_when(trial, "site.next/stages/index.html")


@fault
def killed_while_the_search_is_written(trial: Trial) -> None:
    killed_when(trial, "site.next/assets/search")


@fault
def killed_at_any_moment(trial: Trial) -> None:
    """At 8 moments spread over a build, one after the other, with no complete build in between."""
    start = time.perf_counter()
    trial.rebuilds()
    whole = time.perf_counter() - start
    for share in range(1, 9):
        process = trial.start()
        time.sleep(whole * share / 8.5)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        ended = trial.finish(process)
        assert ended in (0, -signal.SIGKILL), f"it ended with {ended}: {trial.output}"
        assert digest(trial.live) == GOOD[0], "there is another site"
    trial.notes.append("the last good site is intact each time")
    trial.rebuilds()


#: A build whose process is killed right after one of the two renames of `publish.publish`, counted from 0.
KILLED_AFTER_RENAME = """
import os, signal, sys
from pathlib import Path
from mentor_network import cli
rename = Path.rename
left = {}
def killing(self, target):
    global left
    rename(self, target)
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
Path.rename = killing
cli.main(["site", *sys.argv[1:]])
"""


@fault
def killed_between_the_two_renames(trial: Trial) -> None:
    before = digest(trial.live)
    trial.site(command=[sys.executable, "-c", KILLED_AFTER_RENAME.format(0)])
    assert not trial.live.exists() and digest(trial.root / "site.old") == before
    # Even a build that fails restores the last good site first.
    text = (trial.root / "stages.yaml").read_text("utf-8")
    (trial.root / "stages.yaml").write_text("- id: [", "utf-8")
    assert trial.site() == 1
    assert digest(trial.live) == before
    trial.notes.append("the next build restores the last good site")
    (trial.root / "stages.yaml").write_text(text, "utf-8")
    trial.rebuilds()


@fault
def killed_after_the_second_rename(trial: Trial) -> None:
    trial.site(command=[sys.executable, "-c", KILLED_AFTER_RENAME.format(1)])
    assert digest(trial.live) == GOOD[0] and (trial.root / "site.old").exists()
    trial.notes.append("the new site is complete")
    trial.rebuilds()


@fault
def terminated(trial: Trial) -> None:
    """By SIGTERM, as systemd and other supervisors do."""
    code = signalled_when(trial, "site.next/index.html", signal.SIGTERM)
    assert code == 130, f"it ended with {code}: {trial.output}"
    trial.says("stopped; the last good site is as it was")
    assert not (trial.root / "site.next").exists()
    trial.rebuilds()


@fault
def stopped_with_ctrl_c(trial: Trial) -> None:
    code = signalled_when(trial, "site.next/index.html", signal.SIGINT)
    assert code == 130, f"it ended with {code}: {trial.output}"
    trial.says("stopped; the last good site is as it was")
    trial.rebuilds()
