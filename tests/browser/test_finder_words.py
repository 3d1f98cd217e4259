"""Words in the finders, the order of results, and the announced count."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from support.finder_page import Finder, Opener, Truth, catalogue_of
from support.networks import ROOT

pytestmark = pytest.mark.browser


# Words


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("etude", lambda o: "Étude" in o.title),
        pytest.param("STUDY", lambda o: "Studies" in o.title, marks=pytest.mark.gate),
        ("the meeting", lambda o: "eeting" in o.title + o.summary or o.type == "meeting"),
        pytest.param("nickname7", lambda o: "nickname7" in o.also_known_as, marks=pytest.mark.gate),
        ("mentor's round 4", lambda o: o.title == "Mentor's round 4"),
    ],
    ids=["accents", "plural and capitals", "stop words", "also known as", "several words"],
)
def test_words_find(typed: str, finds: Callable[[Any], bool], at: Opener, truth: Callable[[str], Truth]) -> None:
    told = truth("opportunities")
    expected = [word for word in told.given if finds(told.catalogue.opportunity[word])]
    found = at("opportunities")
    found.page.get_by_label("Words").fill(typed)
    expect(found.status).to_have_text(f"{len(expected)} of {len(told.given)} fit")
    assert found.shown() == expected and expected
    assert found.query() == [("q", typed)]
    linked = at("opportunities", f"q={typed}")
    expect(linked.status).to_have_text(f"{len(expected)} of {len(told.given)} fit")
    assert linked.shown() == expected


def test_words_and_choices_narrow_together(at: Opener, truth: Callable[[str], Truth]) -> None:
    told = truth("opportunities")
    by_id = told.catalogue.opportunity
    expected = [word for word in told.fit({"weeks": ["17"]}) if "Zoning" in by_id[word].title]
    found = at("opportunities", "q=zoning&weeks=17")
    assert found.shown() == expected and expected
    for value, number in found.numbers("stage").items():
        fitting = told.fit({"weeks": ["17"], "stage": [value] if value else []})
        assert number == len([word for word in fitting if "Zoning" in by_id[word].title])


TYPE = """pairs => pairs.filter(([word, typed]) => {
  const field = document.querySelector('#f-q');
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const card = document.querySelector(`[data-result] a[href="${word}/"]`).closest('li');
  return !card.checkVisibility();
})"""


def test_every_real_entry_is_found_by_the_words_that_its_author_gave(base: str, visitor: Any) -> None:
    told = {o.id: (*o.also_known_as, *o.search_words) for o in catalogue_of(ROOT).opportunities}
    typed = [(word, phrase) for word, phrases in told.items() for phrase in {*phrases[:1], *phrases[-1:]}]
    found = Finder(visitor().page, base, "opportunities").open()
    assert len(typed) > len(told)
    found.page.get_by_label("Words").focus()
    found.page.wait_for_function(f"pairs => ({TYPE})(pairs).length === 0", arg=typed)


WORDS = "**/assets/finder-words.json"


def test_further_words_are_loaded_when_somebody_is_about_to_type(at: Opener) -> None:
    found = at("opportunities")
    asked: list[str] = []
    found.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    found.choose("stage", "core")
    assert "finder-words.json" not in asked
    for _ in range(2):
        found.page.get_by_label("Words").focus()
        found.page.get_by_label("Words").blur()
    assert asked.count("finder-words.json") == 1


def test_words_typed_before_further_words_have_come_find_more_when_they_do(at: Opener) -> None:
    found = at("opportunities")
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    found.page.route(WORDS, hold)
    found.page.get_by_label("Words").press_sequentially("nickname7")
    assert found.shown() == []
    waiting[0].continue_()
    expect(found.status).to_contain_text("1 of ")
    assert len(found.shown()) == 1
    expect(found.page.get_by_label("Words")).to_have_value("nickname7")


def test_without_further_words_those_on_the_cards_find_and_the_next_try_loads_them(invented: Any, regular: Any) -> None:
    found = Finder(regular().page, invented[0], "opportunities").open()
    found.page.route(WORDS, lambda route: route.abort(), times=1)
    with found.page.expect_event("requestfailed"):
        found.page.get_by_label("Words").fill("zoning")
    assert found.shown()
    found.page.get_by_label("Words").blur()
    found.page.get_by_label("Words").fill("nickname7")
    expect(found.status).to_contain_text("1 of ")


# The order


def test_orders(at: Opener, truth: Callable[[str], Truth]) -> None:
    told = truth("opportunities").catalogue
    runs = [told.opportunity[word] for word in truth("opportunities").given]
    found = at("opportunities")
    order = found.page.get_by_label("Order")
    assert order.locator("option").all_inner_texts() == ["Shortest first", "Soonest closing", "A to Z"]
    ahead = [o for o in runs if o.closes and o.closes >= told.today]
    closing = sorted(ahead, key=lambda o: o.closes)
    order.select_option("Soonest closing")
    assert found.shown()[: len(closing)] == [o.id for o in closing] and len(closing) > 5
    assert found.shown()[len(closing) :] == [o.id for o in runs if o not in ahead]
    assert found.query() == [("sort", "closing")]
    assert at("opportunities", "sort=closing").shown() == found.shown()
    order.select_option("A to Z")
    titles = [told.opportunity[word].title for word in found.shown()]
    assert titles[0] == "a small start 14" and titles.index("Étude of a rota 0") < titles.index("Mentor's round 4")
    order.select_option("Shortest first")
    assert found.shown() == [o.id for o in runs]
    assert found.query() == []


def test_orders_of_case_studies(at: Opener, truth: Callable[[str], Truth]) -> None:
    told = truth("cases").catalogue
    found = at("cases")
    order = found.page.get_by_label("Order")
    assert order.locator("option").all_inner_texts() == ["A to Z", "Newest first"]
    order.select_option("Newest first")
    assert found.shown() == [case.id for case in sorted(told.cases, key=lambda case: -case.added.toordinal())]


def test_no_order_by_closing_date_where_nothing_closes(base: str, visitor: Any) -> None:
    real = catalogue_of(ROOT)
    closing = any(o.closes and o.closes >= real.today for o in real.opportunities)
    found = Finder(visitor().page, base, "opportunities").open()
    assert ("Soonest closing" in found.page.get_by_label("Order").inner_text()) is closing


# The count, as it is heard


def test_the_count_is_announced(at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at("cases"), truth("cases")
    expect(found.page.get_by_role("status").first).to_have_text(f"{len(told.given)} case studies and examples")
    found.choose("with", "few")
    expect(found.page.get_by_role("status").first).to_have_text(
        f"{len(told.fit({'with': ['few']}))} of {len(told.given)} fit"
    )


def test_the_count_waits_for_a_pause_in_typing(invented_site: str, visitor: Any, truth: Callable[[str], Truth]) -> None:
    """A screen reader announces 1 number for a word, not 1 for each letter. The list is updated at once."""
    someone, told = visitor(), truth("opportunities")  # a new one: the clock stays in its context
    found = Finder(someone.page, invented_site, "opportunities").open()
    fit = sum("Zoning" in told.catalogue.opportunity[word].title for word in told.given)
    before = found.status.inner_text()
    found.page.clock.install(time=datetime.datetime(2026, 8, 6))
    found.page.clock.pause_at(datetime.datetime(2026, 8, 7))
    found.page.get_by_label("Words").press_sequentially("zoning")
    assert len(found.shown()) == fit
    assert found.status.inner_text() == before
    found.page.clock.run_for(1000)
    assert found.status.inner_text() == f"{fit} of {len(told.given)} fit"
    assert someone.said == []
