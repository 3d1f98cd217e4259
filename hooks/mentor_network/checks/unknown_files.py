"""Finds contributions that are not read, because of a wrong name, file type or folder.

A case study saved as `our-scheme.md.txt` would be on no page, and its author would wait for it. The repository publishes it
all the same, so the confidentiality screens search it, whatever its name.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mentor_network.records import Opportunity, Records
from mentor_network.records.case_study import FULL_HEADINGS, SHORT_HEADINGS
from mentor_network.records.file_names import note_page
from mentor_network.records.page import Page
from mentor_network.records.read import CATALOGUES, NETWORK_FILE, TARGETS_FILE
from mentor_network.source import extract_text, is_temporary_file, paths_below

#: File types in `content/` that are published unchanged. No type that a browser could execute or that can keep deleted text
#: (office documents); no `.txt`, which is a page that Notepad renamed.
DOWNLOADS = frozenset([".csv", ".gif", ".ics", ".jpeg", ".jpg", ".pdf", ".png", ".webp"])


@dataclass(frozen=True, slots=True)
class Location:
    """A folder of contributions. Read are files with one ending there and, with `below`, in subfolders too."""

    folder: str
    ending: str
    holds: str
    below: bool = False
    #: Endings of files that are published unchanged.
    published: frozenset[str] = frozenset()

    def accepts(self, relative: Path) -> bool:
        """Is a file read or published, or the folder's README? `relative` is its path below the folder."""
        readme = self.ending != ".md" and relative.as_posix().casefold() == "readme.md"
        read = relative.suffix == self.ending and (self.below or len(relative.parts) == 1)
        return read or readme or relative.suffix.lower() in self.published

    def name_for(self, relative: Path) -> str:
        """The path below the root that a file must have to be read here."""
        folders = [_slug(part) for part in relative.parts[:-1]] if self.below else []
        return "/".join((self.folder, *folders, _slug(_without_endings(relative.name)) + self.ending))


CASES = Location("case_studies", ".md", "a case study")
OPPORTUNITIES = Location("opportunities", ".yaml", "an opportunity")
PAGES = Location("content", ".md", "a page", below=True, published=DOWNLOADS)
LOCATIONS = (CASES, OPPORTUNITIES, PAGES)

#: Endings of plain text, of plain text that is prose, and of office documents.
PLAIN = frozenset(["", ".md", ".markdown", ".mdown", ".mdx", ".mkd", ".rst", ".text", ".txt", ".yaml", ".yml"])
PROSE = PLAIN - {"", ".yaml", ".yml"}
OFFICE = frozenset([".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf"])
_CATALOGUES = (*CATALOGUES, NETWORK_FILE, TARGETS_FILE)
#: Files and folders at the root of a repository that hold no contributions. The monthly workflow writes the last two.
_OTHER_FILES = frozenset([*_CATALOGUES, "mkdocs.yml", "published_addresses.txt", "links.md", "issue.md"])
#: Text files that tools read.
_TOOL_FILE = re.compile(r"(?:requirements|constraints).*\.txt|robots\.txt")
_GENERATED = ("build", "dist", "env", "node_modules", "site", "site.next", "site.old", "venv")
_OTHER_FOLDERS = frozenset(["docs", "hooks", "tests", *_GENERATED])
#: Files about the repository itself: their names are in capitals, or known to GitHub.
_COMMUNITY_FILE = re.compile(
    r"[A-Z0-9_-]+|authors|changelog|code[_-]of[_-]conduct|contribut(?:ing|ors)|governance|history|licen[cs]e|maintainers|notice"
    r"|readme|roadmap|security|support|todo"
)
#: A contribution is recognised by the first characters of its text, and in the first files of a folder by name.
_MAX_CHARACTERS, _MAX_FILES = 20_000, 200


@dataclass(frozen=True, slots=True)
class UnknownFile:
    """A file that is not read. `file` is its path below the root. `sure` is false if it may be no contribution."""

    path: Path
    file: str
    text: str
    #: Are the line numbers of `text` those that people see in the file?
    lines: bool
    #: The path below the root that it must have to be read.
    needed: str
    #: Where it belongs; None for a catalogue.
    location: Location | None = None
    sure: bool = True


def find_unknown_files(root: Path) -> list[UnknownFile]:
    """Every contribution of a network that is not read."""
    return [*_in_locations(root), *_elsewhere(root)]


def note_unread(unknown_files: Iterable[UnknownFile], records: Records) -> None:
    """Add the ids of contributions that are not read to `Records.unread`: what refers to one of them is not wrong."""
    for unknown in unknown_files:
        if unknown.location is PAGES and unknown.sure:
            note_page(unknown.needed, records.unread)
        elif unknown.location and unknown.sure:
            catalogue = "cases" if unknown.location is CASES else "opportunities"
            records.unread.setdefault(catalogue, set()).add(PurePosixPath(unknown.needed).stem)


def _in_locations(root: Path) -> Iterator[UnknownFile]:
    """Those in the right folders, with a wrong name or type."""
    for location in LOCATIONS:
        folder = root / location.folder
        for path in _files(folder):
            if not location.accepts(path.relative_to(folder)):
                yield _contribution(path, root, location, path.relative_to(folder))


def _files(folder: Path) -> Iterator[Path]:
    """The regular files below a folder. `checks.files` reports symbolic links."""
    return filter(_is_file, paths_below(folder))


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _contribution(path: Path, root: Path, default: Location, relative: Path) -> UnknownFile:
    """A file that belongs to the location that its text shows, otherwise to `default`, where its path is `relative`."""
    text, lines = extract_text(path)
    location = _location_of(text) or default
    needed = location.name_for(relative if location is default else Path(relative.name))
    return UnknownFile(path, path.relative_to(root).as_posix(), text, lines, needed, location)


