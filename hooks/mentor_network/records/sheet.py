"""Models of sheets to fill in: fenced blocks of YAML in hand-written pages that become fields.

```sheet
fields:
  - My role
  - label: What a doctor can watch
    lines: 2
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from mentor_network.markdown_syntax import Block
from mentor_network.problems import Problems, did_you_mean
from mentor_network.records.fields import Flag, Label, Record, parse_number
from mentor_network.records.page import Page
from mentor_network.records.records import Entry
from mentor_network.records.yaml_blocks import Kind
from mentor_network.source import Document


class SheetField(Record):
    """Something to fill in. A label alone stands for a field of one line."""

    label: Label = Field(
        description="What to write there, in 120 characters or fewer. In double quotes if it has a colon in it.",
        examples=["What we tried, in order"],
    )
    lines: Annotated[Literal[1, 2, 3, 4, 5], BeforeValidator(parse_number)] = Field(
        1, description="How many lines there are to write on. It grows with what somebody types.", examples=["3"]
    )

    @model_validator(mode="before")
    @classmethod
    def _label_alone(cls, value: Any) -> Any:
        if isinstance(value, str) and value:
            return {"label": value}
        if isinstance(value, dict) and len(value) == 1:
            (key, text), *_ = value.items()
            if isinstance(text, str) and key not in cls.model_fields and not did_you_mean(key, cls.model_fields):
                raise PydanticCustomError("colon-in-label", "colon", {"word": f"{key}: {text}"})
        return value


class Sheet(Record):
    """A `sheet` block of a page: fields that readers type into, or print and write on."""

    fields: list[SheetField] = Field(
        min_length=1,
        max_length=20,
        description="The fields, each a label, or a label with its lines.",
        examples=[["Name", "Role or project"]],
    )
    short: Flag = Field(
        False, description="Whether the fields stand side by side, as for names and dates.", examples=["true"]
    )
    times: Annotated[Literal[1, 2, 3, 4, 5, 6], BeforeValidator(parse_number)] = Field(
        1, description="How many times the fields are there, as for the rows of a list.", examples=["2"]
    )


_KIND = Kind("sheet", Sheet, "this sheet does not say which fields it has", "`fields:`, and below it `  - My role`")


def sheets(page: Entry[Page], problems: Problems) -> Iterator[tuple[Block, Sheet | None, Document | None]]:
    """Each sheet block of a page, with its record and its YAML: see `Kind.read`."""
    return _KIND.read(page, problems)
