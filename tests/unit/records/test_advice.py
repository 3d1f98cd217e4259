"""Whoever does what a message says passes the check: each field of each record is broken in every way that it can be.

An entry with every field has one mistake. The advice is followed to the letter, by what stands between its backticks, and
then the entry is valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

import pytest
import yaml
from pydantic import BaseModel

from mentor_network.authoring.schema_files import DOCUMENTED
from mentor_network.checks.references import reference_exists, references_of
from mentor_network.problems import Problem, Problems
from mentor_network.records import Records, read
from mentor_network.records.examples import FieldPlace, example_lines, place_of
from mentor_network.records.fields import Record
from mentor_network.records.read import CATALOGUES
from mentor_network.records.suggestions import complete, names_of
from mentor_network.records.validate import validate
from mentor_network.records.view import View
from mentor_network.source import Document, KeyPath, parse
from support.networks import NETWORK

MODELS: list[type[Record]] = [
    model
    for model in dict.fromkeys(
        [*(model for _, _, models in DOCUMENTED for model in models), *(m for s in CATALOGUES.values() for m in s.values())]
    )
    if model is not View  # type: ignore[comparison-overlap]
]
#: A value without quotes.
PLAIN = "PLAIN:"


@cache
def network() -> Records:
    return read(NETWORK, Problems())


def whole_entry(model: type[BaseModel]) -> dict[str, Any]:
    """An entry of a model with every field, and every field of the records in it."""
    entry: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        place = place_of(model, (name,))
        assert place is not None
        if place.record:
            inner = whole_entry(place.record)
            listed = [deepcopy(inner) for _ in range(max(place.least, 1))]
            entry[name] = listed if place.is_list else {"core": listed} if place.is_mapping else inner
        else:
            entry |= yaml_of(example_lines(name, info, model))
    return entry


def yaml_of(lines: list[str]) -> Any:
    """The value of lines of YAML, with ids of the network for placeholders. All scalars are text."""
    return yaml.load("\n".join(completed("\n".join(lines)).split("\n")), yaml.BaseLoader)


def completed(help: str) -> str:
    problems = Problems([Problem("", 1, 1, "", "", help)])
    complete(problems, network())
    return problems.items[0].help


def problems_of(model: type[Record], entry: Any) -> list[Problem]:
    """What the checker says of an entry: of its fields, and of the ids in it."""
    text = yaml.dump(entry, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=10**6, default_style='"')
    text = re.sub(rf'"{PLAIN}([^"]*)"', r"\1", text)
    problems = Problems()
    value = parse(text, "a.yaml", problems)
    assert value is not None, text
    if found := validate(model, Document("a.yaml", value), (), problems):
        for reference in references_of(found.record, ()):
            reference_exists(reference, found, network(), problems)
    complete(problems, network())
    return list(problems)


class Mistake(NamedTuple):
    """A mistake: the path to what is broken, what it is, and the entry with it."""

    path: KeyPath
    what: str
    entry: Any


def mistakes(model: type[Record]) -> Iterator[Mistake]:
    """Every mistake in an entry of this model that is one. A field that many records have is broken in one of them."""
    entry = whole_entry(model)
    for path, value in walk(entry):
        place = place_of(model, path)
        if place is None or not is_tried_here(place, model, path):
            continue
        for what, broken in broken_values(value, place):
            changed = deepcopy(entry)
            put(changed, path, broken)
            yield Mistake(path, what, changed)
        if isinstance(path[-1], str) and place.whole:
            for what, name in (("misspelt", misspelt(path[-1])), ("unknown", "nonsense")):
                yield Mistake(path, what, renamed(entry, path, name))
            if place.info.is_required():
                yield Mistake(path, "missing", renamed(entry, path, None))


#: Where a field of a record is tried: the model and the path, by the record that defines the field.
TRIED: dict[tuple[str, str, int], tuple[type[Record], KeyPath]] = {}


def is_tried_here(place: FieldPlace, model: type[Record], path: KeyPath) -> bool:
    owner = next(one for one in reversed(place.model.__mro__) if place.name in getattr(one, "__annotations__", {}))
    depth = len(path) - max(number for number, step in enumerate(path) if step == place.name)
    return TRIED.setdefault((owner.__name__, place.name, depth), (model, path)) == (model, path)


def walk(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Each value in an entry. Of a list, the first item alone."""
    if path:
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for step, item in items:
        yield from walk(item, (*path, step))


