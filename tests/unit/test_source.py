"""YAML text to located values: what is kept, and where it says it stands."""

from __future__ import annotations

import gc

import pytest

from mentor_network import source
from mentor_network.problems import Span
from mentor_network.source import Document, Items, Table, Text
from support.yaml_texts import place, read, refused, spot

# Values


def test_values_are_plain_ones() -> None:
    value = read("a: 1\nb: [x, y]\nc: {d: e}\n")
    assert value == {"a": "1", "b": ["x", "y"], "c": {"d": "e"}}
    assert isinstance(value, Table)
    assert isinstance(value["b"], Items)
    assert isinstance(value["a"], Text)


@pytest.mark.parametrize(
    "word",
    ["no", "yes", "on", "null", "~", "1:30", "2026-02-30", "0x1F", "0777", "1e3", ".inf", "1_000", "True", "=", "3.10"],
)
def test_nothing_is_guessed(word: str) -> None:
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
def test_a_quoted_word_can_be_told_from_a_plain_one(written: str, text: str, plain: bool) -> None:
    value = read(f"key: {written}\n")
    assert value == {"key": text}
    assert value["key"].plain is plain


@pytest.mark.parametrize("style", ["|", ">", "|-", ">-", ">+"])
def test_text_in_a_block_is_not_plain(style: str) -> None:
    assert not read(f"a: {style}\n  no\n")["a"].plain


def test_keys_keep_their_style() -> None:
    value = read("no: 1\n'yes': 2\n")
    assert isinstance(value, Table)
    assert [(str(key), key.plain) for key in value] == [("no", True), ("yes", False)]


def test_a_blank_line_in_folded_text_starts_a_paragraph() -> None:
    value = read("a: >-\n  One line\n  and its end.\n\n  Another\n  paragraph.\n")
    assert value == {"a": "One line and its end.\n\nAnother paragraph."}


@pytest.mark.parametrize("style", [">", ">+", ">-"])
def test_folded_text_ends_without_blank_lines(style: str) -> None:
    assert read(f"a: {style}\n  One.\n\n  Two.\n\n\nb: c\n")["a"] == "One.\n\nTwo."


def test_literal_text_keeps_its_lines() -> None:
    assert read("a: |\n  one\n  two\n\n  three\n")["a"] == "one\ntwo\n\nthree\n"


def test_folded_text_of_one_paragraph_has_no_breaks() -> None:
    assert read("a: >-\n  one\n  two\n") == {"a": "one two"}


def test_plain_text_over_two_lines_is_one_line() -> None:
    assert read("a: one\n  two\n") == {"a": "one two"}


# Places


LISTED = "- id: one\n  list:\n    - a\n    -   b\n- id: 'two'\n  table: {k:  v, l: [x,  y]}\n"


@pytest.mark.parametrize(
    ("path", "key", "line", "column"),
    [
        ((), False, 1, 1),
        ((0,), False, 1, 3),
        ((0, "id"), False, 1, 7),
        ((0, "id"), True, 1, 3),
        ((0, "list"), False, 3, 5),
        ((0, "list"), True, 2, 3),
        ((0, "list", 1), False, 4, 9),
        ((1,), False, 5, 3),
        ((1, "id"), False, 5, 7),
        ((1, "table"), False, 6, 10),
        ((1, "table", "k"), False, 6, 15),
        ((1, "table", "k"), True, 6, 11),
        ((1, "table", "l"), False, 6, 21),
        ((1, "table", "l", 1), False, 6, 26),
    ],
)
def test_every_piece_has_its_place(path: tuple[str | int, ...], key: bool, line: int, column: int) -> None:
    assert spot(LISTED, *path, key=key) == (line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((5,), 1, 1),
        ((0, "nothing"), 1, 3),
        ((0, "nothing", 3, "deeper"), 1, 3),
        ((0, "list", 9), 3, 5),
        ((0, "list", "word"), 3, 5),
        ((0, "id", "deeper"), 1, 7),
        ((0, 0), 1, 3),
    ],
)
def test_a_way_that_ends_gives_the_nearest_place_above(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert spot(LISTED, *path) == (line, column)
    assert spot(LISTED, *path, key=True) == (line, column)


def test_key_means_the_last_key_only() -> None:
    text = "a:\n  b: c\n"
    assert spot(text, "a", "b", key=True) == (2, 3)
    assert spot(text, "a", "x", key=True) == (2, 3)


def test_columns_count_characters() -> None:
    text = "{é: ☕, 𝒜𝒜: 'ö', e\u0301: x, z: end}"
    assert spot(text, "é") == (1, 5)
    assert spot(text, "𝒜𝒜", key=True) == (1, 8)
    assert spot(text, "𝒜𝒜") == (1, 12)
    assert spot(text, "e\u0301") == (1, 21)
    assert spot(text, "z") == (1, 27)
    assert text[26] == "e"


def test_a_block_of_text_stands_at_its_mark() -> None:
    assert spot("a: >-\n  text\n", "a") == (1, 4)


def test_lines_go_on_from_the_first_line() -> None:
    value = read("a: b\nc: d\n", first_line=10)
    assert source.span_of("f", value, ("c",)) == Span("f", 11, 4)
    assert place(refused("a: b: c\n", first_line=10)) == ("yaml-syntax", 10, 5)
    assert refused("", first_line=10).line == 10


def test_a_table_finds_its_key_by_name() -> None:
    table = read("one: 1\ntwo: 2\n")
    assert isinstance(table, Table)
    key = table.key("two")
    assert key is not None
    assert (key.line, key.column) == (2, 1)
    assert table.key("three") is None


def test_a_document_speaks_of_its_file() -> None:
    document = Document("x/y.yaml", read("a: b\n"))
    assert document.span("a") == Span("x/y.yaml", 1, 4)
    assert document.span("a", key=True) == Span("x/y.yaml", 1, 1)


# The garbage collector


def test_the_collector_is_put_back_as_it_was() -> None:
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


def test_the_collector_is_put_back_after_an_exception() -> None:
    with pytest.raises(KeyError), source.gc_paused():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
