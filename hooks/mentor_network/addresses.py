"""Every address of the site and what can be linked to on each page.

This is what `rules` holds links against and what `pages` builds; a test proves that they are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mentor_network.markdown_syntax import anchors, blocks
from mentor_network.problems import Problems, Span
from mentor_network.records import Entry, Model, Page, Record, Records
from mentor_network.records.records import address_of
from mentor_network.records.view import views

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
    "/mentors/coverage/",
    "/my-plan/",
    "/data/",
)

#: An entry of each kind to fill in, for those who write without the form.
TEMPLATES = {"case-study": "/data/case-study-template.txt", "opportunity": "/data/opportunity-template.txt"}

#: What may be published as it is. Anything that a browser could run is not, nor what programs keep deleted words in. A
#: `.txt` is a page that Notepad saved under another name.
DOWNLOADS = frozenset([".csv", ".gif", ".ics", ".jpeg", ".jpg", ".pdf", ".png", ".webp"])


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
    yield from _checks(records)


#: The parts of a list that is ordered by time.
WEEK_ANCHORS = frozenset(f"weeks-{weeks}" for weeks in (1, 4, 17, 26, 52))
#: The parts of a stage's page.
STAGE_ANCHORS = frozenset(
    ["means", "already", "try", "questions", "write", "supervisor", "conversation-10", "conversation-30", "next", "all"]
)

#: Where the help in a crisis stands on a page that shows all of it.
CRISIS = "help-now"

#: The parts of the hub of the supervisor's check.
CHECK_ANCHORS = frozenset(["activities", "by-stage", "lens"])


def checked_model(records: Records) -> Model | None:
    """The model that the supervisor's check is made for: the first whose domains opportunities name themselves.

    Without opportunities there is nothing to check against, so no check, and no link to one.
    """
    named = {d for entry in records.opportunities for d in (*entry.record.develops, *entry.record.can_show)}
    models = (entry.record for entry in records.models)
    return next((model for model in models if any(domain.id in named for domain in model.domains)), None)


def check_of(model: Model) -> str:
    """The address of the check against a model: `/supervisors/gpc-check/`."""
    return f"/supervisors/{model.id}-check/"


def _checks(records: Records) -> Iterator[Address]:
    """The supervisor's check: its hub, its lenses, and for each stage the check and what shows each model's domains."""
    checked = checked_model(records)
    if not checked:
        return
    (entry,) = [entry for entry in records.models if entry.record is checked]
    here, base = entry.at("id"), check_of(checked)
    yield Address(base, here, CHECK_ANCHORS)
    domains = {model.record.id: frozenset(d.id for d in model.record.domains) for model in records.models}
    parts = {d.id for d in (*checked.in_full, *checked.in_brief)} | {f"more-{d.id}" for d in checked.in_full}
    for model in records.models:
        if model.record is not checked:
            yield Address(f"{base}lens/{model.record.id}/", model.at("id"))
    for stage in records.stages:
        yield Address(f"{base}{stage.record.id}/", stage.at("id"), frozenset(parts))
        for model in records.models:
            yield Address(f"{base}{stage.record.id}/{model.record.id}/", stage.at("id"), domains[model.record.id])


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
        found |= _tables(page, records)
    if any("listing" in text for text in shown) and records.network:
        found |= {one.id.lower() for one in records.network.record.responsibilities}
        found |= {stage.record.id for stage in records.stages}
        found |= {note.record.id.lower() for note in records.notes}
    if shows(page, "whole"):
        found.add(CRISIS)
    return frozenset(found)


def shows(page: Entry[Page], form: str) -> bool:
    """Does a page have the help in a crisis in this form?"""
    return "crisis_help" in page.document.body and any(
        view is not None and view.crisis_help == form for _, view, _ in views(page, Problems())
    )


def _tables(page: Entry[Page], records: Records) -> set[str]:
    """The places of the tables that a page shows: all of them where a view names none or cannot be read."""
    found: set[str] = set()
    for _, view, _ in views(page, Problems()):
        if view is None or (view.evidence and not view.evidence.tables):
            found |= {table.record.id.lower() for table in records.tables}
        elif view.evidence:
            found |= {name.partition(".")[0].lower() for name in view.evidence.tables}
    return found


#: What an address is made from, by how it begins. The first that fits counts.
_MADE_FROM = (
    ("/opportunities/by/stage/", frozenset(["stages"])),
    ("/opportunities/by/domain/", frozenset(["domains", "themes", "opportunities", "cases"])),
    ("/opportunities/", frozenset(["opportunities"])),
    ("/stages/", frozenset(["stages"])),
    ("/models/", frozenset(["models", "domains", "themes"])),
    ("/case-studies/", frozenset(["cases"])),
    ("/glossary/", frozenset(["glossary"])),
    ("/data/evidence/", frozenset(["tables"])),
)
#: Addresses of the supervisor's check, and what they are made from.
_CHECK = re.compile(r"/supervisors/[a-z0-9-]+-check/")
_CHECK_FROM = frozenset(["models", "domains", "stages", "opportunities"])
#: What the views of a hand-written page make anchors from.
_ANCHORS_FROM = frozenset(["tables", "notes", "stages", "responsibilities"])


def unread_sources(target: str, records: Records) -> frozenset[str]:
    """The catalogues that were not read whole and may hold what `target`, an address of this site, leads to."""
    path, _, place = target.partition("#")
    if path in records.named.get("pages", ()):
        # A page is known by its file, whatever is in it.
        needed = frozenset(["pages"]) if path in records.invalid("pages") else _ANCHORS_FROM if place else frozenset[str]()
    elif _CHECK.match(path):
        needed = _CHECK_FROM
    else:
        needed = next((names for start, names in _MADE_FROM if path.startswith(start)), frozenset[str]())
    return needed & records.incomplete
