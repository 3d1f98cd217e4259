"""Pages restored from the browser's back/forward cache.

WebKit then resets forms and fields with autocomplete="off", in a task of its own after `pageshow`
(`HTMLFormElement::resumeFromDocumentSuspension`). Chromium has the same cache and no such reset, so a script adds it here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mentor_network.gates.chromium import FLAGS, find_browser
from support.form_sites import ADDRESS, Contributor
from support.visitors import Visitor

pytestmark = pytest.mark.browser

RESET = """addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  setTimeout(() => {
    const off = '[autocomplete="off"]';
    for (const form of document.querySelectorAll(`form${off}`)) form.reset();
    for (const field of document.querySelectorAll(`:is(input, select, textarea)${off}`)) {
      const first = field.options && ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]);
      if (first) first.selected = true;
      else if (/radio|checkbox/.test(field.type)) field.checked = field.defaultChecked;
      else field.value = field.defaultValue;
    }
    setTimeout(() => { window.wasReset = true; }, 50);
  });
});"""


@pytest.fixture(scope="module")
def caching(browser: Browser) -> Iterator[Browser]:
    """A browser with the back/forward cache, which Playwright turns off."""
    off = ["--disable-back-forward-cache"]
    started = browser.browser_type.launch(executable_path=find_browser(), args=FLAGS, ignore_default_args=off)
    yield started
    started.close()


@pytest.fixture
def at(caching: Browser, invented_site: str) -> Iterator[Callable[[str], Page]]:
    made: list[Visitor] = []

    def opened(address: str, base: str = invented_site) -> Page:
        someone = Visitor(caching)
        made.append(someone)
        someone.context.add_init_script(RESET)
        someone.page.goto(base + address)
        return someone.page

    yield opened
    for each in made:
        assert each.said == [] and each.stored() == ""
        each.context.close()


def away_and_back(page: Page) -> None:
    here = page.url
    page.evaluate("link => location.assign(link)", page.locator(".mn-footer a[href*='a-to-z']").evaluate("a => a.href"))
    page.wait_for_url("**/a-to-z/**")
    page.evaluate("history.back()")
    page.wait_for_url(here, wait_until="commit")
    page.wait_for_function("() => window.wasReset")


def test_the_finder_says_what_it_shows(at: Any) -> None:
    page = at("/opportunities/")
    page.locator("#f-stage-core").click()
    page.locator("#f-weeks-4").click()
    page.fill("#f-q", "leader")
    page.wait_for_function("() => location.search === '?q=leader&stage=core&weeks=4'")
    page.wait_for_timeout(400)  # the number waits until somebody stops typing
    count = page.locator("[data-count]").inner_text()
    away_and_back(page)
    assert page.evaluate("[...document.querySelectorAll('#facets input[type=radio]:checked')].map(x => x.id)")[:2] == [
        "f-stage-core",
        "f-weeks-4",
    ]
    assert page.input_value("#f-q") == "leader" and page.locator("[data-count]").inner_text() == count
    page.locator("#facets input[name=cost]:not([value=''])").first.locator("..").click()
    assert page.evaluate("location.search").startswith("?q=leader&stage=core&weeks=4&cost=")


@pytest.mark.gate
def test_the_search_keeps_its_words(at: Any) -> None:
    page = at("/search/?q=rota")
    expect(page.locator("#found [data-result]").first).to_be_visible()
    page.fill("#q", "audit and something half typ")
    away_and_back(page)
    assert page.input_value("#q") == "audit and something half typ"
    expect(page.locator("#found [data-count]")).to_contain_text('for "rota"')


def test_the_plan_keeps_its_words_choices_and_marks(at: Any) -> None:
    page = at("/my-plan/#v1&stage=core&weeks=17&items=lead-a-handover:s,chair-a-meeting:p&goal=Speak+up&date=2026-12-18")
    expect(page.locator("[data-items] > li")).to_have_count(2)
    page.fill("#p-lead", "I hold the bleep")
    page.fill("#f-words", "hand")
    page.wait_for_function("() => location.hash.includes('bleep')")
    away_and_back(page)
    values = {name: page.input_value(f"#{name}") for name in ("p-stage", "p-weeks", "p-goal", "p-lead", "p-date", "f-words")}
    assert list(values.values()) == ["core", "17", "Speak up", "I hold the bleep", "2026-12-18", "hand"]
    marks = page.evaluate("[...document.querySelectorAll('.mn-plan__pick input:checked')].map(x => x.value)")
    assert marks == ["s", "p"]


@pytest.mark.gate
def test_the_check_keeps_its_marks(at: Any) -> None:
    page = at("/supervisors/cap-check/registrar/")
    page.locator("#cap-1-seen").click()
    away_and_back(page)
    expect(page.locator("#cap-1-seen")).to_be_checked()


@pytest.mark.gate
def test_the_first_question_agrees_with_its_button(at: Any) -> None:
    page = at("/")
    page.select_option("#ask-stage", "registrar")
    page.select_option("#ask-weeks", "4")
    said = page.locator("[data-go]").inner_text()
    away_and_back(page)
    assert [page.input_value("#ask-stage"), page.input_value("#ask-weeks")] == ["registrar", "4"]
    assert page.locator("[data-go]").inner_text() == said


def test_the_form_keeps_words_ticks_and_file(at: Any, form_site: str) -> None:
    page = at(ADDRESS, form_site)
    who = Contributor(page, "case-study")
    who.start()
    who.tick_all()
    who.type("title", "Half a day in each other's place")
    who.type("summary", "Resident doctors and managers spent half a day with each other.")
    who.choose("activity_types", "buddying")
    who.type("answer.0", "Nobody knew who led the round.")
    who.finish()
    page.locator("[data-copy='#form-text']").click()
    expect(page.locator("[data-done]")).not_to_be_empty()
    away_and_back(page)
    form = page.locator("form[data-kind=case-study]")
    assert form.locator("[name=title]").input_value() == "Half a day in each other's place"
    assert form.locator("[name='answer.0']").input_value() == "Nobody knew who led the round."
    assert form.locator("[data-point]:not(:checked)").count() == 0
    expect(form.locator("[name=activity_types][value=buddying]")).to_be_checked()
    assert re.search("Half a day", page.input_value("#form-text"))


@pytest.mark.gate
def test_the_search_at_the_head_of_each_page(at: Any) -> None:
    page = at("/guides/shadowing/")
    page.fill("#site-q", "half typ")
    away_and_back(page)
    assert page.input_value("#site-q") == "half typ"


@pytest.mark.gate
def test_pages_out_of_the_cache_still_know_the_plan(at: Any) -> None:
    page = at("/my-plan/#v1&goal=Speak+up")
    page.get_by_role("link", name="Look through everything").click()
    page.wait_for_url("**/opportunities/")
    away_and_back(page)
    page.locator("[data-result] a[href='chair-a-meeting/']").click()
    page.wait_for_url("**/chair-a-meeting/")
    away_and_back(page)
    page.get_by_role("link", name="Add to your plan").click()
    page.wait_for_function("() => /items=chair-a-meeting.*&goal=Speak\\+up$/.test(location.hash)")
