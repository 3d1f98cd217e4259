"""Sections on what is on hold, not confirmed, and not reviewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.networks import NETWORK
from support.reports import CHAIR, rows

Make = Callable[[dict[str, str | None]], Path]


def changed(network: Make, **fields: str) -> Path:
    """The small network with fields of one opportunity changed."""
    lines = CHAIR.splitlines()
    for field, value in fields.items():
        lines = [line for line in lines if not line.startswith(f"{field}:")] + [f"{field}: {value}"]
    return network({"opportunities/chair-a-meeting.yaml": "\n".join(lines) + "\n"})


def test_what_is_on_hold(network: Make) -> None:
    assert rows("On hold", NETWORK) == ()
    (row,) = rows("On hold", changed(network, status="on-hold"))
    assert row.startswith("`chair-a-meeting`, ") and "last looked at on" in row


def test_what_readers_are_told_to_ask(network: Make) -> None:
    before = set(rows("Not confirmed", NETWORK))
    (row,) = set(rows("Not confirmed", changed(network, status="check", cost="check"))) - before
    assert row.startswith("`chair-a-meeting`, ") and row.endswith(": ask whether it runs and what it costs")


def test_a_review_by_a_clinician_is_counted(network: Make) -> None:
    count = [row for row in rows("Not reviewed by a clinician", NETWORK) if row.endswith(" opportunities")]
    reviewed = changed(network, reviewed_by_role="Associate Medical Director")
    then = [row for row in rows("Not reviewed by a clinician", reviewed) if row.endswith(" opportunities")]
    number, _, every = count[0].split()[:3]
    assert then == [f"{int(number) - 1} of {every} opportunities"]
