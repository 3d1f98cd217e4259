"""An open plan with back, forward and reload: what was typed or added last is never lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from support.plan_page import ADD, MINE, by_the_finder
from support.sweeps import a_few

pytestmark = pytest.mark.browser


def test_the_plan_that_somebody_went_back_from_is_the_one_that_is_added_to(plan: Any) -> None:
    """Following a link deletes the forward entries of the history, so the plan in them must be carried along."""
    doctor = plan(MINE)
    page = doctor.page
    by_the_finder(page)
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    page.fill("#p-no", "A second audit")
    doctor.fragment()
    page.go_back()
    page.go_back()
    page.locator("[data-result] a[href='shadow-a-leader/']").click()
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    assert doctor.items() == ["lead-a-handover", "chair-a-meeting", "shadow-a-leader"]
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


def test_what_is_in_the_plan_is_not_added_again(plan: Any, invented_site: str) -> None:
    doctor = plan(MINE)
    doctor.page.locator("[data-items] a").first.click()
    doctor.page.get_by_role("link", name="In your plan").click()
    doctor.ready()
    expect(doctor.page.locator("[data-news]")).to_contain_text("This is in your plan already")
    assert doctor.items() == ["lead-a-handover"] and doctor.fragment() == f"#{MINE}"


def test_back_from_the_supervisors_view_keeps_what_was_agreed(plan: Any) -> None:
    doctor = plan(MINE)
    doctor.page.get_by_role("link", name="Open as supervisor").click()
    expect(doctor.page.locator("[data-review]")).to_be_visible()
    doctor.page.fill("#r-action", "Write to the manager")
    doctor.page.go_back()
    expect(doctor.page.locator("[data-desk]")).to_be_visible()
    expect(doctor.page.locator("#p-action")).to_have_value("Write to the manager")
    assert doctor.fragment() == f"#{MINE}&action=Write+to+the+manager"


@pytest.mark.parametrize("how", a_few(["back", "reload"]))
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
