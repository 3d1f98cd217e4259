"""The whole journey, from the files of a network to the files of its site."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_network import checks, confidentiality
from mentor_network.checks.unknown_files import find_unknown_files
from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.source import gc_paused

if TYPE_CHECKING:
    from mentor_network.catalogue import Catalogue
    from mentor_network.render import OutputFile
    from mentor_network.search.index import SearchIndex


def check(root: Path, *, today: datetime.date) -> tuple[Records, Problems]:
    """Read everything below `root` and say what is wrong with it."""
    problems = Problems()
    records = read(root, problems)
    unread = find_unknown_files(root)
    checks.check(records, unread, root, problems, today=today)
    if records.targets and records.targets.record.words_to_avoid:
        from mentor_network.prose_lint.avoided import words_are_avoided

        words_are_avoided(records, problems)
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
    """What a build comes to: the files of the site, or the problems that stand in the way. Warnings may come with files."""

    files: tuple[OutputFile, ...]
    problems: Problems
    catalogue: Catalogue | None = None


def build(root: Path, *, today: datetime.date, index: SearchIndex | None = None, live_reload: bool = False) -> Build:
    """Turn the network at `root` into the files of its site. Nothing is written and nothing is raised for bad input.

    Each page is added to the search's `index` as it is drawn. `live_reload` lets the script of `serve` through the
    security policy.
    """
    with gc_paused():
        return _build(root, today, index, live_reload)


def _build(root: Path, today: datetime.date, index: SearchIndex | None, live_reload: bool) -> Build:
    # What makes pages takes a while to import, and `check` needs none of it.
    from mentor_network import outputs, pages
    from mentor_network.catalogue import link
    from mentor_network.render.environment import environment
    from mentor_network.render.renderer import Renderer

    records, problems = check(root, today=today)
    if problems.errors:
        return Build((), problems)
    catalogue = link(records, today=today, defaults=surroundings())
    planned = pages.build(catalogue)
    renderer = Renderer(planned, catalogue, environment(), live_reload=live_reload)
    files = [renderer.not_found()]
    for page in planned:
        rendered = renderer.page(page)
        files.append(rendered.file)
        if index is not None:
            index.add(rendered, catalogue)
    return Build((*files, *outputs.files(planned, catalogue, root)), problems, catalogue)
