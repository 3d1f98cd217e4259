"""Ids and addresses: each stands for one thing, and everything they point to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from mentor_network.addresses import Address, addresses, may_exist
from mentor_network.problems import Problems, Span, did_you_mean
from mentor_network.records import Entry, Records
from mentor_network.source import read_text

#: The list of every address that was ever published, one a line.
PUBLISHED = "published_addresses.txt"

Steps = tuple[str | int, ...]

#: What a reader of a message calls the things that ids stand for.
_CALLED = {
    "stages": "training stage",
    "places": "nation, region or Trust",
    "domains": "domain of a leadership model",
    "themes": "theme",
    "models": "leadership model",
    "opportunities": "opportunity",
    "guides": "guide",
    "responsibilities": "responsibility",
    "cases": "case study",
    "sources": "source",
    "notes": "note",
    "evidence": "table, row or figure",
}


def ids_are_unique(records: Records, problems: Problems) -> None:
    kinds: tuple[tuple[Iterable[Entry[Any]], str], ...] = (
        ((*records.opportunities, *records.retired), "opportunity"),
        (records.models, "model"),
        (records.themes, "theme"),
        (records.stages, "stage"),
        (records.tables, "table"),
        (records.figures, "figure"),
        (records.notes, "note"),
        (records.sources, "source"),
        (records.glossary, "term"),
    )
    for entries, what in kinds:
        _unique(((entry.record.id, entry.at("id")) for entry in entries), what, problems)
    domains = (
        (domain.id, model.at("domains", number, "id"))
        for model in records.models
        for number, domain in enumerate(model.record.domains)
    )
    _unique(domains, "domain", problems)
    for table in records.tables:
        for part, name in (("rows", "row"), ("columns", "column")):
            items = getattr(table.record, part)
            _unique(((item.id, table.at(part, n, "id")) for n, item in enumerate(items)), name, problems)


def _unique(found: Iterable[tuple[str, Span]], what: str, problems: Problems) -> None:
    first: dict[str, Span] = {}
    for word, span in found:
        if word in first:
            before = first[word]
            where = f"line {before.line}" if before.file == span.file else f"{before.file}:{before.line}"
            problems.add(
                span,
                "duplicate-id",
                f"there is another {what} called `{word}`, in {where}",
                "give one of them a new id",
            )
        first.setdefault(word, span)


def addresses_are_unique(records: Records, problems: Problems) -> None:
    first: dict[str, Address] = {}
    for address in addresses(records):
        # Folded: on some disks and hosts /Stages/ and /stages/ are one folder.
        key = address.path.casefold()
        other = first.setdefault(key, address)
        same_kind = "/opportunities/" in key and other.span.file.startswith("opportunities")
        if other is not address and not (same_kind and other.path == address.path):
            problems.add(
                address.span,
                "duplicate-address",
                f"`{address.path}` is also the address of {other.span.file}:{other.span.line}",
                "give one of them another name",
            )


def references_exist(records: Records, problems: Problems) -> None:
    for entry in records.all():
        for catalogue, word, span in references_of(entry.record, entry, ()):
            reference_exists(catalogue, word, span, records, problems)


def reference_exists(catalogue: str, word: str, span: Span, records: Records, problems: Problems) -> None:
    known = records.named.get(catalogue)
    if known is None or word in known:
        return
    what = _CALLED[catalogue]
    listed = "it can be " + ", ".join(f"`{name}`" for name in sorted(known))
    help = did_you_mean(word, known) or (
        listed if 0 < len(known) <= 12 else f"add it first, or take it out; there is no such {what} yet"
    )
    problems.add(span, "unknown-reference", f"no {what} is called `{word}`", help)


def references_of(record: BaseModel, entry: Entry[Any], path: Steps) -> Iterator[tuple[str, str, Span]]:
    """Every id in a record and in the records inside it, with the catalogue it points into."""
    for name, catalogue in getattr(record, "refers", {}).items():
        if catalogue != "evidence":
            yield from ((catalogue, word, span) for word, span in _ids(getattr(record, name), entry, (*path, name)))
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from references_of(value, entry, (*path, name))
        elif isinstance(value, list) and value and isinstance(value[0], BaseModel):
            for number, item in enumerate(value):
                yield from references_of(item, entry, (*path, name, number))


def _ids(value: Any, entry: Entry[Any], path: Steps) -> Iterator[tuple[str, Span]]:
    """The ids in a field: one, a list of them, or the keys of a mapping."""
    if isinstance(value, str):
        yield value, entry.at(*path)
    elif isinstance(value, dict):
        for key in value:
            yield key, entry.at(*path, key, key=True)
    else:
        for number, word in enumerate(value or ()):
            yield word, entry.at(*path, number)


def retired_entries_say_why(records: Records, problems: Problems) -> None:
    for entry in records.retired:
        given = [name for name in ("moved_to", "split_into", "withdrawn") if getattr(entry.record, name)]
        if len(given) != 1:
            problems.add(
                entry.at("id"),
                "bad-value",
                "an entry that is gone needs just one of `moved_to`, `split_into` and `withdrawn`",
                "keep the one that is true",
            )


def domains_belong_to_their_model(records: Records, problems: Problems) -> None:
    for model in records.models:
        own = {domain.id for domain in model.record.domains}
        for number, domain in enumerate(model.record.domains):
            if not domain.id.startswith(f"{model.record.id}-"):
                problems.add(
                    model.at("domains", number, "id"),
                    "bad-id",
                    f"`{domain.id}` does not start with its model's id",
                    f"start it with `{model.record.id}-`",
                )
            if domain.part_of and domain.part_of in records.named["domains"] - own:
                problems.add(
                    model.at("domains", number, "part_of"),
                    "unknown-reference",
                    f"`{domain.part_of}` is a domain of another model",
                    did_you_mean(domain.part_of, own),
                )


def themes_reach_every_model(records: Records, problems: Problems) -> None:
    """A theme names domains of each model, or says why it has none."""
    for theme in records.themes:
        for model in records.models:
            joined = any(domain.startswith(f"{model.record.id}-") for domain in theme.record.domains)
            if not joined and model.record.id not in theme.record.gaps:
                problems.add(
                    theme.at("domains", key=True),
                    "missing-key",
                    f"this theme joins no domain of `{model.record.id}`",
                    f"add one, or say why not under `gaps`: `{model.record.id}: ...`",
                )


def published_addresses_still_answer(records: Records, known: dict[str, Address], root: Path, problems: Problems) -> None:
    """Ids never die: what was once published is still there, or says where it went."""
    if not (root / PUBLISHED).exists():
        return
    for number, path in enumerate((read_text(root / PUBLISHED, PUBLISHED, problems) or "").split("\n"), 1):
        if path and not path.startswith("#") and path not in known and not may_exist(path, records):
            word = path.rstrip("/").rpartition("/")[2]
            problems.add(
                Span(PUBLISHED, number),
                "removed-id",
                f"`{path}` was published and is gone",
                f"put `- id: {word}` back with `moved_to`, `split_into` or `withdrawn`"
                if path.startswith("/opportunities/")
                else "put the page back",
            )
