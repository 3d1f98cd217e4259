"""Texts of contributions for tests of files in the wrong place, and how to write and check them."""

from __future__ import annotations

from pathlib import Path

from mentor_network import pipeline
from mentor_network.problems import Problem
from support.networks import NETWORK, TODAY

#: Two lines of text that the screens must find something in: a name and an NHS number.
SLIPS = "We thank Dr Jane Smith.\nHer number is 943 476 5919.\n"
CASE, ENTRY, PAGE = (
    (NETWORK / name).read_text("utf-8")
    for name in ("case_studies/board-meetings.md", "opportunities/chair-a-meeting.yaml", "content/guides/shadowing.md")
)


def check(root: Path) -> list[Problem]:
    """The problems of a network, sorted."""
    return list(pipeline.check(root, today=TODAY)[1])


def put(root: Path, name: str, raw: bytes) -> Path:
    """Write a file of a network, and return the root."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return root
