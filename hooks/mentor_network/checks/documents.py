"""Checks case studies and hand-written pages: headings, sign-off, raw HTML and views."""

from __future__ import annotations

import re
from typing import Any, get_args

from mentor_network.checks.links import add_unknown_figure
from mentor_network.checks.references import reference_exists, references_of
from mentor_network.labels import listed
from mentor_network.markdown_syntax import blank_code, blocks, headings
from mentor_network.problems import Problems, did_you_mean, shorten
from mentor_network.records import CaseStudy, Entry, Record, Records, ShortExample
from mentor_network.records.case_study import FULL_HEADINGS, SHORT_HEADINGS
from mentor_network.records.checklist import ChecklistPoint
from mentor_network.records.suggestions import one_of_these
from mentor_network.records.view import EvidenceView, views
from mentor_network.source import Document, body_span


def case_studies_have_their_headings(records: Records, problems: Problems) -> None:
    for entry in records.cases:
        wanted = SHORT_HEADINGS if isinstance(entry.record, ShortExample) else FULL_HEADINGS
        present = [heading for heading in headings(entry.document.body) if heading.level == 2]
        names = [heading.text for heading in present]
        if names == list(wanted):
            continue
        wrong = next((n for n, name in enumerate(names) if n >= len(wanted) or name != wanted[n]), len(names))
        start = present[wrong].start if wrong < len(present) else len(entry.document.body.rstrip())
        span = body_span(entry.document, start)
        if wrong < len(wanted):
            message = f"the heading `## {wanted[wrong]}` is missing or spelt differently here"
            problems.add(span, "headings", message, f"write `## {wanted[wrong]}`")
        else:
            problems.add(span, "headings", "there is one heading too many", "take this heading out")


#: What reviewers fill in, and not the writer.
_OF_REVIEWERS = ("permission", "confidentiality")


def published_case_studies_are_complete(records: Records, problems: Problems) -> None:
    """A published case study has every needed field and the sign-off of two roles. A draft gets a warning for each lack."""
    for entry in records.cases:
        record = entry.record
        if not isinstance(record, CaseStudy):
            continue
        if lacking := [name for name in CaseStudy.needed if getattr(record, name) is None]:
            message, help = _still_to_come(lacking)
            if record.status == "published":
                help = "write `status: draft` until all of it is there"
            _add_incomplete(entry, record, message, help, problems)
        if record.status == "published":
            _check_list(entry, record, problems)
            _check_sign_off(entry, record, problems)


def _still_to_come(lacking: list[str]) -> tuple[str, str]:
    """Message and help: what the writer has to add, and what reviewers do."""
    of_reviewers = listed(f"`{name}`" for name in _OF_REVIEWERS if name in lacking)
    of_writer = listed(f"`{name}`" for name in lacking if name not in _OF_REVIEWERS)
    if not of_writer:
        return f"still to come from your reviewers: {of_reviewers}", "leave this to them; they publish it"
    help = "add what you know; all of it is needed before publication"
    return f"still to come from you: {of_writer}", help + (
        f", and your reviewers add {of_reviewers}" if of_reviewers else ""
    )


def _add_incomplete(entry: Entry[Any], record: CaseStudy, message: str, help: str, problems: Problems) -> None:
    severity: Any = "error" if record.status == "published" else "warning"
    problems.add(entry.at("status"), "case-study-incomplete", message, help, severity=severity)


def _check_list(entry: Entry[Any], record: CaseStudy, problems: Problems) -> None:
    """The writer of a published case study has ticked the whole checklist."""
    if open_points := [f"`{point}`" for point in get_args(ChecklistPoint) if point not in record.checklist]:
        message = f"the checklist of this case study has no {listed(open_points)} yet"
        help = "ask its writer, and add each point to `checklist` if it is true; leave it a draft until then"
        _add_incomplete(entry, record, message, help, problems)


def _check_sign_off(entry: Entry[Any], record: CaseStudy, problems: Problems) -> None:
    if record.permission and not (record.permission.trust and record.permission.contributors):
        help = "leave it a draft until the Trust and its writers agree"
        _add_incomplete(entry, record, "permission has not been given", help, problems)
    checks = record.confidentiality
    if checks and checks.checked_by_role.casefold() == checks.second_check_by_role.casefold():
        message = "the same role checked confidentiality twice"
        _add_incomplete(entry, record, message, "ask a second role to read it", problems)


