"""How a new site takes the place of the last. `make faults` tries the same from outside, with all that can go wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mentor_network import publish
from mentor_network.cli import main
from support.networks import mkdocs_for


def built(folder: Path, text: str) -> Path:
    """What a finished build leaves."""
    (folder / "guides").mkdir(parents=True)
    (folder / "index.html").write_text(text)
    (folder / "guides" / "index.html").write_text(text)
    publish.mark(folder)
    return folder


def test_a_new_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    live = built(tmp_path / "site", "last")
    publish.publish(built(tmp_path / "site.next", "new"), live)
    assert (live / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_second_move_that_fails_brings_the_last_site_back(tmp_path: Path) -> None:
    live = built(tmp_path / "site", "last")
    with pytest.raises(FileNotFoundError):
        publish.publish(tmp_path / "site.next", live)
    assert (live / "index.html").read_text() == "last"


def test_a_build_stopped_between_two_moves_is_mended_by_the_next(tmp_path: Path) -> None:
    built(tmp_path / "site.old", "last")
    built(tmp_path / "site.next", "new")
    publish.prepare(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "last"


@pytest.mark.parametrize(("name", "text"), [(publish.MARK, ""), (f"{publish.MARK}.half", "Built by")])
def test_a_build_killed_while_it_marked_its_folder_is_mended_by_the_next(tmp_path: Path, name: str, text: str) -> None:
    built(tmp_path / "site", "last")
    (tmp_path / "site.next").mkdir()
    (tmp_path / "site.next" / name).write_text(text)
    publish.prepare(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "last"


def test_a_folder_that_was_being_deleted_is_deleted_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file it was that the build which deleted it came to last."""
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
                publish.clear(folder)
        assert publish.prepare(tmp_path / "site") == folder
        publish.clear(folder)
        assert not folder.exists()


def test_a_mark_is_the_old_one_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = built(tmp_path / "site", "last")
    before = (site / publish.MARK).read_text()

    def full(path: Path, *_: object) -> None:
        path.open("w").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        publish.mark(site)
    assert (site / publish.MARK).read_text() == before


@pytest.mark.parametrize("name", ["site", "site.next", "site.old"])
@pytest.mark.parametrize("stranger", ["notes.txt", ".profile", "guides/mine.html", ".git/config"])
def test_what_no_build_wrote_is_never_deleted(tmp_path: Path, name: str, stranger: str) -> None:
    built(tmp_path / "site", "last")
    folder = tmp_path / name if name == "site" else built(tmp_path / name, "left")
    (folder / stranger).parent.mkdir(exist_ok=True)
    (folder / stranger).write_text("mine")
    with pytest.raises(publish.InTheWay, match=f"they would be lost: {stranger}"):
        publish.prepare(tmp_path / "site")
    assert (folder / stranger).read_text() == "mine"


def test_somebody_elses_folder_is_refused_and_an_empty_one_taken(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    assert publish.prepare(tmp_path / "photos").is_dir()
    (tmp_path / "photos" / "wedding.jpg").write_text("dear")
    with pytest.raises(publish.InTheWay, match=r"wedding\.jpg; move them away, or name a new or empty folder"):
        publish.prepare(tmp_path / "photos")


@pytest.mark.parametrize("out", ["", "..", "content", "content/site", "case_studies/site"])
def test_a_site_never_goes_over_or_among_its_sources(
    network: Callable[[dict[str, str | None]], Path], capfd: pytest.CaptureFixture[str], out: str
) -> None:
    root = network({})
    mkdocs_for(root)
    before = sorted(root.rglob("*"))
    assert main(["site", str(root), "--out", str(root / out)]) == 2
    assert "the site cannot" in capfd.readouterr().err
    assert sorted(root.rglob("*")) == before


def test_a_lock_is_free_when_whoever_held_it_has_died(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = "import os, sys, pathlib; from mentor_network import publish\n"
    code += "with publish.locked(pathlib.Path('/nowhere'), pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "site")], check=False, timeout=60)
    assert (tmp_path / ".site.lock").exists()
    with publish.locked(Path("/nowhere"), tmp_path / "site"):
        assert capsys.readouterr().out == ""
