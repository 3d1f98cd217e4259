"""Confidentiality: no file of a network says what could point at a patient or, unless they agreed, at a colleague.

The files are searched as they were typed, comments and broken lines too, because a pull request shows all of it to the
public. A message gives the kind and the place, and never what stands there: reports and annotations are public as well.
For the same reason `nothing_is_repeated` takes a finding out of whatever the other rules say about the same words. The
name of a file is the one exception; without it nobody could find the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from stdnum.gb import nhs

from mentor_network.problems import Problems, Span
from mentor_network.records import CaseStudy, Entry, Records
from mentor_network.records.case_study import Acknowledgement
from mentor_network.records.read import CATALOGUES, NETWORK_FILE
from mentor_network.rules.screens import SCREENS, Pattern, Scope, Screen, fold, hider
from mentor_network.source import read_text


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a screen found. `words` never leave this module."""

    screen: Screen
    span: Span
    words: str


def texts_are_confidential(records: Records, root: Path, problems: Problems) -> list[Finding]:
    """Hold every screen against every file, and what authors acknowledge against what was found."""
    contact = records.network.record.contact if records.network else ""
    allowed = frozenset([fold(contact).text.casefold()]) if contact else frozenset[str]()
    cases = {entry.document.file: entry for entry in records.cases}
    found: list[Finding] = []
    for path, scope in _files(root):
        file = path.relative_to(root).as_posix()
        text = read_text(path, file, Problems())  # what cannot be read is reported where it is read first
        if text is not None:
            some = list(findings(text, file, scope, allowed))
            found += some
            _report(some, cases.get(file), problems)
    return found


def _files(root: Path) -> Iterator[tuple[Path, Scope]]:
    """Every file that a network's words stand in."""
    yield from ((root / name, "catalogue") for name in (*CATALOGUES, NETWORK_FILE) if (root / name).exists())
    yield from ((path, "catalogue") for path in sorted((root / "opportunities").glob("*.yaml")))
    yield from ((path, "catalogue") for path in sorted((root / "content").rglob("*.md")))
    yield from ((path, "case-study") for path in sorted((root / "case_studies").glob("*.md")))


#: In a list of links a long number is part of an address, and nobody can write it otherwise.
_ADDRESS = re.compile(r"https://[^\s@]{1,500}")
#: A day or a month that is the whole of a field: facts about the entry, which its record checks.
_DAY_FIELD = re.compile(r"(?<=: )[\"']?\d{4}-\d\d(?:-\d\d)?[\"']?(?=[ \t]*[,}\n])")


def findings(text: str, file: str, scope: Scope, allowed: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What the screens of a scope find in the text of a file. `allowed` holds folded texts that are never a finding."""
    searched = fold(_ADDRESS.sub(_blank, text) if scope == "catalogue" else _without_days(text))
    for screen in SCREENS:
        if scope in screen.scopes:
            for start, end in matches(screen, searched.text):
                if searched.text[start:end].casefold() not in allowed:
                    first, last = searched.original(start), searched.original(end - 1) + 1
                    yield Finding(screen, _place(file, text, first), text[first:last])


def _without_days(text: str) -> str:
    head = text.find("\n---", 3) + 1
    return _DAY_FIELD.sub(_blank, text[:head]) + text[head:]


def _blank(part: re.Match[str]) -> str:
    return " " * len(part[0])


def matches(screen: Screen, text: str) -> Iterator[tuple[int, int]]:
    """Where a screen finds something in a folded text: starts and ends, each start once."""
    seen = set()
    for pattern in screen.patterns:
        regex = _compiled(pattern)
        place = 0
        while match := regex.search(text, place):
            refused = screen.check == "mod11" and not nhs.is_valid(re.sub(r"\D", "", match[0]))
            place = match.start() + 1 if refused else match.end()
            if not refused and match.start() not in seen:
                seen.add(match.start())
                yield match.span()


@cache
def _compiled(pattern: Pattern) -> re.Pattern[str]:
    return re.compile(pattern.source, re.ASCII | (re.IGNORECASE if "i" in pattern.flags else 0))


def _place(file: str, text: str, start: int) -> Span:
    return Span(file, text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1)


def _report(found: list[Finding], entry: Entry[Any] | None, problems: Problems) -> None:
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
        problems.add(finding.span, screen.code, screen.message, screen.help, severity=severity)
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
