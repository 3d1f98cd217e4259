"""Lists of both finders apart from the screen: the link that is copied, paper, and pages without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from support.finder_page import ADDRESSES, CARDS, Opener, Truth, both

pytestmark = [pytest.mark.browser, pytest.mark.gate]

Truths = Callable[[str], Truth]


def test_the_link_is_copied(at: Opener) -> None:
    found = at("opportunities", "stage=core&q=ward", permissions=["clipboard-read", "clipboard-write"])
    found.choose("cost", "free")
    found.button("Copy a link to this list").click()
    expect(found.page.get_by_role("status").filter(has_text="The link is copied.")).to_be_visible()
    assert found.page.evaluate("navigator.clipboard.readText()") == found.page.url
    assert found.query() == [("q", "ward"), ("stage", "core"), ("cost", "free")]
    found.choose("cost", "paid")
    expect(found.page.get_by_text("The link is copied.")).to_have_count(0)  # it is another list now


@pytest.mark.parametrize("clipboard", ["undefined", "{writeText: () => Promise.reject(new Error('refused'))}"])
def test_where_nothing_can_be_copied_it_says_what_to_do(clipboard: str, at: Opener) -> None:
    found = at("opportunities")
    found.page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{value: {clipboard}}})")
    found.button("Copy a link to this list").click()
    expect(found.page.get_by_text("Copy the address of this page from your browser.")).to_be_visible()


def test_the_list_is_printed_as_it_stands(at: Opener, truth: Truths) -> None:
    found, told = at("opportunities", "stage=core&cost=free&cost=paid"), truth("opportunities")
    found.page.evaluate("window.print = () => { window.printed = true; dispatchEvent(new Event('beforeprint')) }")
    found.button("Print this list").click()
    assert found.page.evaluate("window.printed") is True
    found.page.emulate_media(media="print")
    expected = told.fit({"stage": ["core"], "cost": ["free", "paid"]})
    assert found.shown() == expected
    main = found.page.locator("main")
    paper = main.inner_text()
    for line in (f"{len(expected)} of {len(told.given)} fit", "Core", "Free", "You pay", found.page.url):
        assert line in paper
    for screen in ("Copy a link", "Print this list", "Clear all", "Order", "Filter", "Other ways in", "×", "Words"):
        assert screen not in paper


@both
def test_without_script_the_list_is_complete(finder: str, scriptless: Page, invented: Any, truth: Truths) -> None:
    scriptless.goto(f"{invented[0]}{ADDRESSES[finder]}?stage=core&q=nothing")
    told = truth(finder)
    everything, resting = list(told.given), list(told.resting)
    cards = scriptless.locator("main [data-result] h3 a")
    assert [link.get_attribute("href").strip("./").rpartition("/")[2] for link in cards.all()] == [*everything, *resting]
    assert all(card.is_visible() for card in cards.all())
    expect(scriptless.locator(".mn-results__count")).to_have_text(re.compile(rf"^{len(everything)} "))
    for gone in ("#facets", "#f-sort", "[data-copy]", "[data-print]", "[data-empty]", "[data-chips]"):
        expect(scriptless.locator(gone)).to_be_hidden()


def test_without_script_links_by_stage_type_and_domain_lead_to_lists(
    scriptless: Page, invented: tuple[str, Catalogue]
) -> None:
    base, catalogue = invented
    link_text = {"by stage": "for each stage", "by what you do": "for what you do", "by what it shows": "for what it shows"}
    ways = {
        "by stage": {stage.name: catalogue.by_stage.get(stage.id, ()) for stage in catalogue.stages},
        "by what you do": {text: catalogue.by_type.get(kind, ()) for kind, text in labels.TYPES.items()},
        "by what it shows": {
            catalogue.full_label(d): catalogue.by_domain[d] for d in ("cap-1", "cap-1-teams", "cap-2", "cap-3")
        },
    }
    for way, lists in ways.items():
        scriptless.goto(base + ADDRESSES["opportunities"])
        scriptless.locator(".mn-noscript").get_by_role("link", name=link_text[way]).click()
        heading = scriptless.get_by_role("heading", name=way, level=3)
        expect(heading).to_be_in_viewport()
        links = heading.locator("xpath=following-sibling::ul[1]//a").evaluate_all(
            "all => all.map(a => [a.innerText, a.href])"
        )
        assert [name for name, _ in links] == list(lists)
        for name, address in links:
            scriptless.goto(address)
            listed = set(scriptless.evaluate(CARDS, False))
            assert {o.id for o in lists[name]} <= listed, (way, name)
            if way != "by what it shows":  # which also lists what can show it
                assert len(listed) == len(lists[name]), (way, name)
