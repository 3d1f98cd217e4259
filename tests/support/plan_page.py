"""A driver for the page My plan, and the plan that most tests open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page, expect

from mentor_network.catalogue import Catalogue

#: 5 things of `finder_network`, each with words that find it. The first is added from its own page.
THINGS = [
    ("shadow-a-leader", "Shadow a clinical leader for half a day"),
    ("lead-a-handover", "handover next team"),
    ("buddy-with-a-manager", "buddy manager"),
    ("learn-the-safety-syllabus", "patient safety syllabus"),
    ("chair-a-meeting", "chair"),
]
WRITTEN = ("lead", "goal", "needs", "ask", "feedback", "no", "notes", "action", "learned", "next")
FULL = "&".join(f"{name}={'+'.join(['leading'] * 25)}" for name in WRITTEN)


def full_plan(ids: Iterable[str]) -> str:
    """The fragment of a plan with every field filled in, for 5 opportunities."""
    items = ",".join(f"{name}:{mark}" for name, mark in zip(ids, "sppps", strict=True))
    return f"v1&stage=registrar&weeks=17&items={items}&{FULL}&date=2026-12-18"


PLAN = full_plan(thing for thing, _ in THINGS)
#: A short plan with one thing in it.
MINE = "v1&stage=core&items=lead-a-handover:p&goal=Speak+up"
#: The link on the page of an opportunity that adds it to an open plan.
ADD = "Add to your plan"


def eventually(page: Page, expression: str) -> Any:
    """What an expression gives, once it gives something. The policy of the pages refuses Playwright's own wait."""
    for _ in range(200):
        if value := page.evaluate(expression):
            return value
        page.wait_for_timeout(25)
    raise AssertionError(f"nothing came of {expression}")


class Plan:
    """My plan, opened in a browser with a fragment. `None` opens nothing yet."""

    def __init__(self, someone: Any, base: str, fragment: str | None = "") -> None:
        self.someone, self.page = someone, someone.page
        self.base = base
        if fragment is not None:
            self.page.goto(f"{base}/my-plan/{'#' if fragment else ''}{fragment}")
            self.ready()

    def ready(self) -> None:
        expect(self.page.locator(".mn-tool.is-live")).to_be_attached()
        # Drawing waits for the list where the plan needs it.
        expect(self.page.locator("[data-ideas]")).not_to_be_empty(timeout=30000)

    def items(self) -> list[str]:
        return self.page.locator("[data-items] > li").evaluate_all("rows => rows.map(row => row.dataset.item)")

    def value(self, name: str) -> str:
        return self.page.locator(f"#p-{name}").input_value()

    def left(self) -> str:
        return self.page.locator("[data-left]").inner_text()

    def add(self, words: str, title: re.Pattern[str] | str = "") -> None:
        self.page.fill("#f-words", words)
        row = self.page.locator("[data-matches] > li").filter(has_text=title or re.compile("")).first
        row.get_by_role("button", name=re.compile("^Add")).click()

    def fragment(self) -> str:
        """The fragment of the address, once the page has updated it."""
        self.page.wait_for_timeout(250)
        return self.page.evaluate("location.hash")

    def sides(self) -> int:
        """The number of pages that it prints."""
        return len(re.findall(rb"/Type\s*/Page[^s]", self.page.pdf(prefer_css_page_size=True)))


def listed(catalogue: Catalogue) -> list[str]:
    """The ids of the domains that opportunities name or the check marks, in the order of the models."""
    found = {d for o in catalogue.opportunities for d in (*o.develops, *o.can_show)}
    domains = catalogue.checked.domains if catalogue.checked else []
    asked = {d.id for d in domains if d.questions}
    found |= asked | {
        d.id for d in domains if not d.part_of and not any(e.part_of == d.id and e.id in asked for e in domains)
    }
    return [d for d in catalogue.domain if d in found]


def by_the_finder(page: Page) -> None:
    """Go from My plan through the finder to the page of `chair-a-meeting`."""
    page.get_by_role("link", name="Look through everything").click()
    page.locator("[data-result] a[href='chair-a-meeting/']").click()
