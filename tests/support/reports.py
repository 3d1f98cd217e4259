"""The report of a network, and entries that it lists."""

from __future__ import annotations

import datetime
from pathlib import Path

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.report import report
from support.networks import NETWORK, TODAY

CHAIR = (NETWORK / "opportunities" / "chair-a-meeting.yaml").read_text("utf-8")
#: A draft of a case study whose title would act as Markdown.
DRAFT = """---
id: our-forum
kind: case-study
status: draft
title: "[A forum](https://evil.example)"
summary: We met.
activity_types: [event]
added: 2026-06-01
last_reviewed: 2026-06-01
next_review: 2027-06-01
---

## Why we did it

## Our Trust

## What we did

## What happened

## What did not work

## If you have 2 hours a week

## What to copy

## What we would like to know from others
"""


def rows(title: str, root: Path, today: datetime.date = TODAY) -> tuple[str, ...]:
    """The rows of a section, by its title."""
    records, problems = pipeline.check(root, today=today)
    assert problems.errors == []
    (section,) = [section for section in report.sections(link(records, today=today)) if section.title == title]
    assert section.todo.endswith(".")
    return section.rows
