"""The files of a network: each stands in its own folder, and has a name that can be part of an address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from mentor_network.checks.unknown_files import DOWNLOADS, LOCATIONS, OFFICE, PAGES, PLAIN, UnknownFile
from mentor_network.problems import Problems, Span, shorten
from mentor_network.records.fields import ID
from mentor_network.source import paths_below, read_bytes, symlinks_below
from mentor_network.urls import RESERVED

_DOWNLOAD = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")


def files_stand_in_their_folder(root: Path, problems: Problems) -> None:
    """A link could publish any file of the machine that builds the site."""
    for location in LOCATIONS:
        for path in symlinks_below(root / location.folder):
            span = Span(path.relative_to(root).as_posix())
            problems.add(span, "unreadable-file", "this is a link to another file", "put the file itself here")


def files_are_read(unread: Iterable[UnknownFile], root: Path, problems: Problems) -> None:
    """A file that nothing reads would be on no page, and its author would wait for it."""
    for one in unread:
        span = Span(one.file)
        if one.sure:
            problems.add(span, "unreadable-file", *_instead(one, root))
        else:
            help = f"if it is a contribution, move it to `{one.needed}`, and if not, to `docs/`"
            problems.warn(span, "unreadable-file", "nothing reads this file", help)


def _instead(one: UnknownFile, root: Path) -> tuple[str, str]:
    """What is wrong with a file that nothing reads, and what to do."""
    kind, page = one.path.suffix.lower(), one.file.startswith(f"{PAGES.folder}/")
    if page and kind not in PLAIN | OFFICE:
        known = ", ".join(sorted(DOWNLOADS))
        help = f"a page ends in .md, and a file to download in one of {known}"
        return "files of this kind are not published", help
    if kind in OFFICE or not one.lines:
        help = f"copy its words into a plain text file called `{one.needed}`, and delete this one"
        return "documents of this kind cannot be read here", help
    message = "files of this kind are not published" if page else _not_read(one)
    if not one.text:
        return message, "take it out: only words can be read here"
    if (root / one.needed).exists() and not (root / one.needed).samefile(one.path):
        return message, f"delete it, if it is a copy of `{one.needed}`"
    same = one.needed.rpartition("/")[0] == one.file.rpartition("/")[0]
    notepad = "; in Notepad choose Save as, then All files" if kind == ".txt" else ""
    return message, f"{'rename' if same else 'move'} it to `{one.needed}`{notepad}"


def _not_read(one: UnknownFile) -> str:
    if not one.location:
        return f"this file is not read: the list is called `{one.needed}`"
    if one.path.suffix != one.location.ending:
        return f"this file is not read: the name of {one.location.holds} ends in `{one.location.ending}`"
    inside = "" if one.location.below else "directly "
    return f"this file is not read: {one.location.holds} stands {inside}in `{one.location.folder}/`"


def files_have_names_for_an_address(root: Path, problems: Problems) -> None:
    """What `content/` holds is published under its own name, so each part of the way to it is plain."""
    content = root / "content"
    for path in paths_below(content):
        if path.is_symlink() or path.is_dir():
            continue
        span = Span(path.relative_to(root).as_posix())
        way = path.relative_to(content)
        download = path.suffix.lower() in DOWNLOADS
        if not PAGES.reads(way):
            continue
        odd = [part for part in way.parts[:-1] if not ID.fullmatch(part)]
        if download and not _DOWNLOAD.fullmatch(path.name):
            odd.append(path.name)  # that of a page is held against its id
        if odd:
            message = f"`{shorten(odd[0])}` cannot be part of an address"
            problems.add(span, "bad-id", message, "name files and folders with small letters, digits and single hyphens")
        elif download and way.parts[0] in RESERVED:
            message = f"the site makes the folder `{way.parts[0]}` itself"
            problems.add(span, "duplicate-address", message, "put this file in another folder")
        elif download:
            read_bytes(path, span.file, problems)
