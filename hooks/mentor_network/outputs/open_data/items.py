"""Each record as open data: what is said of it in public, and where it stands on the site.

JSON, spreadsheets and their schemas are all made from what is here. Nothing is left out but drafts and what only reviewers
need: how a finding of the confidentiality check was settled, and the name of a Trust that has not agreed to be named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.records import Model, Record
from mentor_network.urls import url

#: Fields that are no data: for reviewers, or how the site itself looks.
LEFT_OUT = frozenset(["acknowledged", "menu"])


@dataclass(frozen=True, slots=True)
class Item:
    """A record, its address on the site, and what its data has besides its fields."""

    record: Record
    address: str = ""
    more: dict[str, Any] = field(default_factory=dict)


def opportunities(catalogue: Catalogue) -> list[Item]:
    """By id, so that a new one changes 1 line of the file."""
    return [Item(o, url("opportunity", id=o.id)) for o in sorted(catalogue.opportunities, key=lambda o: o.id)]


def retired(catalogue: Catalogue) -> list[Item]:
    """What became of the entries that are gone."""
    gone = sorted((entry.record for entry in catalogue.records.retired), key=lambda record: record.id)
    return [Item(record, url("retired", id=record.id)) for record in gone]


def stages(catalogue: Catalogue) -> list[Item]:
    """In the order of training."""
    return [Item(stage, url("stage", id=stage.id)) for stage in catalogue.stages]


def models(catalogue: Catalogue) -> list[Item]:
    """The leadership models, each domain with its own place."""
    return [Item(model, url("model", id=model.id), {"domains": domains(model)}) for model in catalogue.models]


def domains(model: Model) -> list[Item]:
    """The domains of a model, in its order."""
    return [Item(domain, url("model", id=model.id, anchor=domain.id)) for domain in model.domains]


def themes(catalogue: Catalogue) -> list[Item]:
    """What joins the models."""
    return [Item(theme, url("models", anchor=theme.id)) for theme in catalogue.themes]


def cases(catalogue: Catalogue) -> list[Item]:
    """By id, with the text below the facts in its sections."""
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
    """The parts of a text, each with its heading. What stands before the first has none."""
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
