"""The line on other pages that says that a plan is open, and what a plan takes from the finder."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from mentor_network.gates.browser import violations
from support.plan_page import ADD, MINE, by_the_finder, eventually

pytestmark = pytest.mark.browser

CHAIR = "/opportunities/chair-a-meeting/"
LINE = ".mn-planline"


def test_the_line_says_what_is_in_the_plan_and_leads_back(plan: Any) -> None:
    doctor = plan(MINE)
    by_the_finder(doctor.page)
    line = doctor.page.get_by_role("region", name="Your plan")
    expect(line).to_contain_text("Your plan: 1 thing")
    assert line.evaluate("line => getComputedStyle(line).position") == "static"
    doctor.page.get_by_role("link", name=ADD).click()
    doctor.ready()
    expect(doctor.page.locator(LINE)).to_have_count(0)
    doctor.page.locator("[data-items] a").first.click()
    expect(line).to_contain_text("Your plan: 2 things")
    expect(doctor.page.get_by_role("link", name="In your plan")).to_be_visible()
    line.get_by_role("link").click()
    doctor.ready()
    assert doctor.items() == ["lead-a-handover", "chair-a-meeting"]


@pytest.mark.parametrize(
    "address", ["/", "/opportunities/", "/stages/core/", "/search/?q=rota", "/supervisors/cap-check/core/"]
)
def test_every_kind_of_page_has_the_line(address: str, plan: Any, invented_site: str) -> None:
    doctor = plan(None, viewport={"width": 320, "height": 800})
    doctor.page.goto(f"{invented_site}{address}#{MINE}&to=")
    expect(doctor.page.locator(LINE)).to_be_visible()
    assert doctor.page.locator(LINE).bounding_box()["y"] < 800, "near the top"
    assert doctor.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("fragment", ["", "#v1&stage=core&weeks=17&to="])
def test_without_a_plan_there_is_no_line_and_no_script_for_it(fragment: str, plan: Any, invented_site: str) -> None:
    doctor = plan(None)
    doctor.page.goto(f"{invented_site}{CHAIR}{fragment}")
    expect(doctor.page.get_by_role("link", name="Start a plan with this")).to_be_visible()
    doctor.page.wait_for_load_state("networkidle")
    assert doctor.page.locator(LINE).count() == 0
    loaded = [url.rpartition("/")[2] for url in doctor.someone.requests if url.endswith(".js")]
    assert loaded == ["stay.js"]


@pytest.mark.parametrize(("place", "copied"), [("", CHAIR), ("do", f"{CHAIR}#do")])
def test_a_clean_link_holds_no_plan(place: str, copied: str, plan: Any, invented_site: str) -> None:
    doctor = plan(None, permissions=["clipboard-read", "clipboard-write"])
    doctor.page.goto(f"{invented_site}{CHAIR}#{MINE}&to={place}")
    doctor.page.get_by_role("button", name="Copy a clean link to this page").click()
    expect(doctor.page.locator(f"{LINE} [role=status]")).to_have_text("The link is copied. Your plan is not in it.")
    assert doctor.page.evaluate("navigator.clipboard.readText()") == invented_site + copied


def test_a_supervisor_reads_whose_plan_it_is(plan: Any) -> None:
    supervisor = plan(f"{MINE}&view=review")
    supervisor.page.locator("[data-review] a[href$='lead-a-handover/']").first.click()
    line = supervisor.page.get_by_role("region", name="The doctor's plan")
    expect(line).to_contain_text("The doctor's plan: 1 thing")
    line.get_by_role("link", name="Back to it").click()
    expect(supervisor.page.locator("[data-review]")).to_be_visible()


@pytest.mark.gate
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light"), (1280, "dark"), (320, "light")])
@pytest.mark.parametrize("address", [CHAIR, "/", "/opportunities/"])
def test_axe_finds_nothing_in_the_line(address: str, width: int, scheme: str, plan: Any, invented_site: str) -> None:
    doctor = plan(None, viewport={"width": width, "height": 800}, color_scheme=scheme)
    doctor.page.goto(f"{invented_site}{address}#{MINE}&to=")
    expect(doctor.page.locator(LINE)).to_be_visible()
    assert violations(doctor.page) == []
    assert doctor.page.evaluate("document.documentElement.scrollWidth") <= width


# Stage and time


def test_stage_and_time_come_from_the_home_page(plan: Any, invented_site: str) -> None:
    doctor = plan(None)
    page = doctor.page
    page.goto(f"{invented_site}/")
    page.select_option("#ask-stage", "registrar")
    page.select_option("#ask-weeks", "26")
    page.locator("[data-go]").click()
    page.locator("[data-result]:visible a").first.click()
    page.get_by_role("link", name="Start a plan with this").click()
    doctor.ready()
    assert (doctor.value("stage"), doctor.value("weeks")) == ("registrar", "26")
    assert len(doctor.items()) == 1 and doctor.left() == ""


def test_stage_and_time_come_from_the_finder_as_it_is_now(plan: Any, invented_site: str) -> None:
    doctor = plan(None)
    page = doctor.page
    page.goto(f"{invented_site}/opportunities/?stage=core&weeks=17")
    page.locator("#f-stage-registrar").check()
    page.locator("#f-weeks-any").check()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="My plan").click()
    doctor.ready()
    assert (doctor.value("stage"), doctor.value("weeks")) == ("registrar", "")


def test_the_last_choice_in_the_finder_counts(plan: Any, invented_site: str) -> None:
    doctor = plan(None)
    page = doctor.page
    page.goto(f"{invented_site}/opportunities/?stage=core&weeks=17")
    page.locator("[data-result]:visible a").first.click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find something to do").click()
    page.locator("#f-stage-registrar").check()
    page.locator("[data-result]:visible a").first.click()
    page.get_by_role("link", name="Start a plan with this").click()
    doctor.ready()
    assert (doctor.value("stage"), doctor.value("weeks")) == ("registrar", "17")


def test_a_plan_keeps_its_own_stage(plan: Any) -> None:
    doctor = plan(MINE)
    page = doctor.page
    page.get_by_role("link", name="Look through everything").click()
    page.locator("#f-stage-registrar").check()
    page.locator("#f-weeks-26").check()
    page.locator("[data-result]:visible a").first.click()
    page.get_by_role("link", name=ADD).click()
    doctor.ready()
    assert (doctor.value("stage"), doctor.value("weeks")) == ("core", "26")
    assert len(doctor.items()) == 2 and doctor.left() == ""


def test_what_is_shared_of_the_finder_holds_no_plan(plan: Any, invented_site: str) -> None:
    doctor = plan(MINE, permissions=["clipboard-read", "clipboard-write"])
    page = doctor.page
    page.get_by_role("link", name="Look through everything").click()
    page.locator("#f-stage-registrar").check()
    for button in ("Copy a link to this list", "Copy a clean link to this page"):
        page.evaluate("navigator.clipboard.writeText('')")
        page.get_by_role("button", name=button).click()
        assert eventually(page, "navigator.clipboard.readText()") == f"{invented_site}/opportunities/?stage=registrar"


# The phone


def test_a_phone_opens_its_share_sheet_with_the_link_for_the_supervisor(plan: Any) -> None:
    doctor = plan(None, viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page = doctor.page
    page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve() }")
    page.goto(f"{doctor.base}/my-plan/#{MINE}")
    doctor.ready()
    page.get_by_role("button", name="Send to my supervisor").click()
    assert eventually(page, "window.shared?.url") == f"{doctor.base}/my-plan/#{MINE}&view=review"
    assert doctor.someone.said == []


@pytest.mark.parametrize(
    ("error", "said"), [("AbortError", ""), ("NotAllowedError", "The link for your supervisor is copied.")]
)
def test_a_share_sheet_that_is_closed_or_refused(error: str, said: str, plan: Any) -> None:
    doctor = plan(None, has_touch=True, is_mobile=True, permissions=["clipboard-read", "clipboard-write"])
    page = doctor.page
    page.add_init_script(f"navigator.share = () => Promise.reject(new DOMException('', '{error}'))")
    page.goto(f"{doctor.base}/my-plan/#{MINE}")
    doctor.ready()
    page.get_by_role("button", name="Send to my supervisor").click()
    page.wait_for_timeout(200)
    expect(page.locator("[data-said]").first).to_have_text(said)


def test_where_there_is_no_share_sheet_the_button_is_absent(plan: Any) -> None:
    expect(plan(MINE).page.locator("[data-do=share]").first).to_be_hidden()


# Long links


def test_a_link_that_some_mail_programs_would_cut_says_so(plan: Any) -> None:
    doctor = plan(MINE)
    warning = doctor.page.locator("[data-long]")
    expect(warning).to_be_empty()
    for name in ("lead", "goal", "needs", "ask", "feedback", "no", "notes", "action", "learned", "next"):
        doctor.page.fill(f"#p-{name}", "é" * 40)
    expect(warning).to_contain_text("Some mail programs cut a link after 2,000.")
    length = len(f"{doctor.base}/my-plan/{doctor.fragment()}&view=review")
    assert f"has {length:,} characters" in warning.inner_text()
