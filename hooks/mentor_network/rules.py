"""What one record cannot know alone: references, addresses, dates, links, figures, and the shape of pages.

Each rule is a function named after the fact it guarantees. It adds problems and returns nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from mentor_network import prose
from mentor_network.addresses import Address, addresses
from mentor_network.problems import Problems, Span, did_you_mean
from mentor_network.records import CaseStudy, Entry, Record, Records, Reviewed, ShortExample
from mentor_network.records.case_study import FULL_HEADINGS, SHORT_HEADINGS
from mentor_network.records.fields import HTTPS
from mentor_network.records.view import views
from mentor_network.source import Document, Items, Table, Text, read_text

#: The list of every address that was ever published, one a line.
PUBLISHED = "published_addresses.txt"

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


def check(records: Records, root: Path, problems: Problems, *, today: datetime.date) -> None:
    """Hold every rule against what was read."""
    known = {address.path: address for address in addresses(records)}
    ids_are_unique(records, problems)
    addresses_are_unique(records, problems)
    references_exist(records, problems)
    figures_exist(records, problems)
    links_lead_somewhere(records, known, problems)
    dates_are_in_order(records, problems)
    reviews_are_not_overdue(records, problems, today=today)
    closing_dates_are_ahead(records, problems, today=today)
    retired_entries_say_why(records, problems)
    domains_belong_to_their_model(records, problems)
    themes_reach_every_model(records, problems)
    case_studies_have_their_headings(records, problems)
    published_case_studies_are_complete(records, problems)
    pages_hold_no_html(records, problems)
    views_are_valid(records, problems)
    published_addresses_still_answer(records, known, root, problems)


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
        for catalogue, word, span in _references(entry.record, entry, ()):
            _known(catalogue, word, span, records, problems)


def _known(catalogue: str, word: str, span: Span, records: Records, problems: Problems) -> None:
    known = records.named.get(catalogue)
    if known is None or word in known:
        return
    what = _CALLED[catalogue]
    listed = "it can be " + ", ".join(f"`{name}`" for name in sorted(known))
    help = did_you_mean(word, known) or (
        listed if 0 < len(known) <= 12 else f"add it first, or take it out; there is no such {what} yet"
    )
    problems.add(span, "unknown-reference", f"no {what} is called `{word}`", help)


def _references(record: BaseModel, entry: Entry[Any], path: tuple[str | int, ...]) -> Iterator[tuple[str, str, Span]]:
    """Every id in a record and in the records inside it, with the catalogue it points into."""
    for name, catalogue in getattr(record, "refers", {}).items():
        value = getattr(record, name)
        if catalogue == "evidence":
            continue
        if isinstance(value, str):
            yield catalogue, value, entry.at(*path, name)
        elif isinstance(value, dict):
            for key in value:
                yield catalogue, key, entry.at(*path, name, key, key=True)
        elif value:
            for number, word in enumerate(value):
                yield catalogue, word, entry.at(*path, name, number)
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from _references(value, entry, (*path, name))
        elif isinstance(value, list) and value and isinstance(value[0], BaseModel):
            for number, item in enumerate(value):
                yield from _references(item, entry, (*path, name, number))


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
                    _no_figure(mention.text, _within(entry, path, text, mention.start), cells, problems)
        for number, name in enumerate(getattr(entry.record, "evidence", ())):
            if name not in names:
                _no_figure(name, entry.at("evidence", number), names, problems)


def _no_figure(name: str, span: Span, names: set[str], problems: Problems) -> None:
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
        return _in_body(entry.document, start)
    span = entry.at(*path)
    if "\n" in text or not isinstance(text, Text) or not text.plain:
        return span
    return Span(span.file, span.line, span.column + start)


def _in_body(document: Document, start: int) -> Span:
    before = document.body[:start]
    return Span(document.file, document.body_line + before.count("\n"), start - (before.rfind("\n") + 1) + 1)


def links_lead_somewhere(records: Records, known: dict[str, Address], problems: Problems) -> None:
    """Every link in a text goes to https, or to a page of this site and a part of it that exists."""
    for entry in records.all():
        for path, text in _texts(entry):
            for link in prose.links(text):
                _link(link.text, _within(entry, path, text, link.start), known, records, problems)
        for number, target in enumerate(getattr(entry.record, "see", ())):
            _link(target, entry.at("see", number), known, records, problems)


#: Addresses that begin so belong to a catalogue; the last part is an id.
_CATALOGUE_OF = {
    "/opportunities/by/stage/": "stages",
    "/opportunities/by/domain/": "domains",
    "/opportunities/": "opportunities",
    "/stages/": "stages",
    "/models/": "models",
    "/case-studies/": "cases",
}


def _may_exist(path: str, records: Records) -> bool:
    """Could this be the address of an entry that is there but broken? Its own mistake is reported, not links to it."""
    start = next((start for start in _CATALOGUE_OF if path.startswith(start)), None)
    if start is None:
        return path in records.named.get("pages", ())
    known = records.named.get(_CATALOGUE_OF[start])
    return known is None or path.rstrip("/").rpartition("/")[2] in known


def _link(target: str, span: Span, known: dict[str, Address], records: Records, problems: Problems) -> None:
    if target.startswith("/") and not target.startswith("//"):
        path, _, anchor = target.partition("#")
        if path not in known and _may_exist(path, records):
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


def dates_are_in_order(records: Records, problems: Problems) -> None:
    pairs = (("opens", "closes"), ("added", "changed"), ("last_reviewed", "next_review"))
    for entry in records.all():
        for first, second in pairs:
            early, late = getattr(entry.record, first, None), getattr(entry.record, second, None)
            if early and late and late < early:
                problems.add(
                    entry.at(second),
                    "dates-out-of-order",
                    f"`{second}` is before `{first}`",
                    f"`{first}` is {early.isoformat()}; check both days",
                )


def day(date: datetime.date) -> str:
    """A day as readers see it: 6 August 2026."""
    return f"{date.day} {date:%B %Y}"


def reviews_are_not_overdue(records: Records, problems: Problems, *, today: datetime.date) -> None:
    for entry in records.all():
        record = entry.record
        if isinstance(record, Reviewed) and record.next_review < today:
            problems.warn(
                entry.at("next_review"),
                "overdue-review",
                f"the review was due on {day(record.next_review)}; the page is marked as of {day(today)}",
                "check its facts, then set `last_reviewed` to the day and `next_review` to a year later at most",
            )


def closing_dates_are_ahead(records: Records, problems: Problems, *, today: datetime.date) -> None:
    for entry in records.opportunities:
        record = entry.record
        if record.status == "open" and record.closes and record.closes < today:
            problems.warn(
                entry.at("closes"),
                "past-closing-date",
                f"this closed on {day(record.closes)} and still says `open`",
                "set `status` to `closed`, or give the next closing date",
            )


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


_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*$", re.MULTILINE)


def case_studies_have_their_headings(records: Records, problems: Problems) -> None:
    for entry in records.cases:
        wanted = SHORT_HEADINGS if isinstance(entry.record, ShortExample) else FULL_HEADINGS
        found = [heading for heading in _HEADING.finditer(entry.document.body) if heading["marks"] == "##"]
        names = [heading["text"] for heading in found]
        if names != list(wanted):
            odd = next((n for n, name in enumerate(names) if n >= len(wanted) or name != wanted[n]), len(names))
            span = _in_body(entry.document, found[odd].start()) if odd < len(found) else entry.at("kind")
            next_one = f"the next is `## {wanted[odd]}`" if odd < len(wanted) else "take this heading out"
            problems.add(span, "headings", "these are not the headings of this kind of case study", next_one)


def published_case_studies_are_complete(records: Records, problems: Problems) -> None:
    """A published case study has all that readers need and two roles' consent; a draft is told what is still to come."""
    for entry in records.cases:
        record = entry.record
        if not isinstance(record, CaseStudy):
            continue
        lacking = [name for name in CaseStudy.needed if getattr(record, name) is None]
        for name in lacking:
            _incomplete(
                entry,
                record,
                f"this case study has no `{name}` yet",
                f"add it before it is published: `{name}: ...`",
                problems,
            )
        if record.status == "published":
            _signed(entry, record, problems)


