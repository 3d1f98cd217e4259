"""Catalogues that a new network can copy from this one: leadership models and the glossary.

Text that names our network, region or evaluation is removed, and so are links to pages and stages that the new network does
not have. The rest is copied unchanged, with the sources that it cites.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentor_network import markdown_syntax
from mentor_network.authoring.yaml_edits import Edits
from mentor_network.problems import Problems
from mentor_network.source import Items, Table, Text, parse

#: The values of `--with`, and the file of each.
FILES = {"models": "leadership_models.yaml", "glossary": "glossary.yaml"}
_CREDIT = """\
# From "{name}" by its contributors, under CC BY 4.0, with changes. Add your own entries, and change these as you need.
# "Our" in a text means the people who wrote it.
"""
_SCHEMA = re.compile(r"(?<=\$schema=)\S*/")
_LINK = re.compile(r"\[([^\]]+)\]\((/[^)\s]*)\)")
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z0-9\[\"])")
#: Fields of a term that hold other names for it.
_ALIASES = ("also_known_as", "search_words")
#: Fields of a domain whose keys are ids of stages.
_BY_STAGE = ("expectations", "evidence_at", "questions")


def folder() -> Path:
    """The folder of the shared files: in the installed package, or the root of the engine's own repository."""
    packed = Path(__file__).parent / "shared"
    return packed if packed.is_dir() else Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class NewNetwork:
    """The network that copies a catalogue: ids of its stages, and the anchors of each of its addresses."""

    stages: Collection[str]
    pages: Mapping[str, Collection[str]]

    def has(self, target: str) -> bool:
        """Whether the target of a link, with or without an anchor, exists."""
        path, _, anchor = target.partition("#")
        return path in self.pages and (not anchor or anchor in self.pages[path])


def original(file: str) -> str:
    """A shared file unchanged, except for the path of its schema and a comment on its licence."""
    schema, _, rest = _read(file).partition("\n")
    credit = _CREDIT.format(name=_parsed(_read("network.yaml"))["name"])
    return f"{_SCHEMA.sub('.vscode/schemas/', schema)}\n{credit}{rest}"


def adapted(text: str, new: NewNetwork) -> str:
    """The text of a shared catalogue without what names us, and without links and stages that `new` does not have."""
    edits, value = Edits(text), _parsed(text)
    _Adapter(edits, new, own_names(), frozenset(_our_sources())).value(value)
    return edits.text()


def cited(texts: Collection[str]) -> str:
    """The YAML of those of our sources that the texts cite, unchanged."""
    named = {source for text in texts for source in _citations(_parsed(text))}
    return "".join(block for name, block in _sources() if name in named)


def own_names() -> re.Pattern[str]:
    """Matches names of our network, its region, mentors and evaluation. They are read from network.yaml and the glossary."""
    network, glossary = _parsed(_read("network.yaml")), _parsed(_read("glossary.yaml"))
    region = network["region"]
    for nation in network.get("nations", ()):
        region = region.removesuffix(f" {nation['name']}")
    mentors = network["mentors_are_called"]
    words = {network["name"], region, mentors.removesuffix("s")}
    words |= {term["abbreviation"] for term in glossary if term["term"] == mentors.removesuffix("s")}
    if evaluation := network.get("evaluation"):
        article, _, name = evaluation["name"].partition(" ")
        words |= {name, f"{article} {name.rpartition(' ')[2]}"}
    # With a hyphen or any white space between words, and with a plural s.
    patterns = (r"[\s-]+".join(map(re.escape, str(word).split())) for word in sorted(words))
    return re.compile(rf"\b(?:{'|'.join(patterns)})s?\b", re.IGNORECASE)


