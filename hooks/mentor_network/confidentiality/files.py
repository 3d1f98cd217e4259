"""Confidentiality: no file of a network says what could point at a patient or, unless they agreed, at a colleague.

A message gives the kind and the place, and never what stands there: reports and annotations are public as well. For the
same reason the messages of all other checks about a file with a finding quote nothing from it. The name of a file is the one
exception; without it nobody could find the place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from mentor_network.checks.unknown_files import CASES, UnknownFile
from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.screening import Finding, findings
from mentor_network.confidentiality.table import SCREENS, Scope
from mentor_network.problems import CODES, Problem, Problems, Span
from mentor_network.records import CaseStudy, Entry, Records
from mentor_network.records.case_study import Acknowledgement
from mentor_network.records.fields import Record
from mentor_network.records.network import is_public_number
from mentor_network.records.read import CATALOGUES, NETWORK_FILE, TARGETS_FILE
from mentor_network.source import extract_text, files_in

#: Endings in `content/` of pages, and of files with words in them that are published as they are.
_TEXTS = (".md", ".csv", ".ics")
#: Characters that a case study may have with all its fields: far more than any needs, and soon searched whatever they are.
LONGEST = 60_000


def check(records: Records, unread: Iterable[UnknownFile], root: Path, problems: Problems) -> None:
    """Hold every screen against every text below `root`, and take quotations out of other messages about the same files.

    `unread` lists the files that nothing reads. Call it after all other checks.
    """
    cases = {entry.document.file: entry for entry in records.cases}
    withheld = set()
    contact, numbers = network_contacts(_text(root, NETWORK_FILE, records)[0])
    for file, scope, text, lines, sure in _files(records, unread, root):
        searched = text[:LONGEST] if scope == "case-study" else text
        # What may be no contribution at all is not told that it is too long for one.
        if sure and searched != text:
            problems.add(Span(file), "too-long", "this file is longer than any case study", "tell it in 600 words")
        found = list(findings(searched, file, scope, contact | numbers if file == NETWORK_FILE else contact))
        found = found if lines else [replace(one, span=Span(file)) for one in found]
        _report(found, cases.get(file), problems)
        if found:
            withheld.add(file)
    redact_quotations(withheld, problems)


_CONTACT = re.compile(r"^contact:[ \t]+(\S.*)$", re.MULTILINE)
_NUMBER = re.compile(r"^ +(?:- )?number:[ \t]+(\S.*)$", re.MULTILINE)


def network_contacts(network: str) -> tuple[frozenset[str], frozenset[str]]:
    """The network's own address, which may stand anywhere, and the numbers of its list of help, which stand only there.

    They are found line by line in the text of network.yaml: a mistake elsewhere must not turn each of these into another.
    """
    contact = (_value(found[1]) for found in _CONTACT.finditer(network))
    numbers = (_value(found[1]) for found in _NUMBER.finditer(network))
    return _folded(contact), _folded(number for number in numbers if is_public_number(number))


def _value(text: str) -> str:
    return text.strip().strip("\"'").strip()


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(text).text.casefold() for text in texts if text)


def _files(records: Records, unread: Iterable[UnknownFile], root: Path) -> Iterator[tuple[str, Scope, str, bool, bool]]:
    """Every file that a network's words stand in: its name, its scope, its text, whether that has the lines which people
    see, and whether it is certainly a contribution. What cannot be read is reported where it is read first.
    """
    for path, scope in _paths(root):
        file = path.relative_to(root).as_posix()
        yield file, scope, *_text(root, file, records), True
    for one in unread:
        yield one.file, "case-study" if one.location is CASES else "catalogue", one.text, one.lines, one.sure


def _paths(root: Path) -> Iterator[tuple[Path, Scope]]:
    ignored = Problems()
    yield from ((root / name, "catalogue") for name in (*CATALOGUES, NETWORK_FILE, TARGETS_FILE) if (root / name).exists())
    yield from ((path, "catalogue") for path in files_in(root, "opportunities", ignored) if _is_entry_or_readme(path))
    yield from ((p, "catalogue") for p in files_in(root, "content", ignored, below=True) if p.suffix.lower() in _TEXTS)
    yield from ((path, "case-study") for path in files_in(root, "case_studies", ignored, ending=".md"))


def _is_entry_or_readme(path: Path) -> bool:
    return path.name.endswith(".yaml") or path.name.casefold() == "readme.md"


def _text(root: Path, file: str, records: Records) -> tuple[str, bool]:
    """The text of a file, and whether it has lines. What could not be parsed is still shown to the public."""
    text = records.texts.get(file)
    return extract_text(root / file) if text is None else (text, True)


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


_QUOTED = re.compile("`([^`]*)`")
_WITHHELD = "take out what the confidentiality check found in this file; then this message says more"


def redact_quotations(files: Collection[str], problems: Problems) -> None:
    """Take authors' words out of what other checks say about these files: a message may repeat what a screen found there.

    Names of fields, codes and files stay.
    """
    own = {screen.code for screen in SCREENS} | {"unreadable-file"}  # that one names files only
    problems.items = [
        problem if problem.code in own or problem.file not in files else _without_quotations(problem)
        for problem in problems.items
    ]


def _without_quotations(problem: Problem) -> Problem:
    message = _QUOTED.sub(lambda found: found[0] if _is_ours(found[1]) else "…", problem.message)
    quoted = _QUOTED.findall(problem.help)
    return replace(problem, message=message, help=problem.help if all(map(_is_ours, quoted)) else _WITHHELD)


def _is_ours(quoted: str) -> bool:
    """Is it the name of a field or a code, or a line to add such as `why: ...`?"""
    return quoted.removesuffix(": ...") in _names()


@cache
def _names() -> frozenset[str]:
    classes: list[type[Record]] = [Record]
    for one in classes:
        classes += one.__subclasses__()
    return frozenset(CODES).union(*(one.model_fields for one in classes))
