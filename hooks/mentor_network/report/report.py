"""What is overdue, closing, waiting, thin, alike or missing, and what to do about it.

Lines for people to act on; none of it stops a build. It is written for a mentor with 2 hours a week: what readers notice
first stands first, each section says what to do, and a section with nothing in it takes up no room.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from mentor_network import statistics
from mentor_network.catalogue import WEEKS, Catalogue, fitting, grouped
from mentor_network.labels import TYPES, count, day, listed
from mentor_network.prose_lint import rules
from mentor_network.records import Opportunity
from mentor_network.review.github_markdown import message

#: A finder of more cards than this is too much for a phone.
MOST_CARDS = 300
#: More rows than this in one section are not read in an issue.
MOST_ROWS = 30
#: Characters of what a checker of links wrote. GitHub takes 65,536 in an issue, with the rest of the report.
MOST_LINKS = 30_000
SOON = datetime.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of thing to act on: what to do about it, and a line for each. Names stand between backticks."""

    title: str
    todo: str
    rows: tuple[str, ...]


def sections(catalogue: Catalogue, unlisted: Sequence[str] = ()) -> list[Section]:
    """Every section, also those with nothing in them, in the order to work through them.

    `unlisted` are addresses of the site that are not in the list of those that must answer for ever.
    """
    found = [Section(title, todo, tuple(find(catalogue))) for title, todo, find in _SECTIONS]
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
    """The whole report for an issue, with all that an author wrote escaped."""
    full, empty = _split(sections(catalogue, unlisted))
    yield f"Made on {day(catalogue.today)}. Take the sections in this order. One line is one small job.\n"
    for section in full:
        yield f"## {section.title} ({len(section.rows)})\n\n{section.todo}\n"
        yield from (f"- {message(row)}" for row in section.rows[:MOST_ROWS])
        if len(section.rows) > MOST_ROWS:
            yield f"- and {len(section.rows) - MOST_ROWS} more, which `make report` lists"
        yield ""
    if empty:
        yield f"Nothing to do: {listed(empty)}.\n"
    yield "## What there is\n"
    yield from (f"- {message(row)}" for row in coverage(catalogue))


def links(found: str) -> Iterator[str]:
    """What a checker of links wrote, as the last part of an issue, and no longer than an issue may be."""
    yield "\n## Links to other sites\n"
    yield "A link that does not open here may open in a browser: try it there before you change it.\n"
    length = 0
    for line in found.strip().split("\n") if found.strip() else ["The links were not checked this time."]:
        length += len(line) + 1
        if length > MOST_LINKS:
            yield "\nThe list is longer than an issue may be. The run of the workflow has all of it."
            return
        yield line


def _split(found: list[Section]) -> tuple[list[Section], list[str]]:
    """Sections with something in them, and the titles of the others."""
    return [s for s in found if s.rows], [s.title[0].lower() + s.title[1:] for s in found if not s.rows]


def coverage(catalogue: Catalogue) -> Iterator[str]:
    """How many entries there are for each stage, time, cost and way of learning."""
    found, every = catalogue.running, catalogue.opportunities
    yield f"{count(len(every), 'opportunity', 'opportunities')}, {count(len(catalogue.cases), 'case study', 'case studies')}"
    if catalogue.resting:
        yield f"on hold or closed, and counted by status alone: {listed(f'`{o.id}`' for o in catalogue.resting)}"
    yield "by stage: " + ", ".join(f"{s.id} {len(catalogue.by_stage.get(s.id, ()))}" for s in catalogue.stages)
    yield "fits in: " + ", ".join(f"{text} {len(fitting(found, weeks))}" for weeks, text in WEEKS.items())
    for name in ("cost", "learning", "scope"):
        yield f"by {name}: " + _counts(getattr(o, name) for o in found)
    yield "by status: " + _counts(o.status for o in every)
    yield "by type: " + ", ".join(f"{kind} {len(catalogue.by_type.get(kind, ()))}" for kind in TYPES)
    named = [domain for d, domain in catalogue.domain.items() if any(d in o.develops for o in found)]
    for domain, shows in statistics.by_domain_and_stage(named, catalogue):
        each = ", ".join(f"{stage.id} {len(some)}" for stage, some in zip(catalogue.stages, shows, strict=True))
        yield f"shows {domain.id}: {len(catalogue.by_domain[domain.id])} ({each})"
    if len(every) > MOST_CARDS:
        yield f"the list has {len(every)} cards; past {MOST_CARDS} it is too long for a phone, so split it"


def _counts(values: Iterator[str]) -> str:
    return ", ".join(f"{word} {n}" for word, n in Counter(values).most_common())


def overdue(catalogue: Catalogue) -> Iterator[str]:
    for entry in statistics.overdue(catalogue):
        span = entry.at("next_review")
        name = getattr(entry.record, "id", "")
        yield f"`{name}` in `{span.file}`, line {span.line}: due on {day(entry.record.next_review)}"


