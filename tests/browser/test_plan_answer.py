"""The supervisor's answer: marks and what was agreed go back to the doctor, from the review of a plan and from the check."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from mentor_network.catalogue import Catalogue
from mentor_network.gates.browser import violations
from support.plan_page import ADD, MINE, Plan, eventually
from support.sweeps import a_few

pytestmark = pytest.mark.browser

CLIPBOARD = ["clipboard-read", "clipboard-write"]
CHECK = "/supervisors/cap-check/registrar/"
FOUND = ("chair", "handover", "shadow")


def copied(page: Page, button: str) -> str:
    page.evaluate("navigator.clipboard.writeText('')")
    page.get_by_role("button", name=button, exact=True).first.click()
    return eventually(page, "navigator.clipboard.readText()")


def add_by_the_finder(page: Page, words: str) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find something to do").click()
    page.fill("#f-q", words)
    page.locator("[data-list] [data-result]:visible a").first.click()
    page.get_by_role("link", name=re.compile(f"^(Start a plan with this|{ADD})$")).click()


def test_a_plan_goes_to_the_supervisor_and_comes_back(invented_site: str, visitor: Any) -> None:
    """3 entries found in the finder, shared through a mail that mangles the link, marked, sent back and printed."""
    doctor = Plan(visitor(permissions=CLIPBOARD), invented_site, None)
    doctor.page.goto(f"{invented_site}/opportunities/?stage=registrar&weeks=26")
    for words in FOUND:
        add_by_the_finder(doctor.page, words)
        doctor.ready()
    chosen = doctor.items()
    assert len(chosen) == 3
    doctor.page.fill("#p-goal", 'Say "what I expect", at 3am & before')
    sent = copied(doctor.page, "Copy the link for my supervisor")

    supervisor = Plan(visitor(viewport={"width": 1366, "height": 768}, permissions=CLIPBOARD), invented_site, None)
    supervisor.page.goto(f"{invented_site}/my-plan/")
    supervisor.page.fill("#pasted", f"<https://safe.example/?url={quote(sent, safe='')}&data=1>.")
    supervisor.page.get_by_role("button", name="Open that plan").click()
    review = supervisor.page.locator("[data-review]")
    expect(review).to_be_visible()
    first, second, third = review.locator("[data-ask] > li").all()
    expect(second.get_by_role("radio", name="Planned")).to_be_checked()
    for row, mark in ((first, "Seen"), (third, "Not seen")):
        row.get_by_role("radio", name=mark, exact=True).check()
        expect(row.get_by_role("radio", name=mark, exact=True)).to_be_focused()
    review.get_by_label("We agreed").fill("1 page to the service manager, by me")
    text = copied(supervisor.page, "Copy as text")
    back = copied(supervisor.page, "Copy the link to send back")
    assert supervisor.sides() <= 2
    for words in (": Seen\n", ": Planned\n", ": Not seen\n", "We agreed: 1 page to the service manager, by me\n"):
        assert words in text

    doctor.page.goto("about:blank")
    doctor.page.goto(back)
    doctor.ready()
    assert doctor.items() == chosen
    assert f"items={chosen[0]}:s,{chosen[1]}:p,{chosen[2]}&" in doctor.fragment()
    assert doctor.value("action") == "1 page to the service manager, by me"
    assert doctor.value("goal") == 'Say "what I expect", at 3am & before'
    assert doctor.value("stage") == "registrar" and doctor.value("weeks") == "26"
    assert doctor.sides() == 1
    doctor.page.emulate_media(media="print")
    sheet = doctor.page.locator(".mn-tool > .mn-desk > .mn-plan")
    printed = sheet.inner_text()
    for words in ('Say "what I expect", at 3am & before', "1 page to the service manager, by me", "Not seen"):
        assert words in printed
    cut = sheet.locator("*").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== 'visible').length"
    )
    assert cut == 0, "no word is cut on paper"
    assert doctor.someone.said == supervisor.someone.said == []
    assert doctor.someone.stored() == supervisor.someone.stored() == ""


def test_a_supervisor_meets_the_plan_first(plan: Any) -> None:
    page = plan(f"{MINE}&view=review", viewport={"width": 1366, "height": 768}).page
    expect(page.get_by_text("Before you write")).to_be_hidden()
    expect(page.locator("[data-ask] input").first).to_be_in_viewport()
    expect(page.get_by_label("We agreed").nth(1)).to_be_in_viewport()


def test_a_mark_in_the_review_is_on_the_sheet_and_the_other_way_round(plan: Any) -> None:
    page = plan(f"{MINE}&view=review").page
    page.locator("[data-ask]").get_by_role("radio", name="Seen", exact=True).check()
    page.get_by_role("link", name="Open the doctor's sheet").click()
    sheet = page.locator("[data-items]")
    expect(sheet.get_by_role("radio", name="Seen", exact=True)).to_be_checked()
    sheet.get_by_role("radio", name="Not seen").check()
    page.get_by_role("link", name="Open as supervisor").click()
    expect(page.locator("[data-ask]").get_by_role("radio", name="Not seen")).to_be_checked()


# The check


def test_the_marks_of_the_check_go_as_a_link_and_as_text(invented_site: str, visitor: Any) -> None:
    page = visitor(permissions=CLIPBOARD).page
    page.goto(invented_site + CHECK)
    page.locator("#cap-1-seen").click()
    page.locator("#cap-2-not-seen").click()
    page.get_by_label("We agreed").fill("Lead 1 handover, & say 50% less")
    link = copied(page, "Copy the link with your marks")
    text = copied(page, "Copy as text")
    for words in ("Marks of the supervisor\nCAP 1: seen\nCAP 2: not seen\n", "We agreed: Lead 1 handover, & say 50% less\n"):
        assert words in text, text
    other = visitor().page
    other.goto(link.replace("&", "&amp;"))
    expect(other.locator("#cap-1-seen")).to_be_checked()
    expect(other.locator("#cap-2-not-seen")).to_be_checked()
    expect(other.get_by_label("We agreed")).to_have_value("Lead 1 handover, & say 50% less")


def test_the_check_opens_as_a_plan(plan: Any, invented_site: str) -> None:
    doctor = plan(None)
    page = doctor.page
    page.goto(invented_site + CHECK)
    page.locator("#cap-1-seen").click()
    page.locator("#cap-2-not-seen").click()
    page.get_by_label("We agreed").fill("Lead 1 handover")
    page.get_by_role("link", name="Open as a plan, with these marks").click()
    doctor.ready()
    assert doctor.value("stage") == "registrar" and doctor.value("action") == "Lead 1 handover"
    expect(page.locator("[data-domain=cap-1] [data-word]")).to_have_text(": in the check: seen")
    expect(page.locator("[data-domain=cap-2] [data-word]")).to_have_text(": in the check: not seen")
    assert doctor.left() == ""
    assert doctor.fragment() == "#v1&stage=registrar&action=Lead+1+handover&domains=cap-1:s,cap-2:n"
    page.select_option("#p-weeks", "52")
    offered = page.locator("[data-suggestions] li").all_inner_texts()
    assert offered and not any("CAP 1 leading" in words for words in offered), "what was seen is no gap"


def test_the_marks_go_into_the_open_plan(plan: Any) -> None:
    doctor = plan(f"{MINE}&action=Call+the+manager&domains=cap-1:n&view=review".replace("core", "registrar"))
    page = doctor.page
    page.get_by_role("link", name=re.compile("^Mark each domain")).click()
    page.wait_for_url(f"**{CHECK}")
    page.locator("#cap-1-seen").click()
    page.get_by_label("We agreed").fill("Lead 1 handover")
    page.get_by_role("link", name="Put these marks into the open plan").click()
    expect(page.locator("[data-review]")).to_be_visible()
    assert doctor.items() == ["lead-a-handover"] and doctor.value("goal") == "Speak up"
    assert doctor.value("action") == "Call the manager\nLead 1 handover"
    assert "&domains=cap-1:s" in doctor.fragment() and doctor.left() == ""


@pytest.mark.parametrize("stage", a_few(["registrar", "core", "foundation", "senior", "sas-led"]))
def test_the_check_prints_on_2_sides(stage: str, base: str, catalogue: Catalogue, visitor: Any) -> None:
    """With every part marked, what would show the missing ones, and as much agreed as there is room for."""
    assert catalogue.checked
    page = visitor().page
    names = [domain.id for domain in (*catalogue.checked.in_full, *catalogue.checked.in_brief)]
    marks = "&".join(f"{name}=not-seen" for name in names)
    page.goto(f"{base}/supervisors/gpc-check/{stage}/#v1&{marks}&action={'+'.join(['leading'] * 25)}")
    expect(page.locator("[data-said] li")).to_have_count(3)
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True))) == 2
    page.emulate_media(media="print")
    for name in names:
        expect(page.locator(f"label[for='{name}-not-seen']")).to_be_visible()
    expect(page.get_by_label("We agreed")).to_be_visible()


def test_what_carries_on_from_earlier_work_is_no_suggestion(base: str, catalogue: Catalogue, visitor: Any) -> None:
    later = {o.id for o in catalogue.opportunities if o.builds_on}
    assert later
    page = visitor().page
    page.goto(f"{base}/supervisors/gpc-check/core/#v1&gpc-6-quality-improvement=not-seen")
    listed = page.locator("[data-shows='gpc-6-quality-improvement'] > li > a").evaluate_all(
        "links => links.map(a => a.pathname.split('/').at(-2))"
    )
    assert later & {*listed}, "control: it is in the list that suggestions come from"
    offered = page.locator("[data-said] li a").evaluate_all("links => links.map(a => a.pathname.split('/').at(-2))")
    assert len(offered) == 3 and not later & {*offered}
    assert len(re.findall(r"\.(?:\s|$)", page.locator(".mn-sum__rule").inner_text())) == 2


@pytest.mark.gate
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize(
    "address", [f"/my-plan/#{MINE}&domains=cap-1:s&view=review", f"{CHECK}#v1&cap-1=seen&action=Lead+1+handover"]
)
def test_axe_finds_nothing_in_the_answer(address: str, width: int, scheme: str, invented_site: str, visitor: Any) -> None:
    page = visitor(viewport={"width": width, "height": 800}, color_scheme=scheme).page
    page.goto(invented_site + address)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
