"""Contributions that are not read: each is an error that names the right path, and the screens search it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.checks.unknown_files import find_unknown_files
from support.contributions import CASE, ENTRY, PAGE, SLIPS, check, put
from support.networks import NETWORK, ROOT
from support.yaml_files import load

Make = Callable[[dict[str, str | None]], Path]
NAMES: dict[str, str] = load(ROOT / "tests/cases/unread/names.yaml")


@pytest.mark.parametrize(("name", "needed"), NAMES.items())
def test_a_wrong_name_is_an_error_with_the_right_one_and_the_file_is_searched(name: str, needed: str, network: Make) -> None:
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
def test_a_contribution_is_recognised_by_its_text(name: str, text: str, needed: str, network: Make) -> None:
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
def test_other_files_of_a_repository_are_ignored(name: str, network: Make) -> None:
    text = (
        f"# Example\n\n```yaml\nkind: case-study\n```\n\n{SLIPS}"
        if name.endswith((".md", ".txt"))
        else "site_name: x\nkind: x\n"
    )
    if name == "published_addresses.txt":
        text = "/\n"
    assert check(network({name: text})) == []


@pytest.mark.parametrize("root", [ROOT, NETWORK], ids=["ours", "small"])
def test_our_networks_have_no_unknown_files(root: Path) -> None:
    assert find_unknown_files(root) == []


def test_a_copy_beside_the_file_that_is_read_is_to_be_deleted(network: Make) -> None:
    [problem] = check(network({"case_studies/board-meetings.md.txt": CASE}))
    assert problem.help == "delete it, if it is a copy of `case_studies/board-meetings.md`"


@pytest.mark.parametrize("name", ["opportunities/README.md", "opportunities/readme.md"])
def test_a_readme_of_a_folder_is_searched_and_not_read(name: str, network: Make) -> None:
    root = network({})
    assert check(put(root, name, b"One opportunity a file.\n")) == []
    assert [problem.code for problem in check(put(root, name, SLIPS.encode()))] == ["nhs-number"]


@pytest.mark.parametrize("name", ["content/a.csv", "content/guides/a.CSV", "content/a.ics"])
def test_text_in_a_download_is_searched(name: str, network: Make) -> None:
    assert [problem.code for problem in check(network({name: SLIPS}))] == ["nhs-number"]


@pytest.mark.parametrize("name", ["content/map.png", "content/guides/map.JPG", "content/form.pdf"])
def test_pictures_and_documents_for_print_stay_downloads(name: str, network: Make) -> None:
    assert check(put(network({}), name, b"\x89PNG\0\1 943 476 5919")) == []