def _incomplete(entry: Entry[Any], record: CaseStudy, message: str, help: str, problems: Problems) -> None:
    severity: Any = "error" if record.status == "published" else "warning"
    problems.add(entry.at("status"), "case-study-incomplete", message, help, severity=severity)


def _signed(entry: Entry[Any], record: CaseStudy, problems: Problems) -> None:
    if record.permission and not (record.permission.trust and record.permission.contributors):
        _incomplete(
            entry,
            record,
            "permission has not been given",
            "leave it a draft until the Trust and its writers agree",
            problems,
        )
    checks = record.confidentiality
    if checks and checks.checked_by_role.casefold() == checks.second_check_by_role.casefold():
        _incomplete(entry, record, "the same role checked confidentiality twice", "ask a second role to read it", problems)


_CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_TAG = re.compile(r"<(?:[A-Za-z/!?])")
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][\w-]+|\{:|\{\s*[\w-]+\s*=")


def pages_hold_no_html(records: Records, problems: Problems) -> None:
    """Pages are Markdown: what runs or looks different belongs to the theme, where it is reviewed."""
    for entry in (*records.pages, *records.cases):
        body = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), entry.document.body)
        for pattern, what in ((_TAG, "an HTML tag"), (_ATTRIBUTES, "a list of attributes in braces")):
            if found := pattern.search(body):
                problems.add(
                    _in_body(entry.document, found.start()),
                    "raw-html",
                    f"{what} starts here",
                    "write it in Markdown; if you mean the character itself, put it between backticks",
                )


def views_are_valid(records: Records, problems: Problems) -> None:
    names = evidence_names(records)
    for page in records.pages:
        for _, view, document in views(page, problems):
            if view is None or document is None:
                continue
            entry: Entry[Record] = Entry(view, document)  # type: ignore[arg-type]
            for catalogue, word, span in _references(view, entry, ()):
                _known(catalogue, word, span, records, problems)
            for number, table in enumerate(view.evidence.tables if view.evidence else ()):
                if table not in names and "tables" in records.named:
                    _no_figure(table, document.span("evidence", "tables", number), names, problems)


def published_addresses_still_answer(records: Records, known: dict[str, Address], root: Path, problems: Problems) -> None:
    """Ids never die: what was once published is still there, or says where it went."""
    if not (root / PUBLISHED).exists():
        return
    for number, path in enumerate((read_text(root / PUBLISHED, PUBLISHED, problems) or "").split("\n"), 1):
        if path and not path.startswith("#") and path not in known and not _may_exist(path, records):
            word = path.rstrip("/").rpartition("/")[2]
            problems.add(
                Span(PUBLISHED, number),
                "removed-id",
                f"`{path}` was published and is gone",
                f"put `- id: {word}` back with `moved_to`, `split_into` or `withdrawn`"
                if path.startswith("/opportunities/")
                else "put the page back",
            )