def _elsewhere(root: Path) -> Iterator[UnknownFile]:
    """Files at the root and in other folders there that are contributions by name or by text."""
    locations = {location.folder for location in LOCATIONS}
    for path in _first(root, files=True):
        yield from _by_name_or_text(path, root)
    for path in folders_of_contributions(root):
        if path.name not in locations:
            yield from _in_other_folder(path, root)


def folders_of_contributions(root: Path) -> list[Path]:
    """The folders of a network whose files are read or at least looked at. Generated and hidden ones are not."""
    return [path for path in _first(root, files=False) if path.name not in _OTHER_FOLDERS]


def _in_other_folder(folder: Path, root: Path) -> Iterator[UnknownFile]:
    """Contributions in a folder with nearly the right name (`case-studies/`, `guides/`), or in any other."""
    if similar := _similar_location(folder.name):
        yield from (_contribution(path, root, similar, path.relative_to(folder)) for path in _files(folder))
        return
    pages = _similar_folder_of_pages(folder.name, root)
    for path in _files(folder) if pages else _first(folder, files=True):
        relative = path.relative_to(folder)
        if pages and path.suffix.lower() in PLAIN | OFFICE:
            yield _contribution(path, root, PAGES, Path(pages) / relative)
        elif not pages:
            yield from (file for file in _by_name_or_text(path, root) if file.sure)


def _first(folder: Path, *, files: bool) -> list[Path]:
    """The files or the subfolders directly in a folder, by name, at most `_MAX_FILES`. Symbolic links are left out."""
    try:
        with os.scandir(folder) as listing:
            items = [item for item in listing if item.is_file(follow_symlinks=False) or item.is_dir(follow_symlinks=False)]
            names = sorted(item.name for item in items if item.is_file() == files and not is_temporary_file(item.name))
    except OSError:
        return []
    return [folder / name for name in names[:_MAX_FILES]]


def _similar_location(name: str) -> Location | None:
    """The location whose folder has nearly this name: other case or punctuation, singular, or one wrong letter."""
    wanted = _singular(name)
    for location in LOCATIONS:
        known = _singular(location.folder)
        typo = len(known) > 8 and difflib.SequenceMatcher(None, wanted, known).ratio() > 0.88
        if wanted == known or typo:
            return location
    return None


def _similar_folder_of_pages(name: str, root: Path) -> str:
    """The folder in `content/` with nearly the name of a folder at the root, such as `guides`. Empty if there is none."""
    folders = (
        path.name for path in paths_below(root / PAGES.folder) if path.is_dir() and path.parent == root / PAGES.folder
    )
    return next((folder for folder in folders if _singular(folder) == _singular(name)), "")


def _singular(name: str) -> str:
    """A name for comparison: small letters only, in the singular."""
    letters = re.sub("[^a-z]", "", name.casefold())
    return re.sub("ies$", "y", letters).removesuffix("s")


def _by_name_or_text(path: Path, root: Path) -> Iterator[UnknownFile]:
    """A file with nearly the name of a catalogue, one that is a contribution by its text, or prose that may be one."""
    kind, bare, file = path.suffix.lower(), _without_endings(path.name), path.relative_to(root).as_posix()
    community = _COMMUNITY_FILE.fullmatch(bare) and path.suffix == kind
    if community or path.name in _OTHER_FILES or kind not in PLAIN | OFFICE or _TOOL_FILE.fullmatch(path.name):
        return
    text, lines = extract_text(path)
    catalogue = next((name for name in _CATALOGUES if _singular(Path(name).stem) == _singular(bare)), "")
    if catalogue and ".y" in path.name.casefold():
        yield UnknownFile(path, file, text, lines, catalogue)
    elif location := _location_of(text):
        yield UnknownFile(path, file, text, lines, location.name_for(Path(path.name)), location)
    elif kind in PROSE | OFFICE:
        yield UnknownFile(path, file, text, lines, CASES.name_for(Path(path.name)), CASES, sure=kind in OFFICE)


_KIND = re.compile(r"^[ -]{0,4}kind:[ \t]*[\"']?(?:case-study|short-example)\b", re.MULTILINE)
_KEY = re.compile(r"^[ -]{0,4}([a-z_]{2,30}):(?=[ \t\n]|\Z)", re.MULTILINE)
_PAGE_KEYS, _OPPORTUNITY_KEYS = (
    frozenset(name for name, field in model.model_fields.items() if field.is_required()) for model in (Page, Opportunity)
)


def _location_of(text: str) -> Location | None:
    """The location that a text belongs to, by its keys and headings. None if they do not show it."""
    text = text[:_MAX_CHARACTERS]
    lines = {line.strip("#*_ \t") for line in text.split("\n")}
    if _KIND.search(text) or any(len(lines.intersection(known)) > 2 for known in (FULL_HEADINGS, SHORT_HEADINGS)):
        return CASES
    keys = set(_KEY.findall(text))
    if len(keys & (_OPPORTUNITY_KEYS - _PAGE_KEYS)) > 3:
        return OPPORTUNITIES
    return PAGES if text.startswith("---") and len(keys & _PAGE_KEYS) > 3 else None


def _without_endings(name: str) -> str:
    """A file name without its endings, such as `our-scheme` of `our-scheme.md.txt`."""
    while (ending := Path(name).suffix) and ending.lower() in PLAIN | OFFICE:
        name = name.removesuffix(ending)
    return name


def _slug(name: str) -> str:
    """A name as an id: small ASCII letters, digits and single hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", "-", plain)[:60].strip("-") or "a-short-name"
