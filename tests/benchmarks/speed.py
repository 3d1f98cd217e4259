"""How fast this machine is: budgets in seconds hold for the machine that they were measured on, and others differ."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.networks import Networks
from benchmarks.rows import Row, Side, alternate, cpu, python

#: Parses one file by PyYAML's C loader. The garbage collector is off, as it is in `check`: it is half the time otherwise.
BARE_YAML = "import gc, sys, yaml; gc.disable(); yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"
#: Seconds of CPU that this takes for `ENTRIES` short entries where the budgets were measured, in November 2026.
THERE = 0.43
ENTRIES = 1165


def bare_yaml(networks: Networks) -> Side:
    file = networks.generated(250 if networks.quick else ENTRIES, "short") / "opportunities.yaml"
    return Side("bare yaml.load", python("-c", BARE_YAML, file))


def slower(networks: Networks) -> float:
    """How many times the seconds of that machine a task takes here."""
    (turns,) = alternate(3, bare_yaml(networks))
    return cpu(turns) / THERE * (ENTRIES / 250 if networks.quick else 1)


def verdicts(rows: Sequence[Row], slower: float) -> str:
    """Which of the missed budgets would be kept where everything takes so many times fewer seconds."""
    missed = [row for row in rows if row.missed]
    kept = ", ".join(row.what for row in missed if row.kept_at(slower)) or "none"
    return (
        f"This machine takes {slower:.2f} times the seconds of the one that the budgets were measured on "
        f"(bare yaml.load {slower * THERE:.2f} s here, {THERE} s there).\n"
        f"Of the budgets that are missed, kept at its speed: {kept}.\n"
    )
