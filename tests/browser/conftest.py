"""A real browser and a local server for built sites."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from find_browser import HELP, on_machine
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from servers import served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = on_machine()
    # Never skipped: a page that no browser has opened is not tested.
    assert path, HELP
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(site) as address:
        yield address


class Visitor:
    """Somebody with a browser: opens pages and notes what must not happen."""

    def __init__(self, browser: Browser, **options: object) -> None:
        self.context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def stored(self) -> object:
        """All that the site has left in this browser."""
        script = "() => [document.cookie, Object.keys(localStorage).join(), Object.keys(sessionStorage).join()].join('')"
        return self.page.evaluate(script)


@pytest.fixture
def visitor(browser: Browser) -> Iterator[type[Visitor] | object]:
    """Make visitors: `visitor(viewport=..., color_scheme=...)`."""
    made: list[Visitor] = []

    def make(**options: object) -> Visitor:
        made.append(Visitor(browser, **options))
        return made[-1]

    yield make
    for each in made:
        each.context.close()
