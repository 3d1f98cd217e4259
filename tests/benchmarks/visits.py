"""Budgets in bytes: of a first visit to each page, and of a search until its first result, each as `gzip -6` makes it."""

from __future__ import annotations

import gzip
import statistics
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers, relevance
from benchmarks.browser import Visitor, page
from benchmarks.networks import ROOT, Networks, count_pages
from benchmarks.rows import Limit, Part, Row, table
from support.kinds import page_of_each_kind

#: Kilobytes of a first visit, and what a search may fetch as a share of the index of stock Material.
FIRST_VISIT, SEARCH = 40.0, 0.25
KINDS = ("document", "stylesheet", "script")
LARGEST = 5


@dataclass(frozen=True, slots=True)
class Visit:
    """A first visit to a page: the bytes of each kind of file that it asks for."""

    address: str
    bytes: dict[str, int]

    @property
    def kilobytes(self) -> float:
        return sum(self.bytes.values()) / 1000

    def cells(self) -> list[str]:
        kinds = [self.bytes.get(kind, 0) for kind in KINDS]
        rest = sum(self.bytes.values()) - sum(kinds)
        return [self.address, *(f"{found / 1000:.1f} KB" for found in (self.kilobytes * 1000, *kinds, rest))]


def first_visits(networks: Networks) -> Part:
    """First visits to every page of the real site; and the finder with 300 entries, to which no budget applies."""
    found = visits(networks.real_site, list(page_of_each_kind().values()) if networks.quick else None)
    (finder,) = visits(networks.finder_site, ["/opportunities/"])
    row = Row(f"first visit to any of {len(found)} pages: {found[0].address}", [_limit(found[0])])
    over = [visit for visit in found if visit.kilobytes > FIRST_VISIT]
    shown = [*found[:LARGEST], Visit(f"the finder with {networks.finder_entries} entries", finder.bytes)]
    details = "\n" + table(
        ["first visit to", "gzip", "page", "styles", "scripts", "the rest"], [one.cells() for one in shown]
    )
    return Part([row], lambda: f"{row.missed_text}. {len(over)} pages are over; the table says what they ask for", details)


def _limit(visit: Visit) -> Limit:
    return Limit("gzip", visit.kilobytes, FIRST_VISIT, "KB")


def visits(site: Path, addresses: list[str] | None = None) -> list[Visit]:
    """First visits to these pages of a site, or to all, in descending order of size."""
    found = []
    with page(site) as (opened, base):
        visitor = Visitor(site, opened, base)
        for address in addresses or visitor.addresses:
            sizes: dict[str, int] = {}
            for url, kind in visitor.visit(address).items():
                sizes[kind] = sizes.get(kind, 0) + visitor.size(url)
            found.append(Visit(address, sizes))
    return sorted(found, key=lambda visit: -visit.kilobytes)


def search(networks: Networks) -> Part:
    """What a first search fetches until its first result, whatever its engine, beside the index of stock Material.

    Counted is each file that the search page asks for with a query and the home page does not ask for, the page itself left
    out. Of Material only the index is counted. The budget is for 1 word; with more, an engine may fetch more.
    """
    entries = networks.sizes[0]
    site, others = networks.site(networks.generated(entries)), networks.pages(entries)
    (material, *_) = peers.peers(others)
    if not material.made.exists():
        assert material.side
        material.side.turn()
    index = (material.made / "search" / "search_index.json").read_bytes()
    theirs = len(gzip.compress(index, 6)) / 1000
    queries = [one["query"] for one in relevance.asked("own")]
    single = [query for query in queries if " " not in query]
    words, whole = fetched(site, single), fetched(site, queries[:12])
    pages = f"{count_pages(site):,} pages"
    row = _searched(f"search for 1 word, {pages}", words, theirs, SEARCH)
    return Part(
        [row, _searched("  whole queries", whole, theirs, None), Row(f"  Material's index: {theirs:.0f} KB")],
        lambda: f"{row.missed_text}. Of {len(words)} words the largest fetches {max(words):.0f} KB",
    )


def _searched(what: str, kilobytes: list[float], theirs: float, most: float | None) -> Row:
    middle = statistics.median(kilobytes)
    return Row(
        what, [Limit("until a result", middle, None, "KB"), Limit("of Material's index", middle / theirs, most, "times")]
    )


def fetched(site: Path, queries: list[str]) -> list[float]:
    """Kilobytes that each query fetches with an empty cache."""
    found = []
    with page(site) as (opened, base):
        visitor = Visitor(site, opened, base)
        everywhere = visitor.visit("/")
        for query in queries:
            visitor.asked.clear()
            relevance.found(query, opened, base)
            own = {url for url, kind in visitor.asked.items() if kind != "document"} - everywhere.keys()
            found.append(sum(map(visitor.size, own)) / 1000)
    return found


def relevant(networks: Networks) -> Part:
    """The relevance of the search for each set of queries, to which no budget applies."""
    with page(networks.site(ROOT)) as (opened, base):
        found = {name: relevance.answers(name, opened, base) for name in relevance.sets()}
    text = [line for name, answers in found.items() for line in relevance.lines(name, answers)]
    return Part([], details="\n" + "\n".join(text) + "\n")
