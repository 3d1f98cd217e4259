"""How authors' words read, held against the style of the NHS digital service manual and this site's promises about itself.

The numbers of rules (S1, N3 and so on) name them in messages and in the case files of tests/cases/style. `gate` yields what
must be mended before a merge; `warnings` yields what a person may judge otherwise. Other people's words are theirs: text in
quotation marks, exact wordings, titles of sources and words to search with are not held to our style.

Rules that are a pattern stand in `patterns`; those that count, compare or know more than a piece of text are here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mentor_network.problems import Span, shorten
from mentor_network.prose_lint.patterns import GATE, WARN, Pattern
from mentor_network.prose_lint.segments import Piece, passages, pieces, pieces_of
from mentor_network.records import Entry, Records, Term


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


def gate(records: Records) -> Iterator[Finding]:
    """What must be mended, in the order of files and lines."""
    found = {*_patterns(records, GATE), *_abbreviations(records), *_links_to_pdfs(records), *_names_of_the_site(records)}
    for piece in pieces(records):
        found.update(_long_sentences(piece, 30))
        found.update(_typed_percentages(piece))
        if piece.heads:
            found.update(_headings(piece))
    yield from sorted(found)


def warnings(records: Records) -> Iterator[Finding]:
    """What is worth another look, in the order of files and lines."""
    found = {*_patterns(records, WARN), *_long_lists(records)}
    names = _proper_names(records)
    for piece in pieces(records):
        if piece.heads:
            found.update(_capitals(piece, names))
        found.update(_long_sentences(piece, 20, 30))
        found.update(_long_paragraphs(piece))
    yield from sorted(found)


def _finding(span: Span, rule: str, message: str, help: str) -> Finding:
    return Finding(span.file, span.line, span.column, rule, message, help)


def _patterns(records: Records, patterns: Iterable[Pattern]) -> Iterator[Finding]:
    for piece in pieces(records):
        for pattern in patterns:
            for found in pattern.words.finditer(piece.text if pattern.quoted else piece.own):
                message = pattern.message.format(shorten(found[0], 60))
                yield _finding(piece.at(found.start()), pattern.rule, message, pattern.help)


def _long_sentences(piece: Piece, least: int, most: int = 10**6) -> Iterator[Finding]:
    """S1. Lines to fill in are no words; a figure is one."""
    for start, sentence in piece.sentences():
        words = sum(any(c.isalnum() or c == "#" for c in word) for word in sentence.split())
        if least < words <= most:
            message = f"this sentence has {words} words: `{shorten(sentence, 50)}`"
            yield _finding(piece.at(start), "S1", message, "make 2 sentences of it; 20 words are enough for most")


def _long_paragraphs(piece: Piece) -> Iterator[Finding]:
    count = sum(1 for _ in piece.sentences())
    if piece.kind == "text" and count > 3:
        yield _finding(piece.at(), "S2", f"this paragraph has {count} sentences", "split it, or make a list; 3 are enough")


def _long_lists(records: Records) -> Iterator[Finding]:
    """S16, for lists in Markdown. Steps and other lists of a YAML file have limits of their own."""
    for entry in records.all():
        body = (piece for piece in pieces_of(entry) if piece.passage.steps is None)
        for kind, row in groupby(body, key=lambda piece: piece.kind):
            items = list(row)
            if kind == "item" and len(items) > 6:
                message = f"this list has {len(items)} items"
                yield _finding(items[6].at(), "S16", message, "split it in 2, or leave some out; 6 are enough")


_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent\b)", re.IGNORECASE)


def _typed_percentages(piece: Piece) -> Iterator[Finding]:
    """E1: evidence.yaml is where numbers about people are compared with the report, so they stand nowhere else."""
    if piece.passage.entry.document.file == "evidence.yaml":
        return
    for found in _PERCENT.finditer(piece.text):
        help = "name its cell, such as `{T9.course.completed}`; a new figure goes into evidence.yaml first"
        yield _finding(piece.at(found.start()), "E1", "a percentage is typed here", help)


_PDF = re.compile(r"\[(?P<text>[^\[\]\n]{0,300})\]\([^()\s]{0,500}\.pdf\)", re.IGNORECASE)
_SIZE = re.compile(r"\(PDF(?: only)?, [\d.]{1,6}(?:KB|MB)\)")


def _links_to_pdfs(records: Records) -> Iterator[Finding]:
    """S20: a PDF is slow to open and hard to read on a phone, so readers are told before they follow a link."""
    help = "end its words like this: `(PDF only, 545KB)`"
    for entry in records.all():
        for passage in passages(entry):
            for found in _PDF.finditer(passage.text):
                if not _SIZE.search(found["text"]):
                    yield _finding(passage.at(found.start()), "S20", "these words do not say that a PDF opens", help)
        for number, link in enumerate(getattr(entry.record, "links", ())):
            if link.url.casefold().endswith(".pdf") and not _SIZE.search(link.label):
                span = entry.at("links", number, "label")
                yield _finding(span, "S20", "these words do not say that a PDF opens", help)


def _names_of_the_site(records: Records) -> Iterator[Finding]:
    """N2: the letters NHS are a trade mark, so neither the site's name nor its address has them."""
    for entry in (records.network,) if records.network else ():
        for key in ("name", "strapline", "site_url"):
            if "nhs" in getattr(entry.record, key).casefold():
                help = "choose words without them; initiatives may not use them in a name"
                yield _finding(entry.at(key), "N2", f"`{key}` has the letters NHS in it", help)


