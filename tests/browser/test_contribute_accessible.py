"""The contribution form by keyboard alone, and through axe in each of its states."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network.gates.browser import violations
from support.form_sites import (
    Contributor,
    prefilled,
    write_case,
)

pytestmark = pytest.mark.browser


class Keyboard:
    """Moves through a page with the keyboard, and counts the keys."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, 0

    def to(self, selector: str) -> None:
        for _ in range(150):
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
            self.page.keyboard.press("Tab")
            self.keys += 1
        raise AssertionError(f"the keyboard never came to {selector}")

    def press(self, selector: str, key: str) -> None:
        self.to(selector)
        self.page.keyboard.press(key)
        self.keys += 1

    def write(self, selector: str, text: str) -> None:
        self.to(selector)
        self.page.keyboard.type(text)


def test_a_case_study_by_keyboard_only(form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
    page, form = someone.page, 'form[data-kind="case-study"]'
    hands = Keyboard(page)
    hands.press('[data-start="case-study"]', "Enter")
    expect(page.locator("#case-study-name")).to_be_focused()
    for point in page.locator(f"{form} [data-point]").all():
        hands.press(f"#{point.get_attribute('id')}", "Space")
    hands.write("#case-study-title", "A scheme that runs both ways")
    hands.write("#case-study-summary", "What we did.")
    hands.press('[name="activity_types"][value="buddying"]', "Space")
    hands.write("#case-study-answer-0", "Nobody had met.")
    hands.press(f"{form} button[type=submit]", "Enter")
    expect(page.locator("#form-file")).to_be_focused()
    hands.press("[data-pull]", "Enter")
    page.wait_for_url("https://github.com/**")
    path, text = prefilled(page.url)
    assert path == "case_studies/a-scheme-that-runs-both-ways.md" and "Nobody had met." in text


LOOKS = [(1280, "light"), (320, "dark"), (1280, "dark"), (320, "light")]


@pytest.mark.gate
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def test_axe_finds_nothing_in_any_state(look: tuple[int, str], form_site: str, open_form: Any) -> None:
    page = open_form(form_site, viewport={"width": look[0], "height": 900}, color_scheme=look[1]).page

    def audited(state: str, part: str) -> None:
        assert violations(page, part) == [], state
        assert page.evaluate("document.documentElement.scrollWidth") <= look[0], state

    audited("before", "main")
    for kind in ("opportunity", "case-study"):
        who = Contributor(page, kind)
        form = who.start()
        form.locator("details").evaluate_all("all => all.forEach(part => { part.open = true })")
        who.type("started" if kind == "case-study" else "opens", "12/03/2025")
        who.finish()
        form.locator("[data-again]").click()
        audited(f"{kind} with mistakes, and a question", f'form[data-kind="{kind}"]')
        form.locator("[data-no]").click()
    write_case(who)
    who.type("answer.2", "We met on 12 March 2025.\n## Then")
    who.finish()
    audited("file", ".mn-form__file")
    audited("preview", ".mn-form__look")
    audited("a warning", '[data-answer="What we did"]')
