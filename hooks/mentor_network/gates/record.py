"""The records of tests in a network: `docs/gates_passed.yaml` and `docs/tried_by_hand.yaml`.

The accessibility statement of the network may claim only what is in them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mentor_network.gates import manual_tests

GATES_PASSED = "docs/gates_passed.yaml"
TRIED_BY_HAND = "docs/tried_by_hand.yaml"
HEAD = """\
# The last time that every gate ran on every page, and passed. `{command}` writes this file.
# The accessibility statement claims nothing else, and gives this date: content/accessibility.md.
"""


@dataclass(frozen=True, slots=True)
class Record:
    """The date of the last run that passed, its gates, the manual tests, and error messages about the files."""

    date: datetime.date | None = None
    passed: frozenset[str] = frozenset()
    by_hand: list[dict[str, Any]] = field(default_factory=list)
    faults: tuple[str, ...] = ()


def read(network: Path | None) -> Record:
    """Read the records of a network. Without a network or files, the record is empty."""
    if network is None:
        return Record()
    faults: list[str] = []
    day, passed = _last_run(network / GATES_PASSED, faults)
    return Record(day, passed, _by_hand(network / TRIED_BY_HAND, faults), tuple(faults))


def _last_run(file: Path, faults: list[str]) -> tuple[datetime.date | None, frozenset[str]]:
    if not file.is_file():
        return None, frozenset()
    try:
        whole = yaml.safe_load(file.read_text("utf-8"))
        day, passed = whole["date"], frozenset(whole["passed"])
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError):
        day = None
    if not isinstance(day, datetime.date):
        faults.append(f"{GATES_PASSED}: it cannot be read; write it again: mentor-network gates --record")
        return None, frozenset()
    return day, passed


def _by_hand(file: Path, faults: list[str]) -> list[dict[str, Any]]:
    if not file.is_file():
        return []
    try:
        text = file.read_text("utf-8")
    except (OSError, ValueError):
        faults.append(f"{TRIED_BY_HAND}: it is not a text in UTF-8")
        return []
    found = manual_tests.faults(text)
    faults += [f"{TRIED_BY_HAND}: {fault}" for fault in found]
    return [] if found else manual_tests.records(text)


def write(
    network: Path,
    today: datetime.date,
    pages: int,
    passed: Iterable[str],
    not_tested: Iterable[str] = (),
    command: str = "mentor-network gates --record",
) -> Path:
    """Write the record of a run that passed, and return its path."""
    run = {"date": today, "pages": pages, "passed": [*passed], "not_tested": [*not_tested]}
    file = network / GATES_PASSED
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(run, sort_keys=False, default_flow_style=None, width=120)
    file.write_text(HEAD.format(command=command) + text, "utf-8", newline="\n")
    return file
