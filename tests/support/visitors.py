"""A browser context for one visitor, with its requests, console messages and stored data."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Error, Page

STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
].join()"""


class Visitor:
    """One browser context and page. Records requests, console messages, errors and dialogs."""

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
        """The names of all cookies and stored data of the site; empty if there are none."""
        return "".join(cookie["name"] for cookie in self.context.cookies()) + self.page.evaluate(STORED)

    def rested(self) -> bool:
        """Reset the page for another test. Returns whether that worked."""
        self.page.unroute_all()
        self.page.emulate_media(media="null", forced_colors="null")
        self.page.mouse.move(0, 0)
        try:
            self.page.goto("about:blank")
        except Error:  # the page asks whether to leave it
            return False
        self.requests.clear()
        self.said.clear()
        # A full history does not grow, which some tests rely on.
        return bool(self.page.evaluate("history.length") < 30)
