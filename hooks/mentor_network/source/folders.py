"""What stands in a folder of a network, without what an editor leaves beside the file that somebody is writing.

Nothing follows a link: it could lead anywhere on the machine that builds. `rules.files` says so where there is one.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from mentor_network.problems import Problems, Span


def files_in(root: Path, folder: str, problems: Problems, *, ending: str = "", below: bool = False) -> list[Path]:
    """Everything in a folder whose name has this ending, sorted; with `below`, in the folders inside it too.

    A folder that is not there is an empty one. A folder that cannot be read is a problem: without it, all that it holds
    would go from the site without a word.
    """

    def tell(error: OSError) -> None:
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
    found: list[Path] = []
    for here, folders, files in os.walk(root / folder, onerror=tell):
        # A folder with the name of a file is somebody's mistake, and reading it says so.
        names = (name for name in (*files, *folders) if name.endswith(ending) and not is_temporary_file(name))
        found += (Path(here) / name for name in names)
        folders[:] = [name for name in folders if below and not is_temporary_file(name)]
    return sorted(found)


def paths_below(folder: Path) -> list[Path]:
    """All that stands below a folder, links too, and nothing that stands behind a link."""
    if folder.is_symlink():
        return [folder]
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not is_temporary_file(name)]
        found += (Path(here, name) for name in (*folders, *names) if not is_temporary_file(name))
    return sorted(found)


def symlinks_below(folder: Path) -> list[Path]:
    """Every link in a folder, and the folder itself where it is one. An engine follows those with hidden names too.

    Only what an editor keeps for itself may be a link, and only one that leads nowhere: that is how it locks a file.
    """
    if folder.is_symlink():
        return [folder]
    found = (Path(here, name) for here, folders, names in os.walk(folder) for name in (*folders, *names))
    return sorted(path for path in found if path.is_symlink() and (path.exists() or not is_temporary_file(path.name)))


#: Locks, copies of the last version, and indexes of folders. Vim makes a file 4913 to see whether it may.
_TEMPORARY = re.compile(
    r"[.#].*|~\$.*|.*~|.*\.(?:bak|orig|rej|tmp|sw[a-px])|4913|(?:eh)?thumbs\.db|desktop\.ini|icon\r",
    re.IGNORECASE | re.DOTALL,
)


def is_temporary_file(name: str) -> bool:
    """Does an editor or a system keep this for itself? Such a file is never read and never published."""
    return bool(_TEMPORARY.fullmatch(name))