#: The last line of a text that is prose, and ends inside a sentence.
_CUT = re.compile(r"(?!>|#|\||`|[-*+] |\d+[.)] ).*[\w,;}-]")


def sentences_are_whole(records: Records, problems: Problems) -> None:
    """No page ends inside a sentence, without a line end: its end was probably lost."""
    for entry in (*records.pages, *records.cases):
        body = entry.document.body
        last = body.rpartition("\n")[2]
        if last and _CUT.fullmatch(last) and all(block.closed and block.end < len(body) for block in blocks(body)):
            help = "if the end of the file was lost, put its last version back; if not, end the sentence"
            span = body_span(entry.document, len(body))
            problems.warn(span, "cut-short", "this text ends in the middle of a sentence", help)


_TAG = re.compile(r"<(?:[A-Za-z/!?])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]{0,9}[.#][\w-]|\{:|\{[ \t]{0,9}[\w-]{1,40}[ \t]{0,9}=")


def pages_hold_no_html(records: Records, problems: Problems) -> None:
    """Pages are Markdown without raw HTML: scripts and styles belong to the theme, where they are reviewed."""
    for entry in (*records.pages, *records.cases):
        body = blank_code(entry.document.body)
        for pattern, what in ((_TAG, "an HTML tag"), (_ATTRIBUTES, "a list of attributes in braces")):
            if match := pattern.search(body):
                problems.add(
                    body_span(entry.document, match.start()),
                    "raw-html",
                    f"{what} starts here",
                    "write it in Markdown; if you mean the character itself, put it between backticks",
                )


#: The names of blocks that are more than code.
_BLOCKS = ("view", "words", "sheet")


def views_are_valid(records: Records, problems: Problems) -> None:
    """View blocks of pages are valid and refer to ids that exist. Case studies have none."""
    for page in records.pages:
        for _, view, document in views(page, problems):
            if view is None or document is None:
                continue
            entry: Entry[Record] = Entry(view, document)  # type: ignore[arg-type]
            for reference in references_of(view, ()):
                reference_exists(reference, entry, records, problems)
            if view.evidence:
                _evidence_view(view.evidence, document, records, problems)
            if view.crisis_help and records.network and not records.network.record.crisis_help:
                message = "this page shows the help in a crisis, and network.yaml has none"
                problems.add(document.span("crisis_help", key=True), "unknown-reference", message, "add `crisis_help` there")
    for case in records.cases:
        for block in blocks(case.document.body):
            if block.kind == "view":
                span = body_span(case.document, block.start)
                problems.add(span, "not-allowed", "a case study cannot show parts of the catalogue", "write it in words")


def blocks_have_known_names(records: Records, problems: Problems) -> None:
    """No block has nearly the name of one that means something: it would be shown as code."""
    for page in records.pages:
        for block in blocks(page.document.body):
            if block.kind not in _BLOCKS and (help := did_you_mean(block.kind, _BLOCKS)):
                span = body_span(page.document, block.start)
                message = f"there is no block called `{shorten(block.kind)}`, so this is shown as code"
                problems.add(span, "bad-value", message, help)


def _evidence_view(view: EvidenceView, document: Document, records: Records, problems: Problems) -> None:
    """An evidence view refers to tables that exist, and to rows and columns of these."""
    tables = {entry.record.id: entry.record for entry in records.tables}
    incomplete = records.incomplete & {"tables"}
    for number, name in enumerate(view.tables):
        span = document.span("evidence", "tables", number)
        if (
            name not in tables
            and not problems.postpone(incomplete, span)
            and not problems.count_use([("tables", name)], span)
        ):
            add_unknown_figure(name, span, set(tables), problems)
    if incomplete:
        return
    chosen = [tables[name] for name in view.tables or tables if name in tables]
    for part in ("rows", "columns") if chosen else ():
        known = {item.id: item.label for table in chosen for item in getattr(table, part)}
        for number, word in enumerate(getattr(view, part)):
            if word not in known:
                span = document.span("evidence", part, number)
                help = did_you_mean(word, known, known) or one_of_these(known)
                message = f"this table has no {part.removesuffix('s')} called `{word}`"
                key = ("evidence", f"{chosen[0].id}.{word}") if part == "rows" else (chosen[0].id, word)
                problems.add_once(key, span, "unknown-reference", message, help)
