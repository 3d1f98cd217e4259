"""JSON Schemas for editors: pydantic's, adapted for people who write YAML by hand.

The checker reads every value as text, and so accepts `pages: 14`. An editor reads YAML's own types, so the schema has to
allow both, and must accept everything that `check` accepts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

Schema = dict[str, Any]


def schema_of(kind: Any) -> Schema:
    """The JSON Schema of a kind of file."""
    plain = _plain(TypeAdapter(kind).json_schema())
    assert isinstance(plain, dict)
    definitions: Schema = plain.get("$defs", {})
    for definition in (*definitions.values(), plain):
        for field in definition.get("properties", {}).values():
            _with_examples(field, definitions)
    return plain


def conditional(schema: Schema, one: type[BaseModel], other: type[BaseModel], *, keys: tuple[str, ...]) -> Schema:
    """Replace a union of two records by a condition: with any of the `keys` an entry is the `other` kind, else the `one`.

    For a union, an editor says only that an entry fits neither kind. With a condition, it names the mistake.
    """
    entry = schema["items"] if schema.get("type") == "array" else schema
    del entry["anyOf"]
    entry["if"] = {"anyOf": [{"required": [key]} for key in keys]}
    entry["then"] = {"$ref": f"#/$defs/{other.__name__}"}
    entry["else"] = {"$ref": f"#/$defs/{one.__name__}"}
    return schema


def _plain(value: Any) -> Any:
    """Remove pydantic's titles, which repeat the keys, and nulls, which authors express by leaving a key out."""
    if isinstance(value, list):
        return [_plain(item) for item in value if item != {"type": "null"}]
    if not isinstance(value, dict):
        return value
    schema = {
        KEYWORDS.get(key, key): _plain(item)
        for key, item in value.items()
        if not (key == "title" and isinstance(item, str)) and not (key == "default" and item is None)
    }
    if len(schema.get("anyOf", ())) == 1:
        schema |= schema.pop("anyOf")[0]
    # A text with a minimum may be a number too.
    if schema.get("type") == "string" and (
        "minimum" in schema or not schema.keys() & {"enum", "const", "format", "pattern"}
    ):
        schema["type"] = ["string", "number"]
    return schema


#: Keywords that pydantic writes under its own name after a BeforeValidator, with the name in JSON Schema.
KEYWORDS: Mapping[str, str] = {"ge": "minimum"}


def _with_examples(field: Schema, definitions: Schema) -> None:
    """Give a field's examples the type of the field, and make examples of nested records from those of their fields."""
    if "examples" in field:
        field["examples"] = [_typed(example, field) for example in field["examples"]]
        return
    holder = field.get("items", field)
    name = str(holder.get("$ref", "")).rpartition("/")[2]
    if name in definitions:
        example = _example(definitions[name], definitions)
        field["examples"] = [[example] if "items" in field else example]


def _example(record: Schema, definitions: Schema) -> Schema:
    """An example of a record with its required fields only."""
    found = {}
    for name in record.get("required", ()):
        field = record["properties"][name]
        _with_examples(field, definitions)
        found[name] = field["examples"][0]
    return found


def _typed(example: Any, field: Schema) -> Any:
    """An example with the type that YAML gives it: the number 8 and not the text "8"."""
    kind = field.get("type")
    if kind in ("integer", "number") and isinstance(example, str):
        return float(example) if "." in example else int(example)
    return example == "true" if kind == "boolean" and isinstance(example, str) else example
