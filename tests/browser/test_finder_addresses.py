"""Query strings of the finders: state, hostile values, and the history."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from support.finder_page import Finder, Opener, Truth, both, one_facet, pairs
from support.sweeps import a_few

pytestmark = pytest.mark.browser


# The address


@one_facet
def test_an_address_shows_its_choice_again(finder: str, name: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at(finder), truth(finder)
    value = next(value for value, n in reversed(found.numbers(name).items()) if value and n)
    found.choose(name, value)
    again = at(finder, found.page.url.partition("?")[2])
    assert again.shown() == told.fit({name: [value]})
    assert again.checked() == {(name, value)}
    expect(again.input(name, value)).to_be_visible()  # a folded question stands open


@both
def test_one_choice_has_one_address(finder: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    """The order of choices does not change the address."""
    (choice,) = truth(finder).choices(seed=3, count=1)
    found = at(finder)
    for name, value in reversed(pairs(choice)):
        found.choose(name, value)
    assert found.query() == pairs(choice)


HOSTILE = {
    "script": "stage=%3Cscript%3Ealert(1)%3C/script%3E",
    "prototype": "__proto__=1&constructor=x&toString=1&stage=__proto__&where=constructor",
    "unknown": "stage=consultant&weeks=3&cost=gold&colour=red",
    "not quite": "weeks=17.0&stage=core%20&stage=CORE&cost=",
    "broken encoding": "stage=%E0%A4%A&%=%",
    "order": "sort=best&sort=title",
    "empty": "q=%20%20&stage=",
}


@pytest.mark.parametrize("query", a_few(HOSTILE.values(), every=2), ids=list(HOSTILE))
@both
def test_what_no_question_knows_is_passed_over(finder: str, query: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found = at(finder, query)
    assert found.shown() == list(truth(finder).given)
    assert found.checked() == set() and found.chips().count() == 0
    assert found.page.locator("main script").count() == 0


def test_a_repeated_name_counts_once_where_one_answer_can_be_chosen(at: Opener, truth: Callable[[str], Truth]) -> None:
    found = at("opportunities", "stage=core&stage=registrar&cost=free&cost=free")
    assert found.shown() == truth("opportunities").fit({"stage": ["core"], "cost": ["free"]})
    assert found.chips().count() == 2


def test_words_without_end_are_cut(at: Opener) -> None:
    found = at("opportunities", "q=" + "x" * 10_000)
    assert len(found.page.get_by_label("Words").input_value()) == 100
    assert found.shown() == []
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 1280


# Back and forward


def test_a_choice_made_before_the_script_came_is_kept(base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 1280, "height": 800}).page
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    page.route("**/assets/finder.js", hold)
    page.goto(f"{base}/opportunities/", wait_until="commit")
    page.get_by_label("Core", exact=False).first.check()
    held[0].continue_()
    expect(page.get_by_role("status").first).to_contain_text(" fit")
    assert page.url == f"{base}/opportunities/?stage=core"


def test_back_and_forward_go_through_the_choices(at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at("opportunities"), truth("opportunities")
    found.choose("stage", "core")
    found.choose("cost", "free")
    found.page.get_by_label("Order").select_option("A to Z")
    both_chosen = told.fit({"stage": ["core"], "cost": ["free"]})
    found.page.go_back()
    assert found.shown() == both_chosen  # in the page's order again
    expect(found.page.get_by_label("Order")).to_have_value("")
    found.page.go_back()
    assert found.shown() == told.fit({"stage": ["core"]})
    assert found.checked() == {("stage", "core")}
    found.page.go_back()
    assert found.shown() == list(told.given)
    found.page.go_forward()
    found.page.go_forward()
    assert found.shown() == both_chosen and found.chips().count() == 2


def test_back_from_an_entry_finds_the_same_list(at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at("opportunities"), truth("opportunities")
    found.choose("stage", "registrar")
    found.choose("type", "shadowing")
    expected = told.fit({"stage": ["registrar"], "type": ["shadowing"]})
    found.page.locator("main [data-result]:visible a").first.click()
    found.page.wait_for_url(f"**/opportunities/{expected[0]}/")
    found.page.go_back()
    assert found.shown() == expected
    assert found.checked() == {("stage", "registrar"), ("type", "shadowing")}
    expect(found.status).to_have_text(f"{len(expected)} of {len(told.given)} fit")


def length(found: Finder) -> int:
    return found.page.evaluate("history.length")


def test_typing_is_one_step_back(at: Opener, truth: Callable[[str], Truth]) -> None:
    found = at("opportunities", "stage=core")
    field, before = found.page.get_by_label("Words"), length(found)
    field.press_sequentially("zoning")
    field.press("Enter")
    assert length(found) == before + 1
    assert found.query() == [("q", "zoning"), ("stage", "core")]
    found.page.go_back()
    assert found.shown() == truth("opportunities").fit({"stage": ["core"]})
    expect(field).to_have_value("")


def test_typing_after_going_back_keeps_the_place_gone_to(at: Opener) -> None:
    found = at("opportunities")
    field = found.page.get_by_label("Words")
    found.choose("stage", "core")
    field.press_sequentially("zon")
    found.page.go_back()
    field.press_sequentially("small")  # the field never lost the keyboard
    assert found.query() == [("q", "small"), ("stage", "core")]
    found.page.go_back()
    assert found.query() == [("stage", "core")]
    found.page.go_back()
    assert found.query() == []


def test_choosing_what_is_chosen_is_no_step(at: Opener) -> None:
    found = at("opportunities", "stage=core")
    before = length(found)
    found.page.get_by_label("Words").press_sequentially("  ")
    found.page.get_by_label("Words").press("Enter")
    assert length(found) == before
