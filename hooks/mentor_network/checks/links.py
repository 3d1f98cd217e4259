"""Checks the figures and links in authors' texts: each must have a target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.checks.removed import owners
from mentor_network.problems import EntryKey, Problems, Span, did_you_mean, shorten
from mentor_network.records import Entry, Records
from mentor_network.records.records import page_address
from mentor_network.source import KeyPath, Table, Text, body_span
from mentor_network.urls import Address, route_of, unread_sources


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an entry: a value of its YAML with its key path `steps`, or the body of its file, with `steps` None."""

    entry: Entry[Any]
    text: str
    steps: KeyPath | None = None

    def at(self, start: int) -> Span:
        """The position of the character at index `start`: exact in a body and in a plain scalar of one line."""
        if self.steps is None:
            return body_span(self.entry.document, start)
        span = self.entry.at(*self.steps)
        if "\n" in self.text or not isinstance(self.text, Text) or not self.text.plain:
            return span
        return Span(span.file, span.line, span.column + start)


#: A text of at most this many characters renders fast, whatever it holds.
SHORT = 300
#: At most this many half-written links or figures of a text are reported.
_MOST = 20
#: What every link or figure has in it, half-written ones too.
_MARKS = ("{", "[", "](", "}")
HALF_LINK, HALF_LINK_HELP = "this link {what}", "write it like `[the words](/guides/shadowing/)`"
HALF_FIGURE = "this figure lacks a brace, or has spaces inside its braces"
HALF_FIGURE_HELP = "write it like `{T9.shadowing-management.completed}`; to show a brace, put it between backticks"
#: Fields whose values are not prose.
_NOT_PROSE = frozenset(["url", "id", "site_url", "repository", "contact"])


def passages(entry: Entry[Any]) -> Iterator[Passage]:
    """The texts of an entry that are long or may hold a figure or a link. The many short plain ones need no check."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    for steps, text in _walk(value, ()):
        yield Passage(entry, text, steps)
    if entry.document.body:
        yield Passage(entry, entry.document.body)


def has_figures_or_links(passage: Passage) -> bool:
    """May it hold a figure or a link? True for every body."""
    return passage.steps is None or any(mark in passage.text for mark in _MARKS)


def _walk(value: Any, steps: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The long texts, or those with markup, in a table or list. Inlined for speed: a call for each text would be slower."""
    for step, item in value.items() if isinstance(value, Table) else enumerate(value):
        if isinstance(item, Text):
            if (len(item) > SHORT or "{" in item or "[" in item or "](" in item or "}" in item) and step not in _NOT_PROSE:
                yield (*steps, step), item
        elif step not in _NOT_PROSE:
            yield from _walk(item, (*steps, step))


def evidence_ids(records: Records) -> set[str]:
    """Every id that a figure can be cited by: tables, rows, cells (`T9.course.done`) and single figures."""
    names = {figure.record.id for figure in records.figures}
    for entry in records.tables:
        table = entry.record
        names.add(table.id)
        for row in table.rows:
            names.add(f"{table.id}.{row.id}")
            names.update(f"{table.id}.{row.id}.{column}" for column in row.values)
    return names


def figures_exist(records: Records, passages: Iterable[Passage], problems: Problems) -> None:
    """Every figure that a text or a field `evidence` cites is in evidence.yaml."""
    incomplete = records.incomplete & {"tables", "figures"}
    names = evidence_ids(records)
    cells = {name for name in names if name.count(".") != 1 and not re.fullmatch(r"T\d+", name)}
    for passage in passages:
        for figure in markdown_syntax.figures(passage.text):
            span = passage.at(figure.start)
            if (
                figure.text not in cells
                and not problems.postpone(incomplete, span)
                and not _is_gone(figure.text, span, problems)
            ):
                add_unknown_figure(figure.text, span, cells, problems)
    for entry in records.all():
        for number, name in enumerate(getattr(entry.record, "evidence", ())):
            span = entry.at("evidence", number)
            if name not in names and not problems.postpone(incomplete, span) and not _is_gone(name, span, problems):
                add_unknown_figure(name, span, names, problems)


def _is_gone(figure: str, span: Span, problems: Problems) -> bool:
    """Is a figure one of a table that is gone, or that has a problem with its columns? That problem stands for it."""
    table = figure.partition(".")[0]
    if table in problems.unknown:
        return problems.postpone(["tables"], span)
    return problems.count_use([("tables", table)], span)


