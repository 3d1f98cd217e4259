"""The schemas and the table of fields match the record classes, which explain every field."""

from __future__ import annotations

import json
from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter

from mentor_network.authoring import schema_files
from mentor_network.records.fields import record_in
from mentor_network.records.read import CATALOGUES
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
