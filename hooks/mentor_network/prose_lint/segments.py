"""Authors' text, split into segments: paragraphs, list items, table cells, headings and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mentor_network.checks.links import Passage
from mentor_network.markdown_syntax import FIGURE, LINK, blank, blocks
from mentor_network.problems import Problems, Span
from mentor_network.records import Entry, EvidenceTable, Model, Note, Page, Records, Source
from mentor_network.records.sheet import sheets
from mentor_network.source import Items, KeyPath, Table, Text

#: Keys whose values are ids, addresses, dates or choices, and not prose.
_NOT_PROSE = frozenset(
    """
    id url see site_url repository contact where guide evidence opportunity opportunities responsibilities stages domains
    themes develops can_show leads_to part_of next_stage superseded_by moved_to split_into source page pages number values
    kind type activity_types how audience basis meaning_basis added changed checked last_reviewed next_review opens closes
    started date copy_from
    """.split()  # noqa: SIM905 - a list of 40 lines is harder to read
)
#: Keys whose values are quoted from somebody else, or are search words.
_QUOTED_FIELDS = frozenset(["also_known_as", "search_words", "wording", "words", "publisher", "provider", "trust_name"])
#: Keys whose values are quoted in one kind of record only.
_QUOTED_FIELDS_OF: dict[type, frozenset[str]] = {
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
#: A sentence ends with a punctuation mark, or with a colon at the end of a line.
_END = re.compile(r"[.!?][\"')\]]{0,3}(?=\s|$)|:(?=\n[A-Z])")


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph (`text`), list item, table cell, heading or title. `own` is `text` without text in quotation marks.

    In both, link targets, code and names of figures are replaced by spaces or `#`, so that offsets stay the same.
    """

    passage: Passage
    kind: str
    start: int
    text: str
    own: str

    def at(self, offset: int = 0) -> Span:
        """The place in its file of an offset in the segment."""
        return self.passage.at(self.start + offset)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence, with the offset of its first word in the segment."""
        start = 0
        for end in (*(found.end() for found in _END.finditer(self.text)), len(self.text)):
            sentence = self.text[start:end]
            if words := sentence.strip():
                yield start + sentence.index(words[0]), words
            start = end

    @property
    def is_heading(self) -> bool:
        """Whether it is a title or a heading."""
        return self.kind in ("title", "heading")


def segments(records: Records) -> Iterator[Segment]:
    """The segments of every record."""
    for entry in records.all():
        yield from segments_of(entry)


def segments_of(entry: Entry[Any]) -> Iterator[Segment]:
    """The segments of one entry or page, in the order of its file. The labels of sheets come last."""
    for passage in passages(entry):
        text = _blank_code(passage.text)
        if passage.steps and passage.steps[-1] in _TITLES:
            yield _segment(passage, "title", 0, text)
        else:
            for kind, start, end in _parts(text):
                yield _segment(passage, kind, start, text[start:end])
    if isinstance(entry.record, Page):
        for _, sheet, document in sheets(entry, Problems()):
            if sheet and document:
                yield from segments_of(Entry(sheet, document))


def passages(entry: Entry[Any]) -> Iterator[Passage]:
    """Every text of an entry that is neither quoted nor an id, date or choice."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    without = _NOT_PROSE | _QUOTED_FIELDS | _QUOTED_FIELDS_OF.get(type(entry.record), frozenset())
    for steps, text in _walk(value, (), without):
        yield Passage(entry, text, steps)
    if entry.document.body:
        yield Passage(entry, entry.document.body)


def _walk(value: Any, steps: KeyPath, without: frozenset[str]) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, Text):
        yield steps, value
    elif isinstance(value, Table):
        for key, item in value.items():
            # A key such as `responsibilities` holds ids in one kind of record and entries in another.
            entries = isinstance(item, Items) and any(isinstance(i, Table) for i in item)
            if entries or key not in without:
                yield from _walk(item, (*steps, key), without)
    elif isinstance(value, Items):
        for number, item in enumerate(value):
            yield from _walk(item, (*steps, number), without)


def _segment(passage: Passage, kind: str, start: int, text: str) -> Segment:
    plain = FIGURE.sub(lambda found: "#" * len(found[0]), LINK.sub(_blank_targets, text))
    return Segment(passage, kind, start, plain, _QUOTED.sub(lambda found: blank(found[0]), plain))


def _blank_targets(found: re.Match[str]) -> str:
    return _TARGET.sub(lambda target: " " * len(target[0]), found[0])


def _blank_code(text: str) -> str:
    """Replace code and views by spaces, but keep the text of blocks named `words`, which is prose to send."""
    out, end = [], 0
    for block in blocks(text):
        after = block.text_start + len(block.text)
        body = block.text if block.kind == "words" else blank(block.text)
        out += [text[end : block.start], blank(text[block.start : block.text_start]), body, blank(text[after : block.end])]
        end = block.end
    return _CODE.sub(lambda found: blank(found[0]), "".join((*out, text[end:])))


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """The kind, start and end of each paragraph, list item, cell and heading of a text."""
    kind, start, end, place = "", 0, 0, 0
    for line in text.split("\n"):
        line_kind, skip = _line_kind(line)
        if kind and (line_kind != "text" or kind == "heading"):
            yield kind, start, end
            kind = ""
        if line_kind == "cells":
            yield from _cells(line, place)
        elif line_kind != "gap" and not kind:
            kind, start = line_kind, place + skip
        end = place + len(line)
        place = end + 1
    if kind:
        yield kind, start, end


def _line_kind(line: str) -> tuple[str, int]:
    """The kind of a line, and the number of characters of its marker."""
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
