"""Checks the confidentiality of every file of a network: none may identify a patient or, without consent, a colleague.

A message gives the kind and position of a finding, and never the text: reports and annotations are public as well. For the
same reason, quotations are redacted in the messages of all other checks about a file with a finding. Names of files are the
one exception: without them nobody could find the position.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mentor_network.checks.unknown_files import CASES, UnknownFile
from mentor_network.confidentiality.folding import fold
from mentor_network.confidentiality.screening import Finding, findings
from mentor_network.confidentiality.table import SCREENS, Scope, trust_names
from mentor_network.problems import CODES, Problem, Problems, Span
from mentor_network.records import CaseStudy, Entry, Records
from mentor_network.records.case_study import Acknowledgement
from mentor_network.records.examples import all_lines
from mentor_network.records.fields import Record
from mentor_network.records.network import is_public_number
from mentor_network.records.read import CATALOGUES, NETWORK_FILE, TARGETS_FILE
from mentor_network.source import Kept, extract_text, files_in

#: Endings in `content/` of pages and of text files that are published unchanged.
_TEXTS = (".md", ".csv", ".ics")
#: Maximum characters of a case study, front matter included: far more than any needs, and the search stays fast.
MAX_CHARACTERS = 60_000


def check(
    records: Records, unknown_files: Iterable[UnknownFile], root: Path, problems: Problems, kept: Kept | None = None
) -> None:
    """Apply the screens to every text below `root`, and redact the messages about files with findings.

    `unknown_files` are those below `root` that are not read. Texts whose findings were `kept` are not searched again. Call
    it after all other checks.
    """
    cases = {entry.document.file: entry for entry in records.cases}
    with_findings = set()
    contact, numbers = network_contacts(_text(root, NETWORK_FILE, records)[0])
    trusts = trust_names(place.name for place in records.network.record.trusts) if records.network else ()
    for file, scope, text, lines, sure in _text_files(records, unknown_files, root):
        searched = text[:MAX_CHARACTERS] if scope == "case-study" else text
        # A file that may be no contribution is not reported as too long.
        if sure and searched != text:
            problems.add(Span(file), "too-long", "this file is longer than any case study", "tell it in 600 words")
        allowed = contact | numbers if file == NETWORK_FILE else contact
        results = _findings(searched, file, scope, allowed, trusts, kept)
        results = results if lines else [replace(finding, span=Span(file)) for finding in results]
        _report(results, cases.get(file), problems)
        if results:
            with_findings.add(file)
    redact_quotations(with_findings, problems)


def _findings(
    text: str, file: str, scope: Scope, allowed: frozenset[str], trusts: tuple[str, ...], kept: Kept | None
) -> list[Finding]:
    """The findings in the text of a file, or those that were kept of the same text."""
    key = ("findings", text, file, scope, allowed, trusts)
    results = kept.get(key) if kept else None
    if results is None:
        results = list(findings(text, file, scope, allowed, trusts))
        if kept:
            kept.put(key, results)
    return list(results)


_CONTACT = re.compile(r"^contact:[ \t]+(\S.*)$", re.MULTILINE)
_NUMBER = re.compile(r"^ +(?:- )?number:[ \t]+(\S.*)$", re.MULTILINE)


def network_contacts(network: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded contact of a network, allowed in every file, and its numbers of help, allowed only in network.yaml.

    They are found line by line in the text of network.yaml, so that a mistake elsewhere in it does not make them findings.
    """
    contact = (_value(match[1]) for match in _CONTACT.finditer(network))
    numbers = (_value(match[1]) for match in _NUMBER.finditer(network))
    return _folded(contact), _folded(number for number in numbers if is_public_number(number))


def _value(text: str) -> str:
    return text.strip().strip("\"'").strip()


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(text).text.casefold() for text in texts if text)


class _TextFile(NamedTuple):
    """A file to search. `lines` and `sure` are those of `UnknownFile`."""

    file: str
    scope: Scope
    text: str
    lines: bool = True
    sure: bool = True


