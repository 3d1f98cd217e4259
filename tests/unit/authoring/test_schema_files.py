"""The schemas and the table of fields match the record classes, which explain every field."""

from __future__ import annotations

import json
import re
from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter

from mentor_network.authoring import schema_files
from mentor_network.problems import Problems
from mentor_network.records.fields import record_in
from mentor_network.records.read import CATALOGUES
from mentor_network.source import Table, parse
from support.networks import ROOT


def test_generated_files_are_up_to_date() -> None:
    """`make schema` writes them; forgetting it shows here."""
    for name, text in schema_files.schemas().items():
        assert (ROOT / schema_files.FOLDER / name).read_text("utf-8") == text, f"{name} is stale: run make schema"
    assert (ROOT / schema_files.FIELDS_FILE).read_text("utf-8") == schema_files.table(), (
        "FIELDS.md is stale: run make schema"
    )


def test_every_field_has_a_description_and_an_example() -> None:
    """Editors, the table, the form and the scaffold all show them."""
    bare = []
    for name, text in schema_files.schemas().items():
        whole = json.loads(text)
        for record, definition in (("", whole), *whole["$defs"].items()):
            fields = definition.get("properties", {})
            bare += [(name, record, key) for key, field in fields.items() if not field.keys() >= {"description", "examples"}]
    assert bare == []


def test_the_table_shows_lines_of_yaml_that_are_valid_for_every_field() -> None:
    """Also for fields of records in records, and for those that hold records."""
    rows = re.findall(r"^\| `([\w.]+)` \|.*\| (`.*`) \|$", schema_files.table(), re.MULTILINE)
    fields = [row for model in documented() for row in schema_files._rows(model, "")]
    assert [path for path, _ in rows] == [path for path, _, _ in fields]
    for (path, shown), (_, field, _) in zip(rows, fields, strict=True):
        value = parse("\n".join(re.findall("`([^`]+)`", shown)), "FIELDS.md", Problems())
        assert isinstance(value, Table) and list(value) == [path.rpartition(".")[2]], shown
        TypeAdapter(Annotated[field.annotation, field]).validate_python(next(iter(value.values())))


def documented() -> list[type[BaseModel]]:
    found = [model for _, _, models in schema_files.DOCUMENTED for model in models]
    return found + [
        model for file, sections in CATALOGUES.items() if file != "opportunities.yaml" for model in sections.values()
    ]


def records() -> list[type[BaseModel]]:
    """Every kind of record, and those inside them."""
    found: list[type[BaseModel]] = [model for _, _, models in schema_files.DOCUMENTED for model in models]
    found += [model for sections in CATALOGUES.values() for model in sections.values()]
    for model in found:
        inner = (record_in(field.annotation) for field in model.model_fields.values())
        found += [one for one in inner if one and one not in found]
    return found


@pytest.mark.parametrize("model", dict.fromkeys(records()), ids=lambda model: model.__name__)
def test_examples_are_valid(model: type[BaseModel]) -> None:
    for field in model.model_fields.values():
        for example in field.examples or ():
            TypeAdapter(Annotated[field.annotation, field]).validate_python(example)
