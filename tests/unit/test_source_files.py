"""Files as text: what editors write is read, and what is no text, too large or without facts is refused at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network import source
from mentor_network.problems import Problem, Problems, Span
from mentor_network.source import Document
from support.yaml_texts import place


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
