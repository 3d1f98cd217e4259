"""Case studies and hand-written pages: their headings, their sign-off, and what they may hold."""

from __future__ import annotations

import re
from typing import Any

from mentor_network.problems import Problems
from mentor_network.records import CaseStudy, Entry, Record, Records, ShortExample
from mentor_network.records.case_study import FULL_HEADINGS, SHORT_HEADINGS
from mentor_network.records.view import views
from mentor_network.rules.prose import evidence_names, no_such_figure
from mentor_network.rules.references import reference_exists, references_of
from mentor_network.source import in_body
from mentor_network.words import listed

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t]*$", re.MULTILINE)


def case_studies_have_their_headings(records: Records, problems: Problems) -> None:
    for entry in records.cases:
        wanted = SHORT_HEADINGS if isinstance(entry.record, ShortExample) else FULL_HEADINGS
        found = [heading for heading in _HEADING.finditer(entry.document.body) if heading["marks"] == "##"]
        names = [heading["text"] for heading in found]
        if names != list(wanted):
            odd = next((n for n, name in enumerate(names) if n >= len(wanted) or name != wanted[n]), len(names))
            span = in_body(entry.document, found[odd].start()) if odd < len(found) else entry.at("kind")
            next_one = f"the next is `## {wanted[odd]}`" if odd < len(wanted) else "take this heading out"
            problems.add(span, "headings", "these are not the headings of this kind of case study", next_one)


def published_case_studies_are_complete(records: Records, problems: Problems) -> None:
    """A published case study has all that readers need and two roles' consent; a draft is told what is still to come."""
    for entry in records.cases:
        record = entry.record
        if not isinstance(record, CaseStudy):
            continue
        lacking = [f"`{name}`" for name in CaseStudy.needed if getattr(record, name) is None]
        if lacking:
            message = f"this case study has no {listed(lacking)} yet"
            _incomplete(entry, record, message, "add each before it is published; a draft can wait", problems)
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
                    in_body(entry.document, found.start()),
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
            for catalogue, word, span in references_of(view, entry, ()):
                reference_exists(catalogue, word, span, records, problems)
            for number, table in enumerate(view.evidence.tables if view.evidence else ()):
                if table not in names and "tables" in records.named:
                    no_such_figure(table, document.span("evidence", "tables", number), names, problems)
