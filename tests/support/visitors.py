"""Somebody with a browser, and what their browser must not hold afterwards."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Error, Page

STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
].join()"""


class Visitor:
    """Somebody with a browser: opens pages and notes what must not happen."""

    def __init__(self, browser: Browser, **options: object) -> None:
        self.context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.said: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def stored(self) -> object:
        """All that the site has left in this browser, by name."""
        return "".join(cookie["name"] for cookie in self.context.cookies()) + self.page.evaluate(STORED)

    def rested(self) -> bool:
        """Be as if no page had been opened yet, and say whether that can be had."""
        self.page.unroute_all()
        self.page.emulate_media(media="null", forced_colors="null")
        self.page.mouse.move(0, 0)
        try:
            self.page.goto("about:blank")
        except Error:  # a page that asks whether one really wants to leave
            return False
        self.requests.clear()
        self.said.clear()
        # A full history grows no more, whatever a page adds to it.
        return bool(self.page.evaluate("history.length") < 30)
