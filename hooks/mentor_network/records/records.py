"""The result of reading a network: its valid records, with their positions, and every id in its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Generic, TypeVar

from mentor_network.problems import Span
from mentor_network.records.case_study import CaseStudy, ShortExample
from mentor_network.records.evidence import Change, Chart, EvidenceTable, Figure, Note, Source
from mentor_network.records.fields import Record
from mentor_network.records.model import Milestone, Model, Theme
from mentor_network.records.network import Network
from mentor_network.records.opportunity import Opportunity, Retired
from mentor_network.records.page import Page, Term
from mentor_network.records.stage import Stage
from mentor_network.records.targets import Targets
from mentor_network.source import Document, KeyPath

R = TypeVar("R", bound=Record, covariant=True)  # noqa: PLC0105 - the suffix would be read aloud everywhere
AnyCase = ShortExample | CaseStudy

#: The catalogues whose entries have ids.
CATALOGUES_WITH_IDS = (
    "opportunities",
    "cases",
    "pages",
    "stages",
    "models",
    "themes",
    "history",
    "tables",
    "figures",
    "notes",
    "charts",
    "sources",
    "glossary",
)
#: The lists inside network.yaml.
NETWORK_LISTS = frozenset(["places", "responsibilities", "roles"])


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record, with its document and the path to it there."""

    record: R
    document: Document
    path: KeyPath = ()

    def at(self, *path: str | int, key: bool = False) -> Span:
        """The position of one of its values, see `Document.span`."""
        return self.document.span(*self.path, *path, key=key)


@dataclass
class Records:
    """The records of a network that are valid, and what is known about the rest.

    `ids` maps a catalogue to every id in its files, those of invalid entries too. A catalogue is in `partly_read` if some of
    its ids are unknown: its file could not be parsed, its list is missing or misspelt, or an entry has no id. `unread` has
    the ids of files with a wrong name, which would otherwise seem to be gone. `missing` maps each list that a file lacks to
    the file: a problem only if something refers to that list. `texts` maps each file that could be parsed to its whole text,
    and `ends` to the lines in which its last entry and those inside it start.
    """

    opportunities: list[Entry[Opportunity]] = field(default_factory=list)
    retired: list[Entry[Retired]] = field(default_factory=list)
    models: list[Entry[Model]] = field(default_factory=list)
    themes: list[Entry[Theme]] = field(default_factory=list)
    history: list[Entry[Milestone]] = field(default_factory=list)
    stages: list[Entry[Stage]] = field(default_factory=list)
    tables: list[Entry[EvidenceTable]] = field(default_factory=list)
    figures: list[Entry[Figure]] = field(default_factory=list)
    notes: list[Entry[Note]] = field(default_factory=list)
    charts: list[Entry[Chart]] = field(default_factory=list)
    changes: list[Entry[Change]] = field(default_factory=list)
    sources: list[Entry[Source]] = field(default_factory=list)
    glossary: list[Entry[Term]] = field(default_factory=list)
    cases: list[Entry[AnyCase]] = field(default_factory=list)
    pages: list[Entry[Page]] = field(default_factory=list)
    network: Entry[Network] | None = None
    targets: Entry[Targets] | None = None
    ids: dict[str, set[str]] = field(default_factory=dict)
    partly_read: set[str] = field(default_factory=set)
    unread: dict[str, set[str]] = field(default_factory=dict)
    missing: dict[str, Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    ends: dict[str, frozenset[int]] = field(default_factory=dict)

    def all(self) -> Iterator[Entry[Record]]:
        """Every entry of every catalogue, the pages and the network, but not its targets."""
        yield from chain[Entry[Record]](self.opportunities, self.retired, self.models, self.themes, self.history)
        yield from chain[Entry[Record]](self.stages, self.tables, self.figures, self.notes, self.charts)
        yield from chain[Entry[Record]](self.changes, self.sources, self.glossary, self.cases, self.pages)
        if self.network:
            yield self.network

    def add_id(self, catalogue: str, word: str) -> None:
        """Add an id to `ids`."""
        self.ids.setdefault(catalogue, set()).add(word)

    def invalid(self, catalogue: str) -> set[str]:
        """The ids of entries that did not validate. A page's id here is its URL path."""
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
        """The catalogues that lack entries because of other problems. Valid only once reading has finished.

        An entry that is not in one of these may exist in the files, so no check may report it as absent.
        """
        names = (
            {name for name in (*CATALOGUES_WITH_IDS, "domains") if self.invalid(name)}
            | self.partly_read
            | {name for name, words in self.unread.items() if words - self.ids.get(name, set())}
            | self.missing.keys()
        )
        return frozenset(names if self.network else names | NETWORK_LISTS)


def page_address(file: str) -> str:
    """The URL path of a hand-written page.

    `content/guides/shadowing.md` is `/guides/shadowing/`, `content/mentors/index.md` is `/mentors/`.
    """
    path = file.removeprefix("content/").removesuffix(".md")
    if path == "index" or path.endswith("/index"):
        path = path.removesuffix("index").rstrip("/")
    return f"/{path}/" if path else "/"