def _text_files(records: Records, unknown_files: Iterable[UnknownFile], root: Path) -> Iterator[_TextFile]:
    """Every text file of a network. Those that cannot be read are reported elsewhere."""
    for path, scope in _paths(root):
        file = path.relative_to(root).as_posix()
        yield _TextFile(file, scope, *_text(root, file, records))
    for unknown in unknown_files:
        scope = "case-study" if unknown.location is CASES else "catalogue"
        yield _TextFile(unknown.file, scope, unknown.text, unknown.lines, unknown.sure)


def _paths(root: Path) -> Iterator[tuple[Path, Scope]]:
    ignored = Problems()
    yield from ((root / name, "catalogue") for name in (*CATALOGUES, NETWORK_FILE, TARGETS_FILE) if (root / name).exists())
    yield from ((path, "catalogue") for path in files_in(root, "opportunities", ignored) if _is_entry_or_readme(path))
    yield from ((p, "catalogue") for p in files_in(root, "content", ignored, below=True) if p.suffix.lower() in _TEXTS)
    yield from ((path, "case-study") for path in files_in(root, "case_studies", ignored, ending=".md"))


def _is_entry_or_readme(path: Path) -> bool:
    return path.name.endswith(".yaml") or path.name.casefold() == "readme.md"


def _text(root: Path, file: str, records: Records) -> tuple[str, bool]:
    """The text of a file, and whether its lines are those people see. Files that could not be parsed are searched too."""
    text = records.texts.get(file)
    return extract_text(root / file) if text is None else (text, True)


def _report(results: Iterable[Finding], entry: Entry[Any] | None, problems: Problems) -> None:
    """Add a problem for each finding that is not acknowledged, and for each acknowledgement without a finding."""
    record = entry.record if entry else None
    acknowledged = {note.rule for note in record.acknowledged} if isinstance(record, CaseStudy) else set()
    published = record is not None and getattr(record, "status", "published") == "published"
    for finding in results:
        screen = finding.screen
        if screen.unless and getattr(record, screen.unless, False):
            continue
        if screen.code in acknowledged and screen.acknowledge:
            continue
        severity = "error" if published else screen.severity
        problems.add(finding.span, screen.code, screen.message, finding.help, severity=severity)
    if entry and isinstance(record, CaseStudy):
        _check_acknowledgements(record.acknowledged, {finding.screen.code for finding in results}, entry, problems)


def _check_acknowledgements(
    notes: Iterable[Acknowledgement], found: set[str], entry: Entry[Any], problems: Problems
) -> None:
    """Every acknowledgement is of a code that was found, and of one that may be acknowledged."""
    never = {screen.code for screen in SCREENS if not screen.acknowledge}
    for number, note in enumerate(notes):
        span = entry.at("acknowledged", number, "rule")
        if note.rule in never:
            message = f"`{note.rule}` cannot be acknowledged"
            problems.add(span, "not-acknowledged", message, "take out what was found; nothing makes it right here")
        elif note.rule not in found:
            message = f"there is nothing to acknowledge for `{note.rule}`"
            problems.warn(span, "nothing-to-acknowledge", message, "delete this acknowledgement")


_QUOTED = re.compile("`([^`]*)`")
_WITHHELD = "take out what the confidentiality check found in this file; then this message says more"


def redact_quotations(files: Collection[str], problems: Problems) -> None:
    """Redact quotations in the messages of other checks about `files`: one may repeat the text of a finding.

    Names of fields, codes and files are kept.
    """
    safe = {screen.code for screen in SCREENS} | {"unreadable-file"}  # its messages name files only
    problems.items = [
        problem if problem.code in safe or problem.file not in files else _without_quotations(problem)
        for problem in problems.items
    ]


def _without_quotations(problem: Problem) -> Problem:
    message = _QUOTED.sub(lambda match: match[0] if _is_name(match[1]) else "…", problem.message)
    quoted = _QUOTED.findall(problem.help)
    return replace(problem, message=message, help=problem.help if all(map(_is_name, quoted)) else _WITHHELD)


def _is_name(quoted: str) -> bool:
    """Is it the name of a field or a code, or a line of an example? Then it is no quotation."""
    return quoted.strip() in _names()


@cache
def _names() -> frozenset[str]:
    """All codes of problems and names of fields."""
    models: list[type[Record]] = [Record]
    for model in models:
        models += model.__subclasses__()
    return frozenset(CODES).union(all_lines(), *(model.model_fields for model in models))
