"""Templates of new entries: valid, with every field explained and its choices listed.

Optional fields are comments with valid examples, so that removing the # is enough.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mentor_network.labels import PROMPTS
from mentor_network.records import CaseStudy, Opportunity
from mentor_network.records.case_study import FULL_HEADINGS
from mentor_network.records.examples import literals, yaml_text
from mentor_network.records.fields import EXAMPLE, ordered_fields, record_in

_HOW = """\
Put your own words in place of every text that starts with EXAMPLE. Lines that begin with # explain, and you can delete them.
To use an optional field, take the # and the space away from its lines. Leave out what you do not know."""
_SAFE = """\
A pull request is public at once, and stays in the history. Finish the checklist in CONTRIBUTING.md before you open one:
no patient, no real event, roles and no names, no exact dates, wards or references, no group under 10 with other details."""
_STORY = """\
A draft may have gaps: each is a warning. Leave `status: draft`, `permission` and `confidentiality` to your reviewers."""

#: The most ids that a comment lists.
_MAX_IDS = 12
#: Fields for reviewers. They come last.
_REVIEWERS = ("permission", "confidentiality", "last_reviewed", "next_review", "reviewed_by_role")
#: Fields that come first in a case study.
_FIRST = ("id", "kind", "status", "title", "summary")


@dataclass(frozen=True, slots=True)
class Context:
    """The input of a new entry: given values, the ids of each catalogue, and the date."""

    given: Mapping[str, Any]
    known: Mapping[str, list[str]]
    today: datetime.date


def opportunity(entry_id: str, known: Mapping[str, list[str]], *, today: datetime.date, schemas: str | None = None) -> str:
    """The YAML of a new opportunity. `known` has the ids of each catalogue, so that its references exist.

    `schemas` is the folder of the schemas below the root, if the network has one, for the comment that editors read.
    """
    schema = f"# yaml-language-server: $schema=../{schemas}/opportunity.schema.json\n" if schemas else ""
    return f"{schema}{_comment(_HOW)}{_comment(_SAFE)}" + _fields(Opportunity, Context({"id": entry_id}, known, today))


def case_study(entry_id: str, known: Mapping[str, list[str]], *, today: datetime.date) -> str:
    """The Markdown of a new case study, as a draft."""
    given = {"id": entry_id, "status": "draft"}
    body = "".join(f"\n## {heading}\n\n{PROMPTS[heading]}\n" for heading in FULL_HEADINGS)
    facts = _fields(CaseStudy, Context(given, known, today))
    return f"---\n{_comment(_HOW)}{_comment(_SAFE)}{_comment(_STORY)}{facts}---\n{body}"


def _fields(model: type[BaseModel], context: Context) -> str:
    """Every field of an entry, each as a paragraph."""
    fields = sorted(ordered_fields(model), key=lambda item: _place(item[0], model))
    return "".join("\n" + "".join(f"{line}\n" for line in _field(name, field, model, context)) for name, field in fields)


def _place(name: str, model: type[BaseModel]) -> int:
    if name in _REVIEWERS:
        return 100 + _REVIEWERS.index(name)
    return _FIRST.index(name) if model is CaseStudy and name in _FIRST else 50


def _field(name: str, field: FieldInfo, model: type[BaseModel], context: Context) -> Iterator[str]:
    """The lines of a field: its explanation as a comment, and the field with an example."""
    optional = not field.is_required() and name not in context.given
    yield from _wrapped(
        f"{_when(name, model) if optional else ''}{field.description}{_choices(name, field, model, context)}"
    )
    for line in _value(name, field, model, context):
        yield f"# {line}" if optional else line


def _when(name: str, model: type[BaseModel]) -> str:
    """When to fill in an optional field, as the start of its explanation."""
    if name in ("permission", "confidentiality"):
        return "For your reviewers to fill in. "
    return "Needed before publication. " if name in getattr(model, "needed", ()) else "Optional. "


def _choices(name: str, field: FieldInfo, model: type[BaseModel], context: Context) -> str:
    """The choices of a field, unless there are too many to list."""
    catalogue = getattr(model, "refers", {}).get(name)
    known = context.known.get(catalogue, []) if catalogue else []
    if catalogue and not known:
        return " There is none to choose yet."
    words = [str(word) for word in literals(field.annotation)] or (known if len(known) <= _MAX_IDS else [])
    several = "Any" if "list[" in str(field.annotation) else "One"
    return f" {several} of: {', '.join(words)}." if len(words) > 1 else ""


def _value(name: str, field: FieldInfo, model: type[BaseModel], context: Context) -> Iterator[str]:
    """The key and the example of a field."""
    inner = record_in(field.annotation)
    if inner and name not in context.given:
        yield f"{name}:"
        yield from _inner(inner, Context({}, context.known, context.today), listed="list[" in str(field.annotation))
        return
    example = context.given.get(name, _example(name, field, model, context))
    if isinstance(example, list):
        yield f"{name}:"
        yield from (f"  - {yaml_text(item)}" for item in example)
    else:
        yield f"{name}: {yaml_text(example)}"


def _inner(model: type[BaseModel], context: Context, *, listed: bool) -> Iterator[str]:
    """The fields of a nested entry, indented; in a list, with a dash before the first."""
    dashed = not listed
    for name, field in ordered_fields(model):
        for line in _field(name, field, model, context):
            first = not dashed and not line.startswith("#")
            dashed = dashed or first
            yield f"  {'- ' if first else '  ' if listed and dashed else ''}{line}"


def _example(name: str, field: FieldInfo, model: type[BaseModel], context: Context) -> Any:
    """A valid example: an id that exists, or a date from today on."""
    if _is_day(field):
        later = {"closes": 60, "next_review": 365}.get(name, 0)
        return (context.today + datetime.timedelta(days=later)).isoformat()
    example: Any = field.examples[0] if field.examples else "..."
    catalogue = getattr(model, "refers", {}).get(name)
    if catalogue and context.known.get(catalogue):
        first = context.known[catalogue][0]
        return [first] if isinstance(example, list) else first
    if catalogue or not _is_text(field):
        return example
    return [f"{EXAMPLE} {text}" for text in example] if isinstance(example, list) else f"{EXAMPLE} {example}"


def _is_text(field: FieldInfo) -> bool:
    """Does a field hold words for readers, in which an example can be marked?"""
    metadata = f"{field.annotation}{field.metadata}"
    return any(f"Kind(name={kind!r})" in metadata for kind in ("line", "prose"))


def _is_day(field: FieldInfo) -> bool:
    return "datetime.date" in str(field.annotation)


def _wrapped(words: str) -> list[str]:
    """A comment wrapped at 100 characters."""
    return [f"# {line}" for line in textwrap.wrap(words, 100, break_on_hyphens=False)]


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in text.split("\n"))
