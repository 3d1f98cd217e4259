"""Checks names of files and folders against what Windows can have.

Git on Windows checks out nothing at all of a commit with one such name, and a page whose folder has such a name cannot be
built there. macOS shares one of the rules: two names that differ only in their case are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from mentor_network.checks.unknown_files import LOCATIONS
from mentor_network.problems import Problems, Span, shorten
from mentor_network.source import paths_below
from mentor_network.urls import Address

#: Characters of a path below the root. Windows refuses 260, and the folder of the checkout is part of them.
MAX_PATH = 200
#: Devices of MS-DOS, which no file can be called, with or without endings. See "Naming Files" in Microsoft's documentation.
DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)
#: What the routes call the id of the record whose page or file an address is, see `urls.ROUTES`.
_OWN = ("id", "domain", "table")
#: What to do about the name of a device.
OTHER_NAME = "choose another name: Windows calls one of its devices that"
_CHARACTER = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def files_have_names_for_windows(root: Path, problems: Problems) -> None:
    """Every contribution can be checked out on Windows."""
    for location in LOCATIONS:
        names: dict[str, str] = {}
        for path in paths_below(root / location.folder):
            file = path.relative_to(root).as_posix()
            span = Span(file)
            first = names.setdefault(file.casefold(), file)
            if fault := _name_fault(path.name):
                kind = "folder" if path.is_dir() else "file"
                problems.add(span, "windows-name", refusal(path.name, kind), fault)
            elif first != file and not path.is_dir():  # a folder with capitals has a problem already
                message = f"on Windows and macOS this is the same file as `{shorten(first, 80)}`"
                problems.add(span, "windows-name", message, "rename one of the two: only capitals tell them apart")
            elif len(file) > MAX_PATH and not path.is_dir():
                message = f"this path has {len(file)} characters, and Windows has room for {MAX_PATH}"
                problems.add(span, "windows-name", message, "give the file or its folders shorter names")


def addresses_have_names_for_windows(addresses: Iterable[Address], problems: Problems) -> None:
    """Every page and file made from an id can be written on Windows. Names of contributions have been reported."""
    reported = {problem.file for problem in problems.items if problem.code == "windows-name"}
    for address in addresses:
        word = next((address.ids[name] for name in _OWN if name in address.ids), "")
        if is_device(word) and address.span.file not in reported:
            message = f"Windows can have no file or folder called `{word}`, and the site makes one from this id"
            problems.add(address.span, "windows-name", message, "choose another id")


def refusal(name: str, kind: str = "file") -> str:
    """The message for a name that Windows cannot have."""
    return f"Windows can have no {kind} called `{shorten(name)}`"


def is_device(name: str) -> bool:
    """Is this the name of a device of Windows, which no file or folder can have?"""
    return bool(DEVICE.fullmatch(name))


def faults_of_path(path: str) -> list[str]:
    """What to do about a path with forward slashes, below the root, that Windows cannot have. Empty if it can."""
    long = ["give the file or its folders shorter names"] if len(path) > MAX_PATH else []
    return [*filter(None, map(_name_fault, path.split("/"))), *long]


def _name_fault(name: str) -> str:
    """What to do about a name that Windows cannot have, or an empty string."""
    if found := _CHARACTER.search(name):
        shown = f"`{found[0]}`" if found[0].isprintable() else "the invisible character"
        return f"leave out {shown}"
    if name.endswith((".", " ")):
        return "leave out the full stop or space at its end"
    return OTHER_NAME if is_device(name) else ""
