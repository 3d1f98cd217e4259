"""A browser for the benchmarks, and the files that a page of a site asks for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mentor_network.gates.chromium import FLAGS, HELP, find_browser
from support.servers import served


@contextmanager
def launched() -> Iterator[Any]:
    """A running browser."""
    from playwright.sync_api import sync_playwright

    path = find_browser()
    if not path:
        raise SystemExit(HELP)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened() -> Iterator[Any]:
    """A page of a browser, without a cache."""
    with launched() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield page


@contextmanager
def page(site: Path) -> Iterator[tuple[Any, str]]:
    """A page of a browser, and the address of the served `site`."""
    with served(site) as base, opened() as shown:
        yield shown, base


class Visitor:
    """Opens pages of a site and notes which files each asks for: address of the file → kind of request."""

    def __init__(self, site: Path, page: Any, base: str) -> None:
        self.site, self.page, self.base = site, page, base
        self.asked: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        page.on("request", lambda request: self.asked.setdefault(request.url, request.resource_type))

    @cached_property
    def addresses(self) -> list[str]:
        found = (path.parent.relative_to(self.site).as_posix() for path in self.site.rglob("index.html"))
        return sorted(f"/{address}/".replace("/./", "/") for address in found)

    def visit(self, address: str) -> dict[str, str]:
        """What a page asks for until it is complete. What its scripts fetch of their own accord belongs to it."""
        self.asked.clear()
        scripted = b"<script" in self.file(f"{self.base}{address}").read_bytes()
        self.page.goto(f"{self.base}{address}", wait_until="networkidle" if scripted else "load")
        return dict(self.asked)

    def file(self, url: str) -> Path:
        path = self.site / unquote(urlsplit(url).path).lstrip("/")
        return path / "index.html" if path.is_dir() else path

    def size(self, url: str) -> int:
        """The size of the file of an address as `gzip -6` makes it."""
        if not url.startswith(self.base):
            raise SystemExit(f"{url} is asked of another host")
        if url not in self._sizes:
            self._sizes[url] = len(gzip.compress(self.file(url).read_bytes(), 6))
        return self._sizes[url]
