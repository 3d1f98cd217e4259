"""What authors' texts mention: figures that exist, and links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.problems import Problems, Span, did_you_mean, shorten
from mentor_network.records import Entry, Records
from mentor_network.records.records import page_address
from mentor_network.source import KeyPath, Table, Text, body_span
from mentor_network.urls import Address, unread_sources


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an entry: a value of its YAML with the way to it, or the body of its file, where `steps` is None."""

    entry: Entry[Any]
    text: str
    steps: KeyPath | None = None

    def at(self, start: int) -> Span:
        """The place of something inside it: exact in the body of a file and in a plain text of one line."""
        if self.steps is None:
            return body_span(self.entry.document, start)
        span = self.entry.at(*self.steps)
        if "\n" in self.text or not isinstance(self.text, Text) or not self.text.plain:
            return span
        return Span(span.file, span.line, span.column + start)


#: A text as short as this is soon laid out, whatever it holds.
SHORT = 300
#: Fields whose text is not words for a reader.
_NOT_PROSE = frozenset(["url", "id", "site_url", "repository", "contact"])


def texts(entry: Entry[Any]) -> Iterator[Passage]:
    """Every text of an entry that is long, or could mention something. The many short and plain ones need no rule."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    for steps, text in _walk(value, ()):
        yield Passage(entry, text, steps)
    if entry.document.body:
        yield Passage(entry, entry.document.body)


def may_mention(passage: Passage) -> bool:
    """Could it name a figure or hold a link?"""
    return passage.steps is None or any(mark in passage.text for mark in ("{", "](", "]:"))


def _walk(value: Any, steps: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts in a table or a list. Most are short and looked at here: a call for each would take longer than all else."""
    for step, item in value.items() if isinstance(value, Table) else enumerate(value):
        if isinstance(item, Text):
            if (len(item) > SHORT or "{" in item or "](" in item or "]:" in item) and step not in _NOT_PROSE:
                yield (*steps, step), item
        elif step not in _NOT_PROSE:
            yield from _walk(item, (*steps, step))


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


def figures_exist(records: Records, found: Iterable[Passage], problems: Problems) -> None:
    """Every figure that a page or a field names is in evidence.yaml."""
    unread = records.incomplete & {"tables", "figures"}
    names = evidence_names(records)
    cells = {name for name in names if name.count(".") != 1 and not re.fullmatch(r"T\d+", name)}
    for passage in found:
        for mention in markdown_syntax.figures(passage.text):
            span = passage.at(mention.start)
            if mention.text not in cells and not problems.postpone(unread, span):
                no_such_figure(mention.text, span, cells, problems)
    for entry in records.all():
        for number, name in enumerate(getattr(entry.record, "evidence", ())):
            span = entry.at("evidence", number)
            if name not in names and not problems.postpone(unread, span):
                no_such_figure(name, span, names, problems)


def no_such_figure(name: str, span: Span, names: set[str], problems: Problems) -> None:
    """Report a name that nothing in evidence.yaml has."""
    whole = [other for other in names if other.startswith(f"{name}.")]
    help = did_you_mean(name, names) or "look its name up in evidence.yaml"
    if whole:
        help = f"name one cell of this row, such as `{min(whole)}`"
    problems.add(span, "unknown-evidence", f"there is no figure called `{shorten(name, 80)}`", help)


def links_lead_somewhere(records: Records, found: Iterable[Passage], known: dict[str, Address], problems: Problems) -> None:
    """Every link in a text goes to https, or to a page of this site and a part of it that exists."""
    for passage in found:
        for link in markdown_syntax.links(passage.text):
            span = passage.at(link.start)
            if link.picture and passage.entry.document.file.partition("/")[0] != "case_studies":  # whose screens say more
                help = "say in words what it shows, or link to the page that it is on"
                problems.add(span, "bad-link", "a picture stands here, and pages show none", help)
            elif link.text.startswith("#") and passage.steps is None:
                _own_part(link.text[1:], span, passage, known, problems)
            else:
                _link(link.text, span, known, records, problems)
    for entry in records.all():
        for number, target in enumerate(getattr(entry.record, "see", ())):
            _link(target, entry.at("see", number), known, records, problems)
    if records.network:
        for number, item in enumerate(records.network.record.menu):
            _link(item.address, records.network.at("menu", number, "address"), known, records, problems)


def _own_part(anchor: str, span: Span, passage: Passage, known: dict[str, Address], problems: Problems) -> None:
    """A link to a part of the same page: a heading, or what a view shows there."""
    page = known.get(page_address(passage.entry.document.file))
    own = {*markdown_syntax.anchors(passage.text), "sources", *(page.anchors if page else ())}
    if anchor not in own:
        help = did_you_mean(anchor, own) or "leave out the part from # on"
        problems.add(span, "bad-link", f"this page has no part called `{shorten(anchor, 80)}`", help)


def _link(target: str, span: Span, known: dict[str, Address], records: Records, problems: Problems) -> None:
    if target.startswith("/") and not target.startswith("//"):
        path, _, anchor = target.partition("#")
        there = path in known and (not anchor or anchor in known[path].anchors)
        if not there and not problems.postpone(unread_sources(target, records), span):
            _link_inside(target, span, known, problems)
    elif not target or target.startswith("mailto:"):
        what = "an e-mail address, which this site does not use" if target else "nowhere"
        problems.add(span, "bad-link", f"this is a link to {what}", "link to a page, or take the link out")
    elif not markdown_syntax.is_https(target):
        help = "start it with https://, or with a slash for a page of this site"
        problems.add(span, "bad-link", f"`{shorten(target, 60)}` is not a safe link", help)


def _link_inside(target: str, span: Span, known: dict[str, Address], problems: Problems) -> None:
    path, _, anchor = target.partition("#")
    if path not in known:
        help = did_you_mean(path, known) or "copy the address from the page you mean, from the first slash on"
        if f"{path}/" in known:
            help = f"addresses end with a slash: `{path}/`"
        problems.add(span, "bad-link", f"this site has no page at `{shorten(path, 80)}`", help)
    elif anchor and anchor not in known[path].anchors:
        help = did_you_mean(anchor, known[path].anchors) or "leave out the part from # on"
        message = f"the page `{shorten(path, 80)}` has no part called `{shorten(anchor, 80)}`"
        problems.add(span, "bad-link", message, help)
