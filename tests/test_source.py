"""YAML text to located values: what is kept, where it says it stands, and what is refused before it is held."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from mentor_network import source
from mentor_network.problems import Problem, Problems, Span
from mentor_network.source import Document, Items, Located, Table, Text


def read(text: str, *, first_line: int = 1) -> Located:
    """The value of a text without mistakes."""
    problems = Problems()
    value = source.parse(text, "a.yaml", problems, first_line=first_line)
    assert list(problems) == []
    assert value is not None
    return value


def refused(text: str, *, first_line: int = 1) -> Problem:
    """The one problem of a text that cannot be used."""
    problems = Problems()
    assert source.parse(text, "a.yaml", problems, first_line=first_line) is None
    [problem] = problems
    assert problem.help
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.line, problem.column


def spot(text: str, *path: str | int, key: bool = False) -> tuple[int, int]:
    span = source.span_of("a.yaml", read(text), path, key=key)
    return span.line, span.column


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


# What is refused


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


# Files


def on_disk(tmp_path: Path, raw: bytes, name: str = "a.yaml") -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


def text_of(path: Path) -> str:
    problems = Problems()
    text = source.read_text(path, path.name, problems)
    assert list(problems) == []
    assert text is not None
    return text


def unreadable(path: Path) -> Problem:
    problems = Problems()
    assert source.read_text(path, path.name, problems) is None
    [problem] = problems
    assert problem.help
    return problem


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\n\rb", "a\n\nb"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        ("caf\u00e9 \U0001d49c\t\ufe0f".encode(), "caf\u00e9 \U0001d49c\t\ufe0f"),
        (b"", ""),
    ],
)
def test_what_editors_write_is_read(tmp_path: Path, raw: bytes, text: str) -> None:
    assert text_of(on_disk(tmp_path, raw)) == text


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        ("a: b\n".encode("utf-16"), 1, 1),
        (b"\xfe\xff\x00a", 1, 1),
        (b"\xff", 1, 1),
        (b"a\nb\xe9c", 2, 2),
        (b"\xef\xbb\xbfa\xe9", 1, 2),
        ("é☕𝒜".encode() + b"\x80", 1, 4),
        (b"a\r\nb\r\nc\xff", 3, 2),
        (b"ab\0", 1, 3),
        (b"a\n\x1b[31m", 2, 1),
        (b"a\x7f", 1, 2),
        ("a\x9f".encode(), 1, 2),
        ("a\n☕\u202e".encode(), 2, 2),
        ("\u2066".encode(), 1, 1),
        ("a\uffff".encode(), 1, 2),
        (b"\xed\xa0\x80", 1, 1),
        (b"\xc0\x80", 1, 1),
        (b"cut \xe2\x98", 1, 5),
    ],
)
def test_what_is_not_text_is_refused_at_its_place(tmp_path: Path, raw: bytes, line: int, column: int) -> None:
    assert place(unreadable(on_disk(tmp_path, raw))) == ("unreadable-file", line, column)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    problem = unreadable(tmp_path / "gone.yaml")
    assert (problem.code, problem.file) == ("missing-file", "gone.yaml")
    assert "gone.yaml" in problem.message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert unreadable(tmp_path).code == "unreadable-file"


def test_a_file_at_the_limit_is_read_and_a_larger_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentor_network.source.text.MAX_BYTES", 4)
    assert text_of(on_disk(tmp_path, b"abcd")) == "abcd"
    assert unreadable(on_disk(tmp_path, b"abcde")).code == "unreadable-file"


def test_a_yaml_file_is_a_document(tmp_path: Path) -> None:
    problems = Problems()
    document = source.read_yaml(on_disk(tmp_path, b"\xef\xbb\xbfa: b\r\n"), "x/a.yaml", problems)
    assert document is not None
    assert (document.file, document.value, document.body) == ("x/a.yaml", {"a": "b"}, "")
    assert document.span("a") == Span("x/a.yaml", 1, 4)


def test_an_empty_list_is_a_document(tmp_path: Path) -> None:
    document = source.read_yaml(on_disk(tmp_path, b"[]\n"), "a.yaml", Problems())
    assert document is not None
    assert document.value == []


def page(tmp_path: Path, text: str) -> tuple[Document | None, list[Problem]]:
    problems = Problems()
    document = source.read_front_matter(on_disk(tmp_path, text.encode(), "a.md"), "a.md", problems)
    return document, list(problems)


def test_a_page_has_facts_and_a_body_with_lines_of_the_whole_file(tmp_path: Path) -> None:
    document, problems = page(tmp_path, "---\nid: a\ntitle: b\n---\n\nBody.\n---\nMore.\n")
    assert problems == []
    assert document is not None
    assert document.value == {"id": "a", "title": "b"}
    assert document.span("title") == Span("a.md", 3, 8)
    assert document.body == "\nBody.\n---\nMore.\n"
    assert document.body_line == 5


@pytest.mark.parametrize("text", ["---\r\nid: a\r\n---\r\nB", "\ufeff---\nid: a\n---\nB", "--- \t\nid: a\n---  \nB"])
def test_a_page_from_any_editor_is_the_same(tmp_path: Path, text: str) -> None:
    document, problems = page(tmp_path, text)
    assert problems == []
    assert document is not None
    assert (document.value, document.body, document.body_line) == ({"id": "a"}, "B", 4)


@pytest.mark.parametrize("text", ["---\nid: a\n---", "---\nid: a\n---\n"])
def test_a_page_may_have_no_body(tmp_path: Path, text: str) -> None:
    document, problems = page(tmp_path, text)
    assert problems == []
    assert document is not None
    assert document.body == ""


@pytest.mark.parametrize(
    "text",
    ["", "Body\n", "\n---\nid: a\n---\n", "---", "---\n", "---\nid: a\n", "----\nid: a\n----\n", " ---\nid: a\n---\n"],
)
def test_a_page_without_facts_is_told_so(tmp_path: Path, text: str) -> None:
    document, [problem] = page(tmp_path, text)
    assert document is None
    assert (problem.code, problem.file) == ("yaml-syntax", "a.md")
    assert problem.help


def test_a_mistake_in_the_facts_has_the_line_of_the_file(tmp_path: Path) -> None:
    document, [problem] = page(tmp_path, "---\nid: a\ntitle: b: c\n---\nBody\n")
    assert document is None
    assert place(problem) == ("yaml-syntax", 3, 9)


def test_facts_with_nothing_in_them_are_refused(tmp_path: Path) -> None:
    document, [problem] = page(tmp_path, "---\n---\nBody\n")
    assert document is None
    assert place(problem) == ("empty-value", 2, 1)


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
    with pytest.raises(KeyError), source.collector_off():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
