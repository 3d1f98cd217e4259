"""The report: what a mentor with 2 hours a week is told to do, and in which order."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.cli import main
from mentor_network.report import coverage, report
from support.networks import NETWORK, TODAY

Make = Callable[[dict[str, str | None]], Path]
CHAIR = (NETWORK / "opportunities" / "chair-a-meeting.yaml").read_text("utf-8")
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
    records, problems = pipeline.check(root, today=today)
    assert problems.errors == []
    (section,) = [section for section in report.sections(link(records, today=today)) if section.title == title]
    assert section.todo.endswith(".")
    return section.rows


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


@pytest.mark.parametrize("status", ["on-hold", "closed", "open\nopens: 2026-05-01\ncloses: 2026-08-05"])
def test_what_does_not_run_is_counted_by_its_status_alone(status: str, network: Make) -> None:
    text = CHAIR.replace("status: open\nopens: 2026-05-01\ncloses: 2026-12-01", f"status: {status}")
    assert text != CHAIR
    records, _ = pipeline.check(network({"opportunities/chair-a-meeting.yaml": text}), today=TODAY)
    told = list(coverage.coverage(link(records, today=TODAY)))
    assert told[:2] == [
        "2 opportunities, 1 case study",
        "on hold or closed, and counted by status alone: `chair-a-meeting`",
    ]
    assert "fits in: 1 week 1, 1 month 1, 4 months 1, 6 months 1, 12 months 1" in told
    assert "by cost: free 1" in told
    assert f"by status: always 1, {status.partition(chr(10))[0]} 1" in told


def test_drafts_wait(network: Make) -> None:
    waiting = rows("Drafts that wait for reviewers", network({"case_studies/our-forum.md": DRAFT}))
    assert "`our-forum`, since 1 June 2026" in waiting


def test_linked_to_nothing_thin_and_alike(network: Make) -> None:
    root = network({"opportunities/chair-a-long-meeting.yaml": CHAIR.replace("id: chair-a", "id: chair-a-long")})
    assert rows("Linked to nothing", root) == ("`chair-a-long-meeting`",)
    assert "`chair-a-long-meeting`: 38 words" in rows("Thin", root)
    (pair,) = rows("Two entries alike", root)
    assert set(pair.split(" and ")) == {"`chair-a-meeting`", "`chair-a-long-meeting`"}


def test_bare_domains_are_told_with_their_parts(network: Make) -> None:
    root = network({})
    file = root / "leadership_models.yaml"
    text = file.read_text("utf-8")
    more = "".join(f"      - id: cap-1-{n}\n        part_of: cap-1\n        name: Part {n}\n" for n in (1, 2))
    file.write_text(text.replace("      - id: cap-2\n", f"{more}      - id: cap-2\n", 1), "utf-8")
    assert rows("Domains that nothing shows", root) == (
        "`cap-2`: Safety",
        "2 parts of `cap-1`: `cap-1-1` and `cap-1-2`",
    )


def test_addresses_to_keep_are_counted_until_a_maintainer_notes_them(
    network: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    root = network({})
    assert main(["report", str(root)]) == 0
    said = capsys.readouterr().out
    assert "Addresses to keep (1)\n" in said and " addresses are not in the list yet, `/` first\n" in said
    assert main(["published", str(root)]) == 0
    (root / "opportunities/run-a-forum.yaml").write_text(CHAIR.replace("id: chair-a-meeting", "id: run-a-forum"), "utf-8")
    assert main(["report", str(root)]) == 0
    assert "1 address is not in the list yet, `/opportunities/run-a-forum/` first\n" in capsys.readouterr().out


def test_the_text_begins_with_work_and_ends_with_counts(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(network({}))]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Lead the way, ")
    assert said.index("Thin (2)") < said.index("Nothing to do: ") < said.index("What there is")


def test_the_issue_holds_no_words_that_act(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({"case_studies/our-forum.md": DRAFT})
    file = root / "leadership_models.yaml"
    text = file.read_text("utf-8").replace("name: Safety\n", 'name: "@all see <b>https://evil.example</b>"\n', 1)
    file.write_text(text, "utf-8")
    assert main(["report", str(root), "--format", "markdown"]) == 0
    said = capsys.readouterr().out
    assert "## Drafts that wait for reviewers (" in said
    assert "evil" in said and "<b>" not in said and "https:" not in said and "@all" not in said


def test_what_the_checker_of_links_wrote_comes_last(network: Make, capsys: pytest.CaptureFixture[str]) -> None:
    root = network({"links.md": "| Broken | 1 |\n"})
    assert main(["report", str(root), "--format", "markdown", "--links", str(root / "links.md")]) == 0
    assert capsys.readouterr().out.endswith("before you change it.\n\n| Broken | 1 |\n")
    assert main(["report", str(root), "--format", "markdown", "--links", str(root / "nothing.md")]) == 0
    assert capsys.readouterr().out.endswith("The links were not checked this time.\n")
    (root / "links.md").write_text("- a broken link\n" * 10_000)
    assert main(["report", str(root), "--format", "markdown", "--links", str(root / "links.md")]) == 0
    said = capsys.readouterr().out
    assert len(said) < 65_536 and said.endswith("The run of the workflow has all of it.\n")


def test_a_reader_who_has_seen_enough_is_no_mistake() -> None:
    command = f"{sys.executable} -m mentor_network report {NETWORK} | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
