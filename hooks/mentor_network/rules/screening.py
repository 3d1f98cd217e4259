"""Confidentiality: no file of a network says what could point at a patient or, unless they agreed, at a colleague.

The files are searched as they were typed, comments and broken lines too, because a pull request shows all of it to the
public. A message gives the kind and the place, and never what stands there: reports and annotations are public as well.
For the same reason `nothing_is_repeated` takes a finding out of whatever the other rules say about the same words. The
name of a file is the one exception; without it nobody could find the place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from mentor_network.problems import Problems, Span
from mentor_network.records import CaseStudy, Entry, Records
from mentor_network.records.case_study import Acknowledgement
from mentor_network.records.network import public
from mentor_network.records.read import CATALOGUES, NETWORK_FILE
from mentor_network.rules.screens import SCREENS, Pattern, Scope, Screen, fold, hider, prepared, real, wrapped
from mentor_network.rules.screens.table import REAL, WRAPPED
from mentor_network.rules.unread import unread
from mentor_network.source import files_in, loose_text, read_text

#: Endings in `content/` of pages, and of files with words in them that are published as they are.
_TEXTS = (".md", ".csv", ".ics")
#: Characters that a case study may have with all its fields: far more than any needs, and soon searched whatever they are.
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a screen found. `words` never leave this module."""

    screen: Screen
    span: Span
    words: str
    help: str


@dataclass(frozen=True, slots=True)
class Screened:
    """A file, what the screens found in it, and whether it is too long to be searched to its end."""

    file: str
    found: tuple[Finding, ...]
    too_long: bool


def screened(root: Path) -> list[Screened]:
    """Hold every screen against every file below `root`. It needs nothing but the files, so that others can read on."""
    contact, numbers = public_texts(root)
    read = []
    for path, scope in _files(root):
        file = path.relative_to(root).as_posix()
        read.append(_screened(file, scope, *_text(path), contact | numbers if file == NETWORK_FILE else contact))
    for one in unread(root):
        # What may be no contribution at all is not told that it is too long for one.
        read.append(_screened(one.file, one.scope, one.text if one.sure else one.text[:LONGEST], one.lines, contact))
    return read


def prepare() -> None:
    """Compile what is searched for, in a process that checks again and again: a copy that does it tells nobody."""
    for screen in SCREENS:
        for pattern in screen.patterns:
            _compiled(pattern)


_CONTACT = re.compile(r"^contact:[ \t]+(\S.*)$", re.MULTILINE)
_NUMBER = re.compile(r"^ +(?:- )?number:[ \t]+(\S.*)$", re.MULTILINE)


