"""Lists the files in a network's folders, without temporary files of editors and the operating system.

Symbolic links are never followed: one could publish any file of the machine that builds. `checks.files` reports them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from mentor_network.problems import Problems, Span


def files_in(root: Path, folder: str, problems: Problems, *, ending: str = "", below: bool = False) -> list[Path]:
    """The paths in a folder whose names have this ending, sorted; with `below`, those in subfolders too.

    A folder that does not exist counts as empty. One that cannot be read is a problem: otherwise its pages would vanish
    from the site without a message.
    """

    def report(error: OSError) -> None:
        if isinstance(error, FileNotFoundError):
            return
        span = Span(Path(error.filename).relative_to(root).as_posix())
        if isinstance(error, NotADirectoryError):
            problems.add(span, "unreadable-file", "a folder belongs here, and this is not one", "put the folder back")
        else:
            reason = (error.strerror or "unknown reason").lower()
            problems.add(span, "unreadable-file", f"this folder cannot be read: {reason}", "check who may open the folder")

    if (root / folder).is_symlink():
        return []
    paths: list[Path] = []
    for here, folders, files in os.walk(root / folder, onerror=report):
        # A folder named like a file is listed as well: reading it reports the mistake.
        names = (name for name in (*files, *folders) if name.endswith(ending) and not is_temporary_file(name))
        paths += (Path(here) / name for name in names)
        folders[:] = [name for name in folders if below and not is_temporary_file(name)]
    return sorted(paths)


def paths_below(folder: Path) -> list[Path]:
    """Every file, subfolder and symbolic link below a folder, sorted. Links are not followed."""
    if folder.is_symlink():
        return [folder]
    paths: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not is_temporary_file(name)]
        paths += (Path(here, name) for name in (*folders, *names) if not is_temporary_file(name))
    return sorted(paths)


def symlinks_below(folder: Path) -> list[Path]:
    """Every symbolic link below a folder, or the folder itself if it is one. Hidden names count: an engine follows them.

    Left out are dangling links with the name of a temporary file: Emacs locks a file with such a link.
    """
    if folder.is_symlink():
        return [folder]
    paths = (Path(here, name) for here, folders, names in os.walk(folder) for name in (*folders, *names))
    return sorted(path for path in paths if path.is_symlink() and (path.exists() or not is_temporary_file(path.name)))


#: Lock files, backups and folder indexes. Vim creates a file 4913 to test whether it may write.
_TEMPORARY = re.compile(
    r"[.#].*|~\$.*|.*~|.*\.(?:bak|orig|rej|tmp|sw[a-px])|4913|(?:eh)?thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE | re.DOTALL,
)


def is_temporary_file(name: str) -> bool:
    """Is this a name of an editor's or system's lock, backup or temporary file? None is ever read or published."""
    return bool(_TEMPORARY.fullmatch(name))
