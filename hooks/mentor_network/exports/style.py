"""How authors' words read, held against the style of the NHS digital service manual and this site's promises about itself.

Every text is read once, where it was written. The numbers of rules (S1, N3 and so on) name them in messages and case files.
`gate` yields what must be mended before a merge; `warnings` yields what a person may judge otherwise. Other people's words are
theirs: text in quotation marks, exact wordings, titles of sources and words to search with are not held to our style.

Every pattern takes time in proportion to the text: repeats are of one class of characters, or short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from mentor_network.problems import short
from mentor_network.prose import FIGURE, LINK, blocks
from mentor_network.records import Entry, EvidenceTable, Model, Note, Records, Source, Term
from mentor_network.rules.prose import Passage
from mentor_network.source import Items, Steps, Table, Text


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Words that break a rule, where they stand, and what to write instead."""

    file: str
    line: int
    column: int
    rule: str
    message: str
    help: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.rule}: {self.message}\n  help: {self.help}"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, list item, table cell or heading. `own` is `text` without what stands in quotation marks.

    In both, link targets, code and the names of figures are blanked out, so that places stay the same.
    """

    passage: Passage
    kind: str
    start: int
    text: str
    own: str

    def finding(self, rule: str, offset: int, message: str, help: str) -> Finding:
        span = self.passage.at(self.start + offset)
        return Finding(span.file, span.line, span.column, rule, message, help)


def gate(records: Records) -> Iterator[Finding]:
    """What must be mended, in the order of files and lines."""
    yield from sorted({*_everywhere(records, GATE), *_each_entry(records), *_each_piece(records)})


def warnings(records: Records) -> Iterator[Finding]:
    """What is worth another look, in the order of files and lines."""
    found = set(_everywhere(records, WARN))
    for piece in pieces(records):
        found.update(_long_sentences(piece, 20, 30))
        found.update(_long_paragraphs(piece))
        found.update(_spelt_numbers(piece))
    for entry in records.all():
        found.update(_long_lists(entry))
    yield from sorted(found)


# --- Which texts are read -------------------------------------------------------------------------------------------------

#: Keys whose values are ids, addresses or choices from a list and not words for a reader.
_NO_WORDS = frozenset(
    "id url see site_url repository contact stages where develops can_show themes leads_to guide evidence opportunity "
    "opportunities responsibilities part_of basis meaning_basis source page pages number next_stage superseded_by "
    "moved_to split_into values kind type how checked audience trust_name".split()
)
#: Keys whose values are somebody else's words, or words that people search with: ours to repeat, not to change.
_NOT_OURS = frozenset(["also_known_as", "wording", "words", "publisher", "provider"])
#: Keys that hold the publisher's own words in one kind of record and ours in others.
_NOT_OURS_IN: dict[type, frozenset[str]] = {
    EvidenceTable: frozenset(["label", "title", "people"]),
    Source: frozenset(["title", "published", "note", "licence"]),
    Note: frozenset(["says", "but"]),
    Model: frozenset(["name", "short_name", "edition", "published", "label"]),
}
#: In these, ids of the network are keys or stand in lists of the same name as a list of words.
_LISTS_OF_ENTRIES = frozenset(["responsibilities", "opportunities"])
_TITLES = frozenset(["title", "name"])
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_CODE = re.compile(r"`[^`\n]+`")
_QUOTED = re.compile(r'"[^"]*"')
_TARGET = re.compile(r"\]\([^()\n]{0,700}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)")


def passages(entry: Entry[Any]) -> Iterator[Passage]:
    """Every text of an entry that is in our words."""
    value: Any = entry.document.value
    for step in entry.path:
        value = value[step]
    ours = _NO_WORDS | _NOT_OURS | _NOT_OURS_IN.get(type(entry.record), frozenset())
    for steps, text in _walk(value, (), ours):
        yield Passage(entry, text, steps)
    if entry.document.body:
        yield Passage(entry, entry.document.body)


def _walk(value: Any, steps: Steps, without: frozenset[str]) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, Text):
        yield steps, value
    elif isinstance(value, Table):
        for key, item in value.items():
            entries = key in _LISTS_OF_ENTRIES and isinstance(item, Items) and any(isinstance(i, Table) for i in item)
            if key not in without or entries:
                yield from _walk(item, (*steps, key), without)
    elif isinstance(value, Items):
        for number, item in enumerate(value):
            yield from _walk(item, (*steps, number), without)


def pieces(records: Records) -> Iterator[Piece]:
    for entry in records.all():
        yield from pieces_of(entry)


def pieces_of(entry: Entry[Any]) -> Iterator[Piece]:
    for passage in passages(entry):
        text = _without_code(passage.text)
        if passage.steps and passage.steps[-1] in _TITLES:
            yield _piece(passage, "title", 0, text)
            continue
        for kind, start, end in _parts(text):
            yield _piece(passage, kind, start, text[start:end])


def _piece(passage: Passage, kind: str, start: int, text: str) -> Piece:
    plain = FIGURE.sub(lambda found: "#" * len(found[0]), LINK.sub(_without_target, text))
    own = _QUOTED.sub(lambda found: " " * len(found[0]), plain)
    return Piece(passage, kind, start, plain, own)


def _without_target(found: re.Match[str]) -> str:
    return _TARGET.sub(lambda target: " " * len(target[0]), found[0])


def _without_code(text: str) -> str:
    """Blank out code and views. The words of a block named `words` stay: they are ours, and people send them."""
    out, end = [], 0
    for block in blocks(text):
        body = block.text if block.kind == "words" else _blank(block.text)
        after = text[block.inside + len(block.text) : block.end]
        out += [text[end : block.start], _blank(text[block.start : block.inside]), body, _blank(after)]
        end = block.end
    return _CODE.sub(lambda found: _blank(found[0]), "".join((*out, text[end:])))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """The paragraphs, items, cells and headings of a text: what each is, and where it starts and ends."""
    kind, start, end, place = "", 0, 0, 0
    for line in text.split("\n"):
        fresh, skip = _line_kind(line)
        if kind and fresh != "text":
            yield kind, start, end
            kind = ""
        if fresh == "cells":
            yield from _cells(line, place)
        elif fresh in ("heading", "item") or (fresh == "text" and not kind):
            kind, start = fresh, place + skip
        end = place + len(line)
        place += len(line) + 1
        if kind == "heading":
            yield kind, start, end
            kind = ""
    if kind:
        yield kind, start, end


def _line_kind(line: str) -> tuple[str, int]:
    """What a line begins, and how many of its characters are marks and not words."""
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
        if cell.strip(" -:"):
            yield "cell", place, place + len(cell)
        place += len(cell) + 1


# --- Rules that are a pattern ---------------------------------------------------------------------------------------------


class Pattern(NamedTuple):
    """Words that a rule is about. `quoted`: whether it holds inside quotation marks too."""

    rule: str
    words: re.Pattern[str]
    message: str
    help: str
    quoted: bool = False


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"


def _words(text: str, *flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(text.replace(" ", r"\s"), *flags or (re.IGNORECASE,))


GATE: tuple[Pattern, ...] = (
    Pattern(
        "S3",
        _words(r"\bjunior doctors?\b|(?<!management )\btrainees?\b|\bjuniors\b"),
        "`{}` is not what we call people",
        "write `resident doctor`; the word may stay in quotation marks and in `also_known_as`",
    ),
    Pattern(
        "S4",
        _words(r"\b[a-z]{2,8}n['’]t\b|\b(?:should|could|would|must|they|we|you|I)['’]ve\b"),
        "`{}` is harder to read than the full words",
        "write both words out, such as `cannot` or `do not`",
    ),
    Pattern("S6", re.compile("[“”‘’]"), "`{}` is a curly mark", "type a straight quotation mark or apostrophe", True),
    Pattern("S6", re.compile("—| -- "), "`{}` is a long dash", "use a full stop, a comma or a colon"),
    Pattern(
        "S9",
        re.compile(r"(?<![*\w\\])\*(?![*\s])[^*\n]{1,300}(?<!\s)\*(?![*\w])|(?<![_\w\\])_(?![_\s])[^_\n]{1,300}(?<!\s)_(?![_\w])"),
        "`{}` is in italics, which many people find hard to read",
        "take the marks out; a title needs none",
        True,
    ),
    Pattern(
        "S11",
        re.compile(r"(?<![\w/.-])[A-Z]{0,5}\d{1,4}\s?[-–]\s?[A-Z]{0,5}\d{1,4}(?![\w/-])"),
        "`{}` is a range with a dash",
        "write it with `to`, such as `4 to 8`",
    ),
    Pattern(
        "S12",
        _words(
            rf"\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{_MONTHS}|{_SHORT_MONTHS})\b"
            rf"|\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
            rf"|\b\d{{1,2}} (?:{_SHORT_MONTHS})\b|\b(?:{_SHORT_MONTHS}) \d{{4}}\b"
            r"|(?<![\w/])\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
        ),
        "`{}` is not how we write dates",
        "write the day, the month in full and the year: `6 August 2018`",
    ),
    Pattern(
        "S14",
        _words(r"(?<![\w.])(?:e\.g|i\.e|eg|ie|etc|viz|cf)\b\.?"),
        "`{}` is Latin that some readers and screen readers stumble over",
        "write `for example`, `that is` or the whole list",
    ),
    Pattern(
        "S19",
        _words(r"\bBA?ME\b|\bsuffer(?:s|ed|ing)? from\b|\bwheelchair[ -]bound\b|\bhandicapped\b|\bthe disabled\b"),
        "`{}` is a word that people it names have asked us not to use",
        "write `ethnic minorities`, `disabled people` or `has` the condition",
    ),
    Pattern(
        "N3",
        _words(
            r"\b(?:approved|endorsed|accredited|recommended|recognised) by[^.!?]{0,60}"
            r"(?:NHS|GMC|General Medical Council|HEE|Health Education England|college|faculty|deanery)"
            r"|\bofficial(?:ly)?\b[^.!?]{0,40}(?:NHS|GMC|General Medical Council|HEE|Health Education England|college|faculty)"
            r"|\b(?:NHS|GMC|HEE|college)[^.!?]{0,20}\bofficial(?:ly)?\b"
        ),
        "`{}` claims that a public body stands behind something",
        "say who did what and cite it, or leave the claim out",
    ),
)
WARN: tuple[Pattern, ...] = (
    Pattern("S5", _words(r"\bshould\b"), "`{}` sounds like a teacher", "tell the reader what to do: `ask`, `write`"),
    Pattern("S10", re.compile(r"(?<![\w.#/-])(?!19\d\d\b|20\d\d\b)\d{4,9}\b"), "`{}` is hard to read", "put in commas: 1,000"),
    Pattern(
        "S13",
        _words(r"\b\d{1,2}[.:]\d\d (?:am|pm)\b|\b\d{1,2} (?:am|pm)\b|\b\d{1,2}\.\d\d(?:am|pm)\b|\b(?:[01]\d|2[0-3]):[0-5]\d\b|\b12(?:am|pm)\b"),
        "`{}` is not how we write times",
        "write `5:30pm`, `9am`, `midday` or `midnight`",
    ),
    Pattern(
        "S17",
        _words(r"\b(?:is|are|was|were|be|been|being) \w{2,20}ed by\b"),
        "`{}` hides who acts",
        "start with who does it",
    ),
    Pattern(
        "S18",
        _words(
            r"\bjourneys?\b|\btoolkits?\b|\bleverag(?:e|es|ing)\b|\bdeep dives?\b|\bempower\w{0,5}\b|\bholistic\b|\bgoing forward\b"
            r"|\bbest practice\b|\brobust\b|\bstakeholders?\b|\bfacilitat(?:e|es|ing)\b|\bkey learnings?\b|\bpassionate\b|\btransformational\b"
        ),
        "`{}` is a word that says little",
        "say what happens in plain words",
    ),
)


def _everywhere(records: Records, patterns: Iterable[Pattern]) -> Iterator[Finding]:
    for piece in pieces(records):
        for pattern in patterns:
            for found in pattern.words.finditer(piece.text if pattern.quoted else piece.own):
                message = pattern.message.format(short(found[0], 60))
                yield piece.finding(pattern.rule, found.start(), message, pattern.help)


# --- Rules about one piece ------------------------------------------------------------------------------------------------

_END = re.compile(r"[.!?][\"')\]]{0,3}(?=\s|$)")
_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?![- ](?:thirds?|quarters?|fifths?))", re.I)
_PDF = re.compile(r"\[(?P<text>[^\[\]\n]{0,300})\]\([^()\s]{0,500}\.pdf\)", re.IGNORECASE)
_SIZE = re.compile(r"\(PDF(?: only)?, [\d.]{1,6}(?:KB|MB)\)")
_CAPITAL = re.compile(r"(?<![\w'])[A-Z][a-z]+")


def sentences(piece: Piece) -> Iterator[tuple[int, str]]:
    """Each sentence of a piece, and how far into it the sentence starts."""
    start = 0
    for found in _END.finditer(piece.text):
        yield start, piece.text[start : found.end()]
        start = found.end()
    if piece.text[start:].strip():
        yield start, piece.text[start:]


def _length(sentence: str) -> int:
    return sum(any(c.isalnum() or c == "#" for c in word) for word in sentence.split())


def _long_sentences(piece: Piece, least: int, most: int = 10**6) -> Iterator[Finding]:
    for start, sentence in sentences(piece):
        words = _length(sentence)
        if least < words <= most:
            offset = start + len(sentence) - len(sentence.lstrip())
            message = f"this sentence has {words} words: `{short(sentence.strip(), 50)}`"
            yield piece.finding("S1", offset, message, "make 2 sentences of it; 20 words are enough for most")


def _long_paragraphs(piece: Piece) -> Iterator[Finding]:
    count = sum(1 for _ in sentences(piece))
    if piece.kind == "text" and count > 3:
        yield piece.finding("S2", 0, f"this paragraph has {count} sentences", "split it, or make a list; 3 are enough")


def _spelt_numbers(piece: Piece) -> Iterator[Finding]:
    for found in _NUMBER.finditer(piece.own):
        yield piece.finding("S10", found.start(), f"`{found[0]}` is a number in letters", "write the numeral")


def _each_piece(records: Records) -> Iterator[Finding]:
    names = _names(records)
    tables = {id(e.record) for e in (*records.tables, *records.figures, *records.notes, *records.changes, *records.sources)}
    for piece in pieces(records):
        yield from _long_sentences(piece, 30)
        if piece.kind in ("title", "heading"):
            yield from _heading(piece, names)
        if id(piece.passage.entry.record) not in tables:
            yield from _typed_percentages(piece)
    for entry in records.all():
        for passage in passages(entry):
            yield from _unsized_pdfs(passage)


def _typed_percentages(piece: Piece) -> Iterator[Finding]:
    for found in _PERCENT.finditer(piece.text):
        help = "name the cell of evidence.yaml, such as {T9.course.completed}; put the figure there first if it is new"
        yield piece.finding("E1", found.start(), f"`{found[0]}` is a typed percentage", help)


def _unsized_pdfs(passage: Passage) -> Iterator[Finding]:
    piece = Piece(passage, "text", 0, passage.text, passage.text)
    for found in _PDF.finditer(passage.text):
        if not _SIZE.search(found["text"]):
            message = "this link does not say that it opens a PDF"
            yield piece.finding("S20", found.start(), message, "end its words like this: `(PDF only, 545KB)`")


def _names(records: Records) -> re.Pattern[str]:
    """Names that keep their capitals in a heading: of roles, places, publishers and frameworks."""
    found = {"Trust", *(term.record.term for term in records.glossary), *_MONTHS.split("|")}
    found |= {source.record.publisher for source in records.sources}
    found |= {o.record.provider for o in records.opportunities if o.record.provider}
    for model in records.models:
        found |= {model.record.name, model.record.short_name, *(domain.name for domain in model.record.domains)}
    if records.network:
        network = records.network.record
        places = (*network.nations, *network.regions, *network.trusts)
        found |= {network.name, network.region, *(role.name for role in network.roles), *(p.name for p in places)}
    longest = sorted((re.escape(name) for name in found), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})s?\b")


def _heading(piece: Piece, names: re.Pattern[str]) -> Iterator[Finding]:
    """S7 and S8: a heading in sentence case, without a full stop or a question, and short enough for a page's title."""
    text = piece.own.strip()
    questions = getattr(piece.passage.entry.record, "kind", "") in ("template", "reflection")
    if text.endswith("."):
        yield piece.finding("S7", 0, "this heading ends with a full stop", "take the full stop out")
    if text.endswith("?") and not questions:
        yield piece.finding("S7", 0, "this heading is a question", "say what the part holds, such as `What to ask`")
    if len(text) > 65:
        yield piece.finding("S8", 0, f"this heading has {len(text)} characters", "make it 65 or fewer")
    rest = names.sub(lambda found: " " * len(found[0]), piece.own)
    for found in _CAPITAL.finditer(rest):
        if piece.own[: found.start()].strip():
            help = "write headings like sentences: capitals only at the start and in names"
            yield piece.finding("S7", found.start(), f"`{found[0]}` starts with a capital", help)
