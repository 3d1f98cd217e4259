"""Checks that the examples of a new entry were replaced by its author's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mentor_network.labels import PROMPTS, listed
from mentor_network.problems import Problems, Severity
from mentor_network.records import CaseStudy, Entry, Records
from mentor_network.records.fields import EXAMPLE
from mentor_network.source import KeyPath, Table, Text, body_span
from mentor_network.source.values import Items

#: A message names at most this many fields or headings.
_MOST = 4


def examples_are_replaced(records: Records, problems: Problems) -> None:
    """No text is still the example that `new` wrote. One problem for all fields of an entry, one for its headings."""
    marked = {file for file, text in records.texts.items() if EXAMPLE in text}
    for entry in (*records.opportunities, *records.cases):
        severity: Severity = "error" if getattr(entry.record, "status", "") == "published" else "warning"
        if entry.document.file in marked and (left := list(_examples(entry))):
            fields = _named(steps[0] for steps in left)
            message = f"there is still an example under {fields}"
            help = f"put your own words in place of each text that starts with `{EXAMPLE}`, or delete it"
            span = min((entry.at(*steps) for steps in left), key=lambda span: span.line)
            problems.add(span, "example-words", message, help, severity=severity)
        if isinstance(entry.record, CaseStudy) and (prompts := dict(_prompts(entry))):
            message = f"there is still the question of the template under {_named(prompts.values())}"
            span = body_span(entry.document, min(prompts))
            problems.add(span, "example-words", message, "write your answer in its place", severity=severity)


def _named(names: Iterable[Any]) -> str:
    """The names of fields or headings, and how many more there are."""
    each = list(dict.fromkeys(f"`{name}`" for name in names))
    return listed([*each[:_MOST], *([f"{len(each) - _MOST} more"] if len(each) > _MOST else [])])


def _prompts(entry: Entry[Any]) -> Iterator[tuple[int, str]]:
    """The offset of each question of the template that stands in a case study, with its heading."""
    for heading, prompt in PROMPTS.items():
        if (start := entry.document.body.find(f"\n{prompt}\n")) >= 0:
            yield start + 1, heading


def _examples(entry: Entry[Any]) -> Iterator[KeyPath]:
    """The path of each text of an entry that is an example."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    yield from _walk(value, ())


def _walk(value: Any, steps: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, Text):
        if value.startswith(EXAMPLE):
            yield steps
    elif isinstance(value, Table | Items):
        for step, item in value.items() if isinstance(value, Table) else enumerate(value):
            yield from _walk(item, (*steps, step))
