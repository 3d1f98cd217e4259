"""An open plan is carried along when its reader visits other pages of the site, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.plan_page import ADD, MINE, Plan, by_the_finder
from support.sweeps import a_few

pytestmark = pytest.mark.browser

CHAIR = "/opportunities/chair-a-meeting/"


def by_a_narrowed_finder(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find something to do").click()
    page.fill("#f-q", "chair")
    page.locator("#f-stage-core").click()
    page.locator("[data-result] a[href='chair-a-meeting/']").click()


def by_the_search(page: Page) -> None:
    page.fill("#site-q", "chair a meeting")
    page.press("#site-q", "Enter")
    page.locator(f"#found a[href$='{CHAIR}']").click()


def by_two_searches(page: Page) -> None:
    page.fill("#site-q", "rota")
    page.press("#site-q", "Enter")
    expect(page.locator("#found [data-result]").first).to_be_visible()
    page.fill("#q", "chair a meeting")
    page.press("#q", "Enter")
    page.locator(f"#found a[href$='{CHAIR}']").click()


def by_the_stages(page: Page) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="By stage").click()
    page.locator("main").get_by_role("link", name=re.compile("^Core")).first.click()
    page.locator("main a[href*='/opportunities/']").first.click()
    page.wait_for_url("**/opportunities/**")
    chair(page)


def by_the_home_page(page: Page) -> None:
    page.locator(".mn-header__name a").click()
    page.locator("[data-go]").click()
    page.wait_for_url("**/opportunities/?*")
    chair(page)


def by_a_place_on_another_page(page: Page) -> None:
    page.locator(".mn-footer").get_by_role("link", name="A to Z").click()
    page.wait_for_url("**/a-to-z/**")
    page.locator("main a[href^='#']").first.click()
    chair(page)


def by_the_check(page: Page) -> None:
    page.locator(".mn-header__name a").click()
    page.get_by_role("link", name="Check leadership against the CAP").click()
    page.locator(".mn-ladder").get_by_role("link", name=re.compile("^Core")).click()
    page.locator("#cap-1-seen").click()
    assert page.evaluate("location.hash") == "#v1&cap-1=seen", "the address to copy holds the marks alone"
    chair(page)


def by_a_key(page: Page) -> None:
    page.get_by_role("link", name="Look through everything").press("Enter")
    page.locator("[data-result] a[href='chair-a-meeting/']").press("Enter")


def after_a_reload(page: Page) -> None:
    by_the_finder(page)
    page.wait_for_url(f"**{CHAIR}")
    page.reload()


def after_back_and_forward(page: Page) -> None:
    by_the_finder(page)
    page.wait_for_url(f"**{CHAIR}")
    page.go_back()
    expect(page.locator("[data-result]").first).to_be_visible()
    page.go_forward()


def chair(page: Page) -> None:
    """Follow a link to the opportunity that is put into the page."""
    page.locator("main").evaluate(
        "(main, path) => { const link = document.createElement('a'); link.href = path; link.textContent = 'Chair it';"
        "main.prepend(link) }",
        CHAIR,
    )
    page.get_by_role("link", name="Chair it").click()


ROUTES = [
    by_the_finder,
    by_a_narrowed_finder,
    by_the_search,
    by_two_searches,
    by_the_stages,
    by_the_home_page,
    by_a_place_on_another_page,
    by_the_check,
    by_a_key,
    after_a_reload,
    after_back_and_forward,
]


@pytest.mark.parametrize("route", a_few(ROUTES), ids=lambda route: route.__name__)
def test_what_is_found_on_the_way_is_added(route: Callable[[Page], None], plan: Any, invented_site: str) -> None:
    doctor = plan(MINE)
    page = doctor.page
    route(page)
    page.wait_for_url(f"**{CHAIR}")
    assert page.url == invented_site + CHAIR, "an address to copy, without the plan"
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    assert doctor.items() == ["lead-a-handover", "chair-a-meeting"]
    assert doctor.value("goal") == "Speak up" and doctor.value("stage") == "core"
    expect(page.locator("[data-news]")).to_have_text(re.compile(r"^Added: Chair .*\. 2 things in your plan\.$"))
    wanted = MINE.join(["#", ""]).replace(":p", ":p,chair-a-meeting:p")
    if route is by_the_home_page:  # the plan says no weeks, and those chosen there are taken
        wanted = wanted.replace("&items", "&weeks=17&items")
    assert doctor.fragment() == wanted


@pytest.mark.parametrize("place", a_few(["Main", "Menu", "Help"]))
def test_my_plan_brings_the_plan_from_any_page(place: str, plan: Any) -> None:
    doctor = plan(MINE, viewport={"width": 375 if place == "Menu" else 1280, "height": 800})
    doctor.page.get_by_role("link", name="Look through everything").click()
    doctor.page.locator("[data-result] a").first.click()
    if place == "Menu":
        doctor.page.locator(".mn-menu > summary").click()
    doctor.page.get_by_role("navigation", name=place).get_by_role("link", name="My plan").click()
    doctor.ready()
    assert doctor.fragment() == f"#{MINE}"
    doctor.page.locator(".mn-footer").get_by_role("link", name="My plan").click()
    assert doctor.value("goal") == "Speak up" and doctor.fragment() == f"#{MINE}"


def test_without_a_plan_nothing_is_carried(plan: Any, invented_site: str) -> None:
    doctor = plan()
    doctor.page.get_by_role("link", name="Look through everything").click()
    assert doctor.page.url == f"{invented_site}/opportunities/"
    doctor.page.goto(invented_site + CHAIR)
    doctor.page.get_by_role("link", name="Start a plan with this").click()
    doctor.ready()
    assert doctor.fragment() == "#v1&items=chair-a-meeting:p"


def test_an_anchor_leads_to_its_place(plan: Any, invented_site: str) -> None:
    doctor = plan(MINE + "&view=review", viewport={"width": 1280, "height": 600})
    doctor.page.get_by_role("link", name=re.compile("^Questions for 30 minutes")).click()
    doctor.page.wait_for_url("**/stages/core/#supervisor")
    expect(doctor.page.locator("#supervisor")).to_be_in_viewport()
    assert doctor.page.evaluate("document.querySelector(':target').id") == "supervisor"
    doctor.page.get_by_role("navigation", name="Main").get_by_role("link", name="My plan").click()
    doctor.ready()
    assert doctor.fragment() == f"#{MINE}&view=review"


def test_what_is_copied_of_another_page_is_without_the_plan(plan: Any, invented_site: str) -> None:
    doctor = plan(MINE, permissions=["clipboard-read", "clipboard-write"])
    page = doctor.page
    page.get_by_role("link", name="Look through everything").click()
    page.locator("#results [data-copy]").click()
    expect(page.locator("#results [data-said]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == f"{invented_site}/opportunities/"
    link = page.locator("[data-result] a").first
    given = link.get_attribute("href")
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    link.click()
    page.wait_for_timeout(50)
    assert link.get_attribute("href") == given
    assert page.evaluate("JSON.stringify([...document.querySelectorAll('link')].map(({ href }) => href))").count("v1") == 0


def test_a_link_opened_in_a_new_tab_takes_the_plan_too(plan: Any) -> None:
    doctor = plan(MINE)
    with doctor.page.context.expect_page() as opened:
        doctor.page.get_by_role("link", name="Look through everything").click(button="middle")
    opened.value.locator("[data-result] a[href='chair-a-meeting/']").click()
    expect(opened.value.get_by_role("link", name=ADD)).to_be_visible()
    opened.value.close()


def test_hostile_links_carry_nothing_that_acts(invented_site: str, regular: Any) -> None:
    someone = regular()
    for sent in (
        "v1&items=x&to=javascript:alert(1)",
        "v1&goal=<img src=x onerror=alert(1)>&to=",
        "v1&items=a&to=v1&gpc-5=seen",
        "v1&items=a&to=" + "x" * 5000,
        "v9999&to=do",
    ):
        someone.page.goto("about:blank")
        someone.page.goto(f"{invented_site}{CHAIR}#{sent}")
        expect(someone.page.locator("h1")).to_be_visible()
        someone.page.get_by_role("navigation", name="Main").get_by_role("link", name="My plan").click()
        Plan(someone, invented_site, None).ready()
    assert someone.said == [] and someone.stored() == ""
    assert [url for url in someone.requests if not url.startswith((invented_site, "about:blank"))] == []
