"""A prose linter: authors' text is checked against the style of the NHS digital service manual and this site's own rules.

Rules have codes (S1, N3 and so on), which messages and the case files of tests/cases/style use. `gate` yields findings that
must be corrected before a merge; `warnings` yields findings that a person may overrule. Other people's words are exempt:
text in quotation marks, exact wordings, titles of sources and search words.

Rules that are a regular expression are in `patterns`; those that count, compare or need context are here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mentor_network.problems import Span, shorten
from mentor_network.prose_lint.patterns import GATE, WARN, Pattern
from mentor_network.prose_lint.segments import Segment, passages, segments, segments_of
from mentor_network.records import Entry, Records, Term
from mentor_network.records.derived import is_built


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Text that breaks a rule, with its place, and what to write instead."""

    file: str
    line: int
    column: int
    rule: str
    message: str
    help: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.rule}: {self.message}\n  help: {self.help}"


def gate(records: Records) -> Iterator[Finding]:
    """Findings that must be corrected, in the order of files and lines. A draft may have any."""
    found = {*_patterns(records, GATE), *_abbreviations(records), *_links_to_pdfs(records), *_names_of_the_site(records)}
    for segment in segments(records):
        found.update(_long_sentences(segment, 30))
        found.update(_typed_percentages(segment))
        if segment.is_heading:
            found.update(_headings(segment))
    drafts = {case.document.file for case in records.cases if not is_built(case)}
    yield from sorted(finding for finding in found if finding.file not in drafts)


def warnings(records: Records) -> Iterator[Finding]:
    """Findings that a person may overrule, in the order of files and lines."""
    found = {*_patterns(records, WARN), *_long_lists(records)}
    names = _proper_names(records)
    for segment in segments(records):
        if segment.is_heading:
            found.update(_capitals(segment, names))
        found.update(_long_sentences(segment, 20, 30))
        found.update(_long_paragraphs(segment))
    yield from sorted(found)


def _finding(span: Span, rule: str, message: str, help: str) -> Finding:
    return Finding(span.file, span.line, span.column, rule, message, help)


def _patterns(records: Records, patterns: Iterable[Pattern]) -> Iterator[Finding]:
    for segment in segments(records):
        for pattern in patterns:
            for found in pattern.words.finditer(segment.text if pattern.quoted else segment.own):
                message = pattern.message.format(shorten(found[0], 60))
                yield _finding(segment.at(found.start()), pattern.rule, message, pattern.help)


def _long_sentences(segment: Segment, least: int, most: int = 10**6) -> Iterator[Finding]:
    """S1. Lines to fill in are no words; a figure is one."""
    for start, sentence in segment.sentences():
        words = sum(any(c.isalnum() or c == "#" for c in word) for word in sentence.split())
        if least < words <= most:
            message = f"this sentence has {words} words: `{shorten(sentence, 50)}`"
            yield _finding(segment.at(start), "S1", message, "make 2 sentences of it; 20 words are enough for most")


def _long_paragraphs(segment: Segment) -> Iterator[Finding]:
    count = sum(1 for _ in segment.sentences())
    if segment.kind == "text" and count > 3:
        yield _finding(segment.at(), "S2", f"this paragraph has {count} sentences", "split it, or make a list; 3 are enough")


def _long_lists(records: Records) -> Iterator[Finding]:
    """S16, for lists in Markdown. Lists of YAML files have limits in their schemas."""
    for entry in records.all():
        body = (segment for segment in segments_of(entry) if segment.passage.steps is None)
        for kind, row in groupby(body, key=lambda segment: segment.kind):
            items = list(row)
            if kind == "item" and len(items) > 6:
                message = f"this list has {len(items)} items"
                yield _finding(items[6].at(), "S16", message, "split it in 2, or leave some out; 6 are enough")


_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent\b)", re.IGNORECASE)


def _typed_percentages(segment: Segment) -> Iterator[Finding]:
    """E1: percentages are only in evidence.yaml, where they are compared with the report."""
    if segment.passage.entry.document.file == "evidence.yaml":
        return
    for found in _PERCENT.finditer(segment.text):
        help = "name its cell, such as `{T9.course.completed}`; a new figure goes into evidence.yaml first"
        yield _finding(segment.at(found.start()), "E1", "a percentage is typed here", help)


_PDF = re.compile(r"\[(?P<text>[^\[\]\n]{0,300})\]\([^()\s]{0,500}\.pdf\)", re.IGNORECASE)
_SIZE = re.compile(r"\(PDF(?: only)?, [\d.]{1,6}(?:KB|MB)\)")


def _links_to_pdfs(records: Records) -> Iterator[Finding]:
    """S20: link text says that a PDF opens, and its size, because PDFs are slow and hard to read on a phone."""
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
    """N2: NHS is a trade mark, so it is neither in the site's name nor in its address."""
    for entry in (records.network,) if records.network else ():
        for key in ("name", "strapline", "site_url"):
            if "nhs" in getattr(entry.record, key).casefold():
                help = "choose words without them; initiatives may not use them in a name"
                yield _finding(entry.at(key), "N2", f"`{key}` has the letters NHS in it", help)


