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
from support import workflow

#: Tests and gates run as a contributor runs them, without what the benchmarks set.
CLEAN = ("env", "-u", "SOURCE_DATE_EPOCH", "-u", "PYTHONPATH")
WRITER = ("-c", "user.name=Writer", "-c", "user.email=writer@example.org")
BROWSERS = ("chrom", "headless", "chrome", "msedge")


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
    """The steps of the job "Answer" in a fresh clone whose last commit changes a case study."""
    clone, runner = networks.folder / "clone", networks.folder / "runner"
    steps = workflow.job("pull-request.yml", "answer")
    script = f"export PYTHON={shlex.quote(sys.executable)}\n{workflow.script(steps, runner)}"

    def run() -> Turn:
        for folder in (clone, runner):
            shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        runner.mkdir()
        case = next((clone / "case_studies").glob("*.md"))
        case.write_text(case.read_text("utf-8").replace("\n## ", "\nOne more sentence.\n\n## ", 1), "utf-8")
        subprocess.run(["git", "-C", str(clone), *WRITER, "commit", "--quiet", "-am", "A change"], check=True)
        return Side("answer", [*CLEAN, "sh", "-c", script], folder=clone).turn()

    run()  # fills pip's cache
    turn = run()
    row = Row(
        "answer to a pull request of words", [Limit("CPU", turn.cpu, 60, "s"), Limit("wall", turn.wall, None, "s")], [turn]
    )
    return Part([row], lambda: f"{row.missed_text}. {reasons.of_programs(turn)}")
