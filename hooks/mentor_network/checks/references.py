"""Checks ids, URLs and references: ids and URLs are unique, and references have targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from mentor_network.labels import count, listed
from mentor_network.problems import Problems, Span, did_you_mean, shorten, with_name
from mentor_network.records import Entry, Records
from mentor_network.records.fields import record_in
from mentor_network.records.suggestions import named, names_of, one_of
from mentor_network.source import KeyPath
from mentor_network.urls import Address

#: The names of catalogues in messages: one entry of each.
_NAMES = {
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
    "tables": "table of evidence.yaml",
    "figures": "figure of evidence.yaml",
    "charts": "chart of evidence.yaml",
}


def ids_are_unique(records: Records, problems: Problems) -> None:
    kinds: tuple[tuple[Iterable[Entry[Any]], str], ...] = (
        ((*records.opportunities, *records.retired), "opportunity"),
        (records.models, "model"),
        (records.themes, "theme"),
        (records.history, "milestone"),
        (records.stages, "stage"),
        (records.tables, "table"),
        (records.figures, "figure"),
        (records.notes, "note"),
        (records.charts, "chart"),
        (records.sources, "source"),
        (records.glossary, "term"),
    )
    for entries, what in kinds:
        _unique(((entry.record.id, entry.at("id")) for entry in entries), what, problems)
    if network := records.network:
        for catalogue, what in (("responsibilities", "responsibility"), ("roles", "role")):
            items = getattr(network.record, catalogue)
            _unique(((item.id, network.at(catalogue, n, "id")) for n, item in enumerate(items)), what, problems)
        help = network.record.crisis_help
        lines = enumerate(help.lines if help else ())
        _unique(((line.id, network.at("crisis_help", "lines", n, "id")) for n, line in lines), "service", problems)
        places = (
            (place.id, network.at(catalogue, n, "id"))
            for catalogue in ("nations", "regions", "trusts")
            for n, place in enumerate(getattr(network.record, catalogue))
        )
        _unique(places, "place", problems)
    # A duplicate model is one mistake: its domains are not reported as well.
    models = {model.record.id: model for model in reversed(records.models)}
    domains = (
        (domain.id, model.at("domains", number, "id"))
        for model in reversed(models.values())
        for number, domain in enumerate(model.record.domains)
    )
    _unique(domains, "domain", problems)
    for table in records.tables:
        for part, name in (("rows", "row"), ("columns", "column")):
            items = getattr(table.record, part)
            _unique(((item.id, table.at(part, n, "id")) for n, item in enumerate(items)), name, problems)


def _unique(ids: Iterable[tuple[str, Span]], what: str, problems: Problems) -> None:
    """Add a problem for each id that is not the first of its kind."""
    first: dict[str, Span] = {}
    for word, span in ids:
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


def addresses_are_unique(pages: Iterable[Address], problems: Problems) -> None:
    first: dict[str, Address] = {}
    for address in pages:
        # Some file systems ignore case: /Stages/ and /stages/ would be one folder.
        key = address.path.casefold()
        other = first.setdefault(key, address)
        # Two entries of one catalogue have the same id, which `ids_are_unique` reports.
        if other is address or _catalogue(address) == _catalogue(other) != "content":
            continue
        whose = f"the address of {other.span.file}:{other.span.line}"
        if not other.ids:
            whose = "the address of a page that the site makes itself"
        problems.add(address.span, "duplicate-address", f"`{address.path}` is also {whose}", "give this one another name")


def _catalogue(address: Address) -> str:
    return address.span.file.partition("/")[0].removesuffix(".yaml")


def references_exist(records: Records, problems: Problems) -> None:
    for entry in (*records.all(), *([records.targets] if records.targets else ())):
        for reference in references_of(entry.record, ()):
            reference_exists(reference, entry, records, problems)


class Reference(NamedTuple):
    """A foreign key in a record: the catalogue it refers to, the id, and its key path."""

    catalogue: str
    word: str
    steps: KeyPath
    key: bool = False


def reference_exists(reference: Reference, entry: Entry[Any], records: Records, problems: Problems) -> None:
    """Add a problem for an id that does not exist, or that only a retired entry has."""
    known, word = records.ids.get(reference.catalogue, set()), reference.word
    if reference.catalogue == "opportunities" and _report_retired(reference, entry, records, problems):
        return
    if word in known:
        return
    what, span = _NAMES[reference.catalogue], entry.at(*reference.steps, key=reference.key)
    if problems.postpone(records.incomplete & {reference.catalogue}, span):
        return
    if problems.count_use([(reference.catalogue, word)], span):
        return
    names = names_of(records, reference.catalogue)
    help = did_you_mean(word, names, names) or one_of(names, reference.catalogue)
    message = f"no {what} is called `{shorten(word, 60)}`"
    problems.add_once((reference.catalogue, word), span, "unknown-reference", message, help)


def _report_retired(reference: Reference, entry: Entry[Any], records: Records, problems: Problems) -> bool:
    """Add a problem for a reference to a retired opportunity. Returns whether it is one."""
    retired = next((old.record for old in records.retired if old.record.id == reference.word), None)
    if retired is None or any(entry.record.id == reference.word for entry in records.opportunities):
        return False
    successors = [word for word in (retired.moved_to, *retired.split_into) if word and word != retired.id]
    names = names_of(records, "opportunities")
    help = "use " + " or ".join(with_name(word, names) for word in successors) + " instead" if successors else "take it out"
    span = entry.at(*reference.steps, key=reference.key)
    problems.add(span, "unknown-reference", f"`{retired.id}` is no longer an entry", help)
    return True


def references_of(record: BaseModel, path: KeyPath) -> Iterator[Reference]:
    """Every reference in a record and in the records inside it."""
    for name, catalogue in getattr(record, "refers", {}).items():
        if catalogue != "evidence":
            yield from _references_in(catalogue, getattr(record, name), (*path, name))
    for name in _fields_with_records(type(record)):
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from references_of(value, (*path, name))
        elif isinstance(value, list) and value and isinstance(value[0], BaseModel):
            for number, item in enumerate(value):
                yield from references_of(item, (*path, name, number))


@cache
def _fields_with_records(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold other records. Cached: there are few."""
    return tuple(name for name, field in model.model_fields.items() if record_in(field.annotation))