class _Adapter:
    """Walks through a parsed catalogue and adds what to remove and to rewrite to `edits`."""

    def __init__(self, edits: Edits, new: NewNetwork, ours: re.Pattern[str], our_sources: Collection[str]) -> None:
        self.edits, self.new, self.ours, self.our_sources = edits, new, ours, our_sources

    def value(self, value: Any) -> None:
        if isinstance(value, Items):
            self._items(value)
        elif isinstance(value, Table):
            if "term" in value:
                self._aliases(value)
            for key, item in value.items():
                if key not in _ALIASES or "term" not in value:
                    self._field(key, item)

    def _items(self, items: Items) -> None:
        for item in items:
            if isinstance(item, Table) and "term" in item and self._is_about_us(item):
                self.edits.remove(item.line, item.column - 2)
            elif isinstance(item, Text):
                self._text(item, item.line, item.column - 2)
            else:
                self.value(item)

    def _field(self, key: Any, item: Any) -> None:
        if key == "see":
            self._only(key, item, self.new.has)
        elif key == "sources":
            self._only(key, item, lambda citation: citation["source"] not in self.our_sources)
        elif key in _BY_STAGE:
            removed = [stage for stage in item if stage not in self.new.stages]
            for place in [key] if len(removed) == len(item) else removed:
                self.edits.remove(place.line, place.column)
            if len(removed) < len(item):
                for stage in set(item) - set(removed):
                    self.value(item[stage])
        elif isinstance(item, Text):
            self._text(item, key.line, key.column)
        else:
            self.value(item)

    def _only(self, key: Any, items: Items, keep: Callable[[Any], bool]) -> None:
        removed = [item for item in items if not keep(item)]
        if len(removed) == len(items):
            self.edits.remove(key.line, key.column)
            return
        for item in removed:
            self.edits.remove(item.line, item.column - 2)

    def _is_about_us(self, term: Table) -> bool:
        """Whether a term, or the first sentence of its meaning, names us."""
        return self._names_ours(term["term"]) or self._names_ours(_sentences(term["meaning"])[0])

    def _names_ours(self, text: str) -> bool:
        """Whether a text names us, or has a figure of our evidence."""
        return bool(self.ours.search(text)) or any(markdown_syntax.figures(text))

    def _aliases(self, term: Table) -> None:
        """Remove aliases of a term that name us, or that only a sentence about us explains."""
        about_us = " ".join(sentence for sentence in _sentences(term["meaning"]) if self._names_ours(sentence))
        for key, names in term.items():
            if key in _ALIASES:
                self._only(key, names, lambda alias: not self._names_ours(alias) and alias not in about_us)

    def _text(self, text: Text, line: int, column: int) -> None:
        """Remove sentences that name us, and replace links to missing pages by their text."""
        dead = [found for found in _LINK.finditer(text) if not self.new.has(found[2])]
        if not dead and not self._names_ours(text):
            return
        if self._rewritten(" ".join(text.split())):
            self.edits.rewrite(line, column, self._rewritten)
        else:
            self.edits.remove(line, column)

    def _rewritten(self, paragraph: str) -> str:
        unlinked = _LINK.sub(lambda found: found[0] if self.new.has(found[2]) else found[1], paragraph)
        return " ".join(sentence for sentence in _SENTENCE.split(unlinked) if not self._names_ours(sentence))


def _sentences(text: str) -> list[str]:
    return _SENTENCE.split(" ".join(text.split()))


def _citations(value: Any) -> Iterator[str]:
    for key, item in value.items() if isinstance(value, Table) else enumerate(value):
        if key == "source":
            yield str(item)
        elif not isinstance(item, Text):
            yield from _citations(item)


def _sources() -> Iterator[tuple[str, str]]:
    """The id and the YAML of each of our sources."""
    text = _read("evidence.yaml")
    edits = Edits(text)
    for source in _parsed(text)["sources"]:
        yield str(source["id"]), edits.block(source.line, source.column - 2)


def _our_sources() -> Iterator[str]:
    """The ids of sources about our region or our evaluation, which another network has no reason to cite."""
    pattern = own_names()
    yield from (name for name, block in _sources() if pattern.search(block))


def _read(file: str) -> str:
    return (folder() / file).read_text("utf-8")


def _parsed(text: str) -> Any:
    value = parse(text, "", Problems())
    assert value is not None
    return value


def themes(text: str) -> dict[str, list[str]]:
    """The domains of each theme in the text of leadership_models.yaml."""
    return {theme["id"]: theme["domains"] for theme in _parsed(text)["themes"]}
