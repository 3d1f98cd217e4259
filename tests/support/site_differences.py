"""The list of expected differences between two sites: what may differ, in which files, and because of what.

Each entry is a mapping:

    - what: unwrap div.mn-island          # the element goes, its children take its place
      where: "*.html"                     # a glob of files, in which `*` crosses folders; default: all
      because: One way to HTML: islands and their marks are gone

`what` is one of

- `unwrap SELECTOR`: the element is gone, and its children stand in its place,
- `remove SELECTOR`: the element is gone, or new, with all in it,
- `attribute SELECTOR NAME`: this attribute of the element may differ,
- `file gone`, `file new`, `file differs`: the file may be only in the site before or after, or differ in any way.

A selector is a tag with `.class`, `#id`, `[name]` and `[name=value]`, or several of them with spaces: the last is meant, and
the others are around it. An entry is used if what it takes out of the two sites is not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from support.html_trees import Element

_OPERATIONS = ("unwrap", "remove", "attribute", "file")
_FILE_KINDS = ("gone", "new", "differs")
_PART = re.compile(r"(?P<tag>[\w-]+|\*)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<name>[\w-]+)(?:=(?P<value>[^\]]*))?\]")
_COMPOUND = re.compile(rf"(?:{re.sub('[(][?]P<[a-z]+>', '(?:', _PART.pattern)})+")


class InvalidList(Exception):
    """The list cannot be used; the text says where and why."""


@dataclass(slots=True)
class Expected:
    """An entry of the list. `used` becomes true once it has allowed a difference."""

    what: str
    because: str
    where: str = "*"
    place: str = ""
    used: bool = field(default=False, init=False)

    @property
    def operation(self) -> str:
        return self.what.split()[0]

    @property
    def selector(self) -> list[str]:
        words = self.what.split()[1:]
        return words[:-1] if self.operation == "attribute" else words

    def covers(self, name: str) -> bool:
        """Whether the entry is about this file."""
        return fnmatchcase(name, self.where)

    def allows(self, name: str, kind: str) -> bool:
        """Whether this file may be gone, be new or differ. One that may differ may not be gone."""
        return self.covers(name) and self.what.split()[1] == kind

    def take_out_of(self, root: Element) -> list[object]:
        """Take the expected difference out of a page; what was taken, to be held against the other page."""
        taken: list[object] = []
        for parent, element in list(_matches(root, self.selector)):
            if self.operation == "attribute":
                taken.append(element.attributes.pop(self.what.split()[-1], None))
                continue
            at = parent.children.index(element)
            unwrapped = self.operation == "unwrap"
            parent.children[at : at + 1] = element.children if unwrapped else []
            taken.append(element.tag if unwrapped else element.frozen())
        return taken


def read(path: Path) -> list[Expected]:
    """The list of a file. Raises InvalidList with the file, the entry and what is wrong with it."""
    try:
        entries = yaml.safe_load(path.read_text("utf-8")) or []
    except yaml.YAMLError as error:
        raise InvalidList(f"{path}: not YAML: {error}") from error
    if not isinstance(entries, list):
        raise InvalidList(f"{path}: a list of entries is expected")
    return [_entry(f"{path}, entry {number}", entry) for number, entry in enumerate(entries, 1)]


def _entry(place: str, entry: object) -> Expected:
    if not isinstance(entry, dict) or not {"what", "because"} <= entry.keys() <= {"what", "where", "because"}:
        raise InvalidList(f"{place}: write `what` and `because`, and `where` if it is not about all files")
    if not all(isinstance(value, str) and value.strip() for value in entry.values()):
        raise InvalidList(f"{place}: each value is text; put quotes around it")
    expected = Expected(**entry, place=place)
    _check(expected)
    return expected


def _check(expected: Expected) -> None:
    operation, *words = expected.what.split()
    if operation not in _OPERATIONS:
        raise InvalidList(f"{expected.place}: `{operation}` is none of {', '.join(_OPERATIONS)}")
    if operation == "file":
        if len(words) != 1 or words[0] not in _FILE_KINDS:
            raise InvalidList(f"{expected.place}: write `file` and one of {', '.join(_FILE_KINDS)}")
        return
    if not expected.selector or not all(_COMPOUND.fullmatch(one) for one in expected.selector):
        raise InvalidList(f"{expected.place}: `{expected.what}` has no selector such as div.name, #id or a[href]")


def _matches(root: Element, selector: list[str]) -> Iterator[tuple[Element, Element]]:
    """Each element that is meant, with its parent: those further in come first, so that each can be taken out."""

    def walk(element: Element, around: list[Element]) -> Iterator[tuple[Element, Element]]:
        for child in element.children:
            if isinstance(child, Element):
                yield from walk(child, [*around, element])
                if _is(child, selector[-1]) and _stands_in(selector[:-1], [*around, element]):
                    yield element, child

    return walk(root, [])


def _stands_in(outer: list[str], around: list[Element]) -> bool:
    """Whether the elements around one, from the root inwards, include those of a selector in this order."""
    remaining = iter(around)
    return all(any(_is(element, compound) for element in remaining) for compound in outer)


def _is(element: Element, compound: str) -> bool:
    """Whether an element fits a selector without spaces."""
    for part in _PART.finditer(compound):
        tag, name, value = part["tag"], part["name"], part["value"]
        if tag and tag not in ("*", element.tag):
            return False
        if part["class"] and part["class"] not in element.classes:
            return False
        if part["id"] and element.attributes.get("id") != part["id"]:
            return False
        if name and (name not in element.attributes or (value is not None and element.attributes[name] != value)):
            return False
    return True
