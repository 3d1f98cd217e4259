"""The contribution form loses nothing that somebody typed on reload, back or a way to GitHub, and stores nothing.

test_page_cache.py has the same with the browser's page cache.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.form_sites import (
    ADDRESS,
    CASE_FORM,
    ELSEWHERE,
    Contributor,
    prefilled,
    write_case,
)
from support.sweeps import a_few

pytestmark = pytest.mark.browser


def test_leaving_warns_only_while_there_is_something_to_lose(form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
    page = someone.page
    who = Contributor(page, "case-study")
    who.start()
    page.evaluate("location.href = '/stages/'")
    page.wait_for_url("**/stages/")
    assert someone.said == []
    page.goto(form_site + ADDRESS)
    who.start()
    who.type("title", "A scheme")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    page.evaluate("location.href = '/stages/'")
    expect(page.locator("h1")).to_have_text("Send us what you tried")
    assert [text[:7] for text in someone.said] == ["dialog:"]
    who.finish()
    page.get_by_role("button", name="Copy the text of the file").click()
    expect(page.locator("[data-done]")).not_to_be_empty()
    page.evaluate("location.href = '/stages/'")
    page.wait_for_url("**/stages/")
    assert len(someone.said) == 1


def write_half(page: Page) -> None:
    who = Contributor(page, "case-study")
    who.start()
    who.click(f"{CASE_FORM} [data-point] >> nth=1")
    who.type("title", "Half a day in each other's place")
    who.choose("activity_types", "buddying")
    who.type("id", "our-own-name")
    who.type("answer.2", "We asked managers. We matched")


def is_half_written(page: Page) -> None:
    form = page.locator(CASE_FORM)
    expect(form.locator("[name=title]")).to_have_value("Half a day in each other's place")
    expect(form.locator("[name=id]")).to_have_value("our-own-name")
    expect(form.locator("[name='answer.2']")).to_have_value("We asked managers. We matched")
    assert [point.is_checked() for point in form.locator("[data-point]").all()[:3]] == [False, True, False]
    expect(form.locator("[name=activity_types][value=buddying]")).to_be_checked()
    expect(form.locator("[name='answer.2']")).to_be_focused()
    expect(form.locator("[name='answer.2']")).to_be_in_viewport()


@pytest.fixture
def willing(form_site: str, open_form: Any) -> Page:
    """The page of the form in a browser that accepts the question whether to leave."""
    page = open_form(form_site).context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(form_site + ADDRESS)
    return page


@pytest.mark.parametrize("way", a_few(["back", "reload", "back twice"]))
def test_half_a_form_is_there_again(way: str, willing: Page, form_site: str) -> None:
    write_half(willing)
    if way == "reload":
        willing.reload()
    for _ in range({"reload": 0, "back": 1, "back twice": 2}[way]):
        willing.goto(form_site + ELSEWHERE)
        willing.go_back()
        is_half_written(willing)
    is_half_written(willing)
    who = Contributor(willing, "case-study")
    who.type("title", "Another title")
    expect(willing.locator(f"{CASE_FORM} [name=id]")).to_have_value("our-own-name")
    who.type("summary", "What we did.")
    who.finish()
    assert who.file()[0] == "case_studies/our-own-name.md"


@pytest.mark.parametrize("way", a_few(["Open a pull request", "Sign in to GitHub"]))
def test_the_way_to_a_pull_request_and_back_keeps_the_file(way: str, form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
    page = someone.page
    who = Contributor(page, "case-study")
    write_case(who)
    file = who.file()
    page.get_by_role("link", name=way).click()
    page.wait_for_url("https://github.com/**")
    assert someone.said == [], "the form's own way asks nothing"
    page.go_back()
    expect(page.locator("#form-file")).to_be_focused()
    assert who.file() == file
    assert page.locator(f"{CASE_FORM} [data-point]:not(:checked)").count() == 0
    assert prefilled(page.get_by_role("link", name="Open a pull request").get_attribute("href")) == file


@pytest.mark.gate
def test_a_file_for_a_reviewer_is_there_again(willing: Page) -> None:
    who = Contributor(willing, "case-study")
    who.start()
    who.type("title", "A scheme of Dr Jane Jones")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    who.finish()
    willing.get_by_role("button", name="Make the file for a reviewer").click()
    file = who.file()
    willing.reload()
    expect(willing.locator("#form-file")).to_be_focused()
    assert who.file() == file
    expect(willing.locator("[data-unsettled]")).to_be_visible()


@pytest.mark.gate
def test_both_forms_keep_their_words(willing: Page) -> None:
    write_half(willing)
    other = Contributor(willing, "opportunity")
    other.start()
    other.type("title", "Lead 1 huddle")
    other.pick("type", "everyday")
    willing.reload()
    expect(willing.locator('form[data-kind="opportunity"] [name=title]')).to_have_value("Lead 1 huddle")
    expect(willing.locator('form[data-kind="opportunity"] [name=type]')).to_have_value("everyday")
    expect(willing.locator('form[data-kind="opportunity"] [name=id]')).to_have_value("lead-1-huddle")
    willing.click('[data-start="case-study"]')
    expect(willing.locator(f"{CASE_FORM} [name=title]")).to_have_value("Half a day in each other's place")


def test_starting_again_asks_and_then_clears(willing: Page) -> None:
    write_half(willing)
    form = willing.locator(CASE_FORM)
    form.get_by_role("button", name="Start again").click()
    expect(form.get_by_text("Clear all that you wrote in this form?")).to_be_focused()
    form.get_by_role("button", name="Keep it").click()
    expect(form.get_by_role("button", name="Start again")).to_be_focused()
    expect(form.locator("[name=title]")).to_have_value("Half a day in each other's place")
    form.get_by_role("button", name="Start again").click()
    form.get_by_role("button", name="Clear it").click()
    expect(form.locator("h3").first).to_be_focused()
    for again in (False, True):
        if again:
            willing.reload()
            expect(form).to_be_visible()
        written = form.locator("[name=title], [name=id], [name='answer.2']").evaluate_all(
            "all => all.map(e => e.value).join('')"
        )
        assert written == "" and form.locator("[data-point]:checked, [name=activity_types]:checked").count() == 0
        assert form.locator(".mn-q--wrong").count() == 0
        assert form.locator("[data-filled=today]").first.input_value() != ""
    assert "Half a day" not in willing.evaluate("JSON.stringify(history.state)")


@pytest.mark.gate
def test_where_the_browser_keeps_nothing_leaving_still_asks(form_site: str, open_form: Any) -> None:
    """A browser may refuse to store the state of the history. Then the link to sign in asks before leaving, too."""
    someone = open_form(form_site)
    page = someone.page
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('no', 'DataCloneError') } }")
    write_case(Contributor(page, "case-study"))
    page.get_by_role("link", name="Sign in to GitHub").click()
    page.wait_for_timeout(300)
    assert [text[:7] for text in someone.said] == ["dialog:"]
    expect(page.locator("#form-text")).to_have_value(re.compile("Half a day"))


@pytest.mark.gate
def test_typing_changes_the_history_seldom(form_site: str, open_form: Any) -> None:
    """Safari allows 100 changes in 30 seconds."""
    page = open_form(form_site).page
    Contributor(page, "case-study").start()
    page.evaluate(
        "() => { window.changes = 0; const plain = history.replaceState;"
        "history.replaceState = function (...given) { window.changes += 1; return plain.apply(this, given) } }"
    )
    before = page.evaluate("[history.length, performance.now()]")
    page.locator(f"{CASE_FORM} [name='answer.0']").press_sequentially("We asked managers to walk the wards. " * 6, delay=12)
    length, start = before
    seconds = (page.evaluate("performance.now()") - start) / 1000
    assert page.evaluate("changes") <= seconds * 3 + 1
    assert page.evaluate("history.length") == length
