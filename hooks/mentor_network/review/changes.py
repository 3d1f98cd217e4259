"""What differs between two checkouts of a network, in words: for whoever reviews a pull request.

Only choices, dates and ids are shown as values. What people wrote is not repeated, because nobody has screened it yet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mentor_network.authoring.schema_files import literals
from mentor_network.labels import count, day, listed
from mentor_network.records import Entry, Network, Record, Records, Retired
from mentor_network.records.records import page_address

What = Literal["added", "changed", "retired", "removed", "unread"]

#: Each catalogue, with what one of its entries is called.
ENTRY_KINDS: Mapping[str, str] = {
    "opportunities": "opportunity",
    "cases": "case study",
    "pages": "page",
    "stages": "stage",
    "models": "leadership model",
    "themes": "theme",
    "tables": "evidence table",
    "figures": "figure",
    "notes": "note on the evidence",
    "changes": "change since the report",
    "sources": "source",
    "glossary": "glossary term",
}
#: Fields whose names are not words.
_FIELDS: Mapping[str, str] = {
    "ltft": "advice for less than full time",
    "min_weeks": "shortest placement in weeks",
    "clm_hours_setup": "a mentor's hours to set it up",
    "clm_hours_month": "a mentor's hours a month",
    "few_or_many": "whether with few doctors or many",
    "portfolio": "what to write down",
    "reflect": "questions to think about",
    "make_it_count": "what makes it count",
    "watch_out": "what can go wrong",
    "leads_to": "what it leads to",
    "develops": "domains it shows",
    "can_show": "domains it can show",
    "also_known_as": "other words for it",
    "reviewed_by_role": "role of the reviewer",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one entry. `details` are phrases in our words, with names between backticks.

    The line is 0 where a file holds one entry.
    """

    what: What
    kind: str
    id: str
    file: str
    line: int
    details: tuple[str, ...] = ()


def compare(before: Records, after: Records) -> list[Change]:
    """Every entry that differs, in the order of the catalogues. Drafts are compared as well."""
    found: list[Change] = []
    gone = {entry.record.id: entry for entry in after.retired}
    for catalogue, kind in ENTRY_KINDS.items():
        old, new = _by_name(catalogue, before), _by_name(catalogue, after)
        unread = _unread(catalogue, before) | _unread(catalogue, after)
        for name, entry in new.items():
            if name not in old and name not in unread and catalogue not in before.partly_read:
                found.append(_change("added", kind, name, entry))
            elif name in old and (details := tuple(_details(old[name], entry))):
                found.append(_change("changed", kind, name, entry, *details))
        for name, entry in old.items():
            if name not in new and name not in unread and catalogue not in after.partly_read:
                fate = gone.get(name) if catalogue == "opportunities" else None
                found.append(_gone(kind, name, entry, fate))
        found += [Change("unread", kind, name, "", 0) for name in sorted(unread)]
        if catalogue in before.partly_read | after.partly_read:
            found.append(Change("unread", f"the whole list of {catalogue}", "", "", 0))
    return [*found, *_network(before.network, after.network)]


def _by_name(catalogue: str, records: Records) -> dict[str, Entry[Any]]:
    entries: list[Entry[Any]] = getattr(records, catalogue)
    return {_name(catalogue, entry): entry for entry in entries}


def _name(catalogue: str, entry: Entry[Any]) -> str:
    if catalogue == "pages":
        return page_address(entry.document.file)
    return str(entry.record.then if catalogue == "changes" else entry.record.id)


def _unread(catalogue: str, records: Records) -> set[str]:
    """Entries that are there and have a mistake, so that nobody can say what they would be."""
    return set() if catalogue == "changes" else records.invalid(catalogue)


def _change(what: What, kind: str, name: str, entry: Entry[Any], *details: str) -> Change:
    span = entry.at()
    return Change(what, kind, name, span.file, span.line if entry.path else 0, details)


def _gone(kind: str, name: str, entry: Entry[Any], fate: Entry[Retired] | None) -> Change:
    if fate is None:
        return _change("removed", kind, name, entry)
    record = fate.record
    if record.withdrawn:
        return _change("retired", kind, name, fate, "withdrawn, with a reason")
    to = [record.moved_to] if record.moved_to else record.split_into
    return _change("retired", kind, name, fate, f"its address now leads to {listed(f'`{word}`' for word in to)}")


def _network(before: Entry[Network] | None, after: Entry[Network] | None) -> Iterator[Change]:
    if before and after and (details := tuple(_details(before, after))):
        yield Change("changed", "the network", after.document.file, "", 0, details)


def _details(before: Entry[Any], after: Entry[Any]) -> Iterator[str]:
    """What differs between two versions of an entry, a phrase for each field."""
    old, new = before.record, after.record
    for name in type(new).model_fields | type(old).model_fields:
        was, now = getattr(old, name, None), getattr(new, name, None)
        if was != now:
            yield f"{_FIELDS.get(name, name.replace('_', ' '))} {_difference(name, was, now, new)}"
    if before.document.body != after.document.body:
        yield f"the text, {_longer(len(before.document.body.split()), len(after.document.body.split()))}"
    if type(old) is type(new) and before.document.file != after.document.file:
        yield f"its file, which was `{before.document.file}`"


def _difference(name: str, was: Any, now: Any, record: Record) -> str:
    field = type(record).model_fields.get(name)
    if was in (None, [], {}, ""):
        return "added" if not _shown(now, field) else f"now {_shown(now, field)}"
    if now in (None, [], {}, ""):
        return "taken out"
    if isinstance(was, list) and isinstance(now, list):
        return _items(was, now) if name in type(record).refers else f"reworded ({count(len(now), 'item', 'items')})"
    shown = _shown(now, field)
    return f"{shown}, was {_shown(was, field)}" if shown else "reworded"


def _items(was: list[Any], now: list[Any]) -> str:
    """Ids that came and went."""
    came = [f"`{word}`" for word in now if word not in was]
    went = [f"`{word}`" for word in was if word not in now]
    parts = [f"{word} {listed(some)}" for word, some in (("with", came), ("without", went)) if some]
    return ", ".join(parts) or "in another order"


def _shown(value: Any, field: Any) -> str:
    """A choice, a date or a number as a reader may see it; nothing for words that somebody wrote."""
    if isinstance(value, datetime.date):
        return day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}"
    return f"`{value}`" if isinstance(value, str) and field and value in list(literals(field.annotation)) else ""


def _longer(was: int, now: int) -> str:
    if was == now:
        return f"which has {count(now, 'word', 'words')} as before"
    return f"{count(abs(now - was), 'word', 'words')} {'more' if now > was else 'fewer'}"
