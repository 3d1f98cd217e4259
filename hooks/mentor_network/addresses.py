"""Every address of the site and what can be linked to on each page.

This is what `rules` holds links against and what `pages` builds; a test proves that they are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mentor_network.problems import Span
from mentor_network.prose import anchors, blocks
from mentor_network.records import Entry, Page, Record, Records
from mentor_network.records.read import address_of

#: Pages that the core makes for every network, whatever its catalogues hold.
FIXED = (
    "/",
    "/opportunities/",
    "/stages/",
    "/models/",
    "/case-studies/",
    "/a-to-z/",
    "/glossary/",
    "/whats-new/",
    "/search/",
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address, the place in the catalogues that makes it, and the anchors on its page."""

    path: str
    span: Span
    anchors: frozenset[str] = frozenset()


def built(case: Entry[Record]) -> bool:
    """Drafts are checked and not built."""
    return getattr(case.record, "status", "published") == "published"


def addresses(records: Records) -> Iterator[Address]:
    """All addresses, in the order of the catalogues. Two entries at one address are both given."""
    here = Span("network.yaml")
    glossary = frozenset(term.record.id for term in records.glossary)
    themes = frozenset(theme.record.id for theme in records.themes)
    needed = frozenset(f"weeks-{entry.record.min_weeks}" for entry in records.opportunities)
    parts = {"/glossary/": glossary, "/models/": themes, "/opportunities/": needed}
    for path in FIXED:
        yield Address(path, here, parts.get(path, frozenset()))
    for entry in records.opportunities:
        yield Address(f"/opportunities/{entry.record.id}/", entry.at("id"))
    for gone in records.retired:
        yield Address(f"/opportunities/{gone.record.id}/", gone.at("id"))
    for stage in records.stages:
        yield Address(f"/stages/{stage.record.id}/", stage.at("id"), STAGE_ANCHORS)
    for model in records.models:
        domains = frozenset(domain.id for domain in model.record.domains)
        yield Address(f"/models/{model.record.id}/", model.at("id"), domains)
    for case in records.cases:
        if built(case):
            yield Address(f"/case-studies/{case.record.id}/", case.at("id"))
    for page in records.pages:
        yield Address(address_of(page.document.file), page.at("id"), _anchors(page, records))
    yield from _listings(records)


def downloads(records: Records) -> Iterator[Address]:
    """Files that pages may link to."""
    for table in records.tables:
        yield Address(f"/data/evidence/{table.record.id.lower()}.csv", table.at("id"))
    if records.tables:
        yield Address("/data/evidence/statements.csv", records.tables[0].at("id"))


#: The parts of a list that is ordered by time.
WEEK_ANCHORS = frozenset(f"weeks-{weeks}" for weeks in (1, 4, 17, 26, 52))
#: The parts of a stage's page.
STAGE_ANCHORS = frozenset(
    ["means", "already", "try", "questions", "write", "supervisor", "conversation-10", "conversation-30", "next", "all"]
)


def _listings(records: Records) -> Iterator[Address]:
    """`/opportunities/by/...`: a list for each stage, type and domain that has any."""
    first = {entry.record.type: entry for entry in reversed(records.opportunities)}
    for stage in records.stages:
        yield Address(f"/opportunities/by/stage/{stage.record.id}/", stage.at("id"), WEEK_ANCHORS)
    for kind, entry in sorted(first.items()):
        yield Address(f"/opportunities/by/type/{kind}/", entry.at("type"))
    shown = domains_shown(records)
    for model in records.models:
        for number, domain in enumerate(model.record.domains):
            if domain.id in shown:
                yield Address(f"/opportunities/by/domain/{domain.id}/", model.at("domains", number, "id"))


def domains_shown(records: Records) -> frozenset[str]:
    """The domains that something shows, by name or by a theme, and all that they are a part of."""
    above = {domain.id: domain.part_of for model in records.models for domain in model.record.domains}
    joined = {theme.record.id: theme.record.domains for theme in records.themes}
    found: set[str] = set()
    for entry in records.opportunities:
        o = entry.record
        found.update(o.develops, o.can_show, *(joined.get(theme, ()) for theme in o.themes))
    for case in records.cases:
        found.update(case.record.develops)
    waiting = list(found)
    while waiting:
        parent = above.get(waiting.pop())
        if parent and parent not in found:
            found.add(parent)
            waiting.append(parent)
    return frozenset(found)


def _anchors(page: Entry[Page], records: Records) -> frozenset[str]:
    found = set(anchors(page.document.body))
    shown = [block.text for block in blocks(page.document.body) if block.kind == "view"]
    if any("evidence" in text for text in shown):
        found |= {table.record.id.lower() for table in records.tables}
    if any("listing" in text for text in shown) and records.network:
        found |= {one.id.lower() for one in records.network.record.responsibilities}
        found |= {stage.record.id for stage in records.stages}
        found |= {note.record.id.lower() for note in records.notes}
    return frozenset(found)


#: Addresses that begin so belong to a catalogue; what follows is an id.
_CATALOGUE_OF = {
    "/opportunities/by/stage/": "stages",
    "/opportunities/by/domain/": "domains",
    "/opportunities/": "opportunities",
    "/stages/": "stages",
    "/models/": "models",
    "/case-studies/": "cases",
}
#: Pages whose anchors are the ids of a catalogue.
_ANCHORS_OF = {"/glossary/": "glossary", "/models/": "themes"}


def may_exist(target: str, records: Records) -> bool:
    """Could this be the address of something that is there but broken? Its own mistake is reported, not links to it."""
    path, _, place = target.partition("#")
    if place and path in _ANCHORS_OF:
        catalogue = _ANCHORS_OF[path]
        return catalogue in records.unsure or place in records.broken(catalogue)
    if path in records.named.get("pages", ()):
        return path not in {address_of(page.document.file) for page in records.pages}
    if path.startswith("/opportunities/by/type/"):
        return "opportunities" in records.unsure or bool(records.broken("opportunities"))
    for start, catalogue in _CATALOGUE_OF.items():
        word = path.removeprefix(start).removesuffix("/")
        if path == f"{start}{word}/" and word and "/" not in word:
            return catalogue in records.unsure or word in records.broken(catalogue)
    return False
