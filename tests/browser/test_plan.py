"""My plan: making one, the view for a supervisor, limits of fields, and accessibility."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from mentor_network.catalogue import Catalogue
from mentor_network.gates.browser import violations
from support.domains import with_parents
from support.plan_page import PLAN, THINGS, Plan, listed

pytestmark = pytest.mark.browser


def test_a_plan_from_an_entry_to_a_supervisor_and_onto_paper(plan: Any, invented_site: str) -> None:
    doctor = plan(None)
    doctor.page.goto(f"{invented_site}/opportunities/{THINGS[0][0]}/")
    doctor.page.get_by_role("link", name="Start a plan with this").click()
    doctor.ready()
    assert doctor.items() == [THINGS[0][0]]
    doctor.page.select_option("#p-stage", "registrar")
    doctor.page.select_option("#p-weeks", "17")
    for _, words in THINGS[1:]:
        doctor.add(words)
    assert len(doctor.items()) == 5
    assert [thing for thing, _ in THINGS[:3]] == doctor.items()[:3]
    first = doctor.page.locator("[data-items] > li").first
    first.get_by_role("radio", name="Seen", exact=True).check()
    doctor.page.fill("#p-goal", "Say what I expect, before things go wrong")
    doctor.page.fill("#p-ask", "The service manager, by 1 December")
    doctor.page.fill("#p-date", "2026-12-18")
    address = f"{invented_site}/my-plan/{doctor.fragment()}"
    doctor.page.reload()
    doctor.ready()
    assert doctor.page.url == address
    assert len(doctor.items()) == 5

    colleague = plan(None)
    colleague.page.goto(address)
    colleague.ready()
    assert colleague.items() == doctor.items()
    assert colleague.value("goal") == "Say what I expect, before things go wrong"
    assert colleague.value("date") == "2026-12-18"
    expect(colleague.page.locator("[data-items] > li").first.get_by_role("radio", name="Seen", exact=True)).to_be_checked()
    assert colleague.sides() == 1

    colleague.page.get_by_role("link", name="Open as supervisor").click()
    expect(colleague.page.get_by_role("heading", name="This plan, for a supervisor")).to_be_focused()
    colleague.page.fill("#r-action", "I write to the service manager this week")
    agreed = f"{invented_site}/my-plan/{colleague.fragment()}"
    assert colleague.sides() <= 2
    doctor.page.goto(agreed.replace("&view=review", ""))
    doctor.ready()
    assert doctor.value("action") == "I write to the service manager this week"


def test_the_supervisor_sees_what_is_shown_what_is_not_and_what_to_ask(plan: Any, invented_catalogue: Catalogue) -> None:
    supervisor = plan(PLAN + "&view=review").page
    expect(supervisor.locator(".mn-review__table")).to_be_visible()
    expect(supervisor.locator("#p-goal")).to_be_hidden()
    rows = {
        cells[0]: cells[1:]
        for cells in (
            [cell.strip() for cell in row.locator("th, td").all_text_contents()]
            for row in supervisor.locator(".mn-review__table tbody tr").all()
        )
    }
    marks = dict(zip("sp", ("Seen", "Planned"), strict=True))
    chosen = [(invented_catalogue.opportunity[thing], marks[mark]) for (thing, _), mark in zip(THINGS, "sppps", strict=True)]
    for domain in listed(invented_catalogue):
        label = next(name for name in rows if name.startswith(invented_catalogue.label[domain]))
        develops = {o.id: domain in with_parents(o.develops, invented_catalogue) for o, _ in chosen}
        can_show = {o.id: domain in with_parents(o.can_show, invented_catalogue) for o, _ in chosen}
        cells = [mark if develops[o.id] else "ask" if can_show[o.id] else "Does not show it" for o, mark in chosen]
        shown = [mark for o, mark in chosen if develops[o.id]]
        in_all = "Seen" if "Seen" in shown else "Planned" if shown else "Not in this plan"
        assert rows[label] == [in_all, *cells], domain
    assert len(rows) == len(listed(invented_catalogue))
    asked = supervisor.locator("[data-ask]").inner_text()
    for o, _ in chosen:
        assert all(question in asked for question in o.reflect), o.id
    gaps = supervisor.locator("[data-gaps] li").all_inner_texts()
    gaps_of_plan = [label for label, cells in rows.items() if cells[0] == "Not in this plan"]
    assert 1 <= len(gaps) <= 3 and all(any(label in gap for label in gaps_of_plan) for gap in gaps)
    talk = supervisor.locator("[data-talk]").inner_text()
    assert all(question.ask in talk for question in invented_catalogue.stage["registrar"].conversation_10)
    supervisor.get_by_role("link", name=re.compile("^Questions for 30 minutes")).click()
    expect(supervisor.get_by_role("heading", name="For your supervisor")).to_be_in_viewport()


# Words


def test_a_counter_says_when_a_field_is_full_before_words_are_lost(plan: Any) -> None:
    doctor = plan()
    field, counter = doctor.page.locator("#p-goal"), doctor.page.locator("#p-goal-count")
    field.fill("a" * 150)
    expect(counter).to_have_text("")
    field.fill("a" * 190)
    expect(counter).to_have_text("10 characters left")
    expect(doctor.page.locator("[data-heard]")).to_have_text("10 characters left")
    assert doctor.page.locator("[data-heard]").get_attribute("role") == "status"
    field.fill("a" * 200)
    expect(counter).to_have_text("Full: 200 of 200 characters.")
    field.fill("a" * 203 + " b")
    expect(counter).to_contain_text("5 characters too many")
    expect(field).to_have_value("a" * 203 + " b")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert doctor.fragment() == "#v1&goal=" + "a" * 200
    field.fill("short again")
    expect(counter).to_have_text("")
    assert doctor.fragment() == "#v1&goal=short+again"


def test_every_field_and_choice_has_a_label(plan: Any) -> None:
    page = plan("v1&stage=core&weeks=4&view=review").page
    unnamed = page.evaluate(
        "[...document.querySelectorAll('main input, main select, main textarea')].filter(e => !e.labels.length).length"
    )
    assert unnamed == 0


# When things go wrong


def test_when_the_list_does_not_come_the_plan_is_kept(invented_site: str, visitor: Any) -> None:
    someone = visitor()
    someone.context.route("**/plan-items.json", lambda route: route.abort())
    doctor = Plan(someone, invented_site, "v1&stage=core&weeks=4&items=lead-a-handover:p&goal=Speak+up")
    expect(doctor.page.locator("[data-count]")).to_contain_text("could not be loaded")
    assert doctor.items() == ["lead-a-handover"] and doctor.value("goal") == "Speak up"
    doctor.page.fill("#p-no", "A second audit")
    assert doctor.fragment() == "#v1&stage=core&weeks=4&items=lead-a-handover:p&goal=Speak+up&no=A+second+audit"


def test_the_list_comes_only_when_it_is_needed(invented_site: str, plan: Any) -> None:
    doctor = plan()
    assert not [url for url in doctor.someone.requests if url.endswith(".json")]
    doctor.page.fill("#f-words", "handover")
    expect(doctor.page.locator("[data-matches] > li").first).to_be_visible()
    assert [url for url in doctor.someone.requests if url.endswith(".json")] == [f"{invented_site}/assets/plan-items.json"]


# Everybody


def test_a_plan_made_by_keyboard_alone(plan: Any) -> None:
    doctor = plan()
    keys = doctor.page.keyboard

    def reach(target: Locator, most: int = 60) -> None:
        handle = target.element_handle()
        for _ in range(most):
            if doctor.page.evaluate("element => element === document.activeElement", handle):
                box = doctor.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
                assert box != "none"
                return
            keys.press("Tab")
        raise AssertionError(f"no way to {target} by keyboard")

    reach(doctor.page.locator("#p-stage"))
    keys.type("Core")
    reach(doctor.page.locator("#p-goal"))
    keys.type("Speak up")
    reach(doctor.page.locator("#f-words"))
    keys.type("handover next team")
    add = doctor.page.locator("[data-matches] [data-add]").first
    expect(add).to_be_visible()
    reach(add)
    keys.press("Enter")
    expect(add).to_be_focused()
    expect(add).to_have_text(re.compile("^Take out"))
    assert doctor.items() == ["lead-a-handover"]
    keys.press("Enter")
    assert doctor.items() == []
    keys.press("Enter")
    for _ in range(20):  # back up to the thing that was added
        keys.press("Shift+Tab")
        if doctor.page.evaluate("document.activeElement.type") == "radio":
            break
    keys.press("ArrowUp")
    assert doctor.fragment() == "#v1&stage=core&items=lead-a-handover:s&goal=Speak+up"
    remove = doctor.page.locator("[data-remove]")
    reach(remove)
    keys.press("Enter")
    expect(doctor.page.locator("#f-words")).to_be_focused()
    reach(doctor.page.get_by_role("link", name="Open as supervisor"))
    keys.press("Enter")
    expect(doctor.page.get_by_role("heading", name="This plan, for a supervisor")).to_be_focused()


STATES = {
    "blank": "",
    "full": PLAN,
    "left out": PLAN + "&goal=again&x=y&stage=emperor",
    "gone": "v1&items=never-was,lead-a-handover&stage=core&weeks=17",
    "review": PLAN + "&view=review",
    "blank review": "v1&view=review",
}


@pytest.mark.gate
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(state: str, scheme: str, width: int, plan: Any) -> None:
    doctor = plan(STATES[state], viewport={"width": width, "height": 800}, color_scheme=scheme)
    if not state.endswith("review"):
        doctor.page.select_option("#f-domain", "cap-1")
        doctor.page.fill("#p-goal", "a" * 220)
        expect(doctor.page.locator("[data-matches] > li").first).to_be_visible()
    assert violations(doctor.page) == []
    assert doctor.page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_can_be_pressed_is_large_enough(plan: Any) -> None:
    doctor = plan(PLAN, viewport={"width": 320, "height": 800})
    doctor.page.select_option("#f-domain", "cap-1")
    expect(doctor.page.locator("[data-matches] > li").first).to_be_visible()
    pressed = "a, button, select, textarea, input:not([type=radio], [type=checkbox]), label:has(> input)"
    small = doctor.page.evaluate(
        "pressed => [...document.querySelectorAll(`main :is(${pressed})`)].filter(e => e.checkVisibility())"
        ".map(e => [e.textContent.slice(0, 40), e.getBoundingClientRect()])"
        ".filter(([, r]) => r.height < 24 || r.width < 24).map(([t, r]) => `${t} ${r.width}x${r.height}`)",
        pressed,
    )
    assert small == []


def test_the_data_is_small(site: Path) -> None:
    """The file that the plan loads has only the fields that it needs."""
    data = json.loads((site / "assets" / "plan-items.json").read_text("utf-8"))
    allowed = {
        "id",
        "title",
        "kind",
        "weeks",
        "takes",
        "ask",
        "stages",
        "shows",
        "can",
        "also",
        "only",
        "mark",
        "closed",
        "after",
    }
    assert set(data) == {"items", "retired"}
    assert {name for item in data["items"] for name in item} <= allowed
