"""The files of a folder, without those that an editor leaves beside the one somebody is writing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mentor_network.problems import Problems, Span


def files_in(root: Path, folder: str, problems: Problems, *, ending: str = "", below: bool = False) -> list[Path]:
    """Everything in a folder whose name has this ending, sorted; with `below`, in the folders inside it too.

    A folder that is not there is an empty one. A folder that cannot be read is a problem: without it, all that it holds
    would go from the site without a word.
    """

    def tell(error: OSError) -> None:
        if isinstance(error, FileNotFoundError) and not (root / folder).is_symlink():
            return
        span = Span(Path(error.filename).relative_to(root).as_posix())
        if isinstance(error, NotADirectoryError | FileNotFoundError):
            problems.add(span, "unreadable-file", "a folder belongs here, and this is not one", "put the folder back")
        else:
            reason = (error.strerror or "unknown reason").lower()
            problems.add(span, "unreadable-file", f"this folder cannot be read: {reason}", "check who may open the folder")

    found: list[Path] = []
    for here, folders, files in os.walk(root / folder, onerror=tell):
        # A folder with the name of a file is somebody's mistake, and reading it says so.
        names = (name for name in (*files, *folders) if name.endswith(ending) and not _aside(name))
        found += (Path(here) / name for name in names)
        folders[:] = [name for name in folders if below and not name.startswith(".")]
    return sorted(found)


def _aside(name: str) -> bool:
    """Does an editor or a system keep this for itself: a lock, a copy of the last version, an index?"""
    return name.startswith((".", "#")) or name.endswith("~")


def beside_pages(root: Path, problems: Problems) -> Iterator[Path]:
    """The files in `content/` that are not pages: pictures and downloads."""
    for path in files_in(root, "content", problems, below=True):
        if path.suffix != ".md" and (path.is_symlink() or not path.is_dir()):
            yield path
