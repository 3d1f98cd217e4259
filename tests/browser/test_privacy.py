"""Visits with every feature used: requests to other hosts, and stored data. Those of test_gates.py are held to the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from mentor_network.gates.interactions import opened, unfold, use
from support.kinds import page_of_each_kind, pages
from support.servers import served
from support.traces import Traces

pytestmark = pytest.mark.browser

LINKS = "() => [...document.querySelectorAll('a[href]')].map(link => link.href)"
QUERIES = ("rota", "RCA", "chief registar", "zzzz", "how do I lead a ward round?")


def follow(page: Page, base: str) -> set[str]:
    """The pages of this site that the open page links to."""
    links = (urlsplit(urljoin(page.url, link)) for link in page.evaluate(LINKS))
    return {link.path for link in links if f"{link.scheme}://{link.netloc}" == base and link.path.endswith("/")}


def crawled(page: Page, base: str, *, start: str = "/") -> tuple[set[str], dict[str, int]]:
    """Crawl the site and use every page. Returns the pages, and those that did not respond."""
    seen, left, dead = {start}, [start], {}
    while left:
        address = left.pop()
        answer = page.goto(base + address)
        if not answer or answer.status != 200:
            dead[address] = answer.status if answer else 0
            continue
        if page.locator("[data-plan]").count():
            expect(page.locator(".mn-tool.is-live")).to_be_attached()
        new = follow(page, base) - seen
        use(page)
        unfold(page)
        seen |= new
        left += sorted(new)
    return seen, dead


@pytest.mark.every_page
@pytest.mark.parametrize("headers", [False, True], ids=["a host without headers", "a host with headers"])
def test_a_visit_to_all_pages_leaves_nothing(headers: bool, site: Path, visitor: Any) -> None:
    with served(site, headers=headers) as base:
        someone = visitor()
        traces = Traces(someone, base)
        seen, dead = crawled(someone.page, base)
        assert dead == {}
        assert set(pages(site)) - seen == set(), "no link leads there"
        assert traces.found() == []


def plan_all(page: Page) -> None:
    """Use every feature of a plan."""
    page.fill("#p-date", "2026-12-18")
    page.fill("#p-notes", "Ask about the rota meeting")
    for way in ("file", "reminder"):
        with page.expect_download():
            page.locator(f"[data-do={way}]").first.click()
    for way in ("link", "supervisor", "text", "print"):
        page.locator(f"[data-do={way}]").locator("visible=true").first.click()
    page.locator("[data-open=review]").click()
    expect(page.locator("[data-review]")).to_be_visible()
    page.go_back()


def search_all(page: Page, base: str) -> None:
    for query in QUERIES:
        page.fill("#q", query)
        page.press("#q", "Enter")
        expect(page.locator("#found [data-count]")).to_contain_text(query.replace("registar", "registrar"))
    page.go_back()
    expect(page.locator("#found [data-count]")).to_contain_text(QUERIES[-2])
    page.go_forward()
    expect(page.locator("#found [data-count]")).to_contain_text(QUERIES[-1])


def narrow_all(page: Page) -> None:
    """Use every question of a finder, its order, its words, and its buttons."""
    for number in range(page.locator("#facets [data-facet]").count()):
        answers = page.locator("#facets [data-facet]").nth(number).locator('input:not([value=""])')
        answers.last.click()
    page.fill("#f-q", "ward")
    page.locator("#f-sort").select_option(index=1)
    for way in ("[data-copy]", "[data-print]"):
        page.locator(f"#results {way}").click()


@pytest.mark.gate
def test_all_that_can_be_done_leaves_nothing(site: Path, visitor: Any) -> None:
    """Every feature is used to its end, with the headers that hosts send."""
    with served(site, headers=True) as base:
        someone = visitor()
        page, traces = someone.page, Traces(someone, base)
        for address in ("/opportunities/", "/case-studies/"):
            opened(page, base + address)
            unfold(page)
            narrow_all(page)
        opened(page, base + "/")
        page.select_option("#ask-weeks", "52")
        page.locator("[data-go]").click()
        expect(page.get_by_role("list", name="Your choices")).to_be_visible()
        page.go_back()
        page.fill("#site-q", "mentor")
        page.press("#site-q", "Enter")
        expect(page.locator("#found [data-result]").first).to_be_visible()
        search_all(page, base)
        opened(page, base + "/my-plan/")
        use(page)
        plan_all(page)
        opened(page, base + page_of_each_kind()["check_stage"])
        for mark in page.locator(".mn-pick input[value=not-seen]").all():
            mark.click()
        page.locator("[data-clear]").click()
        opened(page, base + page_of_each_kind()["form: contribution"])
        use(page)
        page.locator("[data-form] [data-copy='#form-text']").click()
        assert traces.found() == []
