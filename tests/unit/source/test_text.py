"""Reading files as text: encodings and line ends that are accepted, and files that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network import source
from mentor_network.problems import Problem, Problems
from support.yaml_texts import on_disk, place


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
def test_line_ends_and_byte_order_marks_are_normalised(tmp_path: Path, raw: bytes, text: str) -> None:
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
def test_invalid_characters_are_refused_at_their_position(tmp_path: Path, raw: bytes, line: int, column: int) -> None:
    assert place(unreadable(on_disk(tmp_path, raw))) == ("unreadable-file", line, column)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    problem = unreadable(tmp_path / "gone.yaml")
    assert (problem.code, problem.file) == ("missing-file", "gone.yaml")
    assert "gone.yaml" in problem.message


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert unreadable(tmp_path).code == "unreadable-file"


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(on_disk(tmp_path, b"a"))
    assert unreadable(tmp_path / "link").code == "unreadable-file"


def test_a_file_at_the_limit_is_read_and_a_larger_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentor_network.source.text.MAX_BYTES", 4)
    assert text_of(on_disk(tmp_path, b"abcd")) == "abcd"
    assert unreadable(on_disk(tmp_path, b"abcde")).code == "unreadable-file"
