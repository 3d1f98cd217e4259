"""What a mistake in a field is, and what its message consists of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from mentor_network.problems import shorten
from mentor_network.records.examples import FieldPlace, an_example, example_lines
from mentor_network.source import KeyPath


@dataclass(frozen=True, slots=True)
class Message:
    """Code, message and help for one error. `at_key` puts it at the key in place of the value."""

    code: str
    message: str
    help: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class FieldError:
    """One of pydantic's errors: its type, the path to the value, the value, its context, and the keys allowed there.

    `place` is the field that the path leads to, if there is one.
    """

    kind: str
    path: KeyPath
    value: Any
    context: dict[str, Any]
    keys: tuple[str, ...]
    model: type[BaseModel] | None = None
    place: FieldPlace | None = None

    @property
    def field(self) -> str:
        """The name of the field: the last key in the path."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "this")

    @property
    def word(self) -> str:
        """The value as messages repeat it."""
        text = self.context.get("word", self.value)
        return shorten(str(text))

    @property
    def is_item(self) -> bool:
        return bool(self.path) and isinstance(self.path[-1], int)


def these_lines(lines: Sequence[str]) -> str:
    """Lines of YAML in a help, made of the author's own words."""
    return ("this line: " if len(lines) == 1 else "these lines: ") + ", ".join(f"`{line}`" for line in lines)


def lines_like(lines: Sequence[str]) -> str:
    """Lines of YAML in a help, for an author to put other words in."""
    return ("a line such as " if len(lines) == 1 else "lines such as ") + ", ".join(f"`{line}`" for line in lines)


def example_of(place: FieldPlace, field: str = "") -> list[str]:
    """The lines of an example of a field, or of the `field` that is a name of the author's in it."""
    lines = example_lines(place.name, place.info, place.model)
    inner = bool(field) and field != place.name and place.is_list
    return [f"{field}:", *(line[2:] for line in lines[2:])] if inner else lines


def such_as(place: FieldPlace | None, otherwise: str = "") -> str:
    """An example of the one value that a field or an item of it holds."""
    example = an_example(place) if place else None
    return f", such as `{example}`" if example else otherwise
