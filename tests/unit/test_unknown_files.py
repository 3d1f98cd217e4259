"""Files that nothing reads: each is an error that says which name it needs, and none escapes the confidentiality screens."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mentor_network import pipeline
from mentor_network.checks.unknown_files import find_unknown_files
from mentor_network.problems import Problem
from mentor_network.source import extract_text, is_temporary_file
from support.networks import NETWORK, ROOT, TODAY, build_site

Make = Callable[[dict[str, str | None]], Path]
NAMES: dict[str, str] = yaml.safe_load((ROOT / "tests/cases/unread/names.yaml").read_text("utf-8"))
SLIPS = "We thank Dr Jane Smith.\nHer number is 943 476 5919.\n"
CASE, ENTRY, PAGE = (
    (NETWORK / name).read_text("utf-8")
    for name in ("case_studies/board-meetings.md", "opportunities/chair-a-meeting.yaml", "content/guides/shadowing.md")
)


def check(root: Path) -> list[Problem]:
    return list(pipeline.check(root, today=TODAY)[1])


def put(root: Path, name: str, raw: bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return root


@pytest.mark.parametrize(("name", "needed"), NAMES.items())
def test_a_file_with_another_name_is_told_the_right_one_and_searched(name: str, needed: str, network: Make) -> None:
    problems = check(network({name: SLIPS}))
    assert {problem.file for problem in problems} == {name}
    [unreadable] = [problem for problem in problems if problem.code == "unreadable-file"]
    assert unreadable.severity == "error"
    if not name.endswith(".html"):
        assert f"`{needed}`" in unreadable.help
    assert [(problem.line, problem.severity) for problem in problems if problem.code == "nhs-number"] == [(2, "error")]
    if needed.startswith("case_studies/"):
        assert [problem.line for problem in problems if problem.code == "titled-name"] == [1]


@pytest.mark.parametrize(
    ("name", "text", "needed"),
    [
        ("our-scheme.md", CASE, "case_studies/our-scheme.md"),
        ("our-scheme.md.txt", CASE, "case_studies/our-scheme.md"),
        ("our-scheme", CASE, "case_studies/our-scheme.md"),
        ("OUR-SCHEME.MD", CASE, "case_studies/our-scheme.md"),
        ("our-scheme.md", CASE.partition("\n---\n")[2], "case_studies/our-scheme.md"),
        ("our-scheme.txt", CASE.partition("\n---\n")[2].replace("## ", ""), "case_studies/our-scheme.md"),
        ("drafts/our-scheme.md", CASE, "case_studies/our-scheme.md"),
        ("2027/our-scheme.md", CASE, "case_studies/our-scheme.md"),
        ("opportunities/our-scheme.md", CASE, "case_studies/our-scheme.md"),
        ("a-new-thing.yaml", ENTRY, "opportunities/a-new-thing.yaml"),
        ("a-new-thing.yaml", f"---\n{ENTRY}", "opportunities/a-new-thing.yaml"),
        ("a-new-thing.yml", ENTRY.replace("\n", "\n  ").replace("id:", "- id:", 1), "opportunities/a-new-thing.yaml"),
        ("new/a-new-thing.yaml.txt", ENTRY, "opportunities/a-new-thing.yaml"),
        ("case_studies/a-new-thing.yaml", ENTRY, "opportunities/a-new-thing.yaml"),
        ("our-page.md", PAGE, "content/our-page.md"),
        ("pages/our-page.md", PAGE, "content/our-page.md"),
    ],
)
def test_a_contribution_is_known_by_its_words(name: str, text: str, needed: str, network: Make) -> None:
    problems = check(network({name: f"{text}\n# 943 476 5919\n"}))
    [unreadable] = [problem for problem in problems if problem.code == "unreadable-file"]
    assert (unreadable.file, unreadable.severity) == (name, "error")
    assert f"`{needed}`" in unreadable.help
    assert [problem.file for problem in problems if problem.code == "nhs-number"] == [name]


def test_prose_at_the_root_may_be_a_contribution(network: Make) -> None:
    problems = check(network({"our-scheme.md": SLIPS}))
    assert {(problem.code, problem.severity) for problem in problems} == {
        ("unreadable-file", "warning"),
        ("titled-name", "error"),
        ("nhs-number", "error"),
    }


def test_long_prose_at_the_root_is_no_case_study(network: Make) -> None:
    assert [problem.severity for problem in check(network({"notes.md": "We met. " * 20_000}))] == ["warning"]


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "CONTRIBUTING.md", "readme.md", "code_of_conduct.md", "LICENSE", "LICENSE-CONTENT", "security.md"),
        *("docs/our-scheme.md", "tests/cases/our-scheme.md", "hooks/README.md", ".github/pull_request_template.md"),
        *(
            "requirements-test.txt",
            "published_addresses.txt",
            "links.md",
            "issue.md",
            "mkdocs.yml",
            "pyproject.toml",
            "netlify.toml",
        ),
        *("site/index.html", "scripts/count.py", "images/map.png", "Makefile", "compose.yaml", "context/a.csv"),
    ],
)
def test_files_of_the_repository_are_left_alone(name: str, network: Make) -> None:
    text = (
        f"# Example\n\n```yaml\nkind: case-study\n```\n\n{SLIPS}"
        if name.endswith((".md", ".txt"))
        else "version: 1\nkind: x\n"
    )
    if name == "published_addresses.txt":
        text = "/\n"
    assert check(network({name: text})) == []


@pytest.mark.parametrize("root", [ROOT, NETWORK], ids=["ours", "small"])
def test_our_networks_have_no_such_file(root: Path) -> None:
    assert find_unknown_files(root) == []


def test_a_copy_beside_the_file_that_is_read_is_to_be_deleted(network: Make) -> None:
    [problem] = check(network({"case_studies/board-meetings.md.txt": CASE}))
    assert problem.help == "delete it, if it is a copy of `case_studies/board-meetings.md`"


@pytest.mark.parametrize("name", ["opportunities/README.md", "opportunities/readme.md"])
def test_what_a_folder_says_about_itself_is_read_by_the_screens_only(name: str, network: Make) -> None:
    root = network({})
    assert check(put(root, name, b"One opportunity a file.\n")) == []
    assert [problem.code for problem in check(put(root, name, SLIPS.encode()))] == ["nhs-number"]


@pytest.mark.parametrize("name", ["content/a.csv", "content/guides/a.CSV", "content/a.ics"])
def test_words_in_a_download_are_searched(name: str, network: Make) -> None:
    assert [problem.code for problem in check(network({name: SLIPS}))] == ["nhs-number"]


@pytest.mark.parametrize("name", ["content/map.png", "content/guides/map.JPG", "content/form.pdf"])
def test_pictures_and_documents_for_print_stay_downloads(name: str, network: Make) -> None:
    assert check(put(network({}), name, b"\x89PNG\0\1 943 476 5919")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str)
@pytest.mark.parametrize("name", ["case_studies/our-scheme.txt", "case_studies/our-scheme.md", "opportunities/a.yaml"])
def test_whatever_is_text_is_searched(name: str, encoding: str, network: Make) -> None:
    root = put(network({}), name, f"A café.\r\n{SLIPS}".encode(encoding))
    assert [problem.line for problem in check(root) if problem.code == "nhs-number"] == [3]


# Documents of Word and the like.


def document(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


#: The number stands in two runs, as Word writes it after somebody has mended a digit.
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
def test_a_document_cannot_be_read_and_is_searched(name: str, raw: bytes, needed: str, network: Make) -> None:
    problems = check(put(network({}), name, raw))
    assert {problem.file for problem in problems} == {name}
    [unreadable] = [problem for problem in problems if problem.code == "unreadable-file"]
    if needed:
        assert unreadable.message == "documents of this kind cannot be read here"
        assert f"`{needed}`" in unreadable.help
    assert [(problem.line, problem.column) for problem in problems if problem.code == "nhs-number"] == [(1, 1)]


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04",
        WORD[: len(WORD) // 2],
        WORD[:60] + bytes(20) + WORD[80:],
        b"PK\x03\x04" + bytes(5000),
        document({"word/document.xml": "<w:t>" + "0" * 300_000_000}),
        document({f"word/{n}.xml": "<w:t>" + "<" * 100_000 for n in range(600)}),
    ],
    ids=["begun", "half", "broken", "empty", "bomb", "many"],
)
def test_a_hostile_document_costs_little(raw: bytes, network: Make) -> None:
    started = time.perf_counter()
    problems = check(put(network({}), "case_studies/our-scheme.docx", raw))
    assert [problem.code for problem in problems if problem.severity == "error" and problem.code != "too-long"] == [
        "unreadable-file"
    ]
    assert time.perf_counter() - started < 5


def test_what_is_no_text_has_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 4)
    assert extract_text(tmp_path / "a") == ("", True)


# What editors and systems leave.

LEFT = ["x.md.orig", "x.yaml~", "x.md.bak", "x.yaml.BAK", ".x.md.swp", "x.md.swp", "x.md.swo", ".#x.md", "#x.md#", "x.rej"]
LEFT += ["Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "._x.md", "4913", "~$x.docx", ".~lock.x.md#"]
LEFT += ["~WRL0001.tmp", ".obsidian/x.md", "x.bak/x.md", "x.bak/x.css"]


@pytest.mark.parametrize("folder", ["case_studies", "opportunities", "content", "content/guides", "."])
def test_what_editors_leave_is_neither_read_nor_searched(folder: str, network: Make) -> None:
    root = network({})
    for name in LEFT:
        put(root, f"{folder}/{name}", SLIPS.encode())
    assert check(root) == []


@pytest.mark.parametrize("name", ["original.md", "a-bak.md", "49130", "swp", "orig.yaml", "a.original", "tmp.md", "db"])
def test_other_names_are_not_left_over(name: str) -> None:
    assert not is_temporary_file(name)


def test_what_editors_leave_is_never_published(network: Make) -> None:
    """Neither by the core nor by the engine, which copies folders of pages and of the theme by itself."""
    root = network({"content/map.csv": "a,b\n"})
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    for folder in (
        "content",
        "content/guides",
        "case_studies",
        "opportunities",
        "hooks/mentor_network/theme",
        "hooks/mentor_network/theme/assets",
    ):
        for name in LEFT:
            put(root, f"{folder}/{name}", b"left over words")
    put(root, "content/.x.md", PAGE.encode())
    site = build_site(root, root.parent / "site")
    files = [path for path in site.rglob("*") if path.is_file()]
    assert [path for path in files if b"left over words" in path.read_bytes()] == []
    assert [path for path in files if is_temporary_file(path.name) and path.name != ".mentor-network"] == []
    assert (site / "map.csv").is_file()
