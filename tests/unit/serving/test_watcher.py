"""Edits are noticed, however an editor saves them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.observers import Observer

from mentor_network.serving import watcher
from mentor_network.serving.watcher import Watcher
from support.networks import laid_over


class Edits:
    """The network that is watched, and whether an edit was noticed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.noticed = threading.Event()

    def notices(self, edit: Callable[[], object]) -> bool:
        """Make an edit, and wait until it is noticed."""
        self.noticed.clear()
        edit()
        return self.noticed.wait(20)


@pytest.fixture(params=[False, True], ids=["events", "poll"])
def edits(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edits]:
    monkeypatch.setattr(watcher, "_POLL", 0.05)
    monkeypatch.setattr(watcher, "_LOOK", 0.2)
    found = Edits(laid_over(tmp_path / "network", {}))
    (tmp_path / "theme").mkdir()
    watching = Watcher(found.root, tmp_path / "theme", found.noticed.set, poll=request.param)
    watching.start()
    yield found
    watching.stop()


def test_edits_are_noticed(edits: Edits) -> None:
    root = edits.root
    file, entries = root / "opportunities.yaml", root / "opportunities"
    assert edits.notices(lambda: file.write_text("saved in place", "utf-8"))
    (root.parent / "new.yaml").write_text("saved beside it, and renamed", "utf-8")
    assert edits.notices(lambda: (root.parent / "new.yaml").replace(file))
    assert edits.notices(lambda: (root / "content" / "guides" / "new.md").write_text("x", "utf-8"))
    assert edits.notices(lambda: (root.parent / "theme" / "a.css").write_text("x", "utf-8"))
    assert edits.notices(file.unlink)
    assert edits.notices(lambda: shutil.rmtree(entries))
    assert edits.notices(entries.mkdir)
    assert edits.notices(lambda: (entries / "again.yaml").write_text("in a folder that was made again", "utf-8"))


@pytest.mark.parametrize("poll", [False, True], ids=["events", "poll"])
@pytest.mark.parametrize("folder", ["opportunities", "case_studies", "content"])
def test_a_folder_that_was_not_there_at_the_start_is_watched(
    folder: str, poll: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watcher, "_POLL", 0.05)
    monkeypatch.setattr(watcher, "_LOOK", 0.2)
    found = Edits(laid_over(tmp_path / "network", {}))
    (tmp_path / "theme").mkdir()
    shutil.rmtree(found.root / folder)
    watching = Watcher(found.root, tmp_path / "theme", found.noticed.set, poll=poll)
    watching.start()
    try:
        assert found.notices((found.root / folder).mkdir)
        assert found.notices(lambda: (found.root / folder / "first").write_text("x", "utf-8"))
        assert found.notices(lambda: (found.root / folder / "first").write_text("y", "utf-8"))
    finally:
        watching.stop()


def test_temporary_files_are_not_edits(edits: Edits) -> None:
    edits.noticed.clear()
    for name in (".opportunities.yaml.swp", "4913", "opportunities.yaml~", ".#network.yaml"):
        (edits.root / name).write_text("x", "utf-8")
    assert not edits.noticed.wait(0.6)


def test_without_events_of_the_system_it_polls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watcher, "_POLL", 0.05)
    monkeypatch.setattr(Observer, "schedule", fail)
    edits = Edits(laid_over(tmp_path / "network", {}))
    watching = Watcher(edits.root, tmp_path, edits.noticed.set)
    watching.start()
    assert edits.notices(lambda: (edits.root / "network.yaml").write_text("x", "utf-8"))
    watching.stop()
