"""Another plan arrives by a link while one is open: nothing is replaced before the reader has chosen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from mentor_network.gates.browser import violations
from support.plan_page import MINE, Plan
from support.sweeps import a_few

pytestmark = pytest.mark.browser


def arrives(doctor: Plan, fragment: str) -> None:
    """Change the fragment, as pasting a link into the address bar does."""
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


@pytest.mark.parametrize("nothing", a_few(["v1", "v1&view=review"]))
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
