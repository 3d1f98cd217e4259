"""Files of a network: symbolic links, and names that cannot be part of a URL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.contributions import PAGE, check, put

Make = Callable[[dict[str, str | None]], Path]


@pytest.mark.parametrize("folder", ["content", "content/guides", "case_studies", "opportunities"])
def test_a_symbolic_link_is_an_error(folder: str, network: Make, tmp_path: Path) -> None:
    root = network({})
    (tmp_path / "secret.md").write_text("secret", "utf-8")
    (root / folder / "link.md").symlink_to(tmp_path / "secret.md")
    problems = check(root)
    assert {problem.file for problem in problems} == {f"{folder}/link.md"}
    assert "this is a link to another file" in {problem.message for problem in problems}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("content/Map of it.pdf", "bad-id"),
        ("content/A folder/map.pdf", "bad-id"),
        ("content/data/map.pdf", "duplicate-address"),
        ("content/map_of-it.2.pdf", ""),
        ("content/guides/map.pdf", ""),
    ],
)
def test_a_download_needs_a_name_for_a_url(name: str, code: str, network: Make) -> None:
    problems = check(put(network({}), name, b"%PDF"))
    assert [problem.code for problem in problems] == ([code] if code else [])


def test_a_folder_of_pages_needs_a_name_for_a_url(network: Make) -> None:
    problems = check(put(network({}), "content/A folder/shadowing.md", PAGE.encode()))
    assert ("content/A folder/shadowing.md", "bad-id") in {(problem.file, problem.code) for problem in problems}
