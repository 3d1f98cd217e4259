"""All that was read from a network: its records, each with its place, and every id that an author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, TypeVar

from mentor_network.problems import Span
from mentor_network.records.case_study import CaseStudy, ShortExample
from mentor_network.records.evidence import Change, EvidenceTable, Figure, Note, Source
from mentor_network.records.fields import Record
from mentor_network.records.model import Model, Theme
from mentor_network.records.network import Network
from mentor_network.records.opportunity import Opportunity, Retired
from mentor_network.records.page import Page, Term
from mentor_network.records.stage import Stage
from mentor_network.source import Document, Steps

R = TypeVar("R", bound=Record, covariant=True)  # noqa: PLC0105 - the suffix would be read aloud everywhere
AnyCase = ShortExample | CaseStudy


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and where it was written."""

    record: R
    document: Document
    path: Steps = ()

    def at(self, *path: str | int, key: bool = False) -> Span:
        """The place of one of its values."""
        return self.document.span(*self.path, *path, key=key)


@dataclass(slots=True)
class Records:
    """All that was read.

    `named` holds every id that an author wrote, in broken entries too, so that one mistake does not make others of all that
    points to it. A catalogue is in `unsure` when nobody can say what is in it: its file could not be read, its list is
    misspelt, or one of its entries has no id.
    """

    opportunities: list[Entry[Opportunity]] = field(default_factory=list)
    retired: list[Entry[Retired]] = field(default_factory=list)
    models: list[Entry[Model]] = field(default_factory=list)
    themes: list[Entry[Theme]] = field(default_factory=list)
    stages: list[Entry[Stage]] = field(default_factory=list)
    tables: list[Entry[EvidenceTable]] = field(default_factory=list)
    figures: list[Entry[Figure]] = field(default_factory=list)
    notes: list[Entry[Note]] = field(default_factory=list)
    changes: list[Entry[Change]] = field(default_factory=list)
    sources: list[Entry[Source]] = field(default_factory=list)
    glossary: list[Entry[Term]] = field(default_factory=list)
    cases: list[Entry[AnyCase]] = field(default_factory=list)
    pages: list[Entry[Page]] = field(default_factory=list)
    network: Entry[Network] | None = None
    named: dict[str, set[str]] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)

    def all(self) -> Iterator[Entry[Record]]:
        """Every entry of every catalogue and page."""
        yield from chain[Entry[Record]](self.opportunities, self.retired, self.models, self.themes, self.stages)
        yield from chain[Entry[Record]](self.tables, self.figures, self.notes, self.changes, self.sources)
        yield from chain[Entry[Record]](self.glossary, self.cases, self.pages)
        if self.network:
            yield self.network

    def name(self, catalogue: str, word: str) -> None:
        """Note that an author wrote this id."""
        self.named.setdefault(catalogue, set()).add(word)

    def known(self, catalogue: str) -> set[str] | None:
        """The ids of a catalogue, or None where nobody can say which there are."""
        return None if catalogue in self.unsure else self.named.get(catalogue, set())

    def broken(self, catalogue: str) -> set[str]:
        """The ids of entries that are there and have a mistake of their own."""
        sound = {entry.record.id for entry in getattr(self, catalogue, ())}
        if catalogue == "opportunities":
            sound |= {entry.record.id for entry in self.retired}
        if catalogue == "domains":
            sound = {domain.id for model in self.models for domain in model.record.domains}
        return self.named.get(catalogue, set()) - sound
