"""Each catalogue as CSV: a row for each entry, and a column for each field, named as in FIELDS.md.

A list is one cell, its items joined by "; ". A nested field has a dot: `hours.total`. For a list of nested entries, such as
links, each column joins the same field of all of them, and missing values leave an empty item, so that the columns stay
aligned. Deeper nesting is only in the JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_origin

from pydantic import BaseModel

from mentor_network.catalogue import Catalogue
from mentor_network.outputs.open_data import items
from mentor_network.outputs.open_data.csv_file import to_csv
from mentor_network.outputs.open_data.items import Item
from mentor_network.records import CaseStudy, Domain, Opportunity, ShortExample, Stage, Term
from mentor_network.records.fields import ordered_fields, record_in
from mentor_network.render import OutputFile, markdown
from mentor_network.urls import url

JOIN = "; "
#: Fields of the model in the row of a domain.
MODEL_FIELDS = ("id", "name", "short_name", "publisher", "published", "status", "licence")


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """A file for each catalogue. An empty one still has its header row."""
    cases = list(dict.fromkeys((*columns(CaseStudy), *columns(ShortExample))))
    yield _file("opportunities", columns(Opportunity), items.opportunities(catalogue), catalogue)
    yield _file("stages", columns(Stage), items.stages(catalogue), catalogue)
    yield _file("case-studies", [*cases, "text"], [_with_text(item) for item in items.cases(catalogue)], catalogue)
    yield _file("glossary", columns(Term), items.terms(catalogue), catalogue)
    heads = [*(f"model.{name}" for name in MODEL_FIELDS), *columns(Domain)]
    yield _file("leadership-models", heads, list(_domains(catalogue)), catalogue)


def _with_text(case: Item) -> Item:
    """A case study with its text in one cell."""
    parts = (f"## {part['heading']}\n\n{part['text']}" for part in case.more["sections"])
    return replace(case, more=case.more | {"text": "\n\n".join(parts)})


def _domains(catalogue: Catalogue) -> Iterator[Item]:
    """A row for each domain, with the fields of its model."""
    for model in catalogue.models:
        more = {f"model.{name}": getattr(model, name) for name in MODEL_FIELDS}
        yield from (replace(domain, more=more) for domain in items.domains(model))


def columns(model: type[BaseModel]) -> list[str]:
    """The columns of a kind of record."""
    found = []
    for name, field in ordered_fields(model):
        if name in items.LEFT_OUT or get_origin(field.annotation) is dict:
            continue
        inner = record_in(field.annotation)
        found += [f"{name}.{part}" for part in inner.model_fields] if inner else [name]
    return found


def _file(name: str, heads: list[str], items: list[Item], catalogue: Catalogue) -> OutputFile:
    rows = ([*_row(item, heads, catalogue), item.address, catalogue.absolute_url(item.address)] for item in items)
    return OutputFile.of_text(url("catalogue_csv", name=name).lstrip("/"), to_csv([*heads, "address", "url"], rows))


def _row(item: Item, heads: list[str], catalogue: Catalogue) -> list[str]:
    """What an entry has in each column, with figures put in."""
    facts = vars(item.record) | item.more
    values = (facts.get(head) if head in facts or "." not in head else _nested(facts, head) for head in heads)
    cells = [value if isinstance(value, str) else _text(value) for value in values]
    if "{" in "".join(cells):
        return [markdown.insert_figures(cell, catalogue.figure) for cell in cells]
    return cells


def _nested(facts: dict[str, Any], head: str) -> Any:
    """A field of a nested entry, or of each entry of a nested list."""
    name, _, part = head.partition(".")
    value = facts.get(name)
    if isinstance(value, list):
        return [getattr(one, part) for one in value]
    return None if value is None else getattr(value, part)


def _text(value: Any) -> str:
    """A value as text: a date as 2026-11-23, a Boolean as true or false, and None as an empty text."""
    if value is None:
        return ""
    if isinstance(value, list):
        words = [item if isinstance(item, str) else _text(item) for item in value]
        return JOIN.join(words) if any(words) else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
