"""The files of a network: each stands in its own folder, and has a name that can be part of an address."""

from __future__ import annotations

import re
from pathlib import Path

from mentor_network.addresses import DOWNLOADS
from mentor_network.problems import Problems, Span, short
from mentor_network.records.fields import ID
from mentor_network.site_folders import MADE
from mentor_network.source import entries, links, readable

#: Folders that a network's words stand in.
_FOLDERS = ("case_studies", "content", "opportunities")
_DOWNLOAD = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")


def files_stand_in_their_folder(root: Path, problems: Problems) -> None:
    """A link could publish any file of the machine that builds the site."""
    for folder in _FOLDERS:
        for path in links(root / folder):
            span = Span(path.relative_to(root).as_posix())
            problems.add(span, "unreadable-file", "this is a link to another file", "put the file itself here")


def files_have_names_for_an_address(root: Path, problems: Problems) -> None:
    """What `content/` holds is published under its own name, so each part of the way to it is plain."""
    content = root / "content"
    for path in entries(content):
        if path.is_symlink() or path.is_dir():
            continue
        span = Span(path.relative_to(root).as_posix())
        way = path.relative_to(content)
        download = path.suffix.lower() in DOWNLOADS
        if not download and path.suffix != ".md":
            known = ", ".join(sorted(DOWNLOADS))
            help = f"a page ends in .md, and a file to download in one of {known}"
            problems.add(span, "unreadable-file", "files of this kind are not published", help)
            continue
        odd = [part for part in way.parts[:-1] if not ID.fullmatch(part)]
        if download and not _DOWNLOAD.fullmatch(path.name):
            odd.append(path.name)  # that of a page is held against its id
        if odd:
            message = f"`{short(odd[0])}` cannot be part of an address"
            problems.add(span, "bad-id", message, "name files and folders with small letters, digits and single hyphens")
        elif download and way.parts[0] in MADE:
            message = f"the site makes the folder `{way.parts[0]}` itself"
            problems.add(span, "duplicate-address", message, "put this file in another folder")
        elif download:
            readable(path, span.file, problems)
