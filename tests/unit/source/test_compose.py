"""Composing YAML: the values of scalars, lists and mappings, what is refused, and the garbage collector."""

from __future__ import annotations

import gc

import pytest

from mentor_network import source
from mentor_network.problems import Problems, Span
from mentor_network.source import Items, Located, Table, Text
from support.yaml_texts import place, read, refused


def test_values_are_str_dict_and_list() -> None:
    value = read("a: 1\nb: [x, y]\nc: {d: e}\n")
    assert value == {"a": "1", "b": ["x", "y"], "c": {"d": "e"}}
    assert isinstance(value, Table)
    assert isinstance(value["b"], Items)
    assert isinstance(value["a"], Text)


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "null", "~", "1:30", "2026-02-30", "0x1F", "0777", "1e3", ".inf", "1_000", "True", "=", "3.10"],
)
def test_no_type_is_guessed(word: str) -> None:
    value = read(f"a: {word}\n")
    assert value == {"a": word}
    assert value["a"].plain


@pytest.mark.parametrize(
    ("written", "text", "plain"),
    [
        ("no", "no", True),
        ("'no'", "no", False),
        ('"no"', "no", False),
        ('""', "", False),
        ("", "", True),
        ("'it''s'", "it's", False),
        ('"a\\tb"', "a\tb", False),
        ("a # note", "a", True),
        ("a#b", "a#b", True),
        ("C:/path", "C:/path", True),
    ],
)
def test_plain_is_true_for_scalars_without_quotes(written: str, text: str, plain: bool) -> None:
    value = read(f"key: {written}\n")
    assert value == {"key": text}
    assert value["key"].plain is plain


@pytest.mark.parametrize("style", ["|", ">", "|-", ">-", ">+"])
def test_block_scalars_are_not_plain(style: str) -> None:
    assert not read(f"a: {style}\n  no\n")["a"].plain


def test_keys_are_plain_or_quoted_as_well() -> None:
    value = read("no: 1\n'yes': 2\n")
    assert isinstance(value, Table)
    assert [(str(key), key.plain) for key in value] == [("no", True), ("yes", False)]


def test_a_blank_line_in_folded_text_starts_a_paragraph() -> None:
    value = read("a: >-\n  One line\n  and its end.\n\n  Another\n  paragraph.\n")
    assert value == {"a": "One line and its end.\n\nAnother paragraph."}


@pytest.mark.parametrize("style", [">", ">+", ">-"])
def test_folded_text_has_no_trailing_blank_lines(style: str) -> None:
    assert read(f"a: {style}\n  One.\n\n  Two.\n\n\nb: c\n")["a"] == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: >-\n  one\n  two\n", "one two"),
        ("a: one\n  two\n", "one two"),
        ("a: |\n  one\n  two\n\n  three\n", "one\ntwo\n\nthree\n"),
    ],
    ids=["folded", "plain", "literal"],
)
def test_scalars_over_several_lines(text: str, value: str) -> None:
    assert read(text) == {"a": value}


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_nesting_up_to_the_limit_is_parsed() -> None:
    value: Located = read(nested(source.MAX_DEPTH + 1))
    for _ in range(source.MAX_DEPTH):
        [value] = value
    assert value == []


def test_one_level_more_is_refused_at_its_bracket() -> None:
    assert place(refused(nested(source.MAX_DEPTH + 2))) == ("yaml-nesting", 1, source.MAX_DEPTH + 2)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_any_kind_of_nesting_is_limited(opening: str) -> None:
    assert refused(opening * 5000 + "x").code in ("yaml-nesting", "yaml-syntax")


@pytest.mark.parametrize("text", ["a: '&b'\n", 'a: "*b"\n', "a: '!b'\n", "'<<': b\n", "a: b & c * d ! e\n", "a: b---c\n"])
def test_indicators_in_quotes_or_inside_a_sentence_are_text(text: str) -> None:
    read(text)


def test_empty_lists_mappings_and_quoted_strings_are_values() -> None:
    assert read("[]\n") == []
    assert read("{}\n") == {}
    assert read('""\n') == ""


@pytest.mark.parametrize("text", ["--- \na: b\n", "---\na: b\n...\n", "# x\na: b\n"])
def test_markers_of_a_single_document_are_allowed(text: str) -> None:
    assert read(text) == {"a": "b"}


def test_a_duplicate_key_is_reported_and_the_first_value_kept() -> None:
    problems = Problems()
    value = source.parse("a: 1\nb: 2\na: 3\n", "a.yaml", problems)
    assert value == {"a": "1", "b": "2"}
    [problem] = problems
    assert place(problem) == ("duplicate-key", 3, 1)
    assert "line 1" in problem.message
    assert source.span_of("a.yaml", value, ("a",)) == Span("a.yaml", 1, 4)


def test_duplicate_keys_are_found_whatever_their_quotes() -> None:
    problems = Problems()
    source.parse("a: {b: 1, 'b': 2, \"b\": 3}\n", "a.yaml", problems)
    assert [place(problem) for problem in problems] == [("duplicate-key", 1, 11)], "once is enough to say so"


def test_the_same_key_in_two_entries_is_no_duplicate() -> None:
    assert read("- a: 1\n- a: 2\n") == [{"a": "1"}, {"a": "2"}]


def test_the_state_of_garbage_collection_is_restored() -> None:
    assert gc.isenabled()
    read("a: b\n")
    assert gc.isenabled()
    refused("a: b: c\n")
    assert gc.isenabled()
    gc.disable()
    try:
        read("a: b\n")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_garbage_collection_is_restored_after_an_exception() -> None:
    with pytest.raises(KeyError), source.gc_paused():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
