"""Refused YAML: the code, line and column of the problem, and messages in plain English."""

from __future__ import annotations

import pytest

from mentor_network import source
from mentor_network.problems import Problems
from support.yaml_texts import place, refused


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &b c\n", "yaml-anchor", 1, 4),
        ("a: &b [c]\n", "yaml-anchor", 1, 4),
        ("a: &b {c: d}\n", "yaml-anchor", 1, 4),
        ("- *b\n", "yaml-anchor", 1, 3),
        ("*b : c\n", "yaml-anchor", 1, 1),
        ("&b a: c\n", "yaml-anchor", 1, 1),
        ("a:\n  <<: b\n", "yaml-anchor", 2, 3),
        ("a: !b c\n", "yaml-tag", 1, 4),
        ("a: !!str c\n", "yaml-tag", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", 1, 4),
        ("- !b {c: d}\n", "yaml-tag", 1, 3),
        ("!a b: c\n", "yaml-tag", 1, 1),
        ("a: b\n---\nc: d\n", "yaml-several-documents", 2, 1),
        ("a\n--- b\n", "yaml-several-documents", 2, 1),
        ("[a]: b\n", "yaml-syntax", 1, 1),
        ("? {a: b}\n: c\n", "yaml-syntax", 1, 3),
        ("", "empty-value", 1, 1),
        ("# only a comment\n", "empty-value", 1, 1),
        ("---\n", "empty-value", 1, 1),
        ("\n\n", "empty-value", 1, 1),
        ("a:\n\tb: c\n", "yaml-tab", 2, 1),
        ("a:\n  b: c\n  \td: e\n", "yaml-tab", 3, 3),
        ("a: b: c\n", "yaml-syntax", 1, 5),
        ("a: 'b\nc: d\n", "yaml-syntax", 1, 4),
        ('a: b\nc: "d\ne: f\n', "yaml-syntax", 2, 4),
        ("a: b\nc: [d\ne: f\n", "yaml-syntax", 2, 4),
        ("a: b\nc: {d\n", "yaml-syntax", 2, 4),
        ("a: @b\n", "yaml-syntax", 1, 4),
        ("a: `b`\n", "yaml-syntax", 1, 4),
        ("a:\n  - c\n - d\n", "yaml-syntax", 3, 2),
        ("a: - b\n", "yaml-syntax", 1, 4),
        ('a: "\\q"\n', "yaml-syntax", 1, 4),
        ("%YAML 9\n", "yaml-syntax", 1, 8),
    ],
)
def test_refused_yaml_is_reported_where_it_starts(text: str, code: str, line: int, column: int) -> None:
    assert place(refused(text)) == (code, line, column)


def test_messages_have_help_and_no_terms_of_the_parser() -> None:
    """No parser's own words reach an author."""
    for text in (
        "a: b: c",
        "a: 'b",
        "a: [b",
        "a: @",
        "a\nb: c",
        "a: b\n c: d",
        "a: |9x\n b",
        "}",
        "]",
        "- a\nb",
        "? a\n? : :",
    ):
        problems = Problems()
        source.parse(text, "a.yaml", problems)
        for problem in problems:
            assert problem.help
            assert not any(
                word in problem.message + problem.help for word in ("token", "scalar", "mapping", "parser", "flow")
            )
