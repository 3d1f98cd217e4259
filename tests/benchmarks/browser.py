"""Benchmarks in a browser: the time of a choice in the finder, and the bytes of a first visit and of a search.

`run.py` builds the sites and prints the rows. A choice is timed in the page, on a processor made 4 times slower, from the
click until two frames later, when its list is painted. Its peer in the same page is a plain loop that hides and shows the
same cards and does nothing else, and takes turns with it. Bytes are those of every file that a browser with an empty cache
asks for, each as `gzip -6` makes it.
"""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from benchmarks import relevance
from mentor_network.gates.chromium import FLAGS, HELP, find_browser
from support.servers import served

#: Milliseconds from a choice to its list, and bytes of a first visit.
CHOICE, FIRST_VISIT = 100, 60_000
SLOWER = 4
#: What a first search may fetch, as a share of the index that stock Material fetches on every first visit.
SEARCH = 0.25
CHOICE_HEADINGS = ["what", "ours", "peer", "theirs", "ratio", "budget", "verdict"]
BYTES_HEADINGS = ["first visit to", "gzip", "page", "styles", "scripts", "the rest", "budget", "verdict"]

#: Gives the milliseconds from before `act` until what it changed is painted.
TIMED = """act => new Promise(done => {
  const start = performance.now();
  act();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
CHOOSE = f"id => ({TIMED})(() => document.getElementById(id).click())"
LOOP = f"""stage => ({TIMED})(() => {{
  for (const card of document.querySelectorAll('[data-result]'))
    card.hidden = stage !== '' && !card.dataset.stage.split(' ').includes(stage);
}})"""


@contextmanager
def page(site: Path) -> Iterator[tuple[Any, str]]:
    """A browser page without a cache, and the URL of the served `site`."""
    from playwright.sync_api import sync_playwright

    path = find_browser()
    if not path:
        raise SystemExit(HELP)
    with served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        opened = browser.new_page(viewport={"width": 1280, "height": 800})
        opened.context.new_cdp_session(opened).send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield opened, base
        browser.close()


@dataclass(frozen=True, slots=True)
class Choice:
    """Milliseconds from a choice to the updated list: ours, and those of a plain loop."""

    cards: int
    ours: list[float]
    theirs: list[float]

    @property
    def kept(self) -> bool:
        return statistics.median(self.ours) <= CHOICE

    def cells(self) -> list[str]:
        ratio = statistics.median(self.ours) / statistics.median(self.theirs)
        what = f"finder: a choice among {self.cards} cards, processor {SLOWER} times slower"
        row = [what, spread(self.ours), "a loop that hides cards", spread(self.theirs), f"{ratio:.2f}"]
        return [*row, f"{CHOICE} ms", "kept" if self.kept else "MISSED"]


def spread(found: list[float]) -> str:
    return f"{statistics.median(found):.0f} ms ({min(found):.0f} to {max(found):.0f})"


def choices(site: Path, turns: int) -> Choice:
    """Time choosing one stage and all stages, alternating with the plain loop. The first turn is a warm-up."""
    ours: list[float] = []
    theirs: list[float] = []
    with page(site) as (opened, base):
        opened.goto(f"{base}/opportunities/")
        cards = opened.locator("[data-result]").count()
        opened.context.new_cdp_session(opened).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        for _ in range(turns + 1):
            # Both end where they began, with all cards shown.
            ours += [opened.evaluate(CHOOSE, f"f-stage-{stage}") for stage in ("core", "any")]
            theirs += [opened.evaluate(LOOP, stage) for stage in ("core", "")]
    return Choice(cards, ours[2:], theirs[2:])


@dataclass(frozen=True, slots=True)
class Visit:
    """A first visit to a page: the bytes of each kind of file that it asks for."""

    address: str
    bytes: dict[str, int] = field(default_factory=dict)
    budget: int | None = FIRST_VISIT

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    @property
    def kept(self) -> bool:
        return self.budget is None or self.total <= self.budget

    def cells(self) -> list[str]:
        kinds = [self.bytes.get(kind, 0) for kind in ("document", "stylesheet", "script")]
        parts = [kilobytes(found) for found in (self.total, *kinds, self.total - sum(kinds))]
        if self.budget is None:
            return [self.address, *parts, "none", "-"]
        return [self.address, *parts, kilobytes(self.budget), "kept" if self.kept else "MISSED"]


def kilobytes(count: int) -> str:
    return f"{count / 1000:.1f} KB"


class Visitor:
    """Opens pages of a site and sums up the bytes that each requests."""

    def __init__(self, site: Path, opened: Any, base: str) -> None:
        self.site, self.page, self.base = site, opened, base
        self.sizes: dict[str, int] = {}
        self.asked: list[tuple[str, str]] = []
        opened.on("request", lambda request: self.asked.append((request.url, request.resource_type)))

    @cached_property
    def addresses(self) -> list[str]:
        found = (path.parent.relative_to(self.site).as_posix() for path in self.site.rglob("index.html"))
        return sorted(f"/{address}/".replace("/./", "/") for address in found)

    def visit(self, address: str, budget: int | None = FIRST_VISIT) -> Visit:
        self.asked.clear()
        scripted = b"<script" in self.file(f"{self.base}{address}").read_bytes()
        # What a script fetches of its own accord belongs to the first visit too.
        self.page.goto(f"{self.base}{address}", wait_until="networkidle" if scripted else "load")
        made = Visit(address, budget=budget)
        for url, kind in self.asked:
            made.bytes[kind] = made.bytes.get(kind, 0) + self.size(url)
        return made

    def file(self, url: str) -> Path:
        path = self.site / unquote(urlsplit(url).path).lstrip("/")
        return path / "index.html" if path.is_dir() else path

    def size(self, url: str) -> int:
        """The compressed size of the file of a URL."""
        if not url.startswith(self.base):
            raise SystemExit(f"{url} is asked of another host")
        if url not in self.sizes:
            self.sizes[url] = len(gzip.compress(self.file(url).read_bytes(), 6))
        return self.sizes[url]


@dataclass(frozen=True, slots=True)
class Searched:
    """Bytes that a first search fetches until its results are shown, compared with the search index of stock Material."""

    what: str
    pages: int
    ours: list[int]
    theirs: int
    budget: float | None = SEARCH

    @property
    def kept(self) -> bool:
        return self.budget is None or statistics.median(self.ours) <= self.theirs * self.budget

    def cells(self) -> list[str]:
        ratio = statistics.median(self.ours) / self.theirs
        fetched = (
            f"{kilobytes(int(statistics.median(self.ours)))} ({kilobytes(min(self.ours))} to {kilobytes(max(self.ours))})"
        )
        row = [f"first results for {self.what}, {self.pages:,} pages", fetched, "stock Material's search index"]
        if self.budget is None:
            return [*row, kilobytes(self.theirs), f"{ratio:.2f}", "none", "-"]
        return [*row, kilobytes(self.theirs), f"{ratio:.2f}", f"{self.budget:.2f} times", "kept" if self.kept else "MISSED"]


def searches(site: Path, stock: Path) -> list[Searched]:
    """Bytes of the index and the vocabulary that each query fetches with an empty cache.

    The budget is for 1 word, as it was measured for Pagefind alone; each further word may fetch a part of the index more.
    """
    asked = [one["query"] for one in relevance.asked("own")]
    single = [query for query in asked if " " not in query]
    whole = _fetched(site, [*single, *asked[:12]])
    theirs = len(gzip.compress((stock / "search" / "search_index.json").read_bytes(), 6))
    pages = sum(1 for _ in site.rglob("index.html"))
    return [
        Searched("1 word", pages, whole[: len(single)], theirs),
        Searched("whole queries", pages, whole[len(single) :], theirs, budget=None),
    ]


def _fetched(site: Path, queries: list[str]) -> list[int]:
    fetched = []
    with page(site) as (opened, base):
        visitor = Visitor(site, opened, base)
        for query in queries:
            visitor.asked.clear()
            relevance.found(query, opened, base)
            fetched.append(sum(visitor.size(url) for url, _ in visitor.asked if "/pagefind/" in url or "words.json" in url))
    return fetched


def relevant(site: Path) -> list[str]:
    """Lines with the relevance of the search for each set of queries."""
    with page(site) as (opened, base):
        found = {name: relevance.answers(name, opened, base) for name in relevance.sets()}
    return [line for name, answers in found.items() for line in relevance.lines(name, answers)]


def visits(site: Path, addresses: list[str] | None = None, budget: int | None = FIRST_VISIT) -> list[Visit]:
    """First visits to these pages of a site, or to all, in descending order of size."""
    with page(site) as (opened, base):
        visitor = Visitor(site, opened, base)
        found = [visitor.visit(address, budget) for address in addresses or visitor.addresses]
    return sorted(found, key=lambda visit: -visit.total)
