"""The coverage page names gaps and overdue entries, with links to them."""

from __future__ import annotations

import datetime
from typing import Any

from mentor_network import pages
from mentor_network.catalogue import Catalogue
from support.catalogues import catalogue_of
from support.networks import TODAY


def context(catalogue: Catalogue) -> dict[str, Any]:
    return dict(next(page.context for page in pages.build(catalogue) if page.template == "coverage"))


def test_each_kind_of_gap_has_a_sentence() -> None:
    entries = [{"develops": ["cap-1"], "stages": ["core"], "min_weeks": 4, "type": "meeting"} for _ in range(4)]
    gaps = context(catalogue_of(*entries, {"type": "post", "min_weeks": 26, "stages": ["core"], "develops": ["cap-1"]}))[
        "gaps"
    ]
    assert "Registrar: 0 entries show CAP 1" in gaps and not any("Core: " in gap and "CAP 1" in gap for gap in gaps)
    assert "Core: 0 entries fit into 1 week" in gaps and "Core: 4 entries fit into 1 month" not in gaps
    assert any(gap.startswith("No entry is of these kinds: everyday leadership, ") for gap in gaps)
    assert "Nothing of these kinds fits into 4 months: posts and schemes" in gaps
    assert "No entry shows these parts: CAP 2" in gaps


def test_overdue_entries_have_their_title_address_and_day() -> None:
    due = TODAY - datetime.timedelta(1)
    assert context(catalogue_of({"title": "Old", "next_review": due}))["overdue"] == [
        ("Old", "/opportunities/entry-0/", due)
    ]
