"""The whole journey, from the files of a network to the files of its site."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_network import checks, confidentiality
from mentor_network.checks.unknown_files import unread_files
from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.source import collector_off

if TYPE_CHECKING:
    from mentor_network.catalogue import Catalogue
    from mentor_network.render.renderer import OutputFile


def check(root: Path, *, today: datetime.date) -> tuple[Records, Problems]:
    """Read everything below `root` and say what is wrong with it."""
    problems = Problems()
    records = read(root, problems)
    unread = unread_files(root)
    checks.check(records, unread, root, problems, today=today)
    confidentiality.check(records, unread, root, problems)
    return records, problems


def today() -> datetime.date:
    """The day of the build: `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated, else today."""
    return given_day() or datetime.date.today()


def given_day() -> datetime.date | None:
    """The day that `SOURCE_DATE_EPOCH` names. What is no number of seconds names none."""
    try:
        return datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


#: Fields of network.yaml that whoever builds the site can fill, each with the name of its variable.
VARIABLES = {"site_url": "SITE_URL", "repository": "SITE_REPOSITORY", "contact": "SITE_CONTACT"}


def surroundings() -> dict[str, str]:
    """What whoever builds the site sets in place of an empty line of network.yaml: its address, repository and contact."""
    return {field: value for field, name in VARIABLES.items() if (value := os.environ.get(name, "").strip())}


@dataclass(frozen=True, slots=True)
class Build:
    """What a build comes to: files for an engine, or the problems that stand in the way. Warnings may come with files."""

    files: tuple[OutputFile, ...]
    problems: Problems
    catalogue: Catalogue | None = None


Piece = Callable[[], "Iterable[OutputFile]"]
Note = Callable[["Iterable[OutputFile]"], object]


def build(root: Path, *, today: datetime.date, note: Note | None = None) -> Build:
    """Turn the network at `root` into the files of its site. Nothing is written and nothing is raised for bad input.

    `note` is given the files that are made from the catalogue, as they are made.
    """
    with collector_off():
        return _build(root, today=today, note=note)


def _build(root: Path, *, today: datetime.date, note: Note | None) -> Build:
    # What makes pages takes a while to import, and `check` needs none of it.
    from mentor_network.catalogue import link
    from mentor_network.outputs import headers, static_files

    records, problems = check(root, today=today)
    if problems.errors:
        return Build((), problems)
    catalogue = link(records, today=today, given=surroundings())
    made = chain.from_iterable(_made(note, piece) for piece in _pieces(catalogue))
    return Build((*made, headers.file(), *static_files.files(root)), problems, catalogue)


def _pieces(catalogue: Catalogue) -> Iterator[Piece]:
    """What a site is made of, each piece without the others."""
    from mentor_network import pages
    from mentor_network.outputs import bundle, calendar, feed, sitemap
    from mentor_network.outputs import entry_templates as to_fill_in
    from mentor_network.outputs.client_data import form_rules, my_plan
    from mentor_network.outputs.open_data import catalogue_csv, evidence_csv, json_files
    from mentor_network.render import renderer
    from mentor_network.search import vocabulary

    planned = pages.plan(catalogue)
    drawing = renderer.Renderer(planned, catalogue, renderer.environment())
    for page in planned:
        yield partial(map, drawing.file, [page])
    yield bundle.files
    yield from (partial(made.files, planned, catalogue) for made in (vocabulary, sitemap))
    exports = (form_rules, my_plan, to_fill_in, evidence_csv, catalogue_csv, json_files, calendar, feed)
    yield from (partial(export.files, catalogue) for export in exports)


def _made(note: Note | None, piece: Piece) -> list[OutputFile]:
    files = list(piece())
    if note:
        note(files)
    return files
