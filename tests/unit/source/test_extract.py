"""Extracting text from any file: encodings, office documents, and hostile archives."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.source import extract_text
from support.contributions import SLIPS, check, put

Make = Callable[[dict[str, str | None]], Path]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str)
@pytest.mark.parametrize("name", ["case_studies/our-scheme.txt", "case_studies/our-scheme.md", "opportunities/a.yaml"])
def test_text_in_any_encoding_is_searched(name: str, encoding: str, network: Make) -> None:
    root = put(network({}), name, f"A café.\r\n{SLIPS}".encode(encoding))
    assert [problem.line for problem in check(root) if problem.code == "nhs-number"] == [3]


def document(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


#: The number is split over two runs, as Word writes it after a digit was corrected.
WORD = document(
    {
        "word/document.xml": "<w:document><w:p><w:r><w:t>We thank Dr&#32;Jane Smith.</w:t></w:r></w:p>"
        '<w:p><w:r><w:t>Her number is 943 4</w:t></w:r><w:r w:rsidR="00A1"><w:t>76 5919.</w:t></w:r></w:p></w:document>'
    }
)
WRITER = document({"content.xml": "<text:p>Her number is 943 476 <text:span>5919</text:span>.</text:p>"})


@pytest.mark.parametrize(
    ("name", "raw", "needed"),
    [
        ("case_studies/our-scheme.docx", WORD, "case_studies/our-scheme.md"),
        ("case_studies/2027/Our Scheme.DOCX", WORD, "case_studies/our-scheme.md"),
        ("case_studies/our-scheme.md", WORD, ""),
        ("opportunities/a.odt", WRITER, "opportunities/a.yaml"),
        ("content/guides/a.docx", WORD, "content/guides/a.md"),
        ("case-studies/a.docx", WORD, "case_studies/a.md"),
        ("our-scheme.docx", WORD, "case_studies/our-scheme.md"),
    ],
)
def test_an_office_document_is_an_error_and_is_searched(name: str, raw: bytes, needed: str, network: Make) -> None:
    problems = check(put(network({}), name, raw))
    assert {problem.file for problem in problems} == {name}
    [unreadable] = [problem for problem in problems if problem.code == "unreadable-file"]
    if needed:
        assert unreadable.message == "documents of this kind cannot be read here"
        assert f"`{needed}`" in unreadable.help
    assert [(problem.line, problem.column) for problem in problems if problem.code == "nhs-number"] == [(1, 1)]


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"PK\x03\x04",
        lambda: WORD[: len(WORD) // 2],
        lambda: WORD[:60] + bytes(20) + WORD[80:],
        lambda: b"PK\x03\x04" + bytes(5000),
        lambda: document({"word/document.xml": "<w:t>" + "0" * 300_000_000}),
        lambda: document({f"word/{n}.xml": "<w:t>" + "<" * 100_000 for n in range(600)}),
    ],
    ids=["begun", "half", "broken", "empty", "bomb", "many"],
)
def test_a_hostile_archive_takes_bounded_time(make: Callable[[], bytes], network: Make) -> None:
    root = put(network({}), "case_studies/our-scheme.docx", make())
    started = time.perf_counter()
    problems = check(root)
    assert [problem.code for problem in problems if problem.severity == "error" and problem.code != "too-long"] == [
        "unreadable-file"
    ]
    assert time.perf_counter() - started < 5


def test_binary_data_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 4)
    assert extract_text(tmp_path / "a") == ("", True)
