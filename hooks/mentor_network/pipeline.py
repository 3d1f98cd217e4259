"""The pipeline from the files of a network to the files of its site."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_network import checks, confidentiality
from mentor_network.checks import settings
from mentor_network.checks.unknown_files import LOCATIONS, find_unknown_files, note_unread
from mentor_network.problems import Problem, Problems
from mentor_network.records import Records, read
from mentor_network.records.suggestions import complete
from mentor_network.source import Kept, gc_paused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentor_network.render import OutputFile
    from mentor_network.site import Site


def check(root: Path, *, today: datetime.date, kept: Kept | None = None) -> tuple[Records, Problems]:
    """Read the network at `root` and run every check. Nothing is raised for bad input: it is in the problems.

    `serve` checks again and again: what was `kept` of unchanged texts is not read again.
    """
    problems = Problems()
    records = read(root, problems, kept)
    unread = find_unknown_files(root)
    note_unread(unread, records)
    checks.check(records, unread, root, problems, today=today)
    settings.environment_fits_network(records, environment_settings(), problems)
    if records.targets and records.targets.record.words_to_avoid:
        from mentor_network.prose_lint.avoided import check_words_to_avoid

        check_words_to_avoid(records, problems)
    confidentiality.check(records, unread, root, problems, kept)
    complete(problems, records)
    return records, problems


def check_added(root: Path, file: str, text: str, *, today: datetime.date) -> list[Problem]:
    """The problems that a file would have if it were added to the network at `root`.

    A copy of the network is checked, so that no text is in the real one before it was screened.
    """
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for path in (*root.glob("*.yaml"), *root.glob("published_addresses.txt")):
            shutil.copyfile(path, copy / path.name)
        for location in LOCATIONS:
            if (root / location.folder).is_dir():
                shutil.copytree(root / location.folder, copy / location.folder, symlinks=True)
        (copy / file).parent.mkdir(exist_ok=True)
        (copy / file).write_text(text, "utf-8", newline="\n")
        _, problems = check(copy, today=today)
    return [problem for problem in problems if problem.file == file]


def today() -> datetime.date:
    """The date of the build: that of `SOURCE_DATE_EPOCH` if it is set, for reproducible builds, else today."""
    return source_date() or datetime.date.today()


def source_date() -> datetime.date | None:
    """The date of the environment variable `SOURCE_DATE_EPOCH`, in UTC, or None if it is unset or invalid."""
    try:
        return datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def environment_settings() -> dict[str, str]:
    """Values from the environment for fields that network.yaml leaves empty, by field."""
    return {
        field: value for field, name in settings.ENVIRONMENT_VARIABLES.items() if (value := os.environ.get(name, "").strip())
    }


@dataclass(frozen=True, slots=True)
class Build:
    """The problems of a network, and its site unless any of them is an error."""

    problems: Problems
    site: Site | None = None

    def files(self) -> Iterator[OutputFile]:
        """Every file of the site, each rendered as it is asked for. None if there are errors."""
        return self.site.files() if self.site else iter(())


def build(root: Path, *, today: datetime.date, drafts: bool = False, live_reload: bool = False) -> Build:
    """Check the network at `root` and plan its site. Nothing is raised for bad input: it is in the problems.

    `drafts` is for previews: with it, the site has the pages of drafts.
    """
    with gc_paused():
        records, problems = check(root, today=today)
        if problems.errors:
            return Build(problems)
        return Build(problems, plan(records, root, today=today, drafts=drafts, live_reload=live_reload))


def plan(
    records: Records,
    root: Path,
    *,
    today: datetime.date,
    theme: Path | None = None,
    drafts: bool = False,
    live_reload: bool = False,
) -> Site:
    """The site of records without errors, see `Site`."""
    # Imported here, because these are slow to import and `check` does not need them.
    from mentor_network.catalogue import link
    from mentor_network.render.environment import THEME
    from mentor_network.site import Site

    catalogue = link(records, today=today, defaults=environment_settings())
    return Site(catalogue, root, theme=theme or THEME, drafts=drafts, live_reload=live_reload)
