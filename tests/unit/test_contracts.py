"""Rules of this repository: sizes of modules, generated files that are fresh, and documented fields."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from mentor_network.authoring import schema_files
from mentor_network.records.read import CATALOGUES
from support.networks import ROOT

CORE = ROOT / "hooks" / "mentor_network"


def modules() -> list[Path]:
    return sorted(path for path in CORE.rglob("*.py") if path.parent != CORE or path.stem not in ("__init__", "__main__"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(CORE).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno > 45
    ]
    assert long == []
    assert text.count("\n") <= 300


@pytest.mark.parametrize(
    "path", sorted((ROOT / "hooks/mentor_network/theme/components").glob("*/*.js")), ids=lambda path: path.name
)
def test_scripts_stay_small_and_readable(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    assert len(lines) <= 310
    assert [number for number, line in enumerate(lines, 1) if len(line) > 160] == []


def test_schemas_and_the_table_of_fields_are_fresh() -> None:
    """`make schema` writes them."""
    for name, text in schema_files.schemas().items():
        assert (ROOT / schema_files.FOLDER / name).read_text("utf-8") == text, f"{name} is stale: run make schema"
    assert (ROOT / schema_files.FIELDS_FILE).read_text("utf-8") == schema_files.table(), (
        "FIELDS.md is stale: run make schema"
    )


def test_the_settings_of_mkdocs_agree_with_the_network() -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    network = yaml.safe_load((ROOT / "network.yaml").read_text("utf-8"))
    assert f"site_name: {network['name']}\n" in settings
    assert re.findall(r"^hooks: .*$", settings, re.MULTILINE) == ["hooks: [hooks/mkdocs_adapter.py]"]


def test_every_field_has_a_description_and_an_example() -> None:
    """Editors, FIELDS.md, the form and the templates show them."""
    bare = []
    for name, text in schema_files.schemas().items():
        whole = json.loads(text)
        for record, definition in (("", whole), *whole["$defs"].items()):
            fields = definition.get("properties", {})
            bare += [(name, record, key) for key, field in fields.items() if not field.keys() >= {"description", "examples"}]
    assert bare == []


def records() -> list[type[BaseModel]]:
    """Every model, and those inside them."""
    models: list[type[BaseModel]] = [model for _, _, documented in schema_files.DOCUMENTED for model in documented]
    models += [model for sections in CATALOGUES.values() for model in sections.values()]
    for model in models:
        inner = (schema_files.record_in(field.annotation) for field in model.model_fields.values())
        models += [item for item in inner if item and item not in models]
    return models


@pytest.mark.parametrize("model", dict.fromkeys(records()), ids=lambda model: model.__name__)
def test_examples_are_valid(model: type[BaseModel]) -> None:
    for field in model.model_fields.values():
        for example in field.examples or ():
            TypeAdapter(Annotated[field.annotation, field]).validate_python(example)
