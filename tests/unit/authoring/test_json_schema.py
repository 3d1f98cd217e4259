"""Schemas for editors accept what the checker accepts."""

from __future__ import annotations

from pydantic import BaseModel, Field

from mentor_network.authoring import json_schema


class Inner(BaseModel):
    hours: int = Field(examples=["8"])
    note: str | None = Field(None, examples=["A note"])


class Outer(BaseModel):
    pages: str = Field(examples=["14"])
    free: bool = Field(examples=["true"])
    cost: float = Field(examples=["2.5"])
    inner: Inner
    several: list[Inner] = []


def test_a_text_may_be_written_as_a_number_and_null_is_left_out() -> None:
    schema = json_schema.schema_of(Outer)
    assert schema["properties"]["pages"]["type"] == ["string", "number"]
    assert schema["$defs"]["Inner"]["properties"]["note"]["type"] == ["string", "number"]
    assert "title" not in schema and "default" not in schema["$defs"]["Inner"]["properties"]["note"]


def test_examples_have_the_types_of_yaml_and_nested_ones_are_made() -> None:
    fields = json_schema.schema_of(Outer)["properties"]
    assert fields["free"]["examples"] == [True] and fields["cost"]["examples"] == [2.5]
    assert fields["inner"]["examples"] == [{"hours": 8}]
    assert fields["several"]["examples"] == [[{"hours": 8}]]


def test_a_union_becomes_a_condition() -> None:
    schema = json_schema.conditional(json_schema.schema_of(Outer | Inner), Outer, Inner, keys=("hours",))
    assert "anyOf" not in schema
    assert schema["if"] == {"anyOf": [{"required": ["hours"]}]}
    assert (schema["then"], schema["else"]) == ({"$ref": "#/$defs/Inner"}, {"$ref": "#/$defs/Outer"})
