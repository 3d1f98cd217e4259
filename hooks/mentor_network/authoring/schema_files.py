"""The JSON Schema files for editors and the table of fields, generated from the record classes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Union

from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic.fields import FieldInfo

from mentor_network.authoring import json_schema
from mentor_network.records import CaseStudy, Network, Opportunity, Page, Retired, ShortExample, Targets
from mentor_network.records.examples import example_lines, literals
from mentor_network.records.fields import ordered_fields, record_in
from mentor_network.records.read import CATALOGUES
from mentor_network.records.sheet import Sheet
from mentor_network.records.suggestions import without_placeholders
from mentor_network.records.view import View

#: The folder of the schemas, below the root of the engine's own repository and of any other network.
FOLDER = "hooks/mentor_network/schemas"
NETWORK_FOLDER = ".vscode/schemas"
FIELDS_FILE = "FIELDS.md"


def folder_in(root: Path) -> str | None:
    """The folder of the schemas below `root`, or None if there is none."""
    return next((folder for folder in (FOLDER, NETWORK_FOLDER) if (root / folder).is_dir()), None)


def schemas() -> dict[str, str]:
    """The JSON Schema of each kind of file, by file name."""
    kinds: dict[str, Any] = {"network": Network, "opportunity": Union[Opportunity, Retired]}  # noqa: UP007 - a value
    kinds["case_study"] = Union[ShortExample, CaseStudy]  # noqa: UP007
    kinds |= {"page": Page, "targets": Targets}
    for file, sections in CATALOGUES.items():
        name = file.removesuffix(".yaml")
        if "" in sections:
            model = sections[""]
            kinds[name] = list[Opportunity | Retired] if model is Opportunity else list[model]  # type: ignore[valid-type]
        else:
            # A list may be left out, which means that it is empty.
            fields: dict[str, Any] = {
                key: (list[model], Field([], description=f"A list. {summary_of(model)}"))  # type: ignore[valid-type]
                for key, model in sections.items()
            }
            kinds[name] = create_model(name.title().replace("_", ""), __config__=ConfigDict(extra="forbid"), **fields)
    return {f"{name}.schema.json": _schema(name, kind) for name, kind in sorted(kinds.items())}


def _schema(name: str, kind: Any) -> str:
    schema = json_schema.schema_of(kind)
    if name in ("opportunity", "opportunities"):
        schema = json_schema.conditional(schema, Opportunity, Retired, keys=("moved_to", "split_into", "withdrawn"))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name.replace("_", " ")}
    return json.dumps(head | schema, indent=1, ensure_ascii=False) + "\n"


_VIEW = "`content/`, between a line of three backticks and the word `view`, and a line of three backticks"
#: The chapters of the table of fields: heading, place, and kinds of record.
DOCUMENTED: tuple[tuple[str, str, tuple[type[BaseModel], ...]], ...] = (
    ("Opportunities", "`opportunities.yaml` and `opportunities/<id>.yaml`", (Opportunity, Retired)),
    ("Case studies", "`case_studies/<id>.md`", (CaseStudy, ShortExample)),
    ("Pages", "`content/`", (Page,)),
    (
        "Parts of the catalogue in a page",
        "`content/`, between a line of three backticks and the word `view`, and a line of three backticks",
        (View,),
    ),
    (
        "Sheets to fill in",
        "`content/`, between a line of three backticks and the word `sheet`, and a line of three backticks",
        (Sheet,),
    ),
    ("The network", "`network.yaml`", (Network,)),
    ("Targets", "`targets.yaml`", (Targets,)),
)


def table() -> str:
    """The table of fields, in Markdown."""
    parts = ["# Fields\n\nEvery field of every file. Made from the record classes by `make schema`; do not edit it.\n"]
    for heading, files, models in DOCUMENTED:
        parts.append(f"\n## {heading}\n\nIn {files}.\n")
        parts += [_table(model) for model in models]
    for file, sections in CATALOGUES.items():
        if file != "opportunities.yaml":
            parts.append(f"\n## {file.removesuffix('.yaml').replace('_', ' ').capitalize()}\n\nIn `{file}`.\n")
            parts += [_table(model) for model in sections.values()]
    return "".join(parts)


def _table(model: type[BaseModel]) -> str:
    rows = "".join(_row(name, field, holder) for name, field, holder in _rows(model, ""))
    head = "| field | needed | what it holds | example |\n| --- | --- | --- | --- |\n"
    return f"\n### {model.__name__}\n\n{summary_of(model)}\n\n{head}{rows}"


def summary_of(model: type[BaseModel]) -> str:
    """The first paragraph of a record class's docstring."""
    return (model.__doc__ or "").split("\n\n")[0].replace("\n", " ").strip()


def _rows(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, FieldInfo, type[BaseModel]]]:
    """The path and the field of each row, and the record that has the field."""
    for name, field in ordered_fields(model):
        yield prefix + name, field, model
        inner = record_in(field.annotation)
        if inner:
            yield from _rows(inner, f"{prefix}{name}.")


def _row(path: str, field: FieldInfo, holder: type[BaseModel]) -> str:
    example = "<br>".join(f"`{line}`" for line in example_lines(path.rpartition(".")[2], field, holder))
    needed = "yes" if field.is_required() else ""
    words = (field.description or "") + _choices(field.annotation)
    return f"| `{path}` | {needed} | {words.replace('|', '/')} | {without_placeholders(example).replace('|', '/')} |\n"


def _choices(annotation: Any) -> str:
    words = [str(word) for word in literals(annotation)]
    return f" One of: {', '.join(words)}." if len(words) > 1 else ""
