"""Checks the files of a network: no symbolic links, none that is not read, and names that can be part of a URL."""

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


def files_are_no_symlinks(root: Path, problems: Problems) -> None:
    """No symbolic links: one could publish any file of the machine that builds the site."""
    for location in LOCATIONS:
        for path in symlinks_below(root / location.folder):
            span = Span(path.relative_to(root).as_posix())
            problems.add(span, "unreadable-file", "this is a link to another file", "put the file itself here")


def files_are_read(unknown_files: Iterable[UnknownFile], root: Path, problems: Problems) -> None:
    """Every contribution is read. One that is not would be on no page."""
    for unknown in unknown_files:
        span = Span(unknown.file)
        if unknown.sure:
            problems.add(span, "unreadable-file", *_message_and_help(unknown, root))
        else:
            help = f"if it is a contribution, move it to `{unknown.needed}`, and if not, to `docs/`"
            problems.warn(span, "unreadable-file", "nothing reads this file", help)


def _message_and_help(unknown: UnknownFile, root: Path) -> tuple[str, str]:
    kind, page = unknown.path.suffix.lower(), unknown.file.startswith(f"{PAGES.folder}/")
    if page and kind not in PLAIN | OFFICE:
        known = ", ".join(sorted(DOWNLOADS))
        help = f"a page ends in .md, and a file to download in one of {known}"
        return "files of this kind are not published", help
    if kind in OFFICE or not unknown.lines:
        help = f"copy its words into a plain text file called `{unknown.needed}`, and delete this one"
        return "documents of this kind cannot be read here", help
    message = "files of this kind are not published" if page else _not_read(unknown)
    if not unknown.text:
        return message, "take it out: only words can be read here"
    if (root / unknown.needed).exists() and not (root / unknown.needed).samefile(unknown.path):
        return message, f"delete it, if it is a copy of `{unknown.needed}`"
    same = unknown.needed.rpartition("/")[0] == unknown.file.rpartition("/")[0]
    notepad = "; in Notepad choose Save as, then All files" if kind == ".txt" else ""
    return message, f"{'rename' if same else 'move'} it to `{unknown.needed}`{notepad}"


def _not_read(unknown: UnknownFile) -> str:
    if not unknown.location:
        return f"this file is not read: the list is called `{unknown.needed}`"
    if unknown.path.suffix != unknown.location.ending:
        return f"this file is not read: the name of {unknown.location.holds} ends in `{unknown.location.ending}`"
    inside = "" if unknown.location.below else "directly "
    return f"this file is not read: {unknown.location.holds} stands {inside}in `{unknown.location.folder}/`"


def files_have_names_for_urls(root: Path, problems: Problems) -> None:
    """Files in `content/` are published under their own paths, so each part must be valid in a URL."""
    content = root / "content"
    for path in paths_below(content):
        if path.is_symlink() or path.is_dir():
            continue
        span = Span(path.relative_to(root).as_posix())
        relative = path.relative_to(content)
        download = path.suffix.lower() in DOWNLOADS
        if not PAGES.accepts(relative):
            continue
        odd = [part for part in relative.parts[:-1] if not ID.fullmatch(part)]
        if download and not _DOWNLOAD.fullmatch(path.name):
            odd.append(path.name)  # a page's name is checked against its id
        if odd:
            message = f"`{shorten(odd[0])}` cannot be part of an address"
            problems.add(span, "bad-id", message, "name files and folders with small letters, digits and single hyphens")
        elif download and relative.parts[0] in RESERVED:
            message = f"the site makes the folder `{relative.parts[0]}` itself"
            problems.add(span, "duplicate-address", message, "put this file in another folder")
        elif download:
            read_bytes(path, span.file, problems)
