"""Budgets of what a contributor waits for: `make test`, `make gates`, and the answer to a pull request of words.

`make test` and `make gates` run once each, in this checkout, with the browsers that they start. Set-up is not measured: it
is done before. The answer to a pull request is measured in a fresh clone, with pip's cache warm.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys

from benchmarks import reasons
from benchmarks.networks import ROOT, Networks
from benchmarks.rows import Limit, Part, Row, Side, Turn

#: Tests and gates run as a contributor runs them, without what the benchmarks set.
CLEAN = ("env", "-u", "SOURCE_DATE_EPOCH", "-u", "PYTHONPATH")
BROWSERS = ("chrom", "headless", "chrome", "msedge")
#: What the workflow of pull requests runs before it runs the tests.
ANSWER = """\
make .venv/ready PYTHON={python}
.venv/bin/mentor-network changes {before} .
.venv/bin/mentor-network check --format github
make site
"""


def tests(networks: Networks) -> Part:
    """`make test`: all seconds of CPU count, those of browsers too."""
    turn = _made("test")
    row = Row(
        "make test", [Limit("CPU", turn.cpu, 200, "s"), Limit("of it browsers", turn.cpu_of(*BROWSERS), None, "s")], [turn]
    )
    return Part([row], lambda: f"{row.missed_text}. {reasons.of_programs(turn)}")


def gates(networks: Networks) -> Part:
    """`make gates`: browsers are counted apart."""
    turn = _made("gates")
    browsers = turn.cpu_of(*BROWSERS)
    limits = [
        Limit("CPU without browsers", turn.cpu - browsers, 450, "s"),
        Limit("wall", turn.wall, 600, "s"),
        Limit("browsers", browsers, None, "s"),
    ]
    row = Row("make gates", limits, [turn])
    return Part([row], lambda: f"{row.missed_text}. {reasons.of_programs(turn)}")


def _made(target: str) -> Turn:
    setup = ["make", "--quiet", ".venv/ready-test", ".venv/ready-tools"]
    subprocess.run(setup, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return Side(f"make {target}", [*CLEAN, "make", target], folder=ROOT).turn()


def answer(networks: Networks) -> Part:
    """From a fresh clone to the summary, the messages and the preview, for a pull request that changes no code."""
    before, clone = networks.folder / "before", networks.folder / "clone"
    for folder in (before, clone):
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    script = ANSWER.format(python=shlex.quote(sys.executable), before=shlex.quote(str(before)))
    side = Side("answer", [*CLEAN, "sh", "-ec", script], folder=clone)
    side.turn()  # fills pip's cache
    shutil.rmtree(clone / ".venv")
    shutil.rmtree(clone / "site")
    turn = side.turn()
    limits = [Limit("CPU", turn.cpu, 60, "s"), Limit("wall", turn.wall, None, "s")]
    waits = "make test" in (ROOT / ".github" / "workflows" / "pull-request.yml").read_text("utf-8")
    note = "not yet: the workflow runs `make test` too, whatever has changed" if waits else ""
    row = Row("answer to a pull request of words", limits, [turn], note=note)
    return Part([row], lambda: f"{row.missed_text}. {reasons.of_programs(turn)}")
