"""The differences between two checkouts of a network, in words, for the reviewers of a pull request.

Only choices, dates and ids are shown as values. Free text is not repeated, because nobody has screened it yet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mentor_network.labels import count, day, listed
from mentor_network.records import Entry, Network, Record, Records, Retired
from mentor_network.records.derived import is_built
from mentor_network.records.examples import literals
from mentor_network.records.records import page_address
from mentor_network.urls import url

ChangeType = Literal["added", "changed", "retired", "removed", "unread"]

#: Each catalogue, with the name of one of its entries.
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
    "charts": "chart",
    "history": "step in the history of the models",
    "changes": "change since the report",
    "sources": "source",
    "glossary": "glossary term",
}
#: Labels of fields whose names are not plain words.
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
    """One entry that differs. `details` are phrases in our words, with names between backticks.

    `line` is 0 where the file holds a single entry.
    """

    change_type: ChangeType
    kind: str
    id: str
    file: str
    line: int
    details: tuple[str, ...] = ()


def compare(before: Records, after: Records) -> list[Change]:
    """Every entry that differs, in the order of the catalogues. Drafts are included."""
    found: list[Change] = []
    retired = {entry.record.id: entry for entry in after.retired}
    for catalogue, kind in ENTRY_KINDS.items():
        old, new = _by_id(catalogue, before), _by_id(catalogue, after)
        unread = _unread(catalogue, before) | _unread(catalogue, after)
        for name, entry in new.items():
            if name not in old and name not in unread and catalogue not in before.partly_read:
                found.append(_change("added", kind, name, entry))
            elif name in old and (details := tuple(_differences(old[name], entry))):
                found.append(_change("changed", kind, name, entry, *details))
        for name, entry in old.items():
            if name not in new and name not in unread and catalogue not in after.partly_read:
                fate = retired.get(name) if catalogue == "opportunities" else None
                found.append(_removed(kind, name, entry, fate))
        found += [Change("unread", kind, name, "", 0) for name in sorted(unread)]
        if catalogue in before.partly_read | after.partly_read:
            found.append(Change("unread", f"the whole list of {catalogue}", "", "", 0))
    return [*found, *_network(before.network, after.network)]


def _by_id(catalogue: str, records: Records) -> dict[str, Entry[Any]]:
    entries: list[Entry[Any]] = getattr(records, catalogue)
    return {_name(catalogue, entry): entry for entry in entries}


def _name(catalogue: str, entry: Entry[Any]) -> str:
    if catalogue == "pages":
        return page_address(entry.document.file)
    return str(entry.record.then if catalogue == "changes" else entry.record.id)


def _unread(catalogue: str, records: Records) -> set[str]:
    """The ids of entries that could not be read because of a mistake in them."""
    return set() if catalogue == "changes" else records.invalid(catalogue)


def _change(change_type: ChangeType, kind: str, name: str, entry: Entry[Any], *details: str) -> Change:
    span = entry.at()
    if kind == "case study" and change_type in ("added", "changed") and not is_built(entry):
        details = (*details, f"a draft, in the preview as `{url('case', id=name).strip('/')}/index.html`")
    return Change(change_type, kind, name, span.file, span.line if entry.path else 0, details)


def _removed(kind: str, name: str, entry: Entry[Any], fate: Entry[Retired] | None) -> Change:
    if fate is None:
        return _change("removed", kind, name, entry)
    record = fate.record
    if record.withdrawn:
        return _change("retired", kind, name, fate, "withdrawn, with a reason")
    to = [record.moved_to] if record.moved_to else record.split_into
    return _change("retired", kind, name, fate, f"its address now leads to {listed(f'`{word}`' for word in to)}")


def _network(before: Entry[Network] | None, after: Entry[Network] | None) -> Iterator[Change]:
    if before and after and (details := tuple(_differences(before, after))):
        yield Change("changed", "the network", after.document.file, "", 0, details)


def _differences(before: Entry[Any], after: Entry[Any]) -> Iterator[str]:
    """The differences between two versions of an entry, a phrase for each field."""
    old, new = before.record, after.record
    for name in type(new).model_fields | type(old).model_fields:
        was, now = getattr(old, name, None), getattr(new, name, None)
        if was != now:
            yield f"{_FIELDS.get(name, name.replace('_', ' '))} {_field_change(name, was, now, new)}"
    if before.document.body != after.document.body:
        yield f"the text, {_length_change(len(before.document.body.split()), len(after.document.body.split()))}"
    if type(old) is type(new) and before.document.file != after.document.file:
        yield f"its file, which was `{before.document.file}`"


def _field_change(name: str, was: Any, now: Any, record: Record) -> str:
    field = type(record).model_fields.get(name)
    if was in (None, [], {}, ""):
        return "added" if not _display(now, field) else f"now {_display(now, field)}"
    if now in (None, [], {}, ""):
        return "taken out"
    if isinstance(was, list) and isinstance(now, list):
        return _id_changes(was, now) if name in type(record).refers else f"reworded ({count(len(now), 'item', 'items')})"
    shown = _display(now, field)
    return f"{shown}, was {_display(was, field)}" if shown else "reworded"


def _id_changes(was: list[Any], now: list[Any]) -> str:
    """The ids that were added and removed."""
    added = [f"`{word}`" for word in now if word not in was]
    removed = [f"`{word}`" for word in was if word not in now]
    parts = [f"{word} {listed(ids)}" for word, ids in (("with", added), ("without", removed)) if ids]
    return ", ".join(parts) or "in another order"


def _display(value: Any, field: Any) -> str:
    """A choice, a date or a number for display; an empty text for free text."""
    if isinstance(value, datetime.date):
        return day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}"
    return f"`{value}`" if isinstance(value, str) and field and value in list(literals(field.annotation)) else ""


def _length_change(was: int, now: int) -> str:
    if was == now:
        return f"which has {count(now, 'word', 'words')} as before"
    return f"{count(abs(now - was), 'word', 'words')} {'more' if now > was else 'fewer'}"
