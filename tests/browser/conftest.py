"""Fixtures for tests in a browser: the browser, visitors, and the addresses of served sites."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from mentor_network.catalogue import Catalogue
from mentor_network.gates.chromium import FLAGS, HELP, find_browser
from support import finder_network
from support.finder_page import Finder, Truth, catalogue_of
from support.form_sites import ADDRESS, network_with_form
from support.networks import ROOT, site_of
from support.plan_page import Plan
from support.servers import served
from support.shared import made_once
from support.visitors import Visitor

#: A process for each site costs an eighth of a new context, and no test is about what it guards against.
QUICK = ["--disable-site-isolation-trials"]
# Generous, because workers share the cores of a machine. Benchmarks measure speed.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    # Tests are never skipped because there is no browser.
    assert path, HELP
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *QUICK])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(site) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser) -> Iterator[type[Visitor] | object]:
    """A function that makes visitors with a new browser context: `visitor(viewport=..., color_scheme=...)`."""
    made: list[Visitor] = []

    def make(**options: object) -> Visitor:
        made.append(Visitor(browser, **options))
        return made[-1]

    yield make
    for each in made:
        each.context.close()


@pytest.fixture(scope="session")
def resting() -> dict[str, list[Visitor]]:
    """Visitors that can be used again, by the options of their context."""
    return {}


@pytest.fixture
def regular(browser: Browser, resting: dict[str, list[Visitor]]) -> Iterator[Callable[..., Visitor]]:
    """A function that makes visitors whose context may be used again, which is much faster than a new one.

    For tests that change no setting of the context. Nothing may be stored in it afterwards.
    """
    made: list[tuple[str, Visitor]] = []

    def make(**options: object) -> Visitor:
        kind = repr(sorted(options.items()))
        made.append((kind, resting[kind].pop() if resting.get(kind) else Visitor(browser, **options)))
        return made[-1][1]

    yield make
    left = [someone.stored() for _, someone in made]
    for (kind, someone), stored in zip(made, left, strict=True):
        if someone.rested() and not stored:
            resting.setdefault(kind, []).append(someone)
        else:
            someone.context.close()
    assert not any(left), left


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Catalogue]]:
    """The address of the site of `support.finder_network`, and its catalogue."""
    folder = made_once(tmp_path_factory, "invented", lambda folder: site_of(finder_network.make(folder / "network")))
    with served(folder / "site") as base:
        yield base, catalogue_of(folder / "network")


@pytest.fixture
def invented_site(invented: tuple[str, Catalogue]) -> str:
    """The address of the invented network's site."""
    return invented[0]


@pytest.fixture
def invented_catalogue(invented: tuple[str, Catalogue]) -> Catalogue:
    """The catalogue of the invented network."""
    return invented[1]


@pytest.fixture
def at(invented: tuple[str, Catalogue], regular: Any) -> Iterator[Callable[..., Finder]]:
    """A function that opens a finder of the invented network. The console must stay empty."""
    made = []

    def opened(finder: str, choice: Any = "", **options: Any) -> Finder:
        someone = regular(**{"viewport": {"width": 1280, "height": 800}, **options})
        made.append(someone)
        return Finder(someone.page, invented[0], finder).open(choice)

    yield opened
    assert [word for someone in made for word in someone.said] == []


@pytest.fixture
def truth(invented: tuple[str, Catalogue]) -> Callable[[str], Truth]:
    """The expected content of a finder of the invented network."""
    return lambda finder: Truth(finder, invented[1])


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue of the real network."""
    return catalogue_of(ROOT)


@pytest.fixture
def plan(invented_site: str, regular: Any) -> Iterator[Callable[..., Plan]]:
    """Open My plan of the invented network for a new visitor.

    Afterwards there must have been no request to another host, and nothing in the console.
    """
    made: list[Plan] = []

    def make(fragment: str | None = "", **options: Any) -> Plan:
        made.append(Plan(regular(**options), invented_site, fragment))
        return made[-1]

    yield make
    for each in made:
        assert [url for url in each.someone.requests if not url.startswith((invented_site, "blob:"))] == []
        assert each.someone.said == []


@pytest.fixture(scope="module")
def shared_plan(invented: tuple[str, Catalogue], browser: Browser) -> Iterator[Plan]:
    """One page of the invented network for many plans, opened in turn."""
    someone = Visitor(browser)
    someone.page.add_init_script("window.ran = 0")
    yield Plan(someone, invented[0])
    someone.context.close()


@pytest.fixture(scope="session")
def form_network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The small network with a contribution form and a repository, and the address of its site."""
    folder = made_once(tmp_path_factory, "form", lambda folder: site_of(network_with_form(folder / "network")))
    with served(folder / "site") as address:
        yield folder / "network", address


@pytest.fixture
def form_site(form_network: tuple[Path, str]) -> str:
    """The address of the small network's site with a contribution form."""
    return form_network[1]


@pytest.fixture
def open_form(visitor: Any) -> Callable[..., Visitor]:
    """Open the page of the form at a site's address, in a browser for which GitHub serves an empty page."""

    def open_(base: str, **options: Any) -> Visitor:
        someone: Visitor = visitor(**options)
        someone.context.route("https://github.com/**", lambda route: route.fulfill(status=200, body="GitHub"))
        someone.page.goto(base + ADDRESS)
        return someone

    return open_


@pytest.fixture
def scriptless(visitor: Any) -> Page:
    """A page whose scripts do not run."""
    return visitor(viewport={"width": 320, "height": 800}, java_script_enabled=False).page
