"""The interactive features of a page: how to use each once, and the status line that must announce the result.

What is typed and chosen comes from the data of the site, so that this works for every network.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from playwright.sync_api import Page


class NothingToUse(Exception):
    """The network has no content yet with which a feature could be used."""


@dataclass(frozen=True, slots=True)
class Feature:
    """`where` is the selector of a feature, `use` uses it, and the text of the element `status` must change then."""

    name: str
    where: str
    use: Callable[[Page], None]
    status: str


def opened(page: Page, address: str) -> None:
    """Open a page, and wait until its script has rendered the plan, if it has one."""
    from playwright.sync_api import expect

    page.goto(address)
    if page.locator("[data-plan]").count():
        expect(page.locator(".mn-tool.is-live")).to_be_attached()


def unfold(page: Page) -> None:
    """Open every disclosure: the menu, the questions of a finder, further reading."""
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    if (toggle := page.locator("[data-toggle][aria-expanded=false]")).is_visible():
        toggle.click()


def narrow(page: Page) -> None:
    """Choose an answer in a finder that shortens the list, trying up to five."""
    unfold(page)
    choices = page.locator('#facets input:not([value=""])').locator("visible=true")
    results = page.locator("[data-finder] [data-result]").locator("visible=true")
    if (before := results.count()) < 2 or not choices.count():
        raise NothingToUse
    for at in (1, 0, 2, 3, 4):
        if at < choices.count() and results.count() == before:
            choices.nth(at).click()
            page.wait_for_timeout(50)


def search(page: Page) -> None:
    """Search for the title of the first opportunity."""
    from playwright.sync_api import expect

    page.fill("#q", _first(page)["title"])
    page.press("#q", "Enter")
    expect(page.locator("#found [data-result]").first).to_be_visible()


def mark(page: Page) -> None:
    """Mark the first domain of the supervisor's check as not seen."""
    page.locator(".mn-pick input[value=not-seen]").first.click()


def plan(page: Page) -> None:
    """Fill in the plan and add the first opportunity to it."""
    first = _first(page)
    page.select_option("#p-stage", first["stages"][0])
    page.fill("#p-goal", "Chair a meeting that ends on time")
    page.fill("#f-words", first["title"])
    page.locator("[data-matches] > li").get_by_role("button", name="Add").first.click()


def contribute(page: Page) -> None:
    """Fill in the required questions of a case study, and download its file."""
    page.click('[data-start="case-study"]')
    form = page.locator('form[data-kind="case-study"]')
    form.wait_for()
    form.locator('[name="title"]').fill("Half a day in each other's place")
    form.locator('[name="summary"]').fill("Resident doctors and managers spent half a day with each other.")
    form.locator('[name="activity_types"]').first.click()
    form.locator("button[type=submit]").click()
    with page.expect_download():
        page.click("[data-form] [data-download]")


def copy_sheet(page: Page) -> None:
    """Copy a sheet as text. Nothing is typed into it, so that the page can be left without a question."""
    page.click("[data-sheet-tools] [data-copy]")


def copy_words(page: Page) -> None:
    """Copy the first words to send."""
    if not (button := page.locator(".mn-words [data-copy]").first).is_visible():
        raise NothingToUse
    button.click()


def _first(page: Page) -> dict[str, Any]:
    """The first opportunity in the open data of the site. Raises `NothingToUse` if there is none."""
    answer = page.request.get(urljoin(page.url, "/data/v1/opportunities.json"))
    found: list[dict[str, Any]] = answer.json()["opportunities"] if answer.ok else []
    if not found:
        raise NothingToUse
    return found[0]


FEATURES = (
    Feature("a choice in the finder", "[data-finder]", narrow, "[data-finder] [data-count]"),
    Feature("a search", ".mn-search-page", search, "#found [data-count]"),
    Feature("a mark in the check", "[data-sum]", mark, "[data-said]"),
    Feature("a thing in the plan", "[data-plan]", plan, ".mn-plan__finder [data-count]"),
    Feature("a sheet as text", "[data-sheet]", copy_sheet, "[data-sheet-tools] [data-said]"),
    Feature("words to send", ".mn-words", copy_words, ".mn-words [data-said] >> nth=0"),
    Feature("a file from the form", "[data-form]", contribute, "[data-form] [data-done]"),
)


def use(page: Page) -> list[str]:
    """Use every feature of a page, and return their names."""
    used = []
    for feature in FEATURES:
        if page.locator(feature.where).count():
            with suppress(NothingToUse):
                feature.use(page)
                used.append(feature.name)
    return used