def public_texts(root: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The network's own address, which may stand anywhere, and the numbers of its list of help, which stand only there.

    They are found line by line: a mistake elsewhere in network.yaml must not turn each of these into another.
    """
    text = read_text(root / NETWORK_FILE, NETWORK_FILE, Problems()) or loose_text(root / NETWORK_FILE)[0]
    contact = (_value(found[1]) for found in _CONTACT.finditer(text))
    numbers = (_value(found[1]) for found in _NUMBER.finditer(text))
    return _folded(contact), _folded(number for number in numbers if public(number))


def _value(text: str) -> str:
    return text.strip().strip("\"'").strip()


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(text).text.casefold() for text in texts if text)


def _text(path: Path) -> tuple[str, bool]:
    """The text of a file, and whether it has lines. What cannot be read for a page is still shown to the public."""
    text = read_text(path, path.name, Problems())
    return loose_text(path) if text is None else (text, True)


def _screened(file: str, scope: Scope, text: str, lines: bool, allowed: frozenset[str]) -> Screened:
    too_long = scope == "case-study" and len(text) > LONGEST
    found = findings(text[:LONGEST] if too_long else text, file, scope, allowed)
    return Screened(file, tuple(one if lines else replace(one, span=Span(file)) for one in found), too_long)


def texts_are_confidential(screened: Iterable[Screened], records: Records, problems: Problems) -> list[Finding]:
    """Say what the screens found, and hold what authors acknowledge against it."""
    cases = {entry.document.file: entry for entry in records.cases}
    found: list[Finding] = []
    for one in screened:
        if one.too_long:
            problems.add(Span(one.file), "too-long", "this file is longer than any case study", "tell it in 600 words")
        _report(one.found, cases.get(one.file), problems)
        found += one.found
    return found


def _files(root: Path) -> Iterator[tuple[Path, Scope]]:
    """Every file that a network's words stand in. What cannot be read is reported where it is read first."""
    told = Problems()
    yield from ((root / name, "catalogue") for name in (*CATALOGUES, NETWORK_FILE) if (root / name).exists())
    yield from ((path, "catalogue") for path in files_in(root, "opportunities", told, ending=".yaml"))
    yield from ((path, "catalogue") for path in files_in(root, "opportunities", told) if path.name.casefold() == "readme.md")
    yield from ((path, "catalogue") for path in files_in(root, "content", told, below=True) if path.suffix.lower() in _TEXTS)
    yield from ((path, "case-study") for path in files_in(root, "case_studies", told, ending=".md"))


def findings(text: str, file: str, scope: Scope, allowed: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What the screens of a scope find in the text of a file. `allowed` holds folded texts that are never a finding."""
    typed = text
    found = list(_wrapped(text))
    for _, first, last, _ in found:
        text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    found += [
        (screen, start + first, start + last, screen.help)
        for start, part, of in prepared(text, scope)
        for screen, first, last in _in_part(part, of, allowed)
    ]
    starts = [0, *(end.end() for end in re.finditer("\n", text))] if found else []
    for screen, first, last, help in found:
        line = bisect_right(starts, first)
        yield Finding(screen, Span(file, line, first - starts[line - 1] + 1), typed[first:last], help)


def _wrapped(text: str) -> Iterator[tuple[Screen, int, int, str]]:
    """Links that a mail program wrapped, each with the address to write, unless that would say what a screen finds."""
    for first, last in wrapped(text):
        (screen,) = [one for one in SCREENS if one.code == WRAPPED]
        address = real(text[first:last])
        safe = address and not any(True for _ in _in_part(address, "case-study", frozenset()))
        yield screen, first, last, REAL.format(real=address) if safe else screen.help


def _in_part(text: str, scope: Scope, allowed: frozenset[str]) -> Iterator[tuple[Screen, int, int]]:
    """What is found in a part, with its start and end there. Where two overlap, the one of the earlier screen stands."""
    folded = fold(text)
    taken: list[tuple[int, int]] = []
    for screen in SCREENS:
        for start, end in matches(screen, folded.text) if scope in screen.scopes else ():
            if folded.text[start:end].casefold() not in allowed and _take(start, end, taken):
                # What stands for its last character may be longer than one.
                past = folded.original(end) if end < len(folded.text) else len(text)
                yield screen, folded.original(start), max(past, folded.original(end - 1) + 1)


def _take(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Note a stretch of text unless it overlaps one that is noted; `taken` stays in order."""
    place = bisect_left(taken, (start, end))
    if (place and taken[place - 1][1] > start) or (place < len(taken) and taken[place][0] < end):
        return False
    taken.insert(place, (start, end))
    return True


def matches(screen: Screen, text: str) -> Iterator[tuple[int, int]]:
    """Where a screen finds something in a folded text: starts and ends, pattern by pattern."""
    low = text.lower()
    for pattern in screen.patterns:
        if pattern.needs and not any(word in low for word in pattern.needs):
            continue
        regex = _compiled(pattern)
        place = 0
        while match := regex.search(text, place):
            refused = screen.check == "mod11" and not _is_nhs_number(re.sub(r"\D", "", match[0]))
            place = match.start() + 1 if refused else match.end()
            if not refused:
                yield match.span()


def _is_nhs_number(digits: str) -> bool:
    # Its import takes a tenth of a check of the whole catalogue, and hardly any text has 10 figures to ask about.
    from stdnum.gb import nhs

    return bool(nhs.is_valid(digits))


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    return re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))


def _report(found: Iterable[Finding], entry: Entry[Any] | None, problems: Problems) -> None:
    """One problem for each finding that nobody settled, and one for each acknowledgement that settles nothing."""
    record = entry.record if entry else None
    settled = {note.rule for note in record.acknowledged} if isinstance(record, CaseStudy) else set()
    published = record is not None and getattr(record, "status", "published") == "published"
    for finding in found:
        screen = finding.screen
        if screen.unless and getattr(record, screen.unless, False):
            continue
        if screen.code in settled and screen.acknowledge:
            continue
        severity = "error" if published else screen.severity
        problems.add(finding.span, screen.code, screen.message, finding.help, severity=severity)
    if entry and isinstance(record, CaseStudy):
        _acknowledgements(record.acknowledged, {finding.screen.code for finding in found}, entry, problems)


def _acknowledgements(notes: Iterable[Acknowledgement], occurs: set[str], entry: Entry[Any], problems: Problems) -> None:
    """Each settles something that is there and that can be right."""
    never = {screen.code for screen in SCREENS if not screen.acknowledge}
    for number, note in enumerate(notes):
        span = entry.at("acknowledged", number, "rule")
        if note.rule in never:
            message = f"`{note.rule}` cannot be acknowledged"
            problems.add(span, "not-acknowledged", message, "take out what was found; nothing makes it right here")
        elif note.rule not in occurs:
            message = f"there is nothing to acknowledge for `{note.rule}`"
            problems.warn(span, "nothing-to-acknowledge", message, "delete this acknowledgement")


def nothing_is_repeated(found: Iterable[Finding], problems: Problems) -> None:
    """No other rule's message says what a screen found."""
    words = {finding.words for finding in found}
    if not words:
        return
    own = {screen.code for screen in SCREENS}
    hide = hider(words)
    problems.found = [
        problem if problem.code in own else replace(problem, message=hide(problem.message), help=hide(problem.help))
        for problem in problems.found
    ]
