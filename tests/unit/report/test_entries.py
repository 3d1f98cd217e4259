"""Sections on drafts, and on opportunities that nothing links to, that are short, or alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from support.reports import CHAIR, DRAFT, rows

Make = Callable[[dict[str, str | None]], Path]


def test_drafts_wait(network: Make) -> None:
    waiting = rows("Drafts that wait for reviewers", network({"case_studies/our-forum.md": DRAFT}))
    assert "`our-forum`, since 1 June 2026" in waiting


def test_linked_to_nothing_thin_and_alike(network: Make) -> None:
    root = network({"opportunities/chair-a-long-meeting.yaml": CHAIR.replace("id: chair-a", "id: chair-a-long")})
    assert rows("Linked to nothing", root) == ("`chair-a-long-meeting`",)
    assert "`chair-a-long-meeting`: 38 words" in rows("Thin", root)
    (pair,) = rows("Two entries alike", root)
    assert set(pair.split(" and ")) == {"`chair-a-meeting`", "`chair-a-long-meeting`"}
