"""The supervisor's check in a browser: marks, their summary, the fragment that keeps them, and hostile fragments."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mentor_network.catalogue import Catalogue
from mentor_network.gates.browser import violations
from support.sweeps import a_few

pytestmark = pytest.mark.browser

CHECK = "/supervisors/cap-check/registrar/"
SAFETY, IMPROVING = "cap-2", "cap-3"
MARKED = f"#v1&cap-1=seen&{SAFETY}=not-seen&{IMPROVING}=planned"


def mark(page: Page, domain: str, value: str) -> None:
    page.locator(f"#{domain}-{value}").click()


def marks(page: Page) -> dict[str, str]:
    return page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.mn-pick input:checked')].map(r => [r.name, r.value]))"
    )


def said(page: Page) -> str:
    return page.locator("[data-said]").inner_text()


def fragment(page: Page) -> str:
    return page.evaluate("location.hash")


def suggested(page: Page) -> list[str]:
    hrefs = page.locator("[data-said]").get_by_role("link").evaluate_all("links => links.map(a => a.pathname)")
    return [re.sub(r".*/opportunities/([^/]+)/", r"\1", href) for href in hrefs]


@pytest.fixture
def someone(invented_site: str, regular: Any) -> Any:
    someone = regular(viewport={"width": 1280, "height": 900})
    someone.page.goto(invented_site + CHECK)
    return someone


def test_marks_are_said_in_words(someone: Any) -> None:
    page = someone.page
    assert said(page) == "Nothing is marked yet."
    mark(page, "cap-1", "seen")
    assert "1 seen, 0 planned, 0 not seen." in said(page)
    mark(page, IMPROVING, "planned")
    mark(page, SAFETY, "not-seen")
    told = said(page)
    assert "1 seen, 1 planned, 1 not seen. This is a prompt for a conversation, not a score." in told
    assert "Seen: CAP 1. Planned: CAP 3. Not seen: CAP 2." in told
    mark(page, "cap-1", "planned")
    assert "0 seen, 2 planned, 1 not seen." in said(page)
    assert someone.said == [] and someone.stored() == ""


def test_it_names_what_would_show_what_is_missing(someone: Any, invented_catalogue: Catalogue) -> None:
    """Up to 3 opportunities of this stage, with the time they take."""
    page, opportunity = someone.page, invented_catalogue.opportunity
    mark(page, "cap-1", "seen")
    assert suggested(page) == [], "what is seen is not missing"
    mark(page, SAFETY, "not-seen")
    found = suggested(page)
    assert len(set(found)) == len(found) == 3
    for name in found:
        assert SAFETY in opportunity[name].develops and "registrar" in opportunity[name].stages
        assert opportunity[name].hours.pattern in said(page)
    mark(page, IMPROVING, "not-seen")
    found = suggested(page)
    assert len(set(found)) == len(found) == 3
    assert SAFETY in opportunity[found[0]].develops and SAFETY in opportunity[found[1]].develops
    assert IMPROVING in opportunity[found[2]].develops, "the parts take turns, so neither goes without"
    mark(page, "cap-4", "not-seen")
    assert "Nothing in this guide shows CAP 4 at this stage." in said(page)
    for word in ("best", "recommended", "most effective"):
        assert word not in page.locator("[data-sum]").inner_text().lower()
    expect(page.get_by_text("The order says nothing about which is better")).to_be_visible()


def test_a_suggestion_is_a_link_that_works(someone: Any) -> None:
    mark(someone.page, SAFETY, "not-seen")
    link = someone.page.locator("[data-said]").get_by_role("link").first
    title = link.inner_text()
    link.click()
    assert someone.page.get_by_role("heading", level=1).inner_text() == title


def test_marks_stand_in_the_address_and_come_back_from_it(someone: Any, invented_site: str, visitor: Any) -> None:
    page = someone.page
    mark(page, "cap-1", "seen")
    assert fragment(page) == "#v1&cap-1=seen"
    mark(page, SAFETY, "not-seen")
    mark(page, IMPROVING, "planned")
    assert fragment(page) == MARKED
    before = marks(page), said(page)
    page.reload()
    assert (marks(page), said(page)) == before
    other = visitor()
    other.page.goto(page.url)
    assert (marks(other.page), said(other.page)) == before
    assert other.stored() == someone.stored() == ""
    assert [url for url in (*someone.requests, *other.requests) if "v1" in url.partition("#")[0]] == []
    assert all(url.startswith(invented_site) for url in (*someone.requests, *other.requests))


def test_another_link_pasted_over_it_is_read(someone: Any) -> None:
    page = someone.page
    mark(page, "cap-1", "seen")
    page.evaluate("location.hash = 'v1&cap-1=planned'")
    expect(page.locator("#cap-1-planned")).to_be_checked()
    assert "0 seen, 1 planned, 0 not seen." in said(page)


def test_a_link_down_the_page_keeps_the_marks(someone: Any) -> None:
    page = someone.page
    mark(page, "cap-1", "seen")
    page.get_by_role("link", name="More on CAP 1").click()
    expect(page.locator("#more-cap-1")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#v1&cap-1=seen$"))
    assert marks(page) == {"cap-1": "seen"}
    page.reload()
    assert marks(page) == {"cap-1": "seen"}


def test_marking_adds_no_steps_for_the_back_button(someone: Any, invented_site: str) -> None:
    page = someone.page
    page.goto(invented_site + "/supervisors/cap-check/")
    page.goto(invented_site + CHECK)
    for value in ("seen", "planned", "not-seen"):
        mark(page, "cap-1", value)
    page.go_back()
    assert page.url == invented_site + "/supervisors/cap-check/"


def test_clearing_leaves_nothing(someone: Any, invented_site: str) -> None:
    page = someone.page
    mark(page, "cap-1", "seen")
    page.get_by_role("button", name="Clear my marks").click()
    assert (marks(page), said(page), page.url) == ({}, "Nothing is marked yet.", invented_site + CHECK)
    page.reload()
    assert marks(page) == {}


HOSTILE = [
    "#",
    "#v1",
    "#v1&",
    "#v1&&&=&=seen",
    "#v2&cap-1=seen",
    "#v1x&cap-1=seen",
    "#cap-1=seen",
    "#more-cap-1",
    "#v1&cap-1=Seen",
    "#v1&cap-1=constructor&cap-2=__proto__",
    "#v1&__proto__=seen&constructor=seen&hasOwnProperty=seen",
    "#v1&cap-1=<img src=x onerror=alert(1)>",
    "#v1&<script>alert(1)</script>=seen",
    "#v1&cap-1=%73een",
    "#v1&cap-99=seen&qualities-care=seen",
    '#v1&"]=seen',
    "#v1&cap-1%00=seen",
    "#%E0%A4%A",
    "#v1&" + "cap-99=seen&" * 5000 + "cap-1=seen",
    "#javascript:alert(1)",
]


@pytest.mark.parametrize("sent", a_few(HOSTILE, every=5), ids=range(len(HOSTILE)))
def test_a_hostile_link_is_inert(sent: str, someone: Any) -> None:
    page = someone.page
    address, elements = page.url, page.evaluate("document.querySelectorAll('*').length")
    page.goto("about:blank")  # else only the fragment would change, and nothing would load
    page.goto(address + sent)
    assert (marks(page), said(page)) == ({}, "Nothing is marked yet.")
    assert page.evaluate("document.querySelectorAll('*').length") == elements
    assert someone.said == [] and someone.stored() == ""
    mark(page, "cap-1", "planned")
    assert fragment(page) == "#v1&cap-1=planned", "the page still works"


def test_what_is_sound_in_a_damaged_link_is_kept(invented_site: str, visitor: Any) -> None:
    someone = visitor()
    someone.page.goto(f"{invented_site}{CHECK}#v1&cap-1=seen&{SAFETY}=maybe&cap-99=seen&{IMPROVING}=planned&{IMPROVING}")
    assert marks(someone.page) == {"cap-1": "seen"} or marks(someone.page) == {"cap-1": "seen", IMPROVING: "planned"}
    assert someone.said == []


def test_it_works_by_keyboard_alone(someone: Any) -> None:
    page = someone.page
    page.locator("#main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "cap-1":
            break
    assert page.evaluate("document.activeElement.id") == "cap-1-seen"
    ring = "getComputedStyle(document.querySelector('#cap-1-seen + label')).outlineStyle"
    assert page.evaluate(ring) == "solid", "one sees where one is"
    page.keyboard.press("Space")
    assert marks(page) == {"cap-1": "seen"}
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert marks(page) == {"cap-1": "not-seen"}
    assert "Not seen: CAP 1." in said(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-clear]')"):
            break
    page.keyboard.press("Enter")
    assert marks(page) == {}


def test_each_group_of_marks_has_a_name(someone: Any) -> None:
    for name in ("CAP 1", "CAP 2", "CAP 3", "CAP 4"):
        group = someone.page.get_by_role("group", name=f"Your mark for {name}", exact=True)
        assert group.get_by_role("radio").count() == 3
    for label in someone.page.locator(".mn-pick").all():
        box = label.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24


def test_marks_are_large_on_a_phone(invented_site: str, visitor: Any) -> None:
    someone = visitor(viewport={"width": 320, "height": 800})
    someone.page.goto(invented_site + CHECK)
    for label in someone.page.locator(".mn-pick").all():
        box = label.bounding_box()
        assert box and box["height"] >= 44 and box["width"] >= 44


LOOKS = [(320, "dark"), (1280, "light"), (320, "light"), (1280, "dark")]
#: Both states of the check in every look, and what is about it in the 2 that differ most.
STATES = [(address, *look) for address in (CHECK + MARKED, CHECK) for look in LOOKS]
OTHERS = ("/supervisors/cap-check/", "/supervisors/cap-check/lens/qualities/", CHECK + "qualities/", "/mentors/coverage/")
STATES += [(address, *look) for address in OTHERS for look in LOOKS[:2]]


@pytest.mark.gate
@pytest.mark.parametrize(("address", "width", "scheme"), STATES)
def test_axe_finds_nothing(address: str, width: int, scheme: str, invented_site: str, visitor: Any) -> None:
    someone = visitor(viewport={"width": width, "height": 800}, color_scheme=scheme)
    someone.page.goto(invented_site + address)
    someone.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert violations(someone.page) == []
    assert someone.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_it_reads_and_prints(invented_site: str, visitor: Any) -> None:
    someone = visitor(java_script_enabled=False, viewport={"width": 700, "height": 1000})
    page = someone.page
    page.goto(invented_site + CHECK)
    expect(page.get_by_text("Without JavaScript the marks are for paper")).to_be_visible()
    expect(page.locator("[data-sum]")).to_be_hidden()
    expect(page.locator("#cap-1-seen + label")).to_be_visible()
    page.emulate_media(media="print")
    square = "getComputedStyle(document.querySelector('label[for=cap-1-seen]'), '::before')"
    other = visitor(viewport={"width": 700, "height": 1000})
    other.page.goto(invented_site + CHECK + "#v1&cap-1=planned")
    other.page.emulate_media(media="print")
    assert float(other.page.evaluate(square + ".width").removesuffix("px")) > 10, "a box to tick"
    empty, filled = (
        float(other.page.evaluate(square.replace("seen", mark) + ".borderTopWidth").removesuffix("px"))
        for mark in ("seen", "planned")
    )
    assert filled > 3 * empty > 0, "a marked box is filled, and on paper without colour"