def broken_values(value: Any, place: FieldPlace) -> Iterator[tuple[str, Any]]:
    if place.is_list:
        words = [item for item in value if isinstance(item, str)]
        yield "a mapping", {"a": "b"}
        yield "no items", []
        yield "too many items", [deepcopy(item) for item in value * 20]
        yield "a text", "Some words"
        yield "a text of items", ", ".join(words) or "www.example.org"
        yield "a text of bullets", "".join(f"• {word} " for word in words)
        yield "a text of numbers", " ".join(f"{n}. {word}" for n, word in enumerate(words, 1))
        yield "nothing", f"{PLAIN}"
    elif place.is_mapping or isinstance(value, dict):
        yield "a text", "Some words"
        yield "a list", ["Some words"]
        yield "nothing", f"{PLAIN}"
    else:
        for text in ("Some words", "some-words", "2", "-3", "4 weeks", "2.5", "yes-no", "x" * 5000, " ", "Él/1"):
            yield f"`{text[:12]}`", text
        for text in ("23/11/2026", "6th August 2026", "2026-02-30", "2026-14-01", "2026", "November 2026"):
            yield f"`{text}`", text
        for text in ("www.example.org/a", "http://example.org", "guides/shadowing", "0300 123 4567", "07700 900123"):
            yield f"`{text}`", text
        yield "a misspelling", misspelt(value)
        yield "capitals", value.upper()
        yield "spaces for hyphens", value.replace("-", " ")
        yield "a bare word", f"{PLAIN}no"
        yield "nothing", f"{PLAIN}"
        yield "a list of one", [value]
        yield "a list", [value, f"{value} "]
        yield "a mapping", {"Ask": "who"}


def misspelt(word: str) -> str:
    middle = len(word) // 2
    return word[: middle - 1] + word[middle : middle + 1] + word[middle - 1 : middle] + word[middle + 1 :]


def put(entry: Any, path: KeyPath, value: Any) -> None:
    value_at(entry, path[:-1])[path[-1]] = value


def renamed(entry: Any, path: KeyPath, name: str | None) -> Any:
    """The entry with another name for a field, or without it."""
    changed = deepcopy(entry)
    holder = value_at(changed, path[:-1])
    fields = {name if key == path[-1] else key: value for key, value in holder.items()}
    fields.pop(None, None)
    holder.clear()
    holder.update(fields)
    return changed


_TICKED = re.compile("`([^`]*)`")
_LENGTH = re.compile(r"use (\d+) characters or fewer|keep the (\d+) that matter most")
_LINES = re.compile(r"\blines?\b.* `[ a-z_0-9-]+")


def followed(mistake: Mistake, problem: Problem, place: FieldPlace) -> Any | None:
    """The entry after somebody did what the help says, or None if it leaves that to a person."""
    entry, path, help = deepcopy(mistake.entry), mistake.path, problem.help
    if problem.code == "unknown-key":
        return with_the_right_name(mistake, help)
    if (most := _LENGTH.match(help)) and "`" not in help:
        put(entry, path, value_at(entry, path)[: int(most[1] or most[2])])
    elif " or add a new entry there first" in help:
        put(entry, path, next(iter(names_of(network(), place.catalogue))))
    elif _LINES.search(help):
        write_lines(entry, mistake, [line for line in _TICKED.findall(help) if re.match(r" *(?:- |[\w-]+:)", line)])
    elif words := _TICKED.findall(help):
        word = yaml.load(words[0], yaml.BaseLoader)
        put(entry, path, next(iter(word.values() if isinstance(word, dict) else word)) if word != str(word) else word)
    else:
        return None
    return entry


def with_the_right_name(mistake: Mistake, help: str) -> Any:
    """The entry with the field under the name that it must have. A question must name that one."""
    wrong, right = misspelt(str(mistake.path[-1])) if mistake.what == "misspelt" else "nonsense", str(mistake.path[-1])
    if help.startswith("did you mean"):
        assert _TICKED.findall(help)[0] == right
    else:
        assert f"`{right}`" in help or help.startswith("FIELDS.md lists"), help
    return renamed(mistake.entry, (*mistake.path[:-1], wrong), right)


def write_lines(entry: Any, mistake: Mistake, lines: list[str]) -> None:
    """Write lines in place of the broken field or item, or add them to a list that is too short."""
    path, written = mistake.path, yaml.load("\n".join(lines), yaml.BaseLoader)
    if isinstance(written, dict):
        value_at(entry, path[:-1]).update(written)
    elif isinstance(path[-1], int):
        put(entry, path, written[0])
    else:
        value_at(entry, path).extend(written)


def value_at(entry: Any, path: KeyPath) -> Any:
    for step in path:
        entry = entry[step]
    return entry


#: Advice that only a person can follow.
LEFT_TO_PEOPLE = re.compile(
    r"write something, or delete this line|write something after (?:it|the colon), or delete|copy another entry"
    r"|the month is the number in the middle|add what is missing|put each on a line of its own below"
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_an_entry_with_every_example_is_valid(model: type[Record]) -> None:
    assert problems_of(model, whole_entry(model)) == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_whoever_follows_the_advice_passes_the_check(model: type[Record]) -> None:
    wrong, tried = [], 0
    for mistake in mistakes(model):
        found = problems_of(model, mistake.entry)
        if not found:
            continue
        tried += 1
        place = place_of(model, mistake.path)
        assert place is not None
        problem = next((one for one in found if one.code == "unknown-key"), found[0])
        fixed = followed(mistake, problem, place)
        if fixed is None:
            if not LEFT_TO_PEOPLE.match(problem.help):
                wrong.append((mistake.path, mistake.what, problem.message, problem.help))
        elif problem in (left := problems_of(model, fixed)) or left:
            wrong.append((mistake.path, mistake.what, problem.message, problem.help, [p.message for p in left]))
    assert wrong == []
    assert tried
