"""The output folder of a site: a lock for builds, protection of other people's files, and the replacement of the last site.

A site is built in `site.next`, then `site` is renamed to `site.old` and `site.next` to `site`. Whenever a build is stopped,
the last good site is still in `site`, or the next build renames `site.old` back to it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

#: A file in each folder that a build made, which lists the files of the site. Other files are never deleted.
#: Its name starts with a dot, because MkDocs keeps hidden files when it empties the folder.
MANIFEST = ".mentor-network"
#: The manifest while it is written. It is renamed when it is complete, so a killed build leaves no half of one.
_TEMPORARY = f"{MANIFEST}.half"
_FIRST_LINE = "Built by `mentor-network site`, which replaces this folder whole. It wrote:"
#: Folders of a network that no site may be built into.
_SOURCE_FOLDERS = frozenset(["content", "opportunities", "case_studies"])


class OutputFolderError(Exception):
    """The site cannot be built into a folder; the message says why, and what to do."""


def write_manifest(site: Path) -> None:
    """List the files of a finished site in its manifest."""
    _write_manifest(site, sorted(_files(site) - {MANIFEST}))


def _write_manifest(folder: Path, listed: Iterable[str] = ()) -> None:
    temporary = folder / _TEMPORARY
    temporary.write_text("\n".join((_FIRST_LINE, *listed)) + "\n", "utf-8", newline="\n")
    temporary.replace(folder / MANIFEST)


def prepare(live: Path) -> Path:
    """Make the empty folder that the next site for `live` is built in. Raises OutputFolderError.

    If the last build was stopped, restore the last good site and delete the folders that it left.
    """
    new, old = sibling(live, "next"), sibling(live, "old")
    if not live.exists() and _is_ours(old):
        old.rename(live)  # the last build was stopped between the two renames
    for folder in (live, new, old):
        _refuse_foreign_files(folder)
    for folder in (new, old):
        remove(folder)
        if folder.exists():
            left = f"{folder} is left from an earlier build and cannot be deleted"
            raise OutputFolderError(f"{left}; delete it, or ask whose it is")
    new.mkdir()
    _write_manifest(new)
    return new


def publish(new: Path, live: Path) -> None:
    """Replace the site in `live` by the finished one in `new`, by two renames.

    Between the two there is no site for a moment, but never a part of one. If the second rename fails, the first is undone.
    Raises OSError, on Windows also while a program has either folder open.
    """
    old = sibling(live, "old")
    try:
        if live.exists():
            live.rename(old)
        new.rename(live)
    except BaseException:  # a signal can interrupt between the two
        if old.exists() and not live.exists():
            old.rename(live)
        raise
    remove(old)


def remove(folder: Path) -> None:
    """Delete a folder that a build made, as far as permissions allow.

    The manifest is deleted last: without it, the files left by an interruption would look like somebody else's.
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MANIFEST:
                path.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def sibling(live: Path, suffix: str) -> Path:
    """The folder beside `live` whose name has a suffix."""
    return live.with_name(f"{live.name}.{suffix}")


@contextmanager
def lock(root: Path, live: Path) -> Iterator[None]:
    """Hold the lock of an output folder, so that one process at a time builds into it. Waits while another holds it.

    The lock is `.site.lock` beside the folder, by filelock. The operating system releases it when the process ends, even if
    it is killed. The file may stay. Raises OutputFolderError if the folder is, or is inside, the network's sources.
    """
    _refuse_sources(root, live)
    live.parent.mkdir(parents=True, exist_ok=True)
    file_lock = FileLock(live.with_name(f".{live.name}.lock"))
    try:
        file_lock.acquire(blocking=False)
    except Timeout:
        print("another build of this site is running; this one starts when that one has ended", flush=True)
        file_lock.acquire()
    try:
        yield
    finally:
        file_lock.release()


def _refuse_sources(root: Path, live: Path) -> None:
    if root.is_relative_to(live):
        raise OutputFolderError(
            f"the site cannot replace {live}, because the network itself is in it; name a folder of its own"
        )
    inside = live.relative_to(root).parts[0] if live.is_relative_to(root) else ""
    if inside in _SOURCE_FOLDERS:
        raise OutputFolderError(f"the site cannot go into {inside}/, where its sources are; name a folder outside it")


def _refuse_foreign_files(folder: Path) -> None:
    """Raise OutputFolderError if a folder holds files that no build wrote: they would be deleted with it."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise OutputFolderError(f"{folder} is a file, and the site needs a folder of that name; move the file away")
    foreign = sorted(_foreign_files(folder))
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise OutputFolderError(
            f"{folder} holds files that no build of this site wrote, and they would be lost: {foreign[0]}{more}; "
            "move them away, or name a new or empty folder with --out"
        )


def _is_ours(folder: Path) -> bool:
    return (folder / MANIFEST).is_file() and not _foreign_files(folder)


def _foreign_files(folder: Path) -> set[str]:
    """Files that the manifest of a folder does not list. An empty manifest, of a stopped build, covers every file."""
    files = _files(folder) - {_TEMPORARY}
    if MANIFEST not in files:
        return files
    listed = (folder / MANIFEST).read_text("utf-8", errors="replace").splitlines()[1:]
    folders = tuple(name for name in listed if name.endswith("/"))  # version 1.0 listed the folder of its search as one
    return {name for name in files - {MANIFEST, *listed} if not name.startswith(folders)} if listed else set()


def _files(folder: Path) -> set[str]:
    """Every file below a folder."""
    found = set()
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        found |= {(Path(here) / name).relative_to(folder).as_posix() for name in (*files, *links)}
    return found
