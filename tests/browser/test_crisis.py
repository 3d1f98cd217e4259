"""Crisis help: found by the search and from the footer, and usable on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from benchmarks import relevance
from support.networks import ROOT
from support.sweeps import a_few
from support.yaml_files import load

pytestmark = pytest.mark.browser

CASES = load(ROOT / "tests/cases/search/distress.yaml")
#: CSS pixels that a thumb hits without aiming.
THUMB = 44


@pytest.fixture
def page(regular: Any) -> Page:
    opened: Page = regular().page
    return opened


def searched(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}/search/?q={query.replace(' ', '%20')}")
    relevance.answered(page)


@pytest.mark.parametrize("query", a_few(CASES["help_first"]))
def test_the_words_of_somebody_in_distress_bring_the_numbers_first(query: str, base: str, page: Page) -> None:
    searched(page, base, query)
    dials = page.locator("[data-crisis] a[href^='tel:']")
    assert dials.count() >= 3
    place = dials.first.bounding_box()
    results = page.locator("#found").bounding_box()
    assert place and results and place["y"] < results["y"]


@pytest.mark.parametrize("query", a_few(CASES["results_first"]))
def test_other_words_bring_the_results_first(query: str, base: str, page: Page) -> None:
    searched(page, base, query)
    expect(page.locator("#found + [data-crisis]")).to_be_visible()


@pytest.mark.parametrize("case", a_few(CASES["leads_to"]), ids=lambda case: case["query"])
def test_words_of_tiredness_and_of_lost_time_lead_to(case: dict[str, str], base: str, page: Page) -> None:
    searched(page, base, case["query"])
    first = page.locator("li[data-result] h3 a").evaluate_all("links => links.slice(0, 2).map((link) => link.pathname)")
    assert case["page"] in first


def test_another_search_puts_the_help_back(base: str, page: Page) -> None:
    searched(page, base, "want to die")
    expect(page.locator("[data-crisis] + #found")).to_be_visible()
    page.locator("#q").fill("handover")
    page.locator("#q").press("Enter")
    expect(page.locator("#found + [data-crisis]")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_number_can_be_hit_with_a_thumb(width: int, base: str, regular: Any) -> None:
    page = regular(viewport={"width": width, "height": 800}).page
    page.goto(f"{base}/")
    page.get_by_role("link", name="Help in a crisis").click()
    expect(page.locator("#help-now")).to_be_in_viewport()
    for dial in page.locator(".mn-crisis__dial").all():
        box = dial.bounding_box()
        assert box and box["height"] >= THUMB and box["width"] >= THUMB and box["x"] + box["width"] <= width
