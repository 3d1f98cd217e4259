"""Finds entries that were published and are gone: their addresses must answer for ever.

Each is one problem, at the place in the catalogue where it was or would be. What refers to it is counted there, and is no
problem of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mentor_network.checks import permalinks
from mentor_network.labels import count, listed
from mentor_network.problems import EntryKey, Problems, Span, shorten
from mentor_network.records import Entry, Record, Records
from mentor_network.records.fields import ID
from mentor_network.spelling import nearest
from mentor_network.urls import ROUTES, Address, route_of, unread_sources

#: The catalogue of the entry that an id in the path of a route names; that of `id` depends on the route.
_CATALOGUES = {"stage": "stages", "domain": "domains", "model": "models", "checked": "models", "table": "tables"}
_BY_ROUTE = {
    "opportunity": "opportunities",
    "retired": "opportunities",
    "case": "cases",
    "stage": "stages",
    "by_stage": "stages",
    "model": "models",
}
#: The routes of an entry's own page or file. All others list entries.
_OWN = frozenset(["opportunity", "retired", "case", "stage", "model", "table_csv"])
#: The catalogue of the anchors of a page, by its route.
_ANCHORS = {"glossary": "glossary", "models": "themes", "model": "domains"}
_PATHS = {route.name: re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(route.path))) for route in ROUTES}
_TABLE = re.compile(r"t\d{1,3}")
#: The problem of entries of one catalogue that are gone names at most this many.
_MOST = 3


@dataclass(slots=True)
class Removed:
    """An entry that is gone, with the first of its permalinks, that one's line, and the places that still refer to it."""

    key: EntryKey
    permalink: str
    line: int
    uses: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Lost:
    """What is gone: entries, and other permalinks by line. Also, what was not read whole, and all published permalinks."""

    entries: list[Removed] = field(default_factory=list)
    others: list[tuple[int, str]] = field(default_factory=list)
    unread: list[tuple[frozenset[str], Span]] = field(default_factory=list)
    unread_lines: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)


def owners(target: str) -> Iterator[EntryKey]:
    """The entries that the page, file or anchor at an address of this site is made from."""
    path, _, anchor = target.partition("#")
    route = route_of(path)
    if not route:
        if _TABLE.fullmatch(anchor):
            yield "tables", anchor.upper()
        yield "pages", path
        return
    if anchor and route.name in _ANCHORS:
        yield _ANCHORS[route.name], anchor
    match = _PATHS[route.name].fullmatch(path)
    for name, word in match.groupdict().items() if match else ():
        if catalogue := _BY_ROUTE.get(route.name) if name == "id" else _CATALOGUES.get(name):
            yield catalogue, word.upper() if catalogue == "tables" else word


def _owner(line: str, known: dict[str, Address]) -> EntryKey | None:
    """The entry whose own permalink this is. None for a page that lists entries."""
    path, _, anchor = line.partition("#")
    route = route_of(path)
    if not route and "." in path:
        return None
    if not route or route.name in _OWN or (anchor and route.name in _ANCHORS):
        return next(owners(line if path in known else path), None)
    return None


def catalogue_of(line: str) -> str:
    """The catalogue of the entry whose own permalink this is. Empty for a page that lists entries."""
    return next((key[0] for key in owners(line)), "")


def find(records: Records, known: dict[str, Address], root: Path, problems: Problems) -> Lost:
    """What is gone. It is noted in `problems.removed`, so that checks of references and links count it there."""
    lost = Lost()
    for number, line in permalinks.lines(root, problems):
        path, _, anchor = line.partition("#")
        lost.published.append(line)
        if path in known and (not anchor or anchor in known[path].anchors):
            continue
        owner = _owner(line, known)
        if catalogues := unread_sources(line, records):
            lost.unread.append((catalogues, Span(permalinks.PUBLISHED, number)))
            if owner and owner[1] not in records.ids.get(owner[0], ()):
                lost.unread_lines.append(line)
        elif owner and owner[1] not in records.ids.get(owner[0], ()):
            _note(owner, line, number, lost, problems)
        elif not anchor or path in known:
            lost.others.append((number, line))
    return lost


def _note(owner: EntryKey, line: str, number: int, lost: Lost, problems: Problems) -> None:
    """Note an entry that is gone, once, and the parts of it that its permalinks name, such as domains of a model."""
    if owner not in problems.removed:
        removed = Removed(owner, line, number)
        lost.entries.append(removed)
        problems.removed[owner] = removed.uses
    parts = list(owners(line))
    if owner[0] == "pages" and owner[1].startswith("/guides/"):
        parts.append(("guides", owner[1].strip("/").rpartition("/")[2]))
    for part in parts:
        problems.removed.setdefault(part, problems.removed[owner])