_FIRST_WORD = re.compile(r"[\W_]*[^\W_][\w'-]*")
_CAPITALS = re.compile(r"(?<![\w'])[A-Z][a-z]+(?: [A-Z][a-z]+)*")


def _proper_names(records: Records) -> frozenset[str]:
    """Capitalised words in the middle of sentences, and in the names of opportunities, providers and links."""
    found: set[str] = set()
    for entry in records.opportunities:
        record = entry.record
        for name in (record.provider or "", *record.also_known_as, *(link.label for link in record.links)):
            found.update(run[0] for run in _CAPITALS.finditer(name) if " " in run[0])
    for segment in segments(records):
        for start, sentence in () if segment.is_heading else segment.sentences():
            own = segment.own[start : start + len(sentence)]
            found.update(name[0] for name in _CAPITALS.finditer(own, _end_of_first_word(own)))
    return frozenset(found)


def _end_of_first_word(text: str) -> int:
    """The offset of the end of the first word of a text."""
    found = _FIRST_WORD.match(text)
    return found.end() if found else 0


def _headings(segment: Segment) -> Iterator[Finding]:
    """S7 and S8: a heading has no full stop and no question mark, and at most 65 characters."""
    text = segment.text.strip()
    # Headings of templates ask their users questions.
    asks = getattr(segment.passage.entry.record, "kind", "") in ("template", "reflection")
    if text.endswith("."):
        yield _finding(segment.at(), "S7", "this heading ends with a full stop", "take the full stop out")
    if text.endswith("?") and not asks:
        yield _finding(segment.at(), "S7", "this heading is a question", "say what the part holds, such as `What to ask`")
    if len(text) > 65:
        yield _finding(segment.at(), "S8", f"this heading has {len(text)} characters", "make it 65 or fewer")


def _capitals(segment: Segment, names: frozenset[str]) -> Iterator[Finding]:
    """S7: headings are in sentence case. Only a warning, because no list of names is complete."""
    for found in _CAPITALS.finditer(segment.own, _end_of_first_word(segment.own)):
        if found[0] not in names:
            help = "write headings like sentences; a name has its capitals in other texts too"
            yield _finding(segment.at(found.start()), "S7", f"`{found[0]}` starts with a capital", help)


#: Grades, which doctors, rotas and contracts never spell out. All other abbreviations of the glossary are explained. NHS is
#: not in it as an abbreviation, because the service manual never spells it out.
GRADES = frozenset(["F1", "F2", "IMT"])


def _abbreviations(records: Records) -> Iterator[Finding]:
    """S15: each page explains its abbreviations.

    The glossary is exempt. All of evidence.yaml counts as one page.
    """
    terms = {t.record.abbreviation: t.record.term for t in records.glossary if t.record.abbreviation}
    names = sorted((re.escape(name) for name in terms if name not in GRADES), key=len, reverse=True)
    uses = re.compile(rf"(?<![\w-])(?:{'|'.join(names) or '(?!)'})(?=s?(?![\w-]))")
    entries = (entry for entry in records.all() if not isinstance(entry.record, Term))
    for _, page in groupby(entries, key=_page):
        yield from _unexplained([segment for entry in page for segment in segments_of(entry)], uses, terms)


def _page(entry: Entry[Any]) -> object:
    return "evidence" if entry.document.file == "evidence.yaml" else id(entry)


def _unexplained(page: list[Segment], uses: re.Pattern[str], terms: dict[str, str]) -> Iterator[Finding]:
    """Abbreviations that a page does not explain, at their first use.

    Titles and headings need not explain them. A text of a page explains them at first use; in YAML any field may, because
    templates decide the order of fields.
    """
    explained: set[str] = set()
    first: dict[str, Span] = {}
    in_text: set[str] = set()
    for segment in page:
        for found in () if segment.is_heading else uses.finditer(segment.text):
            if found[0] not in in_text and _explains(segment.text, found, terms[found[0]]):
                explained.add(found[0])
            if segment.passage.steps is None:
                in_text.add(found[0])
            first.setdefault(found[0], segment.at(found.start()))
    for word, span in first.items():
        if word not in explained:
            help = f"write it in full the first time: `{terms[word]} ({word})`"
            yield _finding(span, "S15", f"`{word}` is not explained here", help)


def _explains(text: str, found: re.Match[str], term: str) -> bool:
    """Whether an abbreviation is explained here: in brackets after the full name, as its start, or by "means"."""
    before, after = text[max(0, found.start() - 100) : found.start()], text[found.end() : found.end() + 12]
    named = term.split(maxsplit=1)[0].casefold().rstrip("s,") in before.casefold()
    starts = text[found.start() :].casefold().startswith(term.casefold())
    return starts or (named and before.endswith("(")) or bool(re.match(r"s?\s(?:means?|stands? for)\s", after))