def _references_in(catalogue: str, value: Any, path: KeyPath) -> Iterator[Reference]:
    """The references in a field: one id, a list of ids, or the keys of a mapping."""
    if isinstance(value, str):
        yield Reference(catalogue, value, path)
    elif isinstance(value, dict):
        for key in value:
            yield Reference(catalogue, key, (*path, key), key=True)
    else:
        for number, word in enumerate(value or ()):
            yield Reference(catalogue, word, (*path, number))


def lists_that_are_needed_exist(records: Records, problems: Problems) -> None:
    """A file lacks no list that something refers to. This is one problem of the file, not one for each reference.

    Run it last: it reads what the other checks postponed.
    """
    needed: dict[str, list[str]] = {}
    for name, document in records.missing.items():
        if name in problems.postponed:
            needed.setdefault(document.file, []).append(name)
    for file, names in needed.items():
        spans = [span for name in names for span in problems.postponed[name]]
        lists = list(dict.fromkeys("models" if name == "domains" else name for name in names))
        what = f"{'list' if len(lists) == 1 else 'lists'} {listed(f'`{name}`' for name in lists)}"
        message = f"this file has no {what}, which {count(len(spans), 'place refers', 'places refer')} to"
        help = f"put {listed(f'`{name}:`' for name in lists)} back; the first place is {spans[0].file}, line {spans[0].line}"
        problems.add(Span(file), "missing-key", message, help)


def retired_entries_say_why(records: Records, problems: Problems) -> None:
    for entry in records.retired:
        reasons = [name for name in ("moved_to", "split_into", "withdrawn") if getattr(entry.record, name)]
        if len(reasons) != 1:
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
            if domain.part_of == domain.id:
                span = model.at("domains", number, "part_of")
                problems.add(span, "bad-value", "a domain cannot be a part of itself", "take this line out")
            if domain.part_of and domain.part_of in records.ids.get("domains", set()) - own:
                problems.add(
                    model.at("domains", number, "part_of"),
                    "unknown-reference",
                    f"`{domain.part_of}` is a domain of another model",
                    did_you_mean(domain.part_of, own, {other.id: other.name for other in model.record.domains})
                    or "name a domain of this model, or take this line out",
                )


def cells_belong_to_columns(records: Records, problems: Problems) -> None:
    """Every cell of a table belongs to a column, and is a number where the unit of the column says so."""
    for table in records.tables:
        units = {column.id: column.unit for column in table.record.columns}
        for number, row in enumerate(table.record.rows):
            for column, value in row.values.items():
                steps = ("rows", number, "values", column)
                if column not in units:
                    columns = {item.id: item.label for item in table.record.columns}
                    help = did_you_mean(column, columns, columns) or f"use one of {named(columns)}"
                    span = table.at(*steps, key=True)
                    message = f"this table has no column called `{column}`"
                    problems.add_once((table.record.id, column), span, "unknown-reference", message, help)
                elif units[column] != "text" and not value.replace(".", "", 1).isdigit():
                    message = f"`{column}` needs a number, not `{shorten(value)}`"
                    problems.add(table.at(*steps), "bad-number", message, "write the figure alone, without a sign")


def themes_reach_every_model(records: Records, problems: Problems) -> None:
    """A theme names domains of each model, or says why it has none."""
    for theme in records.themes:
        for model in records.models:
            included = any(domain.startswith(f"{model.record.id}-") for domain in theme.record.domains)
            if not included and model.record.id not in theme.record.gaps:
                problems.add(
                    theme.at("domains", key=True),
                    "missing-key",
                    f"this theme joins no domain of {with_name(model.record.id, {model.record.id: model.record.name})}",
                    f"add one, or say why not under `gaps`: `{model.record.id}: ...`",
                )
