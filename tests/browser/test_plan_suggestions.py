"""Suggestions that fill the gaps of a plan, and the finder inside the plan."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from mentor_network.catalogue import Catalogue
from mentor_network.search.words import fold
from support.domains import with_parents
from support.finder_page import runs
from support.plan_page import THINGS, Plan, listed

pytestmark = pytest.mark.browser

# What would fill a gap


@pytest.mark.parametrize("stage", ["core", "registrar"])
@pytest.mark.parametrize(
    ("weeks", "items"),
    [
        (17, "lead-a-handover"),
        pytest.param(1, "", marks=pytest.mark.gate),
        pytest.param(52, "chair-a-meeting,lead-a-handover", marks=pytest.mark.gate),
    ],
)
def test_suggestions_follow_the_rule(stage: str, weeks: int, items: str, plan: Any, invented_catalogue: Catalogue) -> None:
    """The rule of the script, computed in Python: entries that fill more gaps come first, then by title."""
    had = [word for word in items.split(",") if word]
    shows = {o.id: with_parents(o.develops, invented_catalogue) for o in invented_catalogue.opportunities}
    gaps = set(listed(invented_catalogue)).difference(*(shows[word] for word in had))
    fitting = [
        o
        for o in invented_catalogue.opportunities
        if stage in o.stages and o.min_weeks <= weeks and o.id not in had and runs(o, invented_catalogue.today)
    ]
    filling = [o for o in fitting if gaps & shows[o.id]]
    expected = sorted(filling, key=lambda o: (-len(gaps & shows[o.id]), fold(o.title)))[:3]
    page = plan(f"v1&stage={stage}&weeks={weeks}&items={items}").page
    offered = page.locator("[data-suggestions] [data-add]").evaluate_all("all => all.map(one => one.dataset.add)")
    assert offered == [o.id for o in expected]
    assert 1 <= len(offered) <= 3


SUGGEST = """async ([items, plan, gaps]) => {
  const { suggestions } = await import(new URL('../assets/plan-suggest.js', location.href));
  return suggestions(items, plan, gaps).map(({ id }) => id);
}"""


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["both", "alone", "again"]),
        ({"both": {"closed": True}}, ["alone", "again", "more"]),
        ({"both": {"weeks": 26}}, ["alone", "again", "more"]),
        ({"both": {"stages": ["senior"]}}, ["alone", "again", "more"]),
        ({"both": {"shows": ["z"]}, "alone": {"shows": ["z"]}, "again": {"shows": ["z"]}}, ["more"]),
    ],
    ids=["more gaps first", "closed", "too long", "another stage", "no gap"],
)
def test_each_part_of_the_rule(changed: dict[str, Any], expected: list[str], shared_plan: Plan) -> None:
    titles = {
        "both": ("Zebra", ["x", "y"]),
        "more": ("Run", ["y"]),
        "alone": ("Ask", ["x"]),
        "again": ("Élan", ["x"]),
        "had": ("A", ["x"]),
    }
    items = [
        {"id": name, "title": title, "stages": ["core"], "weeks": 17, "shows": shows} | changed.get(name, {})
        for name, (title, shows) in titles.items()
    ]
    plan = {"stage": "core", "weeks": "17", "items": [{"id": "had", "mark": ""}]}
    assert shared_plan.page.evaluate(SUGGEST, [items, plan, ["x", "y"]]) == expected
    assert shared_plan.page.evaluate(SUGGEST, [items, {**plan, "weeks": ""}, ["x", "y"]]) == []


MATCH = """async ([items, query]) => {
  const { matches } = await import(new URL('../assets/plan-suggest.js', location.href));
  return matches(items, query).map(({ id }) => id);
}"""


def test_what_is_closed_is_found_last(shared_plan: Plan) -> None:
    named = {"a": ("Ask", True), "b": ("Begin", False), "c": ("Chair", True), "d": ("Do", False)}
    items = [
        {"id": name, "title": title, "kind": "Course", "shows": ["x"]} | ({"closed": True} if closed else {})
        for name, (title, closed) in named.items()
    ]
    assert shared_plan.page.evaluate(MATCH, [items, {"words": "course", "domain": ""}]) == ["b", "d", "a", "c"]


def test_what_is_on_hold_does_not_fit_and_is_found_without_the_tick(plan: Any) -> None:
    page = plan("v1&stage=registrar&weeks=52").page
    page.get_by_label("Words").fill("new leaders")
    expect(page.locator("[data-count]")).to_contain_text(re.compile("Nothing fits|fits?\\."))
    expect(page.locator("[data-matches] [data-add=leaders-programme]")).to_have_count(0)
    page.get_by_label("Only what fits my stage and time").uncheck()
    expect(page.locator("[data-matches] [data-add=leaders-programme]")).to_have_count(1)
    expect(page.locator("[data-matches] li", has_text="Programme for new leaders")).to_contain_text("On hold")


def test_the_rule_stands_on_the_page_in_two_sentences(plan: Any) -> None:
    page = plan("v1&stage=core&weeks=17").page
    said = page.locator(".mn-plan__rule").inner_text()
    assert len(re.findall(r"\.(?:\s|$)", said)) == 2
    for word in ("stage", "time", "closed", "nothing in the plan shows", "more", "alphabetical"):
        assert word in said
    ours = said + page.locator("[data-ideas]").inner_text()
    assert not re.search(r"\b(best|better|recommend\w*|top|ideal)\b", ours, re.IGNORECASE)


def test_a_suggestion_that_is_added_fills_its_gap(plan: Any) -> None:
    doctor = plan("v1&stage=core&weeks=17")
    button = doctor.page.locator("[data-suggestions] [data-add]").first
    thing = button.get_attribute("data-add")
    button.press("Enter")
    assert doctor.items() == [thing]
    expect(doctor.page.get_by_role("heading", name="Add something to do")).to_be_focused()
    assert thing not in doctor.page.locator("[data-suggestions] [data-add]").evaluate_all(
        "all => all.map(b => b.dataset.add)"
    )


# The finder


def test_the_finder_lists_at_most_8_and_counts(plan: Any, invented_catalogue: Catalogue) -> None:
    page = plan().page
    assert page.locator("[data-matches] > li").count() == 0
    page.select_option("#f-domain", "cap-1")
    number = sum(
        "cap-1" in with_parents((*o.develops, *o.can_show), invented_catalogue) for o in invented_catalogue.opportunities
    )
    expect(page.locator("[data-count]")).to_have_text(f"{number} things match. The first 8 are listed.")
    assert page.locator("[data-count]").get_attribute("role") == "status"
    assert page.locator("[data-matches] > li").count() == 8
    page.fill("#f-words", "xyzzy")
    expect(page.locator("[data-count]")).to_have_text("Nothing matches. Try fewer words.")


def test_other_words_for_a_thing_find_it(plan: Any) -> None:
    doctor = plan()
    doctor.page.fill("#f-words", "ROOT cause Analysis")
    expect(doctor.page.locator("[data-matches]")).to_contain_text("learning response")


def test_what_needs_more_time_waits_behind_the_tick(plan: Any) -> None:
    page = plan("v1&stage=core&weeks=1").page
    page.fill("#f-words", "year of leading")
    expect(page.locator("[data-count]")).to_contain_text("Nothing fits. Take the tick away")
    page.uncheck("#f-fits")
    expect(page.locator("[data-matches] > li").first).to_contain_text("12 months")


def test_a_full_plan_says_so(plan: Any) -> None:
    doctor = plan("v1&items=" + ",".join(thing for thing, _ in THINGS) + ",lead-a-ward-round")
    assert len(doctor.items()) == 6
    doctor.add("huddle")
    expect(doctor.page.locator("[data-side] [data-said], .mn-desk__side [data-said]").first).to_contain_text(
        "This plan is full"
    )
    assert len(doctor.items()) == 6
