"""A plan that is open stays with somebody who looks round this site, and is never replaced unasked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network.gates.browser import violations
from support.plan_page import Plan

pytestmark = pytest.mark.browser

MINE = "v1&stage=core&items=lead-a-handover:p&goal=Speak+up"
CHAIR = "/opportunities/chair-a-meeting/"
ADD = "Add this to my plan"


def by_the_finder(page: Page) -> None:
    page.get_by_role("link", name="Look through everything").click()
    page.locator("[data-result] a[href='chair-a-meeting/']").click()


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
    page.get_by_role("navigation", name="Main").get_by_role("link", name="For supervisors").click()
    page.locator("main a[href*='gpc-check/']").first.click()
    page.locator(".mn-ladder").get_by_role("link", name=re.compile("^Core")).click()
    page.locator("#gpc-5-seen").click()
    assert page.evaluate("location.hash") == "#v1&gpc-5=seen", "marks alone, to copy"
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
    """From any page to one opportunity, by a link to it that is put in."""
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


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)
def test_what_is_found_on_the_way_is_added(route: Callable[[Page], None], plan: Any, base: str) -> None:
    doctor = plan(MINE)
    page = doctor.page
    route(page)
    page.wait_for_url(f"**{CHAIR}")
    assert page.url == base + CHAIR, "an address to copy, without the plan"
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    assert doctor.items() == ["lead-a-handover", "chair-a-meeting"]
    assert doctor.value("goal") == "Speak up" and doctor.value("stage") == "core"
    expect(page.locator("[data-news]")).to_have_text(re.compile(r"^Added: Chair .*\. 2 things in your plan\.$"))
    assert doctor.fragment() == MINE.join(["#", ""]).replace(":p", ":p,chair-a-meeting")


@pytest.mark.parametrize("place", ["Main", "Menu", "Help"])
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


def test_without_a_plan_nothing_is_carried(plan: Any, base: str) -> None:
    doctor = plan()
    doctor.page.get_by_role("link", name="Look through everything").click()
    assert doctor.page.url == f"{base}/opportunities/"
    doctor.page.goto(base + CHAIR)
    doctor.page.get_by_role("link", name="Start a plan with this").click()
    doctor.ready()
    assert doctor.fragment() == "#v1&items=chair-a-meeting"


def test_an_anchor_leads_to_its_place(plan: Any, base: str) -> None:
    doctor = plan(MINE + "&view=review", viewport={"width": 1280, "height": 600})
    doctor.page.get_by_role("link", name=re.compile("^Questions for 30 minutes")).click()
    doctor.page.wait_for_url("**/stages/core/#supervisor")
    expect(doctor.page.locator("#supervisor")).to_be_in_viewport()
    assert doctor.page.evaluate("document.querySelector(':target').id") == "supervisor"
    doctor.page.get_by_role("navigation", name="Main").get_by_role("link", name="My plan").click()
    doctor.ready()
    assert doctor.fragment() == f"#{MINE}&view=review"


def test_what_is_copied_of_another_page_is_without_the_plan(plan: Any, base: str) -> None:
    doctor = plan(MINE)
    page = doctor.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Look through everything").click()
    page.locator("#results [data-copy]").click()
    expect(page.locator("#results [data-said]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == f"{base}/opportunities/"
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


def test_the_plan_that_somebody_went_back_from_is_the_one_that_is_added_to(plan: Any) -> None:
    """The next link takes the entries ahead away, so what stands there must come along."""
    doctor = plan(MINE)
    page = doctor.page
    by_the_finder(page)
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    page.fill("#p-no", "A second audit")
    doctor.fragment()
    page.go_back()
    page.go_back()
    page.locator("[data-result] a[href='shadow-a-clinical-leader/']").click()
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    assert doctor.items() == ["lead-a-handover", "chair-a-meeting", "shadow-a-clinical-leader"]
    assert doctor.value("no") == "A second audit"


def test_an_earlier_state_of_the_plan_leads_to_the_later_one(plan: Any) -> None:
    doctor = plan(MINE)
    by_the_finder(doctor.page)
    doctor.page.get_by_role("link", name=ADD).click()
    doctor.ready()
    for _ in range(3):
        doctor.page.go_back()
    doctor.ready()
    assert doctor.items() == ["lead-a-handover"]
    doctor.page.get_by_role("link", name="Open it as you left it last").click()
    expect(doctor.page.locator("[data-items] > li")).to_have_count(2)
    expect(doctor.page.locator("[data-news]")).to_be_empty()
    expect(doctor.page.locator("[data-asked]")).to_be_hidden()


def test_a_full_plan_says_so_and_loses_nothing(plan: Any) -> None:
    six = "a-b,c-d,e-f,g-h,i-j,lead-a-handover"
    doctor = plan(f"v1&items={six}&goal=x")
    doctor.page.get_by_role("link", name="Look through everything").click()
    doctor.page.locator("[data-result] a[href='chair-a-meeting/']").click()
    doctor.page.get_by_role("link", name=ADD).click()
    doctor.ready()
    assert doctor.items() == six.split(",") and doctor.value("goal") == "x"
    assert "A plan holds 6 things. This one was left out: Chair" in doctor.left()


def test_what_is_in_the_plan_is_not_added_again(plan: Any, base: str) -> None:
    doctor = plan(MINE)
    doctor.page.locator("[data-items] a").first.click()
    doctor.page.get_by_role("link", name=ADD).click()
    doctor.ready()
    expect(doctor.page.locator("[data-news]")).to_contain_text("This is in your plan already")
    assert doctor.items() == ["lead-a-handover"] and doctor.fragment() == f"#{MINE}"


# ---- Another plan comes while one is open


def arrives(doctor: Plan, fragment: str) -> None:
    """As when somebody pastes a link into the address bar."""
    doctor.page.evaluate("fragment => { location.hash = fragment }", fragment)
    expect(doctor.page.locator("#asked")).to_be_focused()
    assert doctor.value("goal") == "Speak up", "nothing is replaced before it is asked"
    assert doctor.fragment() == f"#{MINE}", "not by a reload either"


def answer(doctor: Plan, words: str) -> None:
    doctor.page.get_by_role("button", name=words).click()
    expect(doctor.page.locator("[data-asked]")).to_be_hidden()


OTHER = "v1&stage=registrar&items=chair-a-meeting&goal=Say+no"


def test_it_is_asked_what_shall_become_of_both(plan: Any) -> None:
    doctor = plan(MINE)
    arrives(doctor, OTHER)
    told = "Your plan has 1 thing to do and 2 boxes filled in. The one in the link has 1 thing to do and 2 boxes filled in."
    expect(doctor.page.locator("[data-holds]")).to_have_text(told)
    answer(doctor, "Keep mine as it is")
    assert doctor.fragment() == f"#{MINE}" and doctor.value("goal") == "Speak up"


@pytest.mark.gate
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_the_question(width: int, scheme: str, plan: Any) -> None:
    doctor = plan(MINE, viewport={"width": width, "height": 800}, color_scheme=scheme)
    arrives(doctor, OTHER)
    assert violations(doctor.page) == []
    assert doctor.page.evaluate("document.documentElement.scrollWidth") <= width


def test_both_can_be_put_together(plan: Any) -> None:
    doctor = plan(MINE)
    arrives(doctor, OTHER)
    answer(doctor, "Put both together")
    assert doctor.items() == ["chair-a-meeting", "lead-a-handover"]
    expect(doctor.page.locator("#p-goal")).to_have_value("Say no\nSpeak up")
    assert doctor.value("stage") == "registrar" and '"My stage"' in doctor.left()
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("Speak up")
    assert doctor.value("stage") == "core"


def test_the_other_can_be_opened_alone_and_back_brings_the_first(plan: Any) -> None:
    doctor = plan(MINE)
    arrives(doctor, OTHER)
    answer(doctor, "Open only the other")
    expect(doctor.page.locator("#p-goal")).to_have_value("Say no")
    assert doctor.items() == ["chair-a-meeting"]
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("Speak up")
    assert doctor.items() == ["lead-a-handover"]
    doctor.page.go_forward()
    expect(doctor.page.locator("#p-goal")).to_have_value("Say no")
    expect(doctor.page.locator("[data-asked]")).to_be_hidden()


@pytest.mark.parametrize("nothing", ["v1", "v1&view=review"])
def test_an_empty_plan_replaces_nothing(nothing: str, plan: Any) -> None:
    doctor = plan(MINE)
    arrives(doctor, nothing)
    expect(doctor.page.locator("[data-holds]")).to_contain_text("The one in the link has nothing in it yet.")
    answer(doctor, "Keep mine as it is")
    assert doctor.fragment() == f"#{MINE}"


def test_a_plan_that_holds_all_of_this_one_is_opened_at_once(plan: Any) -> None:
    doctor = plan(MINE)
    doctor.page.evaluate("fragment => { location.hash = fragment }", f"{MINE}&action=Write+to+the+manager")
    expect(doctor.page.locator("#p-action")).to_have_value("Write to the manager")
    expect(doctor.page.locator("[data-asked]")).to_be_hidden()


def test_a_pasted_link_asks_where_there_is_no_room_for_both(plan: Any) -> None:
    doctor = plan(MINE)
    doctor.page.fill("#pasted", f"https://example.org/my-plan/#{OTHER}")
    doctor.page.get_by_role("button", name="Open that plan").click()
    expect(doctor.page.locator("#asked")).to_be_focused()
    assert doctor.fragment() == f"#{MINE}"
    answer(doctor, "Open only the other")
    expect(doctor.page.locator("#p-goal")).to_have_value("Say no")
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("Speak up")


def test_back_from_the_supervisors_view_keeps_what_was_agreed(plan: Any) -> None:
    doctor = plan(MINE)
    doctor.page.get_by_role("link", name="Open as supervisor").click()
    expect(doctor.page.locator("[data-review]")).to_be_visible()
    doctor.page.fill("#r-action", "Write to the manager")
    doctor.page.go_back()
    expect(doctor.page.locator("[data-desk]")).to_be_visible()
    expect(doctor.page.locator("#p-action")).to_have_value("Write to the manager")
    assert doctor.fragment() == f"#{MINE}&action=Write+to+the+manager"


@pytest.mark.parametrize("how", ["reload", "back"])
def test_words_that_the_address_has_no_room_for_stay(how: str, plan: Any) -> None:
    doctor = plan("v1&stage=core&weeks=17")
    doctor.page.fill("#p-goal", "a" * 220)
    doctor.page.fill("#f-words", "handover")
    doctor.page.fill("#pasted", "half a link")
    doctor.page.locator("#p-no").focus()
    if how == "reload":
        doctor.page.reload()
    else:
        doctor.page.locator(".mn-footer").get_by_role("link", name="A to Z").click()
        doctor.page.wait_for_url("**/a-to-z/")
        doctor.page.go_back()
    doctor.ready()
    assert doctor.value("goal") == "a" * 220
    expect(doctor.page.locator("#p-goal-count")).to_contain_text("20 characters too many")
    expect(doctor.page.locator("#f-words")).to_have_value("handover")
    expect(doctor.page.locator("[data-matches] > li").first).to_be_visible()
    expect(doctor.page.locator("#pasted")).to_have_value("half a link")


def test_hostile_links_carry_nothing_that_acts(base: str, regular: Any) -> None:
    someone = regular()
    for sent in (
        "v1&items=x&to=javascript:alert(1)",
        "v1&goal=<img src=x onerror=alert(1)>&to=",
        "v1&items=a&to=v1&gpc-5=seen",
        "v1&items=a&to=" + "x" * 5000,
        "v9999&to=do",
    ):
        someone.page.goto("about:blank")
        someone.page.goto(f"{base}{CHAIR}#{sent}")
        expect(someone.page.locator("h1")).to_be_visible()
        someone.page.get_by_role("navigation", name="Main").get_by_role("link", name="My plan").click()
        Plan(someone, base, None).ready()
    assert someone.said == [] and someone.stored() == ""
    assert [url for url in someone.requests if not url.startswith((base, "about:blank"))] == []
