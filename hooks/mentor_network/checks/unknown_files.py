"""Files that nothing reads, because their name, their kind or their place is another than their words need.

A case study that is saved as `our-scheme.md.txt` is on no page, and its author waits for it. It is public all the same, so
the screens search it, whatever it is called.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mentor_network.records import Opportunity
from mentor_network.records.case_study import FULL_HEADINGS, SHORT_HEADINGS
from mentor_network.records.page import Page
from mentor_network.records.read import CATALOGUES, NETWORK_FILE, TARGETS_FILE
from mentor_network.source import extract_text, is_temporary_file, paths_below

#: What may be published as it is, beside pages. Anything that a browser could run is not, nor what keeps deleted words. A
#: `.txt` is a page that Notepad saved under another name.
DOWNLOADS = frozenset([".csv", ".gif", ".ics", ".jpeg", ".jpg", ".pdf", ".png", ".webp"])


@dataclass(frozen=True, slots=True)
class Location:
    """A folder of a network, and what is read there: files with one ending, and with `below` in folders inside it too."""

    folder: str
    ending: str
    holds: str
    below: bool = False
    #: Endings of files that are published as they are.
    kept: frozenset[str] = frozenset()

    def reads(self, way: Path) -> bool:
        """Is a file read, or published, or what a folder says about itself? `way` leads to it from the folder."""
        about = self.ending != ".md" and way.as_posix().casefold() == "readme.md"
        here = way.suffix == self.ending and (self.below or len(way.parts) == 1)
        return here or about or way.suffix.lower() in self.kept

    def name_for(self, way: Path) -> str:
        """The name that a file needs here, from the root on."""
        folders = [_slug(part) for part in way.parts[:-1]] if self.below else []
        return "/".join((self.folder, *folders, _slug(_without_endings(way.name)) + self.ending))


CASES = Location("case_studies", ".md", "a case study")
OPPORTUNITIES = Location("opportunities", ".yaml", "an opportunity")
PAGES = Location("content", ".md", "a page", below=True, kept=DOWNLOADS)
LOCATIONS = (CASES, OPPORTUNITIES, PAGES)

#: What people write plain words with, and what programs keep words in.
PLAIN = frozenset(["", ".md", ".markdown", ".mdown", ".mdx", ".mkd", ".rst", ".text", ".txt", ".yaml", ".yml"])
PROSE = PLAIN - {"", ".yaml", ".yml"}
OFFICE = frozenset([".doc", ".docx", ".odt", ".pages", ".pdf", ".rtf"])
_CATALOGUES = (*CATALOGUES, NETWORK_FILE, TARGETS_FILE)
#: Files and folders at the root of a repository that hold no contributions. The monthly workflow makes the last two.
_FILES = frozenset([*_CATALOGUES, "mkdocs.yml", "published_addresses.txt", "links.md", "issue.md"])
_LOCK = re.compile(r"(?:requirements|constraints).*\.txt|robots\.txt")
_MADE = ("build", "dist", "env", "node_modules", "site", "site.next", "site.old", "venv")
_FOLDERS = frozenset(["docs", "hooks", "tests", *_MADE])
#: What a repository says about itself. Its name is in capitals, or one that GitHub knows.
_ABOUT = re.compile(
    r"[A-Z0-9_-]+|authors|changelog|code[_-]of[_-]conduct|contribut(?:ing|ors)|governance|history|licen[cs]e|maintainers|notice"
    r"|readme|roadmap|security|support|todo"
)
#: What a contribution is recognised by stands at its beginning, and is not looked for in a thousand files.
_BEGINNING, _MOST = 20_000, 200


@dataclass(frozen=True, slots=True)
class UnknownFile:
    """A file that nothing reads. `sure` is false of one that may be no contribution."""

    path: Path
    file: str
    text: str
    #: Are the lines of `text` those that people see in the file?
    lines: bool
    #: The name it needs, from the root on.
    needed: str
    #: Where it belongs, unless it is a catalogue.
    location: Location | None = None
    sure: bool = True


def find_unknown_files(root: Path) -> list[UnknownFile]:
    """Every such file of a network."""
    return [*_in_homes(root), *_beside(root)]


def _in_homes(root: Path) -> Iterator[UnknownFile]:
    for location in LOCATIONS:
        folder = root / location.folder
        for path in _files(folder):
            if not location.reads(path.relative_to(folder)):
                yield _contribution(path, root, location, path.relative_to(folder))


def _files(folder: Path) -> Iterator[Path]:
    """Those below a folder. Links are refused elsewhere, and nobody follows one."""
    return filter(_is_file, paths_below(folder))


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _contribution(path: Path, root: Path, location: Location, way: Path) -> UnknownFile:
    """What belongs into a location, or into another where its words say so."""
    text, lines = extract_text(path)
    told = _told(text) or location
    needed = told.name_for(way if told is location else Path(way.name))
    return UnknownFile(path, path.relative_to(root).as_posix(), text, lines, needed, told)


def _beside(root: Path) -> Iterator[UnknownFile]:
    """At the root, and in folders there: what is nearly one of ours by its name, or by its words."""
    locations = {location.folder for location in LOCATIONS}
    for path in _first(root, files=True):
        yield from _lone(path, root)
    for path in _first(root, files=False):
        if path.name not in _FOLDERS | locations:
            yield from _in_a_folder(path, root)


def _in_a_folder(folder: Path, root: Path) -> Iterator[UnknownFile]:
    """`case-studies/`, `guides/`, and any other folder with contributions in it."""
    if near := _near(folder.name):
        yield from (_contribution(path, root, near, path.relative_to(folder)) for path in _files(folder))
        return
    inside = _folder_of_pages(folder.name, root)
    for path in _files(folder) if inside else _first(folder, files=True):
        way = path.relative_to(folder)
        if inside and path.suffix.lower() in PLAIN | OFFICE:
            yield _contribution(path, root, PAGES, Path(inside) / way)
        elif not inside:
            yield from (one for one in _lone(path, root) if one.sure)


def _first(folder: Path, *, files: bool) -> list[Path]:
    """The files or the folders in a folder, by name, and no more than people put there."""
    try:
        with os.scandir(folder) as found:
            some = (one for one in found if one.is_file(follow_symlinks=False) or one.is_dir(follow_symlinks=False))
            names = sorted(one.name for one in some if one.is_file() == files and not is_temporary_file(one.name))
    except OSError:
        return []
    return [folder / name for name in names[:_MOST]]


def _near(name: str) -> Location | None:
    """The location that a folder is nearly called like: other capitals, other signs, another number, a slip of one letter."""
    one = _singular(name)
    for location in LOCATIONS:
        theirs = _singular(location.folder)
        slip = len(theirs) > 8 and difflib.SequenceMatcher(None, one, theirs).ratio() > 0.88
        if one == theirs or slip:
            return location
    return None


def _folder_of_pages(name: str, root: Path) -> str:
    """The folder in `content/` that a folder at the root is called like, such as `guides`."""
    folders = (
        path.name for path in paths_below(root / PAGES.folder) if path.is_dir() and path.parent == root / PAGES.folder
    )
    return next((folder for folder in folders if _singular(folder) == _singular(name)), "")


def _singular(name: str) -> str:
    letters = re.sub("[^a-z]", "", name.casefold())
    return re.sub("ies$", "y", letters).removesuffix("s")


def _lone(path: Path, root: Path) -> Iterator[UnknownFile]:
    """A file at the root that is nearly a catalogue, that is a contribution by its words, or that may be one."""
    kind, bare, file = path.suffix.lower(), _without_endings(path.name), path.relative_to(root).as_posix()
    about = _ABOUT.fullmatch(bare) and path.suffix == kind
    if about or path.name in _FILES or kind not in PLAIN | OFFICE or _LOCK.fullmatch(path.name):
        return
    text, lines = extract_text(path)
    catalogue = next((name for name in _CATALOGUES if _singular(Path(name).stem) == _singular(bare)), "")
    if catalogue and ".y" in path.name.casefold():
        yield UnknownFile(path, file, text, lines, catalogue)
    elif told := _told(text):
        yield UnknownFile(path, file, text, lines, told.name_for(Path(path.name)), told)
    elif kind in PROSE | OFFICE:
        yield UnknownFile(path, file, text, lines, CASES.name_for(Path(path.name)), CASES, sure=kind in OFFICE)


_KIND = re.compile(r"^[ -]{0,4}kind:[ \t]*[\"']?(?:case-study|short-example)\b", re.MULTILINE)
_KEY = re.compile(r"^[ -]{0,4}([a-z_]{2,30}):(?=[ \t\n]|\Z)", re.MULTILINE)
_PAGE, _OPPORTUNITY = (
    frozenset(name for name, field in model.model_fields.items() if field.is_required()) for model in (Page, Opportunity)
)


def _told(text: str) -> Location | None:
    """Where a text belongs by what it says, if it says so."""
    text = text[:_BEGINNING]
    lines = {line.strip("#*_ \t") for line in text.split("\n")}
    if _KIND.search(text) or any(len(lines.intersection(some)) > 2 for some in (FULL_HEADINGS, SHORT_HEADINGS)):
        return CASES
    keys = set(_KEY.findall(text))
    if len(keys & (_OPPORTUNITY - _PAGE)) > 3:
        return OPPORTUNITIES
    return PAGES if text.startswith("---") and len(keys & _PAGE) > 3 else None


def _without_endings(name: str) -> str:
    while (ending := Path(name).suffix) and ending.lower() in PLAIN | OFFICE:
        name = name.removesuffix(ending)
    return name


def _slug(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub("[^a-z0-9]+", "-", plain)[:60].strip("-") or "a-short-name"
