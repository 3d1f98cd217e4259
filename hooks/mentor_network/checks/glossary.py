"""Checks the glossary: each term is explained once."""

from __future__ import annotations

import re

from mentor_network.problems import Problems, shorten
from mentor_network.records import Entry, Records
from mentor_network.records.page import Term
from mentor_network.source import KeyPath


def terms_are_explained_once(records: Records, problems: Problems) -> None:
    """No term is the term or another name of a second entry. Two entries may share a name that is the term of neither."""
    terms: dict[str, Entry[Term]] = {}
    for entry in records.glossary:
        first = terms.setdefault(_folded(entry.record.term), entry)
        if first is not entry and first.record.id != entry.record.id:
            _add(entry, ("term",), entry.record.term, first, problems)
    for entry in records.glossary:
        term = entry.record
        names: list[tuple[str, KeyPath]] = [(name, ("also_known_as", n)) for n, name in enumerate(term.also_known_as)]
        names += [(term.abbreviation, ("abbreviation",))] if term.abbreviation else []
        for name, steps in names:
            other = terms.get(_folded(name))
            if other and other.record.id != term.id and _folded(other.record.term) != _folded(term.term):
                _add(entry, steps, name, other, problems)


def _add(entry: Entry[Term], steps: KeyPath, name: str, other: Entry[Term], problems: Problems) -> None:
    message = f"`{shorten(name, 60)}` has an entry of its own, `{other.record.id}`, in line {other.at('id').line}"
    help = "make one entry of the two, with the other names under `also_known_as`, or delete this name"
    problems.add(entry.at(*steps), "duplicate-term", message, help)


def _folded(name: str) -> str:
    """A name for comparison: without capitals, punctuation and plurals."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return " ".join(re.sub(r"(?<=\w\w)(?<!s)s$", "", re.sub(r"ies$", "y", word)) for word in words)
