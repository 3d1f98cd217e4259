"""Positions of findings."""

from __future__ import annotations

import pytest

from mentor_network.confidentiality import screening


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\nb 943 476 5919", (2, 3)),
        ("\u200b\u200bx é 943\u00a0476\u20095919", (1, 7)),
        ("**Bold** and &nbsp; 943 476\n 5919", (1, 21)),
        ("one\n\n- two\n- 9434\n  765919", (4, 3)),
        ("½ ﬁ 9434765919", (1, 5)),
        ("a%2Fb\n%25c &amp;amp; 943%2520476&#x2009;%35919", (2, 16)),
        ("\\u002540 x\n\n- &commat; 9434765919", (3, 12)),
    ],
)
def test_a_finding_has_the_line_and_column_of_the_original(text: str, place: tuple[int, int]) -> None:
    spans = [
        (f.span.line, f.span.column) for f in screening.findings(text, "a", "case-study") if f.screen.code == "nhs-number"
    ]
    assert spans == [place]


def test_of_two_findings_that_overlap_the_first_screen_counts() -> None:
    found = screening.findings("NHS number 943 476 5919", "a", "case-study")
    assert [finding.screen.code for finding in found] == ["nhs-number"]


def test_an_allowed_text_is_no_finding() -> None:
    text = "Write to Jane.Smith@nhs.net."
    assert [finding.screen.code for finding in screening.findings(text, "a", "catalogue")] == ["email"]
    assert list(screening.findings(text, "a", "catalogue", frozenset(["jane.smith@nhs.net"]))) == []
