"""Positions of parsed values: lines, columns and key paths."""

from __future__ import annotations

import pytest

from mentor_network import source
from mentor_network.problems import Span
from mentor_network.source import Document, Table
from support.yaml_texts import place, read, refused, spot

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
def test_every_value_and_key_has_its_position(path: tuple[str | int, ...], key: bool, line: int, column: int) -> None:
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
def test_a_path_that_does_not_exist_gives_the_nearest_ancestor(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert spot(LISTED, *path) == (line, column)
    assert spot(LISTED, *path, key=True) == (line, column)


def test_columns_count_characters() -> None:
    text = "{é: ☕, 𝒜𝒜: 'ö', e\u0301: x, z: end}"
    assert spot(text, "é") == (1, 5)
    assert spot(text, "𝒜𝒜", key=True) == (1, 8)
    assert spot(text, "𝒜𝒜") == (1, 12)
    assert spot(text, "e\u0301") == (1, 21)
    assert spot(text, "z") == (1, 27)
    assert text[26] == "e"


def test_a_block_scalar_has_the_position_of_its_indicator() -> None:
    assert spot("a: >-\n  text\n", "a") == (1, 4)


def test_first_line_is_added_to_line_numbers() -> None:
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


def test_spans_of_a_document_name_its_file() -> None:
    document = Document("x/y.yaml", read("a: b\n"))
    assert document.span("a") == Span("x/y.yaml", 1, 4)
    assert document.span("a", key=True) == Span("x/y.yaml", 1, 1)


def test_a_position_in_a_body_is_one_of_the_file() -> None:
    document = Document("a.md", read("a: b\n"), body="One\ntwo\n", body_line=4)
    assert source.body_span(document, 0) == Span("a.md", 4, 1)
    assert source.body_span(document, 6) == Span("a.md", 5, 3)
