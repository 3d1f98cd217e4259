"""The report of entries that are overdue, closing, waiting, thin, alike or missing, and what to do about each.

None of it stops a build. It is written for a mentor with 2 hours a week: what readers notice first comes first, each
section says what to do, and empty sections are only named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentor_network.catalogue import Catalogue
from mentor_network.labels import count, day, listed
from mentor_network.report.coverage import UNCOVERED, coverage
from mentor_network.report.dates import CLOSING, OVERDUE
from mentor_network.report.entries import ALIKE, DRAFTS, THIN, UNLINKED
from mentor_network.report.section import Section
from mentor_network.report.style import PROSE
from mentor_network.report.targets import SHORT
from mentor_network.report.unconfirmed import ON_HOLD, UNCHECKED, UNREVIEWED
from mentor_network.review.github_markdown import message

#: The most rows of one section in an issue.
MAX_ROWS = 30
#: The most characters of the link checker's output. GitHub allows 65,536 in an issue, with the rest of the report.
MAX_LINK_CHARACTERS = 30_000

#: In the order in which readers of the site notice them.
_SECTIONS = (
    *(OVERDUE, CLOSING, ON_HOLD, UNCHECKED, DRAFTS, UNREVIEWED),
    *(SHORT, UNLINKED, THIN, ALIKE, UNCOVERED, PROSE),
)
_ADDRESSES = (
    "Addresses to keep",
    "For whoever keeps the repository: run `published` and commit the list. Then none of them can vanish unseen.",
)


def sections(catalogue: Catalogue, unlisted: Sequence[str] = ()) -> list[Section]:
    """Every section, empty ones too, in the order to work through them.

    `unlisted` are addresses of the site that are not in the list of permalinks.
    """
    found = [section.build(catalogue) for section in _SECTIONS]
    row = (
        f"{count(len(unlisted), 'address is', 'addresses are')} not in the list yet, `{unlisted[0]}` first"
        if unlisted
        else ""
    )
    return [*found, Section(*_ADDRESSES, (row,) if row else ())]


def as_text(catalogue: Catalogue, unlisted: Sequence[str] = ()) -> Iterator[str]:
    """The whole report for a terminal."""
    yield f"{catalogue.network.name}, {day(catalogue.today)}\n"
    full, empty = _split(sections(catalogue, unlisted))
    for section in full:
        yield f"{section.title} ({len(section.rows)})"
        yield f"  {section.todo}"
        yield from (f"  - {row}" for row in section.rows)
        yield ""
    if empty:
        yield f"Nothing to do: {listed(empty)}\n"
    yield "What there is"
    yield from (f"  {row}" for row in coverage(catalogue))


def as_markdown(catalogue: Catalogue, unlisted: Sequence[str] = ()) -> Iterator[str]:
    """The whole report for an issue on GitHub, with all text of authors escaped."""
    full, empty = _split(sections(catalogue, unlisted))
    yield f"Made on {day(catalogue.today)}. Take the sections in this order. One line is one small job.\n"
    for section in full:
        yield f"## {section.title} ({len(section.rows)})\n\n{section.todo}\n"
        yield from (f"- {message(row)}" for row in section.rows[:MAX_ROWS])
        if len(section.rows) > MAX_ROWS:
            yield f"- and {len(section.rows) - MAX_ROWS} more, which the command `report` lists"
        yield ""
    if empty:
        yield f"Nothing to do: {listed(empty)}.\n"
    yield "## What there is\n"
    yield from (f"- {message(row)}" for row in coverage(catalogue))


def links(found: str) -> Iterator[str]:
    """The output of a link checker as the last part of an issue, cut at MAX_LINK_CHARACTERS characters."""
    yield "\n## Links to other sites\n"
    yield "A link that does not open here may open in a browser: try it there before you change it.\n"
    length = 0
    for line in found.strip().split("\n") if found.strip() else ["The links were not checked this time."]:
        length += len(line) + 1
        if length > MAX_LINK_CHARACTERS:
            yield "\nThe list is longer than an issue may be. The run of the workflow has all of it."
            return
        yield line


def _split(found: list[Section]) -> tuple[list[Section], list[str]]:
    """The sections that have rows, and the titles of the empty ones."""
    return [s for s in found if s.rows], [s.title[0].lower() + s.title[1:] for s in found if not s.rows]
