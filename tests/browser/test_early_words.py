"""What a reader types or chooses on a slow connection, before the scripts of the page have loaded, is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from support.form_sites import ADDRESS
from support.sweeps import a_few

pytestmark = pytest.mark.browser

CHECK = "/supervisors/cap-check/registrar/"


@contextmanager
def before_the_script(page: Page, address: str) -> Iterator[None]:
    """Hold the scripts of a page back inside the block, and let them load afterwards."""
    waiting: list[Route] = []
    come = False
    page.route("**/assets/*.js", lambda route: route.continue_() if come else waiting.append(route))
    page.goto(address, wait_until="commit")
    page.locator(".mn-footer").wait_for()
    yield
    come = True
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("load")


@pytest.fixture
def slow(invented_site: str, regular: Any) -> Callable[[str], Any]:
    """The page of a visitor, and the block in which the scripts of an address are held back."""
    someone = regular()
    return lambda address: (someone.page, before_the_script(someone.page, invented_site + address))


def fragment(page: Page, holds: str) -> None:
    page.wait_for_function("holds => location.hash === holds", arg=holds)


@pytest.mark.gate
def test_words_and_choices_in_a_plan(slow: Any) -> None:
    page, held = slow("/my-plan/")
    with held:
        page.locator("#p-goal").press_sequentially("Speak up earlier")
        page.select_option("#p-stage", "core")
        page.fill("#p-date", "2026-12-18")
    fragment(page, "#v1&stage=core&goal=Speak+up+earlier&date=2026-12-18")
    expect(page.locator("#p-goal")).to_have_value("Speak up earlier")
    expect(page.locator("#p-stage")).to_have_value("core")


def test_words_in_a_plan_that_a_link_brings(slow: Any) -> None:
    page, held = slow("/my-plan/#v1&stage=core&goal=From+the+link&no=Nights")
    with held:
        page.fill("#p-goal", "Typed early")
        page.fill("#p-ask", "The sister in charge")
        page.select_option("#p-stage", "senior")
    fragment(page, "#v1&stage=senior&goal=From+the+link%0ATyped+early&ask=The+sister+in+charge&no=Nights")
    expect(page.locator("#p-goal")).to_have_value("From the link\nTyped early")
    expect(page.locator("#p-no")).to_have_value("Nights")


@pytest.mark.parametrize(
    ("link", "after"),
    [
        ("#v1&cap-4=planned", "#v1&cap-1=seen&cap-4=planned"),
        pytest.param("", "#v1&cap-1=seen", marks=pytest.mark.gate),
        pytest.param("#v1&cap-1=not-seen", "#v1&cap-1=seen", marks=pytest.mark.gate),
    ],
)
def test_a_mark_in_the_check(link: str, after: str, slow: Any) -> None:
    page, held = slow(CHECK + link)
    with held:
        page.locator("#cap-1-seen").click()
    fragment(page, after)
    expect(page.locator("#cap-1-seen")).to_be_checked()
    assert "Seen: CAP 1." in page.locator("[data-said]").inner_text()


@pytest.mark.parametrize(
    ("address", "after"),
    [
        ("/opportunities/?stage=senior&cost=free", "?q=team&stage=core&cost=free"),
        pytest.param("/opportunities/", "?q=team&stage=core", marks=pytest.mark.gate),
        pytest.param("/opportunities/?cost=free", "?q=team&stage=core&cost=free", marks=pytest.mark.gate),
    ],
)
def test_a_choice_and_words_in_the_finder(address: str, after: str, slow: Any) -> None:
    page, held = slow(address)
    with held:
        page.locator("#f-stage-core").click()
        page.fill("#f-q", "team")
    page.wait_for_function("() => document.querySelector('[data-chips] button')")
    assert set(page.evaluate("location.search.slice(1)").split("&")) == set(after[1:].split("&"))
    expect(page.locator("#f-stage-core")).to_be_checked()
    expect(page.locator("#f-q")).to_have_value("team")


@pytest.mark.parametrize("address", a_few(["/search/?q=rota", "/search/"]))
def test_words_in_the_search(address: str, slow: Any) -> None:
    page, held = slow(address)
    with held:
        page.fill("#q", "clinic")
    if "?" in address:
        expect(page.locator("#found [data-result]").first).to_be_visible()
    expect(page.locator("#q")).to_have_value("clinic")
    page.press("#q", "Enter")
    expect(page.locator("#found [data-count]")).to_have_text(re.compile('for "clinic"$'))


def test_the_first_question_and_the_search_of_the_home_page(slow: Any) -> None:
    page, held = slow("/")
    with held:
        page.select_option("#ask-stage", "registrar")
        page.select_option("#ask-weeks", "4")
        page.fill("#site-q", "rota")
    expect(page.locator("[data-go]")).to_have_text(re.compile(r"^Show the \d+ that fit$"))
    assert [page.input_value(f"#{name}") for name in ("ask-stage", "ask-weeks", "site-q")] == ["registrar", "4", "rota"]
    number = page.locator("[data-go]").inner_text()
    page.locator("[data-go]").click()
    expect(page.locator("[data-count]")).to_contain_text(re.search(r"\d+", number)[0])  # type: ignore[index]


def test_the_form_has_no_field_to_write_in_before_its_rules_have_come(form_site: str, regular: Any) -> None:
    page = regular().page
    with before_the_script(page, form_site + ADDRESS):
        for field in page.locator("[data-form] :is(input, select, textarea)").all():
            assert not field.is_visible()
