"""The records that are published as open data, with their addresses on the site.

The JSON, CSV and schema files are made from these. Left out are only drafts and what is for reviewers: the checklist,
how findings of the confidentiality check were settled, and the name of a Trust that has not agreed to be named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.records import Model, Record
from mentor_network.urls import url

#: Fields that are not published: those for reviewers, and those for the layout of the site.
LEFT_OUT = frozenset(["acknowledged", "checklist", "menu"])


@dataclass(frozen=True, slots=True)
class Item:
    """A record, its address on the site, and more data beside its fields."""

    record: Record
    address: str = ""
    more: dict[str, Any] = field(default_factory=dict)


def opportunities(catalogue: Catalogue) -> list[Item]:
    """The opportunities by id, so that a new one changes 1 line of the file."""
    return [Item(o, url("opportunity", id=o.id)) for o in sorted(catalogue.opportunities, key=lambda o: o.id)]


def retired(catalogue: Catalogue) -> list[Item]:
    """The retired entries, by id."""
    records = sorted((entry.record for entry in catalogue.records.retired), key=lambda record: record.id)
    return [Item(record, url("retired", id=record.id)) for record in records]


def stages(catalogue: Catalogue) -> list[Item]:
    """The stages, in the order of training."""
    return [Item(stage, url("stage", id=stage.id)) for stage in catalogue.stages]


def models(catalogue: Catalogue) -> list[Item]:
    """The leadership models, each with its domains as items."""
    return [Item(model, url("model", id=model.id), {"domains": domains(model)}) for model in catalogue.models]


def domains(model: Model) -> list[Item]:
    """The domains of a model, in its order."""
    return [Item(domain, url("model", id=model.id, anchor=domain.id)) for domain in model.domains]


def themes(catalogue: Catalogue) -> list[Item]:
    """The themes that join the models."""
    return [Item(theme, url("models", anchor=theme.id)) for theme in catalogue.themes]


def cases(catalogue: Catalogue) -> list[Item]:
    """The published case studies by id, with the sections of their texts."""
    found = []
    for entry in sorted(catalogue.records.cases, key=lambda entry: entry.record.id):
        case = entry.record
        if case.id not in catalogue.case:
            continue
        more: dict[str, Any] = {"sections": list(sections(entry.document.body))}
        if not getattr(case, "trust_named", True):
            more["trust_name"] = None
        found.append(Item(case, url("case", id=case.id), more))
    return found


def sections(body: str) -> Iterator[dict[str, str]]:
    """The sections of a Markdown text, split at headings of level 2. Text before the first has an empty heading."""
    starts = [heading for heading in markdown_syntax.headings(body) if heading.level == 2]
    ends = [*(heading.start for heading in starts), len(body)]
    if before := body[: ends[0]].strip():
        yield {"heading": "", "text": before}
    for heading, end in zip(starts, ends[1:], strict=True):
        yield {"heading": heading.text, "text": body[heading.start : end].partition("\n")[2].strip()}


def terms(catalogue: Catalogue) -> list[Item]:
    """The glossary, by id."""
    found = sorted((entry.record for entry in catalogue.records.glossary), key=lambda term: term.id)
    return [Item(term, url("glossary", anchor=term.id)) for term in found]
