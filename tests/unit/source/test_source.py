"""YAML files and front matter as documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network import source
from mentor_network.problems import Problem, Problems, Span
from mentor_network.source import Document
from support.yaml_texts import on_disk, place


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


def test_duplicate_keys_mark_a_document_as_merged(tmp_path: Path) -> None:
    problems = Problems()
    document = source.read_yaml(on_disk(tmp_path, b"- a: 1\n  a: 2\n"), "a.yaml", problems)
    assert document is not None and document.merged


def test_a_file_that_cannot_be_parsed_is_noted_as_unreadable(tmp_path: Path) -> None:
    problems = Problems()
    assert source.read_yaml(on_disk(tmp_path, b"a: b: c\n"), "x/a.yaml", problems) is None
    assert problems.unreadable == {"x/a.yaml"}


def page(tmp_path: Path, text: str) -> tuple[Document | None, list[Problem]]:
    problems = Problems()
    document = source.read_front_matter(on_disk(tmp_path, text.encode(), "a.md"), "a.md", problems)
    return document, list(problems)


def test_front_matter_and_body_have_line_numbers_of_the_whole_file(tmp_path: Path) -> None:
    document, problems = page(tmp_path, "---\nid: a\ntitle: b\n---\n\nBody.\n---\nMore.\n")
    assert problems == []
    assert document is not None
    assert document.value == {"id": "a", "title": "b"}
    assert document.span("title") == Span("a.md", 3, 8)
    assert document.body == "\nBody.\n---\nMore.\n"
    assert document.body_line == 5


@pytest.mark.parametrize("text", ["---\r\nid: a\r\n---\r\nB", "\ufeff---\nid: a\n---\nB", "--- \t\nid: a\n---  \nB"])
def test_line_ends_byte_order_marks_and_trailing_spaces_do_not_matter(tmp_path: Path, text: str) -> None:
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
def test_a_page_without_front_matter_is_refused(tmp_path: Path, text: str) -> None:
    document, [problem] = page(tmp_path, text)
    assert document is None
    assert (problem.code, problem.file) == ("yaml-syntax", "a.md")
    assert problem.help


def test_a_syntax_error_in_front_matter_has_the_line_of_the_file(tmp_path: Path) -> None:
    document, [problem] = page(tmp_path, "---\nid: a\ntitle: b: c\n---\nBody\n")
    assert document is None
    assert place(problem) == ("yaml-syntax", 3, 9)


def test_empty_front_matter_is_refused(tmp_path: Path) -> None:
    document, [problem] = page(tmp_path, "---\n---\nBody\n")
    assert document is None
    assert place(problem) == ("empty-value", 2, 1)
