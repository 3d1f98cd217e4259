"""Both finders on a phone, at 400 % zoom, by keyboard alone, and for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from mentor_network.gates.browser import violations
from support.finder_page import Opener, Truth, both

pytestmark = [pytest.mark.browser, pytest.mark.gate]

Truths = Callable[[str], Truth]

PHONE = {"viewport": {"width": 320, "height": 568}, "has_touch": True}

#: What 400 % zoom leaves of a screen of 1280 by 1024.
ZOOMED = {"viewport": {"width": 320, "height": 256}}


def test_a_phone_opens_the_choices_and_gets_to_the_list(at: Opener, truth: Truths) -> None:
    found, told = at("opportunities", **PHONE), truth("opportunities")
    toggle = found.button(re.compile("^Filter"))
    expect(found.input("stage", "core")).to_be_hidden()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.tap()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    found.page.locator("label[for=f-stage-core]").tap()
    found.page.locator("summary", has_text="What you do").tap()
    found.page.locator("label[for=f-type-course]").tap()
    expected = told.fit({"stage": ["core"], "type": ["course"]})
    expect(toggle).to_have_accessible_name("Filter (2 on)")
    show = found.page.get_by_role("link", name=f"Show the {len(expected)} that fit")
    expect(show).to_be_in_viewport(ratio=1)
    show.tap()
    expect(found.page.locator(":focus")).to_have_attribute("id", "results")
    expect(found.status).to_be_in_viewport()
    expect(found.input("stage", "core")).to_be_hidden()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    assert found.shown() == expected
    assert found.page.evaluate("location.hash") == ""


def test_enter_in_the_words_leads_a_phone_to_the_list(at: Opener, truth: Truths) -> None:
    found, told = at("opportunities", **PHONE), truth("opportunities")
    found.button(re.compile("^Filter")).tap()
    found.page.get_by_label("Words").fill("zoning")
    found.page.get_by_label("Words").press("Enter")
    expect(found.page.locator(":focus")).to_have_attribute("id", "results")
    expect(found.page.get_by_label("Words")).to_be_hidden()
    assert len(found.shown()) == sum("Zoning" in told.catalogue.opportunity[word].title for word in told.given)


@pytest.mark.parametrize("screen", [PHONE, ZOOMED], ids=["phone", "400 % zoom"])
@both
def test_open_choices_never_trap_and_never_hide_the_keyboard(finder: str, screen: Any, at: Opener) -> None:
    found = at(finder, **screen)
    toggle = found.button(re.compile("^Filter"))
    toggle.press("Enter")
    found.page.evaluate("document.querySelectorAll('#facets details').forEach(one => { one.open = true })")
    assert found.page.evaluate("document.documentElement.scrollWidth") == 320
    toggle.focus()
    stops = tabs(found.page, until="#f-sort")
    assert {"q", "stage", "responsibility" if finder == "cases" else "cost"} <= {stop["name"] for stop in stops}
    assert [stop for stop in stops if not stop["seen"]] == []
    toggle.press("Enter")
    expect(found.page.get_by_label("Words")).to_be_hidden()
    found.page.keyboard.press("Tab")
    expect(found.page.locator(":focus")).to_have_attribute("id", "f-sort")


#: Where the keyboard is, and whether its middle can be seen: nothing lies over it.
STOP = """() => {
  const at = document.activeElement, box = (at.labels?.[0] ?? at).getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return { name: at.name ?? at.textContent, seen: at === top || at.contains(top) || at.labels?.[0]?.contains(top) || false };
}"""


def tabs(page: Page, until: str) -> list[dict[str, Any]]:
    """Press Tab until an element has the focus. Returns the tab stops on the way."""
    stops = []
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.locator(f"{until}:focus").count():
            return stops
        stops.append(page.evaluate(STOP))
    raise AssertionError(f"{until} is never reached: {stops[-3:]}")


@pytest.mark.parametrize("query", ["", "stage=core&weeks=17&domain=cap-1&domain=cap-1-teams", "q=xyzzy&with=few"])
@both
def test_no_sideways_scroll_at_320(finder: str, query: str, at: Opener) -> None:
    found = at(finder, query, **PHONE)
    assert found.page.evaluate("document.documentElement.scrollWidth") == 320


def test_targets_are_large_enough(at: Opener) -> None:
    found = at("opportunities", "stage=core&cost=free", **PHONE)
    found.button(re.compile("^Filter")).tap()
    small = "all => all.filter(one => one.getBoundingClientRect().height < 24).map(one => one.textContent)"
    targets = found.page.locator(
        "#facets input + label, #facets summary, #facets button, #facets a, #results button, #results select"
    )
    assert targets.count() > 40
    assert targets.locator("visible=true").evaluate_all(small) == []


def test_from_the_address_bar_to_a_result_by_keyboard(at: Opener, truth: Truths) -> None:
    found, told = at("opportunities"), truth("opportunities")
    keys, focus = found.page.keyboard, found.page.locator(":focus")
    tabs(found.page, until="[name=stage]")
    keys.press("ArrowDown")
    assert found.shown() == told.fit({"stage": ["core"]})
    tabs(found.page, until="[name=cost]")
    keys.press("Space")
    assert found.shown() == told.fit({"stage": ["core"], "cost": ["free"]})
    tabs(found.page, until="details summary")
    keys.press("Enter")
    keys.press("Tab")
    keys.press("Space")
    chosen = {"stage": ["core"], "cost": ["free"], "type": ["everyday"]}
    assert found.query() == [("stage", "core"), ("cost", "free"), ("type", "everyday")]
    while not told.fit(chosen):
        # Nothing fits: the way out is the next stop after the chips.
        tabs(found.page, until="[data-fix] button")
        keys.press("Enter")
        expect(focus).to_have_attribute("id", "results")
        chosen = {name: [value] for name, value in found.query()}
    assert found.shown() == told.fit(chosen)
    tabs(found.page, until="[data-result] a")
    keys.press("Enter")
    found.page.wait_for_url(f"**/opportunities/{told.fit(chosen)[0]}/")


def test_the_keyboard_can_be_seen_wherever_it_stands(at: Opener) -> None:
    found = at("opportunities", "stage=core&cost=free")
    bare = """() => { const at = document.activeElement, mark = at.matches('#facets input') ? at.labels[0] : at;
      return getComputedStyle(mark).outlineStyle === 'none' }"""
    found.page.locator("#f-q").focus()
    for _ in range(40):
        found.page.keyboard.press("Tab")
        assert not found.page.evaluate(bare), found.page.evaluate("document.activeElement.outerHTML")
    found.chips().first.focus()
    found.page.keyboard.press("Enter")
    found.page.keyboard.press("Enter")
    expect(found.page.locator(":focus")).to_have_attribute("id", "results")
    assert found.status.evaluate("at => getComputedStyle(at).outlineStyle") != "none"


def test_questions_answers_and_numbers_have_names(at: Opener, truth: Truths) -> None:
    found, told = at("opportunities"), truth("opportunities")
    form = found.page.get_by_role("form", name="Narrow the list")
    stage = form.get_by_role("group", name="Stage")
    expect(stage.get_by_role("radio", name=f"Any {len(told.given)}")).to_be_checked()
    core = len(told.fit({"stage": ["core"]}))
    expect(stage.get_by_role("radio", name=f"Core {core}", exact=True)).to_be_visible()
    found.unfold("hours")
    expect(form.get_by_role("group", name="Hours in all")).to_be_visible()
    results = found.page.get_by_role("region", name="Things to do")
    expect(results.get_by_role("status").first).to_have_text(f"{len(told.given)} things to do")
    assert results.get_by_role("heading", level=3).count() == len(told.given) + len(told.resting)


def opened(page: Page) -> None:
    page.evaluate("document.querySelectorAll('#facets details').forEach(one => { one.open = true })")
    toggle: Locator = page.locator("[data-toggle]")
    if toggle.is_visible():
        toggle.click()


STATES: dict[str, tuple[str, Callable[[Page], Any]]] = {
    "rest": ("", lambda page: None),
    "filtered": ("stage=core&weeks=17&cost=free&cost=funded&q=a", lambda page: page.locator("#results").focus()),
    "empty": ("q=xyzzy&stage=core", lambda page: None),
    "folded questions open": ("", opened),
}

LOOKS = [(1280, "light"), (320, "dark"), (1280, "dark"), (320, "light")]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "scheme"), LOOKS, ids=str)
@both
def test_axe_finds_nothing(finder: str, width: int, scheme: str, state: str, at: Opener) -> None:
    query, act = STATES[state]
    found = at(finder, query, viewport={"width": width, "height": 800}, color_scheme=scheme)
    act(found.page)
    assert violations(found.page) == []
