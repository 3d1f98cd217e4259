"""Watches the folders of a network for edits, by the events of the system."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from mentor_network.checks.unknown_files import folders_of_contributions
from mentor_network.source import is_temporary_file

#: Not among them: that a file was opened or read, which we do ourselves after each edit.
_EVENTS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
#: Seconds without an event that end a burst of them, such as an editor's, and the most to wait for that.
_QUIET, _MOST = 0.02, 0.3
#: Seconds between two looks at which folders there are.
_LOOK = 2.0
#: Seconds between two polls, where there are no events.
_POLL = 0.5


class Watcher(FileSystemEventHandler):
    """Calls `changed` after each edit in the network at `root` or in the theme.

    A folder that is deleted and made again is watched again. With `poll`, or where the system has no events to give, the
    files are looked at twice a second.
    """

    def __init__(self, root: Path, theme: Path, changed: Callable[[], None], *, poll: bool = False) -> None:
        self.root = root
        self.theme = theme
        self.changed = changed
        self._poll = poll
        self._event = threading.Event()
        self._stopped = False
        self._observer: BaseObserver = _polling() if poll else Observer()
        #: Each watched folder with what tells it from another folder of the same name.
        self._watched: dict[Path, tuple[ObservedWatch, tuple[int, int]]] = {}

    def start(self) -> None:
        """Watch, and return. Edits from now on are noticed."""
        try:
            self._observer.start()
            self._watch()
        except OSError:  # such as no inotify watches left
            if self._poll:
                raise
            self._poll, self._observer, self._watched = True, _polling(), {}
            self._observer.start()
            self._watch()
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        """End watching."""
        self._stopped = True
        self._event.set()
        self._observer.stop()

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note an event, unless it is about temporary files only."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if not all(is_temporary_file(path.name) for path in paths):
            self._event.set()

    def _run(self) -> None:
        while True:
            edited = self._event.wait(_LOOK)
            if self._stopped:
                return
            if edited:
                self._wait_for_quiet()
            if self._watch() or edited:  # first watch, then read: no edit comes between the two
                self.changed()

    def _wait_for_quiet(self) -> None:
        """Wait for the end of a burst of events."""
        end = time.monotonic() + _MOST
        while self._event.is_set() and time.monotonic() < end:
            self._event.clear()
            self._event.wait(_QUIET)
        self._event.clear()

    def _watch(self) -> bool:
        """Watch the folders that there are now. Returns whether these are others than before."""
        wanted = {folder: name for folder in self._folders() if (name := _identity(folder))}
        gone = [folder for folder, (_, name) in self._watched.items() if wanted.get(folder) != name]
        new = [folder for folder in wanted if folder in gone or folder not in self._watched]
        for folder in gone:
            self._observer.unschedule(self._watched.pop(folder)[0])
        for folder in new:
            try:
                watch = self._observer.schedule(self, str(folder), recursive=folder != self.root, event_filter=_EVENTS)
            except FileNotFoundError:
                continue  # it is gone again; the next look sees to it
            self._watched[folder] = (watch, wanted[folder])
        return bool(gone or new)

    def _folders(self) -> Iterable[Path]:
        """The folders to watch. Folders rather than files, because an editor may put a new file in the place of the old."""
        return (self.root, self.theme, *folders_of_contributions(self.root))


def _polling() -> BaseObserver:
    return PollingObserver(timeout=_POLL)


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from a later one of the same name. None if there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
