"""What YAML text is refused before it is held, and where a message says that it stands."""

from __future__ import annotations

import pytest

from mentor_network import source
from mentor_network.problems import Problems, Span
from mentor_network.source import Located
from support.yaml_texts import place, read, refused


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_the_deepest_nesting_is_read() -> None:
    value: Located = read(nested(source.MAX_DEPTH + 1))
    for _ in range(source.MAX_DEPTH):
        [value] = value
    assert value == []


def test_one_level_more_is_refused_where_it_opens() -> None:
    assert place(refused(nested(source.MAX_DEPTH + 2))) == ("yaml-nesting", 1, source.MAX_DEPTH + 2)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_any_kind_of_nesting_is_limited(opening: str) -> None:
    assert refused(opening * 5000 + "x").code in ("yaml-nesting", "yaml-syntax")


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
def test_what_is_refused_is_shown_where_it_starts(text: str, code: str, line: int, column: int) -> None:
    assert place(refused(text)) == (code, line, column)


def test_an_anchor_is_refused_before_anything_below_it_is_held() -> None:
    problem = refused("a: &a [" + "x, " * 10 + "]\nb: *a\n")
    assert place(problem) == ("yaml-anchor", 1, 4)


@pytest.mark.parametrize("text", ["a: '&b'\n", 'a: "*b"\n', "a: '!b'\n", "'<<': b\n", "a: b & c * d ! e\n", "a: b---c\n"])
def test_the_same_signs_in_quotes_or_in_a_sentence_are_words(text: str) -> None:
    read(text)


def test_an_empty_list_and_quoted_nothing_are_values() -> None:
    assert read("[]\n") == []
    assert read("{}\n") == {}
    assert read('""\n') == ""


@pytest.mark.parametrize("text", ["--- \na: b\n", "---\na: b\n...\n", "# x\na: b\n"])
def test_one_document_may_be_marked(text: str) -> None:
    assert read(text) == {"a": "b"}


def test_a_key_that_stands_twice_is_reported_and_the_first_is_kept() -> None:
    problems = Problems()
    value = source.parse("a: 1\nb: 2\na: 3\n", "a.yaml", problems)
    assert value == {"a": "1", "b": "2"}
    [problem] = problems
    assert place(problem) == ("duplicate-key", 3, 1)
    assert "line 1" in problem.message
    assert source.span_of("a.yaml", value, ("a",)) == Span("a.yaml", 1, 4)


def test_a_key_stands_twice_however_it_is_quoted() -> None:
    problems = Problems()
    source.parse("a: {b: 1, 'b': 2, \"b\": 3}\n", "a.yaml", problems)
    assert [place(problem) for problem in problems] == [("duplicate-key", 1, 11)], "once is enough to say so"


def test_the_same_key_in_two_entries_is_no_mistake() -> None:
    assert read("- a: 1\n- a: 2\n") == [{"a": "1"}, {"a": "2"}]


def test_every_syntax_message_has_help_and_no_code() -> None:
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
