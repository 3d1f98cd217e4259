"""The schemas of the open data: the fields of the records, and the address of each entry on the site.

The JSON Schema files are generated from these classes. `promised` lists every field on a line, so that a test can compare
them with the fields that version 1 has promised to keep.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from mentor_network.authoring.json_schema import KEYWORDS
from mentor_network.outputs.open_data.items import LEFT_OUT
from mentor_network.records import (
    CaseStudy,
    Change,
    Chart,
    Domain,
    EvidenceTable,
    Figure,
    Milestone,
    Model,
    Network,
    Note,
    Opportunity,
    Retired,
    ShortExample,
    Source,
    Stage,
    Term,
    Theme,
)

Schema = dict[str, Any]


class Section(BaseModel):
    """A part of a case study's text."""

    heading: str = Field(description="Its heading. Empty for words before the first one.")
    text: str = Field(description="Its words, as Markdown.")


class File(BaseModel):
    """A file that the site offers."""

    address: str = Field(description="Where it stands on the site.")
    url: str | None = Field(description="The same as a whole address, where the site's own is known.")
    format: Literal["JSON", "CSV", "iCalendar", "Atom"] = Field(description="What kind of file it is.")
    about: str = Field(description="What is in it.")
    described_by: str | None = Field(description="The address of its JSON Schema, if it is JSON.")
    entries: dict[str, int] = Field(description="How many entries each of its lists has.")


_PLACE: dict[str, Any] = {
    "address": (str, Field(description="Where it stands on the site, from the site's own first page on.")),
    "url": (str | None, Field(description="The same as a whole address, where the site's own is known.")),
}


def _with(model: type[BaseModel], **more: Any) -> Any:
    """A record class with more fields, and without those that are not published."""
    own = {name: (field.annotation, field) for name, field in model.model_fields.items() if name not in LEFT_OUT}
    return create_model(model.__name__, __doc__=model.__doc__, __config__=ConfigDict(), **(own | more))


def _many(kind: Any, about: str) -> tuple[Any, Any]:
    return list[kind], Field(description=about)


_SECTIONS = _many(Section, "Its text, in parts.")
_CASE = _with(CaseStudy, **_PLACE, sections=_SECTIONS) | _with(ShortExample, **_PLACE, sections=_SECTIONS)
_MODEL = _with(Model, **_PLACE, domains=_many(_with(Domain, **_PLACE), "Its domains and their parts."))

#: The contents of each file beside its head: the type and description of each key.
CONTENTS: dict[str, dict[str, tuple[Any, Any]]] = {
    "opportunities": {
        "opportunities": _many(_with(Opportunity, **_PLACE), "What a doctor can do, by id."),
        "retired": _many(_with(Retired, **_PLACE), "What became of entries that are gone, by id."),
    },
    "leadership-models": {
        "models": _many(_MODEL, "The leadership models."),
        "themes": _many(_with(Theme, **_PLACE), "What joins the models: ours, for clinician review."),
        "history": _many(Milestone, "When each framework came out, and when another replaced it."),
    },
    "stages": {"stages": _many(_with(Stage, **_PLACE), "Guidance for each stage of training, in its order.")},
    "case-studies": {"case_studies": _many(_CASE, "What mentors and Trusts tried, by id. No drafts.")},
    "evidence": {
        "tables": _many(_with(EvidenceTable, **_PLACE), "The tables of the evaluation, in its order."),
        "figures": _many(Figure, "Single numbers, each with its source."),
        "notes": _many(Note, "What does not agree in the report."),
        "charts": _many(Chart, "What the charts show of tables and figures."),
        "changes": _many(Change, "What has changed since the report."),
        "sources": _many(Source, "Everything that facts were taken from."),
    },
    "glossary": {"terms": _many(_with(Term, **_PLACE), "The words of the glossary, by id.")},
    "network": {"network": (_with(Network), Field(description="Its names, places, roles and responsibilities."))},
    "index": {
        "built": (datetime.date, Field(description="The day the site was built.")),
        "name": (str, Field(description="The name of the site.")),
        "publisher": (str, Field(description="Who publishes it, and what it is not.")),
        "site": (str | None, Field(description="The whole address of the site, where it is known.")),
        "terms": (str, Field(description="What the licence does not cover.")),
        "files": _many(File, "All files of open data but this one."),
        "sources": (str, Field(description="Where everything that facts were taken from is listed.")),
    },
}
_HEAD: dict[str, Any] = {
    "version": (Literal[1], Field(description="The version of this shape. Another one would stand at another address.")),
    "licence": (Literal["CC-BY-4.0"], Field(description="On what terms you may use it.")),
    "described_by": (str, Field(description="The address of the JSON Schema of this file.")),
}


#: The folder of the schema files and of the list of promised fields, below the root of the repository.
FOLDER = "hooks/mentor_network/schemas/v1"
PROMISED = f"{FOLDER}/promised.txt"


def schemas() -> Iterator[tuple[str, Schema]]:
    """The JSON Schema of each file of version 1."""
    for name, contents in CONTENTS.items():
        kind = create_model(name, __config__=ConfigDict(), **(_HEAD | contents))
        schema = _plain(kind.model_json_schema(mode="serialization"))
        yield name, {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name} | schema


#: Keywords for writers of records, which are no promise to readers of the data: limits may be raised.
_FOR_WRITERS = frozenset(
    (
        "title",
        "examples",
        "patternErrorMessage",
        "default",
        "propertyNames",
        "maxLength",
        "minLength",
        "maxItems",
        "minItems",
    )
)
#: Keywords of JSON Schema whose keys are names of ours.
_BY_NAME = ("properties", "$defs", "patternProperties")


def _plain(value: Any) -> Any:
    """A schema for readers of the data: without keywords for writers, and with every property required."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    plain: Schema = {}
    for key, item in value.items():
        if key in _BY_NAME:
            plain[key] = {name: _plain(part) for name, part in item.items()}
        elif key not in _FOR_WRITERS and (key, item) != ("additionalProperties", False):
            plain[KEYWORDS.get(key, key)] = _plain(item)
    if plain.get("type") == "string":
        plain.pop("minimum", None)  # a text with a minimum may be written as a number
    if "properties" in plain:
        plain["required"] = list(plain["properties"])  # an unknown value is null or an empty list, and never left out
    return plain


def files() -> dict[str, str]:
    """The text of each schema file, by name."""
    return {f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in schemas()}


def promised() -> list[str]:
    """The fields that version 1 promises, such as `opportunities.opportunities[].hours.total number or null`, sorted."""
    found: dict[str, set[str]] = {}
    for name, schema in schemas():
        _walk(schema, name, schema, found)
    return sorted(f"{path} {' or '.join(sorted(kinds))}" for path, kinds in found.items())


def _walk(part: Schema, path: str, root: Schema, found: dict[str, set[str]]) -> None:
    if "$ref" in part:
        part = root["$defs"][part["$ref"].rpartition("/")[2]]
    for choice in part.get("anyOf", ()):
        _walk(choice, path, root, found)
    if "type" in part:
        found.setdefault(path, set()).add(str(part.get("format") or part["type"]))
    for name, field in part.get("properties", {}).items():
        _walk(field, f"{path}.{name}", root, found)
    if "items" in part:
        _walk(part["items"], f"{path}[]", root, found)
    for by_key in (part.get("additionalProperties"), *part.get("patternProperties", {}).values()):
        if isinstance(by_key, dict):
            _walk(by_key, f"{path}.*", root, found)
