"""The whole journey, from the files of a network to the files of its site."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_network import rules
from mentor_network.parallel import alongside
from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.source import collector_off

if TYPE_CHECKING:
    from mentor_network.catalogue import Catalogue
    from mentor_network.render import OutputFile


def check(root: Path, *, today: datetime.date) -> tuple[Records, Problems]:
    """Read everything below `root` and say what is wrong with it."""
    problems = Problems()
    # The screens are a quarter of the work and need only the files.
    with alongside(partial(rules.screened, root)) as screened:
        records = read(root, problems)
        rules.check(records, root, screened, problems, today=today)
    return records, problems


def today() -> datetime.date:
    """The day of the build: `SOURCE_DATE_EPOCH` where it is set, so that a build can be repeated, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.date.today()


def surroundings() -> dict[str, str]:
    """What whoever builds the site sets in place of an empty line of network.yaml: its address, repository and contact."""
    names = {"site_url": "SITE_URL", "repository": "SITE_REPOSITORY", "contact": "SITE_CONTACT"}
    return {field: value for field, name in names.items() if (value := os.environ.get(name, "").strip())}


@dataclass(frozen=True, slots=True)
class Build:
    """What a build comes to: files for an engine, or the problems that stand in the way. Warnings may come with files."""

    files: tuple[OutputFile, ...]
    problems: Problems
    catalogue: Catalogue | None = None


def build(root: Path, *, today: datetime.date) -> Build:
    """Turn the network at `root` into the files of its site. Nothing is written and nothing is raised for bad input."""
    with collector_off():
        return _build(root, today=today)


def _build(root: Path, *, today: datetime.date) -> Build:
    # What makes pages takes a while to import, and `check` needs none of it.
    from mentor_network import assets, headers, pages, render
    from mentor_network.catalogue import link
    from mentor_network.exports import (
        calendar,
        catalogues,
        data,
        feed,
        form_rules,
        plan,
        search_words,
        sitemap,
        tables,
        templates,
    )

    records, problems = check(root, today=today)
    if problems.errors:
        return Build((), problems)
    catalogue = link(records, today=today, given=surroundings())
    planned = pages.plan(catalogue)
    made = render.files(planned, catalogue, render.environment())
    exports = (form_rules, plan, templates, tables, catalogues, data, calendar, feed)
    exported = (file for export in exports for file in export.files(catalogue))
    listed = (search_words.file(planned, catalogue), *sitemap.files(planned, catalogue))
    return Build((*made, *listed, *exported, headers.file(), *assets.files(root)), problems, catalogue)
