"""Both finders in a real browser: choices, numbers, chips, and what to do when nothing fits.

Most run on an invented network in which every question exists (support.finder_network). What must be shown is worked out
from its records.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from mentor_network.pages.facets import fits
from support import finder_network
from support.finder_page import KINDS, Finder, Opener, Truth, both, every_facet, one_facet, pairs
from support.networks import site_of
from support.servers import served
from support.sweeps import a_few

pytestmark = pytest.mark.browser


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
    """The rule that the expected results below are computed with."""
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
        found.choose(name, "" if told.kind(name).single else value)
    assert found.shown() == list(told.given)
    assert found.query() == []


@every_facet
def test_answers_of_one_question_add_up(finder: str, name: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    found, told = at(finder), truth(finder)
    several = [value for value in found.numbers(name) if value][:3]
    alone = found.numbers(name)
    for value in several:
        found.choose(name, value)
    kept = several[-1:] if told.kind(name).single else several
    assert found.shown() == told.fit({name: kept})
    assert found.query() == [(name, value) for value in kept]
    # A number says what its answer gives by itself, whatever else of the same question is on.
    assert found.numbers(name) == alone


def test_what_does_not_run_is_narrowed_too_stands_last_and_counts_for_nothing(
    at: Opener, truth: Callable[[str], Truth]
) -> None:
    found, told = at("opportunities"), truth("opportunities")
    assert found.resting() == list(told.resting) != []
    for choice in [*told.choices(seed=3, count=6), {"stage": ["core"], "q": ["xyzzy"]}]:
        found.open(choice)
        expected = [] if "q" in choice else told.rests(choice)
        assert found.resting() == expected, choice
        expect(found.page.get_by_role("heading", name="Not running now")).to_have_count(1 if expected else 0)
        assert not set(found.shown()) & set(told.resting)
    last = found.open().page.locator("main [data-result]").last
    assert last.locator("a").first.get_attribute("href").strip("./").rpartition("/")[2] == list(told.resting)[-1]


@both
@pytest.mark.parametrize("count", a_few([3, 12]))
def test_questions_narrow_together_and_every_number_is_true(
    finder: str, count: int, at: Opener, truth: Callable[[str], Truth]
) -> None:
    found, told = at(finder), truth(finder)
    for choice in told.choices(seed=1, count=count):
        found.open(choice)
        assert found.shown() == told.fit(choice), choice
        assert found.checked() == set(pairs(choice))
        for kind in KINDS[finder]:
            for value, number in found.numbers(kind.name).items():
                chosen = {**choice, kind.name: [value] if value else []}
                assert number == len(told.fit(chosen)), (choice, kind.name, value)


# Chips


@one_facet
def test_a_chip_says_a_choice_and_takes_it_away(finder: str, name: str, at: Opener, truth: Callable[[str], Truth]) -> None:
    value = next(value for value, n in at(finder).numbers(name).items() if value and n)
    found = at(finder, {name: [value]})
    (chip,) = found.chips().all()
    words = chip.inner_text().removesuffix("×").strip()
    label = truth(finder).kind(name).options(truth(finder).catalogue)[value]
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
@pytest.mark.parametrize("count", a_few([4, 8]))
def test_where_nothing_fits_each_way_out_says_what_it_gives(
    finder: str, count: int, at: Opener, truth: Callable[[str], Truth]
) -> None:
    found, told = at(finder), truth(finder)
    sizes = set()
    for choice in told.choices(seed=0, count=count, empty=True):
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
    """The text of the button that clears some questions."""
    said = []
    for name in (name for name in choice if name in names):
        labels = told.kind(name).options(told.catalogue)
        said.append(" or ".join(labels[value] + (" left" if name == "weeks" else "") for value in choice[name]))
    return f"Take away {' and '.join(said)}: {gives} would fit"


def test_words_that_find_nothing_can_be_taken_back(at: Opener, truth: Callable[[str], Truth]) -> None:
    found = at("opportunities", "q=xyzzy&stage=core")
    fitting = truth("opportunities").fit({"stage": ["core"]})
    found.button(f'Take away "xyzzy": {len(fitting)} would fit').click()
    assert found.shown() == fitting
    expect(found.page.get_by_label("Words")).to_have_value("")


# One entry, and an answer that nothing gives


def test_a_network_with_one_entry_asks_only_what_can_matter(tmp_path: Path, visitor: Any) -> None:
    root = finder_network.make(tmp_path / "network", entries=0, cases=0)
    (root / "opportunities" / "chair-a-meeting.yaml").unlink()
    for path in [*root.glob("*.yaml"), *root.glob("case_studies/*.md")]:
        text = path.read_text("utf-8").replace('"leads_to": ["chair-a-meeting"]', '"leads_to": []')
        path.write_text(text.replace("chair-a-meeting", "shadow-a-leader"), "utf-8")
    with served(site_of(root)) as base:
        someone = visitor()
        found = Finder(someone.page, base, "opportunities").open()
        assert found.status.inner_text() == "1 thing to do"
        # It suits 2 of 3 stages, any time left, and only England.
        asked = someone.page.locator("[data-facet]").evaluate_all("all => all.map(one => one.dataset.facet)")
        assert asked == ["stage", "domain", "where"]
        found.choose("stage", "senior")
        assert found.shown() == []
        assert found.open("stage=core").shown() == ["shadow-a-leader"]
        assert Finder(someone.page, base, "cases").open().shown() == ["matching-projects"]
        assert someone.said == []
