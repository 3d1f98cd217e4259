"""HTML as trees that can be compared: what a browser builds from a page, without what no reader can tell apart."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree

import html5lib

#: Elements within a line of text, where a space beside them can be seen. Beside all others white space does not count.
_INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
    ),
    *("label", "mark", "meter", "output", "progress", "q", "s", "samp", "select", "small", "span", "strong", "sub", "sup"),
    *("svg", "text", "textarea", "time", "tspan", "u", "var"),
}
_VERBATIM = {"pre", "textarea", "script", "style"}
_SPACE = re.compile(r"[ \t\n\r\f]+")


class Frozen(NamedTuple):
    """An element that no longer changes: equal to each other element that shows the same."""

    tag: str
    attributes: frozenset[tuple[str, str]]
    children: tuple[Frozen | str, ...]

    def opening(self) -> str:
        """How the element starts, for a message."""
        return f"<{self.tag}{''.join(f' {name}={value!r}' for name, value in sorted(self.attributes))}>"

    def name(self) -> str:
        """The element in a path: its tag, and its id or its classes."""
        attributes = dict(self.attributes)
        classes = attributes.get("class", "").split()
        return self.tag + (f"#{attributes['id']}" if "id" in attributes else "".join(f".{one}" for one in classes))

    def text(self) -> str:
        """The element as short text, for a message."""
        return self.opening() + "".join(child if isinstance(child, str) else child.text() for child in self.children)


class Difference(NamedTuple):
    """One difference between two sites: the file, the place in it, and both sides."""

    file: str
    path: str
    before: str
    after: str


@dataclass(slots=True, eq=False)
class Element:
    """An element that expected differences can be taken out of."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def frozen(self) -> Frozen:
        """This element with its white space and its classes brought into one form."""
        attributes = dict(self.attributes)
        if "class" in attributes:
            attributes["class"] = " ".join(sorted(self.classes))
        children = (child if isinstance(child, str) else child.frozen() for child in self._tidied())
        return Frozen(self.tag, frozenset(attributes.items()), tuple(children))

    def _tidied(self) -> Iterator[Element | str]:
        """The children, where text next to each other is one and white space beside blocks is gone."""
        joined: list[Element | str] = []
        for child in self.children:
            if isinstance(child, str) and joined and isinstance(joined[-1], str):
                joined[-1] += child
            else:
                joined.append(child)
        if self.tag in _VERBATIM:
            yield from joined
            return
        for place, child in enumerate(joined):
            if not isinstance(child, str):
                yield child
                continue
            text = _SPACE.sub(" ", child)
            text = text.lstrip(" ") if self._is_edge(joined, place - 1) else text
            text = text.rstrip(" ") if self._is_edge(joined, place + 1) else text
            if text:
                yield text

    def _is_edge(self, children: list[Element | str], place: int) -> bool:
        """Whether text ends at this place because a block does: a child, or this element itself."""
        if not 0 <= place < len(children):
            return self.tag not in _INLINE or self.tag == "svg"
        beside = children[place]
        return isinstance(beside, Element) and beside.tag not in _INLINE


#: Attributes that hold an address.
_ADDRESSES = ("href", "src", "action")


def parse(page: bytes, file: str = "") -> Element:
    """A page as a browser reads it, with whole addresses: `../` and `..` lead to the same. `file` is the page's path.

    Comments are dropped; whether the page has quirks is an attribute of its root.
    """
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = _converted(parser.parse(page))
    root.attributes["(mode)"] = str(parser.compatMode)
    _resolve(root, f"/{file}")
    return root


def _resolve(element: Element, base: str) -> None:
    for name in _ADDRESSES:
        if name in element.attributes:
            path, mark, rest = element.attributes[name].partition("#")
            element.attributes[name] = urljoin(base, path or "./") + mark + rest
    for child in element.children:
        if isinstance(child, Element):
            _resolve(child, base)


def _converted(node: ElementTree.Element) -> Element:
    """An element of the parser's tree as one of ours."""
    element = Element(_bare(node.tag), {_bare(name): value for name, value in node.attrib.items()})
    if node.text:
        element.children.append(node.text)
    for child in node:
        if isinstance(child.tag, str):
            element.children.append(_converted(child))
        if child.tail:
            element.children.append(child.tail)
    return element


def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def compare(file: str, before: Frozen, after: Frozen, path: str = "") -> Iterator[Difference]:
    """Each difference between two elements that stand in the same place."""
    path = f"{path} > {before.name()}" if path else before.name()
    left, right = dict(before.attributes), dict(after.attributes)
    for name in sorted(left.keys() | right.keys()):
        if left.get(name) != right.get(name):
            yield Difference(file, f"{path} @{name}", _shown(left.get(name)), _shown(right.get(name)))
    if before.children == after.children:
        return
    matcher = difflib.SequenceMatcher(None, before.children, after.children, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield from _of_runs(file, path, before.children[start:end], after.children[other_start:other_end])


def _of_runs(
    file: str, path: str, before: tuple[Frozen | str, ...], after: tuple[Frozen | str, ...]
) -> Iterator[Difference]:
    """What differs between two runs of children: in pairs as long as their kinds are the same, else one by one."""
    tags = [[child.tag if isinstance(child, Frozen) else "text" for child in run] for run in (before, after)]
    matcher = difflib.SequenceMatcher(None, *tags, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            for left, right in zip(before[start:end], after[other_start:other_end], strict=True):
                if isinstance(left, Frozen) and isinstance(right, Frozen):
                    yield from compare(file, left, right, path)
                elif left != right:
                    yield Difference(file, f"{path} > text", repr(left), repr(right))
        else:
            yield Difference(file, path, _shown(before[start:end]), _shown(after[other_start:other_end]))


def _shown(value: str | tuple[Frozen | str, ...] | None) -> str:
    """An attribute's value or a run of children in a message."""
    if isinstance(value, tuple):
        return " ".join(repr(child) if isinstance(child, str) else child.text() for child in value) or "nothing"
    return "nothing" if value is None else repr(value)
