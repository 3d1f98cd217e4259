"""All that was read from a network: its records, each with its place, and every id that an author wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
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
from mentor_network.records.targets import Targets
from mentor_network.source import Document, KeyPath

R = TypeVar("R", bound=Record, covariant=True)  # noqa: PLC0105 - the suffix would be read aloud everywhere
AnyCase = ShortExample | CaseStudy

#: The catalogues whose entries have names of their own.
CATALOGUES_WITH_IDS = (
    "opportunities",
    "cases",
    "pages",
    "stages",
    "models",
    "themes",
    "tables",
    "figures",
    "notes",
    "sources",
    "glossary",
)
#: The lists inside network.yaml.
NETWORK_LISTS = frozenset(["places", "responsibilities", "roles"])


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record and where it was written."""

    record: R
    document: Document
    path: KeyPath = ()

    def at(self, *path: str | int, key: bool = False) -> Span:
        """The place of one of its values."""
        return self.document.span(*self.path, *path, key=key)


@dataclass
class Records:
    """All that was read.

    `ids` holds every id that an author wrote, in invalid entries too. A catalogue is in `partly_read` when some of its ids are
    unknown: its file could not be parsed, its list is missing or misspelt, or one of its entries has no id. `missing` holds
    the lists that a file does not have, with the file; that is a mistake only where something refers to one of them.
    `texts` holds the whole text of each file that could be parsed.
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
    targets: Entry[Targets] | None = None
    ids: dict[str, set[str]] = field(default_factory=dict)
    partly_read: set[str] = field(default_factory=set)
    missing: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def all(self) -> Iterator[Entry[Record]]:
        """Every entry of every catalogue and page. What a network wants of them, `targets`, is none of these."""
        yield from chain[Entry[Record]](self.opportunities, self.retired, self.models, self.themes, self.stages)
        yield from chain[Entry[Record]](self.tables, self.figures, self.notes, self.changes, self.sources)
        yield from chain[Entry[Record]](self.glossary, self.cases, self.pages)
        if self.network:
            yield self.network

    def add_id(self, catalogue: str, word: str) -> None:
        """Note that an author wrote this id."""
        self.ids.setdefault(catalogue, set()).add(word)

    def invalid(self, catalogue: str) -> set[str]:
        """The names of entries that are there and have a mistake of their own. A page's name is its address."""
        if catalogue == "pages":
            valid = {page_address(page.document.file) for page in self.pages}
        elif catalogue == "domains":
            valid = {domain.id for model in self.models for domain in model.record.domains}
        else:
            valid = {entry.record.id for entry in getattr(self, catalogue)}
        if catalogue == "opportunities":
            valid |= {entry.record.id for entry in self.retired}
        return self.ids.get(catalogue, set()) - valid

    @cached_property
    def incomplete(self) -> frozenset[str]:
        """The catalogues that were not read whole, once reading is over.

        What is not in one of these may still exist, so no rule may report its absence.
        """
        found = (
            {name for name in (*CATALOGUES_WITH_IDS, "domains") if self.invalid(name)}
            | self.partly_read
            | self.missing.keys()
        )
        return frozenset(found if self.network else found | NETWORK_LISTS)


def page_address(file: str) -> str:
    """The address of a hand-written page.

    `content/guides/shadowing.md` is `/guides/shadowing/`, `content/mentors/index.md` is `/mentors/`.
    """
    path = file.removeprefix("content/").removesuffix(".md")
    if path == "index" or path.endswith("/index"):
        path = path.removesuffix("index").rstrip("/")
    return f"/{path}/" if path else "/"
