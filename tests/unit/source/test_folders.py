"""Listing folders: temporary files of editors are neither read, searched nor published, and links are never followed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network.problems import Problems
from mentor_network.source import files_in, is_temporary_file, paths_below, symlinks_below
from support.contributions import PAGE, SLIPS, check, put
from support.networks import ROOT, site_of

Make = Callable[[dict[str, str | None]], Path]
LEFT = ["x.md.orig", "x.yaml~", "x.md.bak", "x.yaml.BAK", ".x.md.swp", "x.md.swp", "x.md.swo", ".#x.md", "#x.md#", "x.rej"]
LEFT += ["Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "._x.md", "4913", "~$x.docx", ".~lock.x.md#"]
LEFT += ["~WRL0001.tmp", ".obsidian/x.md", "x.bak/x.md", "x.bak/x.css"]


@pytest.mark.parametrize("folder", ["case_studies", "opportunities", "content", "content/guides", "."])
def test_temporary_files_are_neither_read_nor_searched(folder: str, network: Make) -> None:
    root = network({})
    for name in LEFT:
        put(root, f"{folder}/{name}", SLIPS.encode())
    assert check(root) == []


@pytest.mark.parametrize("name", ["original.md", "a-bak.md", "49130", "swp", "orig.yaml", "a.original", "tmp.md", "db"])
def test_similar_names_are_no_temporary_files(name: str) -> None:
    assert not is_temporary_file(name)


def test_temporary_files_are_never_published(network: Make) -> None:
    """Neither the core nor the engine publishes them. The engine copies the folder of pages by itself."""
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
    site = site_of(root)
    files = [path for path in site.rglob("*") if path.is_file()]
    assert [path for path in files if b"left over words" in path.read_bytes()] == []
    assert [path for path in files if is_temporary_file(path.name) and path.name != ".mentor-network"] == []
    assert (site / "map.csv").is_file()


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_files_are_listed_by_ending_and_depth(tmp_path: Path) -> None:
    for name in ("f/b.md", "f/a.md", "f/c.txt", "f/deep/d.md", "f/deep/.e.md"):
        put(tmp_path, name, b"")
    problems = Problems()
    assert names(files_in(tmp_path, "f", problems, ending=".md"), tmp_path / "f") == ["a.md", "b.md"]
    below = files_in(tmp_path, "f", problems, ending=".md", below=True)
    assert names(below, tmp_path / "f") == [
        "a.md",
        "b.md",
        "deep/d.md",
    ]
    assert files_in(tmp_path, "absent", problems) == []
    assert list(problems) == []


def test_a_file_in_place_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path, "f", b"")
    problems = Problems()
    assert files_in(tmp_path, "f", problems) == []
    assert [problem.code for problem in problems] == ["unreadable-file"]


def test_links_are_listed_and_never_followed(tmp_path: Path) -> None:
    put(tmp_path, "outside/secret.md", b"")
    put(tmp_path, "f/a.md", b"")
    (tmp_path / "f/link").symlink_to(tmp_path / "outside")
    (tmp_path / "f/.#a.md").symlink_to("user@host.1")  # the lock of Emacs
    (tmp_path / "f/.hidden").symlink_to(tmp_path / "outside")
    assert names(paths_below(tmp_path / "f"), tmp_path / "f") == ["a.md", "link"]
    assert names(symlinks_below(tmp_path / "f"), tmp_path / "f") == [".hidden", "link"]


def test_a_folder_that_is_a_link_is_listed_itself(tmp_path: Path) -> None:
    put(tmp_path, "outside/secret.md", b"")
    link = tmp_path / "f"
    link.symlink_to(tmp_path / "outside")
    assert paths_below(link) == symlinks_below(link) == [link]
    assert files_in(tmp_path, "f", Problems()) == []
