"""The limits of length and nesting: the largest text that is allowed, and the smallest that is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.checks.layout import MAX_CHARACTERS, MAX_PER_PARAGRAPH
from support.networks import NETWORK, TODAY

Make = Callable[[dict[str, str | None]], Path]
GUIDE = "content/guides/shadowing.md"
TEXT = (NETWORK / GUIDE).read_text("utf-8")
LONG = "word " * 80 + "\n\n"


def codes(network: Make, text: str) -> list[str]:
    problems = pipeline.check(network({GUIDE: TEXT + "\n" + text}), today=TODAY)[1]
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("a line\n" * MAX_PER_PARAGRAPH, []),
        ("a line\n" * (MAX_PER_PARAGRAPH + 1), ["too-long"]),
        ("[" * MAX_PER_PARAGRAPH, []),
        ("[" * (MAX_PER_PARAGRAPH + 1), ["too-long"]),
        ("a line\n\n" * (MAX_PER_PARAGRAPH + 1), []),
        ("> " * 8 + "text\n", []),
        ("> " * 9 + "text\n", ["too-deep"]),
        ("- " * 9 + "text\n", ["too-deep"]),
        ("- a\n" + "    " * 10 + "- text\n", ["too-deep"]),
        ("```\n" + "> " * 9 + "text\n```\n", []),
    ],
)
def test_the_limits_of_a_paragraph_and_of_nesting(text: str, limit: list[str], network: Make) -> None:
    assert codes(network, LONG + text) == limit


def test_the_limit_of_a_page(network: Make) -> None:
    assert codes(network, ("word " * 20 + "\n\n") * (MAX_CHARACTERS // 102 + 1)) == ["too-long"]


def test_a_code_block_that_is_never_closed_is_a_problem(network: Make) -> None:
    assert codes(network, "```\ncode\n") == ["bad-value"]
