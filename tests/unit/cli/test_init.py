"""`init`: refuses folders that are not empty, and says what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network.cli import main


@pytest.mark.parametrize("name", ["network.yaml", "notes", ".github", "content/about.md"])
def test_a_folder_that_is_not_empty_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert main(["init", str(tmp_path)]) == 2
    assert f"is not empty: it has {Path(name).parts[0]}; " in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before and path.read_text("utf-8") == "mine"


def test_a_long_list_of_names_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(9):
        (tmp_path / f"file-{number}").touch()
    assert main(["init", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "file-4 and more; name another folder" in said and "file-5" not in said


def test_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["init", str(tmp_path / "file")]) == 2
    assert "file is a file; name a folder that is empty" in capsys.readouterr().err


def test_a_new_repository_with_an_environment_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".venv").mkdir()
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "network.yaml").is_file()


def test_an_unknown_catalogue_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["init", str(tmp_path / "new"), "--with", "models,stages"])
    assert "'stages' cannot be taken over; choose from models, glossary" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_it_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "new"
    assert main(["init", str(root)]) == 0
    *_, enter, check, site = capsys.readouterr().out.splitlines()
    assert [enter, check, site] == [f"  cd {root}", "  mentor-network check", "  mentor-network site"]
