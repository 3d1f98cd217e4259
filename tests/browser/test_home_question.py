"""The question of the home page, which leads to the finder with a stage and the weeks left."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network import labels
from mentor_network.catalogue import Catalogue, filter_by_weeks
from support.finder_page import CARDS, Finder

pytestmark = [pytest.mark.browser, pytest.mark.gate]


def test_the_first_question_leads_to_as_many_as_its_button_says(invented: tuple[str, Catalogue], visitor: Any) -> None:
    base, catalogue = invented
    page = visitor(viewport={"width": 1280, "height": 800}).page
    for stage in catalogue.stages:
        for weeks, text in labels.WEEKS.items():
            page.goto(base + "/")
            page.get_by_label("My stage is").select_option(stage.id)
            page.get_by_label("with").select_option(text)
            expected = [o.id for o in filter_by_weeks(catalogue.by_stage.get(stage.id, ()), weeks)]
            fit = "Show the 1 that fits" if len(expected) == 1 else f"Show the {len(expected)} that fit"
            page.get_by_role("button", name=fit, exact=True).click()
            page.wait_for_url(f"**/opportunities/?stage={stage.id}&weeks={weeks}")
            assert page.evaluate(CARDS, False) == expected
            assert Finder(page, base, "opportunities").checked() == {("stage", stage.id), ("weeks", str(weeks))}


def test_back_at_the_first_question_the_button_agrees_with_it(invented: tuple[str, Catalogue], visitor: Any) -> None:
    page = visitor().page
    page.goto(invented[0] + "/")
    page.get_by_label("My stage is").select_option("registrar")
    button = page.locator("[data-go]")
    button.click()
    page.wait_for_url("**/opportunities/**")
    page.go_back()
    stage = page.get_by_label("My stage is").input_value()
    said = int(re.search(r"\d+", button.inner_text())[0])
    fit = dict(pair.split(":") for pair in page.locator(f"option[value={stage}]").get_attribute("data-fit").split())
    assert said == int(fit[page.get_by_label("with").input_value()])


def test_without_script_the_first_question_leads_to_as_many_as_it_says(
    scriptless: Page, invented: tuple[str, Catalogue]
) -> None:
    base, catalogue = invented
    for stage in catalogue.stages:
        scriptless.goto(base + "/")
        expect(scriptless.locator("[data-ask]")).to_be_hidden()
        scriptless.get_by_role("region", name="What fits you").get_by_role("link", name=stage.name).click()
        row = scriptless.get_by_role("listitem").filter(has_text="4 months left")
        said = int(row.locator(".mn-tally__n").inner_text())
        row.get_by_role("link").click()
        listed = 0
        for weeks in ("1 week", "1 month", "4 months"):
            heading = scriptless.get_by_role("heading", name=f"Needs {weeks}", exact=True)
            listed += heading.locator("xpath=..").locator("[data-result]").count()
        assert said == listed == len(filter_by_weeks(catalogue.by_stage.get(stage.id, ()), 17))
