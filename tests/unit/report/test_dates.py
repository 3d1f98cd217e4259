"""Sections on dates."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from support.networks import NETWORK
from support.reports import rows

Make = Callable[[dict[str, str | None]], Path]


def test_overdue(network: Make) -> None:
    found = rows("Overdue for review", network({}), datetime.date(2027, 6, 2))
    assert "`shadow-a-leader` in `opportunities.yaml`, line 51: due on 1 June 2027" in found
    assert rows("Overdue for review", NETWORK, datetime.date(2027, 6, 1)) == ()


def test_closing_soon_and_closed_unnoticed(network: Make) -> None:
    root = network({})
    assert rows("Closing soon", root) == ()
    assert rows("Closing soon", root, datetime.date(2026, 10, 2)) == ("`chair-a-meeting`: closes on 1 December 2026",)
    late = rows("Closing soon", root, datetime.date(2026, 12, 2))
    assert late == ("`chair-a-meeting`: closed on 1 December 2026, and still says that it is open",)
