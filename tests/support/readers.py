"""A reader who counts clicks and screens: each page is a screen, and so is each scroll by the height of the window."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

IN_VIEW = """element => { const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight ? 0 : box.top < 0 ? -1 : 1 }"""


class Reader:
    """Starts on a page. A choice in a list counts as 1 click, and typing as none."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.clicks = 0
        self.screens = 1
        page.goto(address)

    def sees(self, what: Locator) -> Locator:
        """Scroll to an element by whole screens."""
        expect(what).to_be_visible()
        while direction := what.evaluate(IN_VIEW):
            before = self.page.evaluate("scrollY")
            self.page.evaluate("direction => scrollBy({ top: direction * innerHeight, behavior: 'instant' })", direction)
            assert self.page.evaluate("scrollY") != before, f"{what} is taller than the window"
            self.screens += 1
        return what

    def click(self, what: Locator, *, leads_to: str = "") -> None:
        """Click an element. `leads_to` is the pattern of the address of the next page."""
        self.sees(what).click()
        self.clicks += 1
        if leads_to:
            self.page.wait_for_url(leads_to)
            self.screens += 1

    def choose(self, what: Locator, value: str) -> None:
        """Choose from a list."""
        self.sees(what).select_option(value)
        self.clicks += 1