_FIRST_WORD = re.compile(r"[\W_]*[^\W_][\w'-]*")
_CAPITALS = re.compile(r"(?<![\w'])[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def _proper_names(records: Records) -> frozenset[str]:
    """What has capitals in the middle of our sentences, or in the names of what there is to apply for and of who runs it."""
    found: set[str] = set()
    for entry in records.opportunities:
        record = entry.record
        for name in (record.provider or "", *record.also_known_as, *(link.label for link in record.links)):
            found.update(run[0] for run in _CAPITALS.finditer(name) if " " in run[0])
    for piece in pieces(records):
        for start, sentence in () if piece.heads else piece.sentences():
            own = piece.own[start : start + len(sentence)]
            found.update(name[0] for name in _CAPITALS.finditer(own, _first_word(own)))
    return frozenset(found)


def _first_word(text: str) -> int:
    """Where it ends."""
    found = _FIRST_WORD.match(text)
    return found.end() if found else 0


def _headings(piece: Piece) -> Iterator[Finding]:
    """S7 and S8: a heading with no full stop or question, and short enough for a page's title."""
    text = piece.text.strip()
    # A template asks its user questions; elsewhere a heading says what the part below it holds.
    asks = getattr(piece.passage.entry.record, "kind", "") in ("template", "reflection")
    if text.endswith("."):
        yield _finding(piece.at(), "S7", "this heading ends with a full stop", "take the full stop out")
    if text.endswith("?") and not asks:
        yield _finding(piece.at(), "S7", "this heading is a question", "say what the part holds, such as `What to ask`")
    if len(text) > 65:
        yield _finding(piece.at(), "S8", f"this heading has {len(text)} characters", "make it 65 or fewer")


def _capitals(piece: Piece, names: frozenset[str]) -> Iterator[Finding]:
    """S7: a heading in sentence case. Only a warning, because no list of names is complete."""
    for found in _CAPITALS.finditer(piece.own, _first_word(piece.own)):
        if found[0] not in names:
            help = "write headings like sentences; a name has its capitals in other texts too"
            yield _finding(piece.at(found.start()), "S7", f"`{found[0]}` starts with a capital", help)


#: Grades. They are what doctors, rotas and contracts call a post, and `grades` of stages.yaml lists them by these names.
#: All others are explained, GMC too. NHS is not in the glossary as an abbreviation: the service manual never spells it out.
GRADES = frozenset(["F1", "F2", "IMT"])


def _abbreviations(records: Records) -> Iterator[Finding]:
    """S15: what a page shortens, it also gives in full.

    The glossary is where readers look abbreviations up, so it is exempt; evidence.yaml is all on one page.
    """
    terms = {t.record.abbreviation: t.record.term for t in records.glossary if t.record.abbreviation}
    names = sorted((re.escape(name) for name in terms if name not in GRADES), key=len, reverse=True)
    uses = re.compile(rf"(?<![\w-])(?:{'|'.join(names) or '(?!)'})(?=s?(?![\w-]))")
    entries = (entry for entry in records.all() if not isinstance(entry.record, Term))
    for _, page in groupby(entries, key=_page):
        yield from _unexplained([piece for entry in page for piece in pieces_of(entry)], uses, terms)


def _page(entry: Entry[Any]) -> object:
    return "evidence" if entry.document.file == "evidence.yaml" else id(entry)


def _unexplained(page: list[Piece], uses: re.Pattern[str], terms: dict[str, str]) -> Iterator[Finding]:
    """Titles and headings have no room to explain. Templates decide the order of fields, so any field may; a page's own
    text does it at first use.
    """
    told: set[str] = set()
    first: dict[str, Span] = {}
    in_text: set[str] = set()
    for piece in page:
        for found in () if piece.heads else uses.finditer(piece.text):
            if found[0] not in in_text and _explains(piece.text, found, terms[found[0]]):
                told.add(found[0])
            if piece.passage.steps is None:
                in_text.add(found[0])
            first.setdefault(found[0], piece.at(found.start()))
    for word, span in first.items():
        if word not in told:
            help = f"write it in full the first time: `{terms[word]} ({word})`"
            yield _finding(span, "S15", f"`{word}` is not explained here", help)


def _explains(text: str, found: re.Match[str], term: str) -> bool:
    """Do these letters follow their full name in brackets, or start it, or does the sentence say what they mean?"""
    before, after = text[max(0, found.start() - 100) : found.start()], text[found.end() : found.end() + 12]
    named = term.split(maxsplit=1)[0].casefold().rstrip("s,") in before.casefold()
    starts = text[found.start() :].casefold().startswith(term.casefold())
    return starts or (named and before.endswith("(")) or bool(re.match(r"s?\s(?:means?|stands? for)\s", after))