def entries_that_were_published_are_there(
    lost: Lost, records: Records, known: dict[str, Address], problems: Problems
) -> None:
    """No published entry is gone, and no other permalink. Run it last: it counts what refers to an entry."""
    published = {_owner(line, known) for line in lost.published} if lost.entries else set()
    by_catalogue: dict[str, list[Removed]] = {}
    for removed in lost.entries:
        by_catalogue.setdefault(removed.key[0], []).append(removed)
    for catalogue, group in by_catalogue.items():
        ids = [word for word in _ids(catalogue, records) if (catalogue, word) not in published]
        only = ids[0] if len(ids) == len(group) == 1 and catalogue != "cases" else ""  # new case studies are many
        gone = []
        for removed in group:
            near = nearest(removed.key[1], ids) or only
            if near and len(group) <= _MOST:
                _add_renamed(removed, near, records, problems)
            else:
                gone.append(removed)
        for together in [gone] if gone and catalogue in _IN_FILES else [[removed] for removed in gone]:
            _add_gone(together, records, problems)
    for catalogues, span in lost.unread:
        problems.postpone(catalogues, span)
    affected = {*by_catalogue, *map(catalogue_of, lost.unread_lines), *problems.unknown}
    affected |= {"domains"} if "models" in affected else set()
    permalinks.add_lost([(n, line) for n, line in lost.others if not _depends_on(affected, line)], problems)


def _depends_on(catalogues: set[str], line: str) -> bool:
    """Does it depend on one of these catalogues whether the page at a permalink is there?"""
    route = route_of(line.partition("#")[0])
    return bool(route and catalogues & route.depends_on)


def _ids(catalogue: str, records: Records) -> list[str]:
    """The ids of a catalogue, in the order of its file."""
    if catalogue == "domains":
        return [domain.id for model in records.models for domain in model.record.domains]
    return [] if catalogue == "pages" else [entry.record.id for entry in getattr(records, catalogue)]


def _add_renamed(removed: Removed, new: str, records: Records, problems: Problems) -> None:
    catalogue, word = removed.key
    message = f"`{shorten(removed.permalink, 80)}` was published and is gone{_used(removed.uses)}"
    help = f"if this is the same entry, write `id: {word}` again; if not, put the old one back"
    if catalogue == "opportunities":
        help = f"write `id: {word}` again, or add `- id: {word}` and below it `  moved_to: {new}` or `  withdrawn: ...`"
    problems.add(_place_of(catalogue, new, records), "removed-id", message, help)


def _add_gone(group: list[Removed], records: Records, problems: Problems) -> None:
    """Add a problem for entries of one catalogue: if there are several, the end of its file may have been lost."""
    names = [f"`{shorten(removed.permalink, 80)}`" for removed in group[:_MOST]]
    names += [f"{len(group) - _MOST} more"] if len(group) > _MOST else []
    were = "was published and is" if len(group) == 1 else "were published and are"
    message = f"{listed(names)} {were} gone{_used([span for removed in group for span in removed.uses])}"
    help = permalinks.advice(group[0].permalink)
    if len(group) > 1:
        help = f"if a part of the file was lost, put its last version back; if not, for the first, {help}"
    problems.add(_place_for(group[0], records), "removed-id", message, help)


def _used(uses: list[Span]) -> str:
    if not uses:
        return ""
    places = count(len(uses), "place still refers", "places still refer")
    return f"; {places} to it, the first in {uses[0].file}, line {uses[0].line}"


def _place_of(catalogue: str, word: str, records: Records) -> Span:
    """The position of the id of an entry."""
    if catalogue == "domains":
        domains = ((model, n, d.id) for model in records.models for n, d in enumerate(model.record.domains))
        return next(model.at("domains", n, "id") for model, n, name in domains if name == word)
    entries: list[Entry[Record]] = getattr(records, catalogue)
    return next(entry.at("id") for entry in entries if getattr(entry.record, "id", "") == word)


#: The catalogues whose entries share a file.
_IN_FILES = frozenset(["opportunities", "stages", "glossary", "models", "themes", "domains", "tables"])
#: The file of a catalogue that is one list.
_FILES = {"opportunities": "opportunities.yaml", "stages": "stages.yaml", "glossary": "glossary.yaml"}
_LISTS = {"models": "leadership_models.yaml", "themes": "leadership_models.yaml", "tables": "evidence.yaml"}


def _place_for(removed: Removed, records: Records) -> Span:
    """Where an entry would be: in its own file, or behind the others of its list."""
    catalogue, word = removed.key
    if catalogue in ("cases", "pages"):
        if not all(ID.fullmatch(part) for part in word.strip("/").split("/")):
            return Span(permalinks.PUBLISHED, removed.line)
        return Span(f"case_studies/{word}.md" if catalogue == "cases" else f"content/{word.strip('/')}.md")
    if file := _FILES.get(catalogue):
        return Span(file, records.texts.get(file, "").rstrip("\n").count("\n") + 1)
    if catalogue == "domains":
        model = next((m for m in records.models if word.startswith(f"{m.record.id}-")), None)
        return model.at("domains", len(model.record.domains) - 1, "id") if model else Span(_LISTS["models"])
    entries: list[Entry[Record]] = getattr(records, catalogue)
    return entries[-1].at("id") if entries else Span(_LISTS[catalogue])
