"""Both finders in a real browser: choices, numbers, addresses, chips, orders, words, and what to do when nothing fits.

Most run on an invented network in which every question exists (tests/finder_network.py). What must be shown is worked out
from its records.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from finder_page import ADDRESSES, KINDS, Finder, Opener, Truth, catalogue_of, pairs
from playwright.sync_api import expect
from servers import served

import finder_network
from mentor_network.pages.facets import fits
from networks import ROOT, build_site

pytestmark = pytest.mark.browser

FINDERS = list(ADDRESSES)
FACETS = [(finder, kind.name) for finder in FINDERS for kind in KINDS[finder]]
every_facet = pytest.mark.parametrize(
    ("finder", "name"),
    # One finder is enough for `make test`: the other is the same script.
    [pytest.param(finder, name, marks=[pytest.mark.gate] if finder == "cases" else []) for finder, name in FACETS],
    ids=lambda value: value,
)
one_facet = pytest.mark.parametrize(
    ("finder", "name"), [FACETS[0], *(pytest.param(*facet, marks=pytest.mark.gate) for facet in FACETS[1:])]
)
both = pytest.mark.parametrize("finder", FINDERS)


# The rule


@pytest.mark.parametrize(
    ("rule", "chosen", "has", "answer"),
    [
        ("any", "core", ("core", "senior"), True),
        ("any", "core", ("registrar",), False),
        ("any", "core", (), False),
        ("most", "17", ("17",), True),
        ("most", "4", ("17",), False),
        ("most", "8", ("2.5",), True),
        ("most", "8", (), False),
        ("open", "england", (), True),
        ("open", "england", ("wales", "england"), True),
        ("open", "england", ("wales",), False),
    ],
)
def test_the_rule(rule: Any, chosen: str, has: tuple[str, ...], answer: bool) -> None:
    """All that is expected below rests on it."""
    assert fits(rule, chosen, has) is answer


# Questions and their answers


@both
def test_every_question_is_asked(finder: str, at: Opener) -> None:
    asked = at(finder).page.locator("#facets [data-facet]").evaluate_all("all => all.map(one => one.dataset.facet)")
    assert asked == [kind.name for kind in KINDS[finder]]


@both
def test_at_rest_everything_is_shown_in_order(finder: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found, everything = at(finder), list(truth(finder).given)
    assert found.shown() == everything
    assert re.fullmatch(rf"{len(everything)} (things to do|case studies and examples)", found.status.inner_text())
    assert found.query() == [] and found.chips().count() == 0


@every_facet
def test_an_answer_shows_what_fits_and_as_many_as_it_said(
    finder: str, name: str, at: Opener, truth: Callable[[str], Truth]
) -> None:
    found, told = at(finder), truth(finder)
    answers = [value for value in found.numbers(name) if value]
    used = {value for has in told.given.values() for value in has[name]}
    assert told.kind(name).rule != "any" or used <= set(answers)
    for value in answers:
        said = found.numbers(name)[value]
        found.choose(name, value)
        expected = told.fit({name: [value]})
        assert found.shown() == expected, value
        assert said == len(expected), value
        expect(found.status).to_have_text(f"{said} of {len(told.given)} fit")
        assert found.query() == [(name, value)]
        found.choose(name, "" if told.kind(name).one else value)
    assert found.shown() == list(told.given)
    assert found.query() == []


@every_facet
def test_answers_of_one_question_add_up(finder: str, name: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at(finder), truth(finder)
    several = [value for value in found.numbers(name) if value][:3]
    alone = found.numbers(name)
    for value in several:
        found.choose(name, value)
    kept = several[-1:] if told.kind(name).one else several
    assert found.shown() == told.fit({name: kept})
    assert found.query() == [(name, value) for value in kept]
    # A number says what its answer gives by itself, whatever else of the same question is on.
    assert found.numbers(name) == alone


@both
def test_questions_narrow_together_and_every_number_is_true(finder: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at(finder), truth(finder)
    for choice in told.choices(seed=1, count=12):
        found.open(choice)
        assert found.shown() == told.fit(choice), choice
        assert found.checked() == set(pairs(choice))
        for kind in KINDS[finder]:
            for value, number in found.numbers(kind.name).items():
                chosen = {**choice, kind.name: [value] if value else []}
                assert number == len(told.fit(chosen)), (choice, kind.name, value)


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
    """In whatever order people choose, the address is the same."""
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


@pytest.mark.parametrize("query", HOSTILE.values(), ids=list(HOSTILE))
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


# Chips


@pytest.mark.parametrize(
    ("finder", "name"), [FACETS[0], *[pytest.param(*one, marks=pytest.mark.gate) for one in FACETS[1:]]]
)
def test_a_chip_says_a_choice_and_takes_it_away(finder: str, name: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    value = next(value for value, n in at(finder).numbers(name).items() if value and n)
    found = at(finder, {name: [value]})
    (chip,) = found.chips().all()
    words = chip.inner_text().removesuffix("×").strip()
    label = truth(finder).kind(name).answers(truth(finder).catalogue)[value]
    assert words == (f"{label} left" if name == "weeks" else label)
    chip.click()
    assert found.shown() == list(truth(finder).given)
    assert found.query() == [] and found.checked() == set()


def test_chips_go_one_by_one_and_the_keyboard_stays_among_them(at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at("opportunities", "stage=core&weeks=26&cost=free&cost=paid"), truth("opportunities")
    assert found.chips().evaluate_all("all => all.map(one => one.getAttribute('aria-label'))") == [
        "Remove Core",
        "Remove 6 months left",
        "Remove Free",
        "Remove You pay",
    ]
    focus = found.page.locator(":focus")
    found.chips().nth(1).press("Enter")
    assert found.shown() == told.fit({"stage": ["core"], "cost": ["free", "paid"]})
    expect(focus).to_have_attribute("aria-label", "Remove Free")
    found.chips().nth(2).press("Enter")
    # The last one went: the one before has the keyboard now, and not "Clear all".
    expect(focus).to_have_attribute("aria-label", "Remove Free")
    focus.press("Enter")
    expect(focus).to_have_attribute("aria-label", "Remove Core")
    expect(found.button("Clear all")).to_have_count(0)
    focus.press("Enter")
    expect(focus).to_have_attribute("id", "results")
    assert found.shown() == list(told.given)


@both
def test_clear_all_takes_everything_away(finder: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    (choice,) = truth(finder).choices(seed=5, count=1)
    found = at(finder, choice)
    found.button("Clear all").click()
    assert found.shown() == list(truth(finder).given)
    assert found.query() == [] and found.checked() == set() and found.chips().count() == 0
    expect(found.page.locator(":focus")).to_have_attribute("id", "results")


# Nothing fits


@both
def test_where_nothing_fits_each_way_out_says_what_it_gives(finder: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at(finder), truth(finder)
    sizes = set()
    for choice in told.choices(seed=0, count=8, empty=True):
        found.open(choice)
        assert found.shown() == []
        expect(found.page.get_by_role("heading", name="Nothing fits all of that")).to_be_visible()
        ways = told.ways(choice)
        offers = found.button(re.compile("^Take away .* would fit$"))
        said = {words(choice, names, told, n) for names, n in ways.items()}
        assert set(offers.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")) == said, choice
        assert offers.count() == len(ways)
        sizes |= {len(names) for names in ways}
        names, gives = next(iter(ways.items()))
        found.button(words(choice, names, told, gives)).click()
        assert len(found.shown()) == gives
        assert found.query() == [pair for pair in pairs(choice) if pair[0] not in names]
        expect(found.page.get_by_role("heading", name="Nothing fits all of that")).to_be_hidden()
        expect(found.page.locator(":focus")).to_have_attribute("id", "results")
    assert {1, 2} <= sizes  # both kinds of way out were met


def words(choice: dict[str, list[str]], names: frozenset[str], told: Truth, gives: int) -> str:
    """What the button of a way out is called."""
    said = []
    for name in (name for name in choice if name in names):
        labels = told.kind(name).answers(told.catalogue)
        said.append(" or ".join(labels[value] + (" left" if name == "weeks" else "") for value in choice[name]))
    return f"Take away {' and '.join(said)}: {gives} would fit"


def test_words_that_find_nothing_can_be_taken_back(at: Opener, truth: Callable[[str], Truth]) -> None:
    found = at("opportunities", "q=xyzzy&stage=core")
    fitting = truth("opportunities").fit({"stage": ["core"]})
    found.button(f'Take away "xyzzy": {len(fitting)} would fit').click()
    assert found.shown() == fitting
    expect(found.page.get_by_label("Words")).to_have_value("")


# Words


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("etude", lambda o: "Étude" in o.title),
        ("STUDY", lambda o: "Studies" in o.title),
        ("the meeting", lambda o: "eeting" in o.title + o.summary or o.type == "meeting"),
        ("nickname7", lambda o: "nickname7" in o.also_known_as),
        ("mentor's round 28", lambda o: o.title == "Mentor's round 28"),
    ],
    ids=["accents", "plural and capitals", "stop words", "also known as", "several words"],
)
def test_words_find(typed: str, finds: Callable[[Any], bool], at: Opener, truth: Callable[[str], Truth]) -> None:
    told = truth("opportunities")
    expected = [o.id for o in told.catalogue.opportunities if finds(o)]
    found = at("opportunities")
    found.page.get_by_label("Words").fill(typed)
    assert found.shown() == expected and expected
    expect(found.status).to_have_text(f"{len(expected)} of {len(told.given)} fit")
    assert found.query() == [("q", typed)]
    assert at("opportunities", f"q={typed}").shown() == expected


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
    assert found.page.evaluate(TYPE, typed) == []


# The order


def test_orders(at: Opener, truth: Callable[[str], Truth]) -> None:
    told = truth("opportunities").catalogue
    found = at("opportunities")
    order = found.page.get_by_label("Order")
    assert order.locator("option").all_inner_texts() == ["Shortest first", "Soonest closing", "A to Z"]
    ahead = [o for o in told.opportunities if o.closes and o.closes >= told.today]
    closing = sorted(ahead, key=lambda o: o.closes)
    order.select_option("Soonest closing")
    assert found.shown()[: len(closing)] == [o.id for o in closing] and len(closing) > 5
    assert found.shown()[len(closing) :] == [o.id for o in told.opportunities if o not in ahead]
    assert found.query() == [("sort", "closing")]
    assert at("opportunities", "sort=closing").shown() == found.shown()
    order.select_option("A to Z")
    titles = [told.opportunity[word].title for word in found.shown()]
    assert titles[0] == "a small start 14" and titles.index("Étude of a rota 0") < titles.index("Mentor's round 4")
    order.select_option("Shortest first")
    assert found.shown() == [o.id for o in told.opportunities]
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


# The count, as it is heard


def test_the_count_is_announced(at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at("cases"), truth("cases")
    expect(found.page.get_by_role("status").first).to_have_text(f"{len(told.given)} case studies and examples")
    found.choose("with", "few")
    expect(found.page.get_by_role("status").first).to_have_text(
        f"{len(told.fit({'with': ['few']}))} of {len(told.given)} fit"
    )


def test_the_count_waits_for_a_pause_in_typing(at: Opener) -> None:
    """Somebody who listens hears 1 number for a word, not 1 for each letter. The list follows at once."""
    found = at("opportunities")
    before = found.status.inner_text()
    found.page.clock.install(time=datetime.datetime(2026, 8, 6))
    found.page.clock.pause_at(datetime.datetime(2026, 8, 7))
    found.page.get_by_label("Words").press_sequentially("zoning")
    assert len(found.shown()) == 6
    assert found.status.inner_text() == before
    found.page.clock.run_for(1000)
    assert found.status.inner_text() == "6 of 38 fit"


# One entry, and an answer that nothing gives


def test_a_network_with_one_entry_asks_only_what_can_matter(tmp_path: Path, visitor: Any) -> None:
    root = finder_network.make(tmp_path / "network", entries=0, cases=0)
    (root / "opportunities" / "chair-a-meeting.yaml").unlink()
    for path in [*root.glob("*.yaml"), *root.glob("case_studies/*.md")]:
        text = path.read_text("utf-8").replace('"leads_to": ["chair-a-meeting"]', '"leads_to": []')
        path.write_text(text.replace("chair-a-meeting", "shadow-a-leader"), "utf-8")
    with served(build_site(root, tmp_path / "site")) as base:
        someone = visitor()
        found = Finder(someone.page, base, "opportunities").open()
        assert found.status.inner_text() == "1 thing to do"
        # It suits 2 of 3 stages, any time left, and only England.
        asked = someone.page.locator("[data-facet]").evaluate_all("all => all.map(one => one.dataset.facet)")
        assert asked == ["stage", "where"]
        found.choose("stage", "senior")
        assert found.shown() == []
        assert found.open("stage=core").shown() == ["shadow-a-leader"]
        assert Finder(someone.page, base, "cases").open().shown() == ["matching-projects"]
        assert someone.said == []