def closing(catalogue: Catalogue) -> Iterator[str]:
    """What closes within 60 days, and what has closed while it says that it is open."""
    dated = [(o.closes, o) for o in catalogue.opportunities if o.closes and o.closes <= catalogue.today + SOON]
    for closes, o in sorted(dated, key=lambda item: item[0]):
        if closes >= catalogue.today:
            yield f"`{o.id}`: closes on {day(closes)}"
        elif o.status == "open":
            yield f"`{o.id}`: closed on {day(closes)}, and still says that it is open"


def drafts(catalogue: Catalogue) -> Iterator[str]:
    """Case studies that wait for their reviewers."""
    for entry in catalogue.records.cases:
        if getattr(entry.record, "status", "") == "draft":
            yield f"`{entry.record.id}`, since {day(entry.record.added)}"


def unlinked(catalogue: Catalogue) -> Iterator[str]:
    for o in catalogue.opportunities:
        if not (o.leads_to or o.id in catalogue.leading_to or o.id in catalogue.cases_by_opportunity or o.guide):
            yield f"`{o.id}`"


def thin(catalogue: Catalogue) -> Iterator[str]:
    for o in catalogue.opportunities:
        words = sum(len(text.split()) for text in (*o.what_you_do, *o.make_it_count, *o.portfolio))
        if words < 60:
            yield f"`{o.id}`: {count(words, 'word', 'words')}"


def alike(catalogue: Catalogue) -> Iterator[str]:
    """Pairs of one type that share more than half of their longer words: perhaps the same thing said twice."""
    words = {o.id: _words(o) for o in catalogue.opportunities}
    for one, other in combinations(catalogue.opportunities, 2):
        shared, either = words[one.id] & words[other.id], words[one.id] | words[other.id]
        if one.type == other.type and len(shared) > len(either) / 2:
            yield f"`{one.id}` and `{other.id}`"


def _words(o: Opportunity) -> set[str]:
    text = " ".join((o.title, o.summary, *o.what_you_do)).casefold()
    return {word for word in re.findall(r"[a-z]+", text) if len(word) > 3}


def prose(catalogue: Catalogue) -> Iterator[str]:
    for finding in rules.warnings(catalogue.records):
        yield f"`{finding.file}`, line {finding.line}: {finding.rule}: {finding.message}"


def bare(catalogue: Catalogue) -> Iterator[str]:
    """Domains of the models that opportunities name which none of them shows: a line for each, or for the parts of one."""
    missing = [
        domain
        for domain in catalogue.domain.values()
        if catalogue.model_of[domain.id].id in catalogue.named_models and domain.id not in catalogue.by_domain
    ]
    whole = {domain.id for domain in missing if not domain.part_of}
    yield from (f"`{domain.id}`: {domain.name}" for domain in missing if domain.id in whole)
    parts = grouped(missing, lambda domain: [domain.part_of] if domain.part_of and domain.part_of not in whole else [])
    for above, some in parts.items():
        yield f"{count(len(some), 'part', 'parts')} of `{above}`: {listed(f'`{domain.id}`' for domain in some)}"


_ADDRESSES = (
    "Addresses to keep",
    "For whoever looks after the repository: run `make published` and commit the list. Then none of them can vanish unseen.",
)

#: Title, what to do, and what finds the lines: what a reader of the site notices first stands first.
_SECTIONS: tuple[tuple[str, str, Callable[[Catalogue], Iterator[str]]], ...] = (
    (
        "Overdue for review",
        "Readers see a warning on these pages. Read each page, open its links, mend what has changed, "
        "then set `last_reviewed` to today and `next_review` to a year from now.",
        overdue,
    ),
    (
        "Closing soon",
        "Check the date at its source. After it has passed, put in the next date, or set `status: closed`.",
        closing,
    ),
    (
        "Drafts that wait for reviewers",
        "Somebody wrote these in their own time. Ask 2 people in different roles to read each one, "
        "and tell the writer within 10 working days what happens next.",
        drafts,
    ),
    (
        "Linked to nothing",
        "No guide, no case study, and nothing leads here or on from here. Fill `guide` or `leads_to`, "
        "or name it in another entry's `leads_to`.",
        unlinked,
    ),
    (
        "Thin",
        "Fewer than 60 words on what to do, what makes it count and what to write down. Ask somebody who has done it, "
        "or join it to a fuller entry with `moved_to`.",
        thin,
    ),
    (
        "Two entries alike",
        "They share most of their words. If they are one thing, keep the fuller one, and leave `moved_to` in the other.",
        alike,
    ),
    (
        "Domains that nothing shows",
        "This may be right, because not every domain is about leading. Where an entry does show one, "
        "add the domain to its `develops` or `can_show`.",
        bare,
    ),
    (
        "Style",
        "The last thing to do. Shorter sentences and plainer words help a tired reader. Leave what reads well.",
        prose,
    ),
)
