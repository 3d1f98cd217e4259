"""Strategies and assertions for fuzz tests of `check`: it must answer any input with problems and an exit code."""

from __future__ import annotations

import contextlib
import datetime
import gc
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import strategies as st

from mentor_network import pipeline
from mentor_network.cli import main
from mentor_network.problems import CODES, Problem, Problems
from mentor_network.records import Records
from support.networks import NETWORK

#: Every file of the small network, and some that it does not have.
FILES = tuple(path.relative_to(NETWORK).as_posix() for path in sorted(NETWORK.rglob("*")) if path.is_file())
OTHER_FILES = (
    "published_addresses.txt",
    "content/index.md",
    "content/deep/er/page.md",
    "opportunities/new.yaml",
    "targets.yaml",
)

#: `make test` fuzzes a page and a catalogue, and `make gates` the rest.
QUICK = ("content/guides/shadowing.md", "opportunities.yaml")
any_file = pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name in QUICK else [pytest.mark.gate]) for name in (*FILES, *OTHER_FILES)],
)

#: Tokens that the parsers treat specially, so that random text gets past the first check.
SYNTAX = (
    "---\n", "- ", "id: ", "\n", "  ", "\t", ": ", "#", "'", '"', "[", "]", "{", "}", "|\n", ">-\n", "&a ", "*a", "<<: ",
    "!!python/object ", "no", "null", "~", "2026-02-30", "https://", "javascript:", "](/", ")", "{T1.", "```view\n", "```\n",
    "~~~\n", "<b>", "{: .x}", "## ", "\ufeff", "\u2028", "\u202e", "\x85", "\0", "\r", "é", "𝒜", "\\", "%", "`", "?", ",",
    "9999-99-99", "1e999", "-1", "opportunities: ", "evidence: {tables: [", "kind: case-study\n", "moved_to: ", "domains:\n",
)  # fmt: skip
random_syntax = st.lists(st.one_of(st.sampled_from(SYNTAX), st.text(max_size=8)), max_size=40).map("".join)


@contextlib.contextmanager
def changed(root: Path, name: str, raw: bytes) -> Iterator[None]:
    """Replace a file for a while."""
    path = root / name
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    try:
        yield
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def answer(root: Path, *options: str) -> tuple[int, str, Problems]:
    """The exit code and output of `check`, and the problems that it printed.

    The command disables garbage collection, which is enabled again.
    """
    printed, found = io.StringIO(), []

    def check(root: Path, *, today: datetime.date) -> tuple[Records, Problems]:
        found.append(plain(root, today=today))
        return found[-1]

    plain = pipeline.check
    try:
        with (
            mock.patch.object(pipeline, "check", check),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
        ):
            code = main(["check", str(root), *options])
    finally:
        gc.enable()
    [(_, problems)] = found
    return code, printed.getvalue(), problems


def assert_answers(root: Path) -> None:
    """Assert what must be true for any input: exit code, summary and problems agree, and there is no traceback."""
    code, text, problems = answer(root)
    assert code in (0, 1)
    assert "Traceback" not in text
    assert (code == 1) == bool(re.search(r"^\d+ errors?( and \d+ warnings?)? to fix before", text, re.MULTILINE))
    for problem in problems:
        assert_valid(root, problem)


def assert_valid(root: Path, problem: Problem) -> None:
    """Assert that a problem has a known code, texts for people, and a position that exists in its file."""
    assert problem.code in CODES
    assert problem.message
    path = root / problem.file
    raw = path.read_bytes() if path.is_file() else b""
    lines = re.split(r"\r\n|\r|\n", raw.decode("utf-8-sig", "replace"))
    assert 1 <= problem.line <= len(lines)
    assert 1 <= problem.column <= max(len(lines[problem.line - 1]), 1) + 1
    assert not re.search(r"\bNone\b|<class|Traceback|object at 0x|pydantic", problem.message + problem.help)


def _line_slip(draw: st.DrawFn, lines: list[str], at: int) -> None:
    """Delete, double, move or indent a line."""
    match draw(st.sampled_from(["delete", "double", "swap", "indent", "outdent"])):
        case "delete":
            del lines[at]
        case "double":
            lines.insert(draw(st.integers(0, len(lines))), lines[at])
        case "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        case "indent":
            lines[at] = draw(st.sampled_from([" ", "  ", "\t", "- ", "  - ", "\u00a0 "])) + lines[at]
        case "outdent":
            lines[at] = lines[at].removeprefix("  ").removeprefix("- ")


def _letter_slip(draw: st.DrawFn, lines: list[str], at: int) -> None:
    """Truncate a line, or change a letter or the value."""
    line = lines[at]
    place = draw(st.integers(0, len(line)))
    match draw(st.sampled_from(["cut", "letter", "spark", "value"])):
        case "cut":
            lines[at] = line[:place]
        case "letter":
            lines[at] = line[:place] + draw(st.sampled_from(string.printable + "é\u2028\ufeff\u00a0")) + line[place + 1 :]
        case "spark":
            lines[at] = line[:place] + draw(st.sampled_from(SYNTAX)) + line[place:]
        case "value":
            value = draw(st.sampled_from(["", "[]", "{}", "0", "no", "[a, b]", "{a: b}", "''"]))
            lines[at] = "".join(line.partition(": ")[:2]) + value + "\n"


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the small network with 1 to 4 typing mistakes."""
    name = draw(st.sampled_from(FILES))
    lines = (NETWORK / name).read_text("utf-8").splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        if lines:
            slip = draw(st.sampled_from([_line_slip, _letter_slip]))
            slip(draw, lines, draw(st.integers(0, len(lines) - 1)))
    return name, "".join(lines).encode("utf-8", "surrogatepass")
