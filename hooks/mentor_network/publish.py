"""The folder that a site stands in: whose it is, who may build it now, and how a new site takes its place.

Three names lie side by side: `site`, `site.next` while one is built, and for a moment `site.old`. Whatever stops a build,
the last good site is under the first name, or the next build puts it back there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from mentor_network.urls import SEARCH_FOLDER

#: A file in each folder that a build made. It lists the files, so that what somebody put beside them is never deleted.
#: MkDocs empties a folder before it builds, but leaves files that start with a dot.
MARK = ".mentor-network"
#: The same file while it is written. Then it is moved, so that a mark is whole whenever its build is killed.
_HALF = f"{MARK}.half"
_FIRST_LINE = "Built by `mentor-network site`, which replaces this folder whole. It wrote:"
#: Folders of a network that a site must not be built into.
_SOURCES = frozenset(["content", "opportunities", "case_studies"])


class InTheWay(Exception):
    """A site cannot go where it was asked to; the text says why, and what to do."""


def mark(site: Path) -> None:
    """Note which files a finished build wrote."""
    _mark(site, sorted(_files(site) - {MARK}))


def _mark(folder: Path, listed: Iterable[str] = ()) -> None:
    half = folder / _HALF
    half.write_text("\n".join((_FIRST_LINE, *listed)) + "\n", "utf-8")
    half.replace(folder / MARK)


def prepare(live: Path) -> Path:
    """Make the empty folder that a site for `live` is built in, and mend what an earlier build left. Raises InTheWay."""
    fresh, old = beside(live, "next"), beside(live, "old")
    if not live.exists() and _ours(old):
        old.rename(live)  # the last build was stopped between its two moves
    for folder in (live, fresh, old):
        _refuse_strangers(folder)
    for folder in (fresh, old):
        clear(folder)
        if folder.exists():
            raise InTheWay(f"{folder} is left from an earlier build and cannot be deleted; delete it, or ask whose it is")
    fresh.mkdir()
    _mark(fresh)
    return fresh


def publish(fresh: Path, live: Path) -> None:
    """Put a finished site in the place of the last one, by two renames. Nobody ever sees half of either."""
    old = beside(live, "old")
    if live.exists():
        live.rename(old)
    try:
        fresh.rename(live)
    except BaseException:
        if old.exists():
            old.rename(live)
        raise
    clear(old)


def clear(folder: Path) -> None:
    """Delete a folder that a build made, as far as the system allows.

    Its mark goes last: without it, what is left where this is killed would look like somebody else's.
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARK:
                path.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def beside(live: Path, what: str) -> Path:
    return live.with_name(f"{live.name}.{what}")


@contextmanager
def locked(root: Path, live: Path) -> Iterator[None]:
    """Be the only one who builds this site; whoever comes second waits. Raises InTheWay.

    The system frees the lock when the process that holds it ends, however it ends. Its file stays.
    """
    _refuse_sources(root, live)
    live.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(live.with_name(f".{live.name}.lock"))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        print("another build of this site is running; this one starts when that one has ended", flush=True)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _refuse_sources(root: Path, live: Path) -> None:
    if root.is_relative_to(live):
        raise InTheWay(f"the site cannot replace {live}, because the network itself is in it; name a folder of its own")
    inside = live.relative_to(root).parts[0] if live.is_relative_to(root) else ""
    if inside in _SOURCES:
        raise InTheWay(f"the site cannot go into {inside}/, where its sources are; name a folder outside it")


def _refuse_strangers(folder: Path) -> None:
    """A site replaces its folder whole. What no build wrote would be lost."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not folder.is_dir():
        raise InTheWay(f"{folder} is a file, and the site needs a folder of that name; move the file away")
    strange = sorted(_strangers(folder))
    if strange:
        more = f" and {len(strange) - 1} more" if len(strange) > 1 else ""
        raise InTheWay(
            f"{folder} holds files that no build of this site wrote, and they would be lost: {strange[0]}{more}; "
            "move them away, or name a new or empty folder with --out"
        )


def _ours(folder: Path) -> bool:
    return (folder / MARK).is_file() and not _strangers(folder)


def _strangers(folder: Path) -> set[str]:
    """Files in a folder that its mark does not list. Nothing is listed in a folder where a build was stopped."""
    files = _files(folder) - {f"{SEARCH_FOLDER}/", _HALF}
    if MARK not in files:
        return files
    listed = (folder / MARK).read_text("utf-8", errors="replace").splitlines()[1:]
    return files - {MARK, *listed} if listed else set()


def _files(folder: Path) -> set[str]:
    """Every file below a folder. Those of the index count as one: Pagefind may go on writing after its build was stopped."""
    found = set()
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        found |= {(Path(here) / name).relative_to(folder).as_posix() for name in (*files, *links)}
    return {f"{SEARCH_FOLDER}/" if name.startswith(f"{SEARCH_FOLDER}/") else name for name in found}
