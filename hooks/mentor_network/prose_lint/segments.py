"""Authors' words, once per source field, cut into what is read at a time: paragraphs, items, cells and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mentor_network.checks.links import Passage
from mentor_network.markdown_syntax import FIGURE, LINK, blank, blocks
from mentor_network.problems import Span
from mentor_network.records import Entry, EvidenceTable, Model, Note, Records, Source
from mentor_network.source import Items, KeyPath, Table, Text

#: Keys whose values are ids, addresses, days or choices from a list, and not words for a reader.
_NO_WORDS = frozenset(
    """
    id url see site_url repository contact where guide evidence opportunity opportunities responsibilities stages domains
    themes develops can_show leads_to part_of next_stage superseded_by moved_to split_into source page pages number values
    kind type activity_types how audience basis meaning_basis added changed checked last_reviewed next_review opens closes
    started date copy_from
    """.split()  # noqa: SIM905 - a list of 40 lines is harder to read
)
#: Keys whose values are somebody else's words, or words that people search with: ours to repeat, not to change.
_NOT_OURS = frozenset(["also_known_as", "search_words", "wording", "words", "publisher", "provider", "trust_name"])
#: Keys that hold somebody else's words in one kind of record and ours in others.
_NOT_OURS_IN: dict[type, frozenset[str]] = {
    EvidenceTable: frozenset(["label", "title", "people"]),
    Source: frozenset(["title", "published", "note", "licence"]),
    Note: frozenset(["says", "but"]),
    Model: frozenset(["name", "short_name", "edition", "published", "label"]),
}
_TITLES = frozenset(["title", "name"])
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_CODE = re.compile(r"`[^`\n]+`")
_QUOTED = re.compile(r'"[^"]*"')
_TARGET = re.compile(r"\]\([^()\n]{0,700}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)")
#: A sentence ends with its mark, or with a colon at the end of a line, as in words for a reader to go on from.
_END = re.compile(r"[.!?][\"')\]]{0,3}(?=\s|$)|:(?=\n[A-Z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph (`text`), list item, table cell, heading or title. `own` is `text` without what is in quotation marks.

    In both, link targets, code and the names of figures are blank out, so that places stay the same.
    """

    passage: Passage
    kind: str
    start: int
    text: str
    own: str

    def at(self, offset: int = 0) -> Span:
        """The place of something in it."""
        return self.passage.at(self.start + offset)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence, and how far into the piece its first word is."""
        start = 0
        for end in (*(found.end() for found in _END.finditer(self.text)), len(self.text)):
            sentence = self.text[start:end]
            if words := sentence.strip():
                yield start + sentence.index(words[0]), words
            start = end

    @property
    def heads(self) -> bool:
        """Does it stand above other text?"""
        return self.kind in ("title", "heading")


def pieces(records: Records) -> Iterator[Piece]:
    """All that authors wrote in their own words."""
    for entry in records.all():
        yield from pieces_of(entry)


def pieces_of(entry: Entry[Any]) -> Iterator[Piece]:
    """What one entry or page says, in the order of its file."""
    for passage in passages(entry):
        text = _without_code(passage.text)
        if passage.steps and passage.steps[-1] in _TITLES:
            yield _piece(passage, "title", 0, text)
        else:
            for kind, start, end in _parts(text):
                yield _piece(passage, kind, start, text[start:end])


def passages(entry: Entry[Any]) -> Iterator[Passage]:
    """Every text of an entry that is in our words."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    without = _NO_WORDS | _NOT_OURS | _NOT_OURS_IN.get(type(entry.record), frozenset())
    for steps, text in _walk(value, (), without):
        yield Passage(entry, text, steps)
    if entry.document.body:
        yield Passage(entry, entry.document.body)


def _walk(value: Any, steps: KeyPath, without: frozenset[str]) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Text):
        yield steps, value
    elif isinstance(value, Table):
        for key, item in value.items():
            # A key that holds ids in one kind of record, such as `responsibilities`, holds whole entries in another.
            entries = isinstance(item, Items) and any(isinstance(i, Table) for i in item)
            if entries or key not in without:
                yield from _walk(item, (*steps, key), without)
    elif isinstance(value, Items):
        for number, item in enumerate(value):
            yield from _walk(item, (*steps, number), without)


def _piece(passage: Passage, kind: str, start: int, text: str) -> Piece:
    plain = FIGURE.sub(lambda found: "#" * len(found[0]), LINK.sub(_without_target, text))
    return Piece(passage, kind, start, plain, _QUOTED.sub(lambda found: blank(found[0]), plain))


def _without_target(found: re.Match[str]) -> str:
    return _TARGET.sub(lambda target: " " * len(target[0]), found[0])


def _without_code(text: str) -> str:
    """Blank out code and views. The words of a block named `words` stay: they are ours, and people send them."""
    out, end = [], 0
    for block in blocks(text):
        after = block.text_start + len(block.text)
        body = block.text if block.kind == "words" else blank(block.text)
        out += [text[end : block.start], blank(text[block.start : block.text_start]), body, blank(text[after : block.end])]
        end = block.end
    return _CODE.sub(lambda found: blank(found[0]), "".join((*out, text[end:])))


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """The paragraphs, items, cells and headings of a text: what each is, and where it starts and ends."""
    kind, start, end, place = "", 0, 0, 0
    for line in text.split("\n"):
        fresh, skip = _begins(line)
        if kind and (fresh != "text" or kind == "heading"):
            yield kind, start, end
            kind = ""
        if fresh == "cells":
            yield from _cells(line, place)
        elif fresh != "gap" and not kind:
            kind, start = fresh, place + skip
        end = place + len(line)
        place = end + 1
    if kind:
        yield kind, start, end


def _begins(line: str) -> tuple[str, int]:
    """What a line begins or goes on with, and how many of its characters are marks and not words."""
    if not line.strip():
        return "gap", 0
    if line.startswith("|"):
        return "cells", 0
    for pattern, kind in ((_HEADING, "heading"), (_ITEM, "item")):
        if found := pattern.match(line):
            return kind, found.end()
    return "text", 0


def _cells(line: str, place: int) -> Iterator[tuple[str, int, int]]:
    for cell in line.split("|"):
        if words := cell.strip(" -:"):
            start = cell.index(words[0])
            yield "cell", place + start, place + len(cell.rstrip())
        place += len(cell) + 1
