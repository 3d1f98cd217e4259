"""What an editor is told about a kind of file: pydantic's JSON Schema, reshaped for people who write YAML by hand.

The checker reads every value as text, and so forgives `pages: 14`. An editor reads YAML's own types, so the schema has to
forgive the same things, and must not complain of anything that `check` accepts.
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


def either(schema: Schema, one: type[BaseModel], other: type[BaseModel], *, keys: tuple[str, ...]) -> Schema:
    """An entry that is one kind of record or, where it has any of the `keys`, another.

    An editor that is given a choice of two says that a mistake fits neither. With a condition it says what the mistake is.
    """
    entry = schema["items"] if schema.get("type") == "array" else schema
    del entry["anyOf"]
    entry["if"] = {"anyOf": [{"required": [key]} for key in keys]}
    entry["then"] = {"$ref": f"#/$defs/{other.__name__}"}
    entry["else"] = {"$ref": f"#/$defs/{one.__name__}"}
    return schema


def _plain(value: Any) -> Any:
    """Without pydantic's own titles, which repeat the key, and without nulls, which YAML authors write by leaving out."""
    if isinstance(value, list):
        return [_plain(item) for item in value if item != {"type": "null"}]
    if not isinstance(value, dict):
        return value
    kept = {
        NAMES.get(key, key): _plain(item)
        for key, item in value.items()
        if not (key == "title" and isinstance(item, str)) and not (key == "default" and item is None)
    }
    if len(kept.get("anyOf", ())) == 1:
        kept |= kept.pop("anyOf")[0]
    # A text with a minimum may be a number too.
    if kept.get("type") == "string" and ("minimum" in kept or not kept.keys() & {"enum", "const", "format", "pattern"}):
        kept["type"] = ["string", "number"]
    return kept


#: A limit that follows a reader of text reaches the schema under pydantic's own name.
NAMES: Mapping[str, str] = {"ge": "minimum"}


def _with_examples(field: Schema, definitions: Schema) -> None:
    """Give a field's examples its own type; make those of an entry within an entry from its fields' own."""
    if "examples" in field:
        field["examples"] = [_typed(example, field) for example in field["examples"]]
        return
    holder = field.get("items", field)
    name = str(holder.get("$ref", "")).rpartition("/")[2]
    if name in definitions:
        example = _example(definitions[name], definitions)
        field["examples"] = [[example] if "items" in field else example]


def _example(record: Schema, definitions: Schema) -> Schema:
    """The smallest entry of this kind."""
    found = {}
    for name in record.get("required", ()):
        field = record["properties"][name]
        _with_examples(field, definitions)
        found[name] = field["examples"][0]
    return found


def _typed(example: Any, field: Schema) -> Any:
    """An example as YAML reads it: the number 8 and not the text "8"."""
    kind = field.get("type")
    if kind in ("integer", "number") and isinstance(example, str):
        return float(example) if "." in example else int(example)
    return example == "true" if kind == "boolean" and isinstance(example, str) else example
