"""Checks sheets to fill in, and lines of underscores, which nobody can type into."""

from __future__ import annotations

import re

from mentor_network.markdown_syntax import blank_code, blocks
from mentor_network.problems import Problems, shorten
from mentor_network.records import Records
from mentor_network.records.sheet import Sheet, sheets
from mentor_network.source import Document, body_span

_LINE_TO_WRITE_ON = re.compile(r"_{4,}")


def sheets_are_valid(records: Records, problems: Problems) -> None:
    """Sheet blocks of pages are valid, and the fields of each have different labels. Case studies have none."""
    for page in records.pages:
        for _, sheet, document in sheets(page, problems):
            if sheet and document:
                _labels_differ(sheet, document, problems)
    for case in records.cases:
        for block in blocks(case.document.body):
            if block.kind == "sheet":
                span = body_span(case.document, block.start)
                help = "delete it; a page in `content/` can have one"
                problems.add(span, "not-allowed", "a case study cannot hold a sheet to fill in", help)


def _labels_differ(sheet: Sheet, document: Document, problems: Problems) -> None:
    seen: set[str] = set()
    for number, field in enumerate(sheet.fields):
        if field.label in seen:
            span = document.span("fields", number, "label")
            message = f"2 fields of this sheet block are called `{shorten(field.label)}`"
            problems.add(span, "bad-value", message, "give each its own label, so that screen readers tell them apart")
        seen.add(field.label)


def lines_to_write_on_are_fields(records: Records, problems: Problems) -> None:
    """No page has lines of underscores: nobody can type there, and they break on a phone."""
    for page in records.pages:
        if found := _LINE_TO_WRITE_ON.search(blank_code(page.document.body)):
            span = body_span(page.document, found.start())
            help = "write a `sheet` block; CONTRIBUTING.md shows one"
            problems.warn(span, "bad-value", "readers cannot type on a line of underscores", help)
