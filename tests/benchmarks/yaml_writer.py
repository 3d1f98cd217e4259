"""Write YAML in the block style that people use in catalogues, which PyYAML's dumper does not."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import Any


def yaml_item(entry: dict[str, Any]) -> Iterator[str]:
    """The lines of a list item that is a mapping."""
    for number, line in enumerate(yaml_map(entry, 2)):
        yield f"- {line.lstrip()}" if number == 0 else line


def yaml_map(table: dict[str, Any], indent: int) -> Iterator[str]:
    """The lines of a mapping, indented by this many spaces."""
    pad = " " * indent
    for key, value in table.items():
        if isinstance(value, list):
            yield f"{pad}{key}:"
            for item in value:
                if isinstance(item, dict):
                    first, *rest = yaml_map(item, indent + 4)
                    yield f"{pad}  - {first.lstrip()}"
                    yield from rest
                else:
                    yield f"{pad}  - {scalar(item, indent + 4)}"
        elif isinstance(value, dict):
            yield f"{pad}{key}:"
            yield from yaml_map(value, indent + 2)
        else:
            yield f"{pad}{key}: {scalar(value, indent + 2)}"


def scalar(value: Any, indent: int) -> str:
    """A scalar: plain if YAML allows it, folded if it is long, otherwise quoted."""
    text = str(value)
    pad = "\n" + " " * indent
    if "\n" in text:
        return "|-" + "".join(pad + line if line else "\n" for line in text.split("\n"))
    if len(text) + indent > 110:
        rows = textwrap.wrap(text, 118 - indent, break_long_words=False, break_on_hyphens=False)
        return ">-" + "".join(pad + row for row in rows)
    bare = re.match(r"[A-Za-z0-9]", text) and ": " not in text and " #" not in text and not text.endswith(":")
    number = isinstance(value, str) and re.fullmatch(r"[\d.-]+", text)
    return text if bare and not number else json.dumps(text, ensure_ascii=False)
