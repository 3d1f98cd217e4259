"""What authors' texts mention: figures that exist, and links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mentor_network import prose
from mentor_network.addresses import Address, may_exist
from mentor_network.problems import Problems, Span, did_you_mean
from mentor_network.records import Entry, Records
from mentor_network.records.fields import HTTPS
from mentor_network.source import Items, Table, Text, in_body


def evidence_names(records: Records) -> set[str]:
    """Every name that a figure can be cited by: tables, rows, cells and single figures."""
    names = {figure.record.id for figure in records.figures}
    for entry in records.tables:
        table = entry.record
        names.add(table.id)
        for row in table.rows:
            names.add(f"{table.id}.{row.id}")
            names.update(f"{table.id}.{row.id}.{column}" for column in row.values)
    return names


def figures_exist(records: Records, problems: Problems) -> None:
    """Every figure that a page or a field names is in evidence.yaml."""
    if "tables" not in records.named:
        return
    names = evidence_names(records)
    cells = {name for name in names if name.count(".") != 1 and not re.fullmatch(r"T\d+", name)}
    for entry in records.all():
        for path, text in _texts(entry):
            for mention in prose.figures(text):
                if mention.text not in cells:
                    no_such_figure(mention.text, _within(entry, path, text, mention.start), cells, problems)
        for number, name in enumerate(getattr(entry.record, "evidence", ())):
            if name not in names:
                no_such_figure(name, entry.at("evidence", number), names, problems)


def no_such_figure(name: str, span: Span, names: set[str], problems: Problems) -> None:
    whole = [other for other in names if other.startswith(f"{name}.")]
    help = did_you_mean(name, names) or "look its name up in evidence.yaml"
    if whole:
        help = "name one cell of this row, such as " + f"`{min(whole)}`"
    problems.add(span, "unknown-evidence", f"there is no figure called `{name}`", help)


#: Fields whose text is not words for a reader.
_NOT_PROSE = frozenset(["url", "id", "site_url", "repository", "contact"])


def _texts(entry: Entry[Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of an entry, with the way to it, and last the body of its file."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    yield from _walk(value, ())
    if entry.document.body:
        yield ("", entry.document.body)  # type: ignore[misc]


def _walk(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, Text):
        if "{" in value or "](" in value:
            yield path, value
    elif isinstance(value, Table):
        for key, item in value.items():
            if key not in _NOT_PROSE:
                yield from _walk(item, (*path, key))
    elif isinstance(value, Items):
        for number, item in enumerate(value):
            yield from _walk(item, (*path, number))


def _within(entry: Entry[Any], path: tuple[str | int, ...] | str, text: str, start: int) -> Span:
    """The place of something inside a text: exact in the body of a file and in a text of one line."""
    if path == "":
        return in_body(entry.document, start)
    span = entry.at(*path)
    if "\n" in text or not isinstance(text, Text) or not text.plain:
        return span
    return Span(span.file, span.line, span.column + start)


def links_lead_somewhere(records: Records, known: dict[str, Address], problems: Problems) -> None:
    """Every link in a text goes to https, or to a page of this site and a part of it that exists."""
    for entry in records.all():
        for path, text in _texts(entry):
            for link in prose.links(text):
                _link(link.text, _within(entry, path, text, link.start), known, records, problems)
        for number, target in enumerate(getattr(entry.record, "see", ())):
            _link(target, entry.at("see", number), known, records, problems)


def _link(target: str, span: Span, known: dict[str, Address], records: Records, problems: Problems) -> None:
    if target.startswith("/") and not target.startswith("//"):
        path, _, anchor = target.partition("#")
        if path not in known and may_exist(path, records):
            return
        if path not in known:
            help = did_you_mean(path, known) or "copy the address from the page you mean, from the first slash on"
            if f"{path}/" in known:
                help = f"addresses end with a slash: `{path}/`"
            problems.add(span, "bad-link", f"this site has no page at `{path}`", help)
        elif anchor and anchor not in known[path].anchors:
            help = did_you_mean(anchor, known[path].anchors) or "leave out the part from # on"
            problems.add(span, "bad-link", f"the page `{path}` has no part called `{anchor}`", help)
    elif not target.startswith("#") and not HTTPS.fullmatch(target):
        shown = target if len(target) <= 60 else target[:59] + "…"
        problems.add(
            span,
            "bad-link",
            f"`{shown}` is not a safe link",
            "start it with https://, or with a slash for a page of this site",
        )
