"""The contribution form: error messages, warnings, what it changes in a text, and hostile input."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import expect

from support.form_sites import (
    Contributor,
    check_file,
    write_opportunity,
)
from support.hostile_cases import cases, in_every_text

pytestmark = pytest.mark.browser


def test_mistakes_are_listed_and_lead_to_their_questions(form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
    page = someone.page
    who = Contributor(page, "case-study")
    form = who.start()
    who.type("clm_hours_setup", "two")
    who.type("started", "autumn")
    who.finish()
    box = form.get_by_role("group", name="There is a problem")
    expect(box).to_be_focused()
    assert page.title().startswith("Error: ")
    assert box.locator("li").all_inner_texts() == [
        "Title: This needs an answer.",
        "Summary: This needs an answer.",
        "What kind of activity was it? This needs an answer.",
        "Month it started: Autumn is not a month. Write year and month in figures, such as 2026-11.",
        "A mentor's hours to set it up: This needs a number, not two. Write figures only, such as 8.",
    ]
    box.get_by_role("link", name=re.compile("^A mentor's hours")).click()
    hours = page.locator("#case-study-clm-hours-setup")
    expect(hours).to_be_focused()
    expect(hours).to_have_attribute("aria-invalid", "true")
    described = [page.locator(f"#{name}").inner_text() for name in (hours.get_attribute("aria-describedby") or "").split()]
    assert "Error: This needs a number, not two. Write figures only, such as 8." in described
    hours.fill("2")
    hours.blur()
    expect(hours).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#case-study-clm-hours-setup-error")).to_have_count(0)


def test_leaving_a_question_says_what_is_wrong_with_it_and_nothing_else(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    form = Contributor(page, "case-study").start()
    summary = page.locator("#case-study-summary")
    summary.fill("x" * 305)
    expect(page.locator("#case-study-summary-count")).to_have_text("5 characters too many")
    page.keyboard.press("Tab")
    expect(page.locator("#case-study-summary-error")).to_contain_text("This is 5 characters too long.")
    assert form.locator(".mn-q__error").count() == 1
    answer = page.locator("#case-study-answer-3")
    answer.fill("We met on 12 March 2025.")
    answer.blur()
    expect(page.locator("#case-study-answer-3-warning")).to_contain_text("Look again: This is an exact day.")
    assert not answer.get_attribute("aria-invalid")


def test_what_only_a_reviewer_may_settle_makes_a_file_and_no_pull_request(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "case-study")
    form = who.start()
    who.tick_all()
    who.type("title", "A talk about leading")
    who.type("summary", "It was given by Dr Ann Example.")
    who.choose("activity_types", "event")
    who.finish()
    expect(page.locator(".mn-form__file")).to_be_hidden()
    form.get_by_role("button", name="Make the file for a reviewer").click()
    expect(page.locator("[data-unsettled]")).to_be_visible()
    expect(page.locator("[data-pull]")).to_be_hidden()
    assert "Ann Example" in page.input_value("#form-text")
    # What nothing makes right never becomes a file.
    who.type("summary", "Follow 943 476 5919.")
    who.finish()
    expect(form.get_by_role("button", name="Make the file for a reviewer")).to_be_hidden()
    expect(page.locator(".mn-form__file")).to_be_hidden()


def test_people_are_told_what_the_form_changed(form_network: tuple[Path, str], open_form: Any, tmp_path: Path) -> None:
    page = open_form(form_network[1]).page
    who = Contributor(page, "case-study")
    who.start()
    who.type("title", "A scheme\u202e of ours")
    who.type("summary", "What\x0bwe\x1edid.")
    who.choose("activity_types", "event")
    who.type("answer.0", "# Why\nWe asked.\n---\nThey came <soon>.")
    who.finish()
    assert page.locator("[data-told] li").all_inner_texts() == [
        "Title: invisible characters that turn text round are taken out",
        "Summary: control characters are spaces now",
        "Why we did it: a heading is now a smaller one, because the parts of the story are the large ones",
        "Why we did it: a line of dashes stands apart, so that it makes no heading of the line above",
        "Why we did it: the sign < is written in a way that shows it and makes no HTML",
    ]
    path, text = who.file()
    assert "title: A scheme of ours\nsummary: What we did.\n" in text
    assert "\n### Why\nWe asked.\n\n---\nThey came &lt;soon>.\n" in text
    assert [p.severity for p in check_file(form_network[0], path, text, tmp_path)] == ["warning"]


@pytest.mark.gate
def test_half_a_link_is_a_mistake_and_an_empty_one_is_none(
    form_network: tuple[Path, str], open_form: Any, tmp_path: Path
) -> None:
    page = open_form(form_network[1]).page
    who = Contributor(page, "opportunity")
    write_opportunity(who, page)
    path, text = who.file()
    assert "links:" not in text
    page.locator('form[data-kind="opportunity"] details').first.evaluate("part => { part.open = true }")
    who.type("links.0.label", "The page of the scheme")
    who.finish()
    expect(page.locator("#opportunity-links-0-url-error")).to_contain_text("This needs an answer.")
    who.type("links.0.url", "https://example.org/scheme")
    who.finish()
    path, text = who.file()
    assert 'links:\n  - label: The page of the scheme\n    url: "https://example.org/scheme"\n' in text
    assert check_file(form_network[0], path, text, tmp_path) == []


@pytest.mark.gate
def test_hostile_words_stay_words(form_site: str, open_form: Any) -> None:
    """Each field gets each hostile text of the corpus in turn."""
    said = in_every_text(cases())
    payloads = list(said.values())
    someone = open_form(form_site)
    page = someone.page
    page.evaluate("() => { window.ran = 0; window.gotcha = () => { window.ran++ } }")
    who = Contributor(page, "case-study")
    form = who.start()
    who.choose("activity_types", "buddying")
    elements = "document.querySelectorAll('script, iframe, base, style, img, [onclick], [onerror], [style]').length"
    before = page.evaluate(elements)
    controls = form.locator(":is(input[type=text]:not([data-filled], [name=id]), textarea):visible").all()
    for turn in range(4):
        for number, control in enumerate(controls):
            control.fill(payloads[(number + 3 * turn) % len(payloads)][:60])
        who.finish()
        assert page.evaluate(elements) == before
    # Links that are not safe are mistakes; the rest is in the file, word for word.
    for control in controls:
        control.fill("")
    chosen = [said[f"every_text_{name}"] for name in ("title_and_script", "picture", "handler")]
    for name, words in zip(("title", "summary", "cost"), chosen, strict=True):
        who.type(name, words)
    who.finish()
    _, text = who.file()
    facts = yaml.load(text.split("---\n")[1], yaml.CSafeLoader)
    assert [facts["title"], facts["summary"], facts["cost"]] == chosen
    assert page.evaluate(elements) == before
    assert page.evaluate("window.ran") == 0
    assert someone.said == []