def add_unknown_figure(name: str, span: Span, names: set[str], problems: Problems) -> None:
    """Add a problem for an id that is not one of `names` in evidence.yaml. Cells of one unknown row are one problem."""
    row, cell = name.rpartition(".")[::2]
    key = row if cell and row not in names and not any(other.startswith(f"{row}.") for other in names) else name
    whole = [other for other in names if other.startswith(f"{name}.")]
    help = did_you_mean(name, names) or "look its name up in evidence.yaml"
    if whole:
        help = f"name one cell of this row, such as `{min(whole)}`"
    problems.add_once(("evidence", key), span, "unknown-evidence", f"there is no figure called `{shorten(name, 80)}`", help)


def links_have_targets(records: Records, passages: Iterable[Passage], known: dict[str, Address], problems: Problems) -> None:
    """Every link in a text is an https URL, or a page of this site with an anchor that exists."""
    for passage in passages:
        for link in markdown_syntax.links(passage.text):
            span = passage.at(link.start)
            if link.image and passage.entry.document.file.partition("/")[0] != "case_studies":  # the screens report these
                help = "say in words what it shows, or link to the page that it is on"
                problems.add(span, "bad-link", "a picture stands here, and pages show none", help)
            elif link.text.startswith("#") and passage.steps is None:
                _check_anchor(link.text[1:], span, passage, known, problems)
            else:
                _check_link(link.text, span, known, records, problems)
    for entry in records.all():
        for number, target in enumerate(getattr(entry.record, "see", ())):
            _check_link(target, entry.at("see", number), known, records, problems)
    if records.network:
        for number, item in enumerate(records.network.record.menu):
            _check_link(item.address, records.network.at("menu", number, "address"), known, records, problems)


def links_and_figures_are_whole(passages: Iterable[Passage], problems: Problems) -> None:
    """No link and no figure is half-written: readers would see its brackets."""
    for passage in passages:
        if any(not block.closed for block in markdown_syntax.blocks(passage.text)):
            continue  # what is code is not known
        for start, what in islice(markdown_syntax.half_links(passage.text), _MOST):
            problems.add(passage.at(start), "half-written", HALF_LINK.format(what=what), HALF_LINK_HELP)
        for start in islice(markdown_syntax.half_figures(passage.text), _MOST):
            problems.add(passage.at(start), "half-written", HALF_FIGURE, HALF_FIGURE_HELP)


def _check_anchor(anchor: str, span: Span, passage: Passage, known: dict[str, Address], problems: Problems) -> None:
    """Check a link to an anchor of the same page: a heading, or one of its views."""
    page = known.get(page_address(passage.entry.document.file))
    own = {*markdown_syntax.anchors(passage.text), "sources", *(page.anchors if page else ())}
    if anchor not in own:
        help = did_you_mean(anchor, own) or "leave out the part from # on"
        problems.add(span, "bad-link", f"this page has no part called `{shorten(anchor, 80)}`", help)


def _check_link(target: str, span: Span, known: dict[str, Address], records: Records, problems: Problems) -> None:
    """Check the target of a link: a path of this site, or an https URL."""
    if target.startswith("/") and not target.startswith("//"):
        path, _, anchor = target.partition("#")
        exists = path in known and (not anchor or anchor in known[path].anchors)
        if exists or problems.postpone(unread_sources(target, records), span):
            return
        if not problems.count_use(owners(target), span):
            _check_internal_link(target, span, known, problems)
    elif not target or target.startswith("mailto:"):
        what = "an e-mail address, which this site does not use" if target else "nowhere"
        problems.add(span, "bad-link", f"this is a link to {what}", "link to a page, or take the link out")
    elif not markdown_syntax.is_https(target):
        help = "start it with https://, or with a slash for a page of this site"
        problems.add(span, "bad-link", f"`{shorten(target, 60)}` is not a safe link", help)


def _check_internal_link(target: str, span: Span, known: dict[str, Address], problems: Problems) -> None:
    """Add a problem for a path that does not exist, or for its anchor."""
    path, _, anchor = target.partition("#")
    if path not in known:
        help = did_you_mean(path, known) or "copy the address from the page you mean, from the first slash on"
        if f"{path}/" in known:
            help = f"addresses end with a slash: `{path}/`"
        problems.add_once(_key(path), span, "bad-link", f"this site has no page at `{shorten(path, 80)}`", help)
    elif anchor and anchor not in known[path].anchors:
        help = did_you_mean(anchor, known[path].anchors) or "leave out the part from # on"
        message = f"the page `{shorten(path, 80)}` has no part called `{shorten(anchor, 80)}`"
        problems.add_once(_key(target), span, "bad-link", message, help)


def _key(target: str) -> EntryKey:
    """The entry that a link seems to mean, so that links to it and ids that name it are one problem; else the address."""
    path, _, anchor = target.partition("#")
    if re.fullmatch(r"x\d+", anchor):
        return "notes", anchor.upper()
    route = route_of(path)
    if anchor and not (route and route.permalink_anchors):
        return "pages", target
    return next(owners(target), ("pages", target))
