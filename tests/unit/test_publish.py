"""The replacement of the last site by a new one. `make faults` tests the same from outside, with faults injected."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mentor_network import publish


def built(folder: Path, text: str) -> Path:
    """A folder as a finished build leaves it."""
    (folder / "guides").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "guides" / "index.html").write_text(text)
    publish.write_manifest(folder)
    return folder


def test_a_new_site_replaces_the_last(tmp_path: Path) -> None:
    live = built(tmp_path / "site", "last")
    publish.publish(built(tmp_path / "site.next", "new"), live)
    assert (live / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_rename_that_fails_undoes_the_first(tmp_path: Path) -> None:
    live = built(tmp_path / "site", "last")
    with pytest.raises(FileNotFoundError):
        publish.publish(tmp_path / "site.next", live)
    assert (live / "index.html").read_text() == "last"


def test_a_folder_that_cannot_be_renamed_keeps_the_last_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, while a program has the folder open."""
    live, new = built(tmp_path / "site", "last"), built(tmp_path / "site.next", "new")

    def refuse(path: Path, _: Path) -> None:
        raise PermissionError(13, "Access is denied", str(path))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        publish.publish(new, live)
    assert (live / "index.html").read_text() == "last"
    assert publish.prepare(live).is_dir()


@pytest.mark.parametrize(("renames", "text"), [(1, "last"), (2, "new")])
def test_an_interruption_after_a_rename_leaves_a_complete_site(
    renames: int, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, new = built(tmp_path / "site", "last"), built(tmp_path / "site.next", "new")
    rename, left = Path.rename, renames

    def interrupted(path: Path, target: Path) -> None:
        nonlocal left
        rename(path, target)
        left -= 1
        if not left:
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish.publish(new, live)
    assert (live / "index.html").read_text() == text


def test_the_next_build_restores_a_site_between_two_renames(tmp_path: Path) -> None:
    built(tmp_path / "site.old", "last")
    built(tmp_path / "site.next", "new")
    publish.prepare(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "last"


@pytest.mark.parametrize(("name", "text"), [(publish.MANIFEST, ""), (f"{publish.MANIFEST}.half", "Built by")])
def test_a_folder_with_half_a_manifest_is_deleted_by_the_next_build(tmp_path: Path, name: str, text: str) -> None:
    built(tmp_path / "site", "last")
    (tmp_path / "site.next").mkdir()
    (tmp_path / "site.next" / name).write_text(text)
    publish.prepare(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "last"


def test_a_folder_that_is_partly_deleted_is_deleted_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever file was deleted last before the build was killed."""
    unlink = os.unlink
    left = 0

    def killed(path: Any, *more: Any, **options: Any) -> None:
        nonlocal left
        if not left:
            raise KeyboardInterrupt
        left -= 1
        unlink(path, *more, **options)

    built(tmp_path / "site", "last")
    for number in range(3):
        folder = built(tmp_path / "site.next", "new")
        left = number
        with monkeypatch.context() as patched:
            patched.setattr(os, "unlink", killed)
            with pytest.raises(KeyboardInterrupt):
                publish.remove(folder)
        assert publish.prepare(tmp_path / "site") == folder
        publish.remove(folder)
        assert not folder.exists()


def test_a_manifest_is_replaced_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = built(tmp_path / "site", "last")
    before = (site / publish.MANIFEST).read_text()

    def full(path: Path, *_: object, **__: object) -> None:
        path.open("w").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        publish.write_manifest(site)
    assert (site / publish.MANIFEST).read_text() == before


@pytest.mark.parametrize("name", ["site", "site.next", "site.old"])
@pytest.mark.parametrize("stranger", ["notes.txt", ".profile", "guides/mine.html", ".git/config"])
def test_files_that_no_build_wrote_are_never_deleted(tmp_path: Path, name: str, stranger: str) -> None:
    built(tmp_path / "site", "last")
    folder = tmp_path / name if name == "site" else built(tmp_path / name, "left")
    (folder / stranger).parent.mkdir(exist_ok=True)
    (folder / stranger).write_text("mine")
    with pytest.raises(publish.OutputFolderError, match=f"they would be lost: {stranger}"):
        publish.prepare(tmp_path / "site")
    assert (folder / stranger).read_text() == "mine"


def test_a_folder_with_other_files_is_refused_and_an_empty_one_used(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    assert publish.prepare(tmp_path / "photos").is_dir()
    (tmp_path / "photos" / "wedding.jpg").write_text("dear")
    with pytest.raises(publish.OutputFolderError, match=r"wedding\.jpg; move them away, or name a new or empty folder"):
        publish.prepare(tmp_path / "photos")


def test_a_lock_is_released_when_its_process_is_killed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = "import os, sys, pathlib; from mentor_network import publish\n"
    code += "with publish.lock(pathlib.Path('/nowhere'), pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "site")], check=False, timeout=60)
    assert (tmp_path / ".site.lock").exists()
    with publish.lock(Path("/nowhere"), tmp_path / "site"):
        assert capsys.readouterr().out == ""
