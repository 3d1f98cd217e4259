"""The counts of entries, and domains that no entry shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.report import coverage
from support.networks import TODAY
from support.reports import CHAIR, rows

Make = Callable[[dict[str, str | None]], Path]


@pytest.mark.parametrize("status", ["on-hold", "closed", "open\nopens: 2026-05-01\ncloses: 2026-08-05"])
def test_opportunities_on_hold_count_only_by_status(status: str, network: Make) -> None:
    text = CHAIR.replace("status: open\nopens: 2026-05-01\ncloses: 2026-12-01", f"status: {status}")
    assert text != CHAIR
    records, _ = pipeline.check(network({"opportunities/chair-a-meeting.yaml": text}), today=TODAY)
    lines = list(coverage.coverage(link(records, today=TODAY)))
    assert lines[:2] == [
        "2 opportunities, 1 case study",
        "on hold or closed, and counted by status alone: `chair-a-meeting`",
    ]
    assert "fits in: 1 week 1, 1 month 1, 4 months 1, 6 months 1, 12 months 1" in lines
    assert "by cost: free 1" in lines
    assert f"by status: always 1, {status.partition(chr(10))[0]} 1" in lines


def test_parts_of_a_domain_that_nothing_shows_share_a_row(network: Make) -> None:
    root = network({})
    file = root / "leadership_models.yaml"
    text = file.read_text("utf-8")
    more = "".join(f"      - id: cap-1-{n}\n        part_of: cap-1\n        name: Part {n}\n" for n in (1, 2))
    file.write_text(text.replace("      - id: cap-2\n", f"{more}      - id: cap-2\n", 1), "utf-8")
    assert rows("Domains that nothing shows", root) == (
        "`cap-2`: Safety",
        "2 parts of `cap-1`: `cap-1-1` and `cap-1-2`",
    )
