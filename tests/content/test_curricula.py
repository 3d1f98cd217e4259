"""What a curriculum asks for is on several pages: these tests compare them.

A wrong stage is expensive: work done in the wrong year may not count.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from mentor_network import pipeline
from mentor_network.prose_lint.segments import passages
from support.networks import ROOT


@cache
def sections() -> dict[tuple[str, str], str]:
    """The text of each entry by file and line, and of each section of a page by file and heading."""
    found = {}
    for entry in pipeline.check(ROOT, today=pipeline.today())[0].all():
        file, line = entry.document.file, entry.at().line
        texts = [passage for passage in passages(entry) if passage.steps and "sources" not in passage.steps]
        found[file, str(line)] = "\n".join(passage.text for passage in texts)
        for part in re.split(r"^## ", entry.document.body or "", flags=re.MULTILINE):
            heading, _, text = part.partition("\n")
            found[file, heading] = text
    return found


def section(file: str, *headings: str) -> str:
    (text,) = [sections()[file, heading] for heading in headings if (file, heading) in sections()]
    return text


@pytest.mark.parametrize("work", ["leadership activity", "leadership MSF", "leadership multi-source feedback"])
def test_leadership_work_of_general_practice_is_named_with_its_stage(work: str) -> None:
    named = {place: text for place, text in sections().items() if work.casefold() in text.casefold()}
    assert named
    assert [place for place, text in named.items() if "GPST3" not in text] == []


def test_doctors_before_gpst3_are_told_that_it_is_too_early() -> None:
    text = section(
        "content/guides/specialty-general-practice.md", "In hospital posts", "In GPST1 and GPST2, and in hospital posts"
    )
    assert "finished in GPST3" in text


@pytest.mark.parametrize(
    ("guide", "curriculum", "code"),
    [
        ("general-practice", "General practice", r"\bGPST3\b|\bsecond half\b|\b10 colleagues\b"),
        ("emergency-medicine", "Emergency medicine", r"\bSLO \d+(?= \(|:)"),
        ("psychiatry", "Psychiatry", r"\bHLO \d\.\d"),
    ],
)
def test_a_specialty_guide_and_the_list_of_curricula_name_the_same(guide: str, curriculum: str, code: str) -> None:
    listed = section("content/supervisors/what-counts.md", "Where some curricula put it")
    _, found, rest = listed.partition(f"### {curriculum}\n")
    assert found
    named = section(f"content/guides/specialty-{guide}.md", "What training names", "What the curriculum names")
    in_list, in_guide = (set(re.findall(code, text)) for text in (rest.partition("\n### ")[0], named))
    assert in_list
    assert in_list <= in_guide
