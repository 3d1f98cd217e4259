"""Fragments of plans: how they are updated, and damaged, hostile and outdated ones.

Each file of cases/plan holds a `fragment` (with `repeat`, a text and how often it follows), the field values that it
`keeps`, the ids of `items` that the page lists, and parts of the messages that the page `says`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from mentor_network.gates.visits import VISITS
from support.networks import NETWORK, ROOT, site_of
from support.plan_page import Plan
from support.servers import served
from support.shared import made_once
from support.sweeps import a_few, examples
from support.yaml_files import load

pytestmark = pytest.mark.browser

CASES = sorted((ROOT / "tests" / "cases" / "plan").glob("*.yaml"))


# The address of a plan


def test_the_address_changes_without_filling_the_history(plan: Any) -> None:
    doctor = plan()
    before = doctor.page.evaluate("history.length")
    doctor.page.locator("#p-goal").press_sequentially("Speak up", delay=5)
    doctor.page.select_option("#p-stage", "core")
    doctor.add("handover next team")
    assert doctor.fragment() == "#v1&stage=core&items=lead-a-handover:p&goal=Speak+up"
    assert doctor.page.evaluate("history.length") == before


def test_a_link_to_a_place_on_the_page_does_not_cost_the_plan(plan: Any) -> None:
    doctor = plan("v1&goal=Speak+up")
    doctor.page.keyboard.press("Tab")
    assert doctor.page.locator(":focus").inner_text() == "Skip to content"
    doctor.page.keyboard.press("Enter")
    assert doctor.fragment() == "#v1&goal=Speak+up"
    assert doctor.page.evaluate("document.activeElement.id") == "main"
    assert doctor.value("goal") == "Speak up"


def test_a_plan_pasted_into_the_address_bar_of_an_empty_one_is_opened(plan: Any) -> None:
    doctor = plan()
    doctor.page.evaluate("location.hash = 'v1&goal=Two&stage=core'")
    expect(doctor.page.locator("#p-goal")).to_have_value("Two")
    assert doctor.value("stage") == "core"
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("")
    assert doctor.value("stage") == ""


# I have a plan


def test_a_plan_that_somebody_has_takes_in_what_arrives(plan: Any) -> None:
    doctor = plan("v1&items=lead-a-handover&goal=Arrived")
    there = "https://evil.example/elsewhere/?x=1#v1&stage=core&items=chair-a-meeting:s,lead-a-handover:p&goal=Kept&no=A+second+audit"
    doctor.page.fill("#pasted", there)
    doctor.page.get_by_role("button", name="Open that plan").click()
    expect(doctor.page.locator("#p-goal")).to_have_value("Kept\nArrived")
    assert doctor.items() == ["chair-a-meeting", "lead-a-handover"]
    assert doctor.left() == ""
    both = "#v1&stage=core&items=chair-a-meeting:s,lead-a-handover:p&goal=Kept%0AArrived&no=A+second+audit"
    assert doctor.fragment() == both
    assert doctor.page.url.startswith(doctor.base)
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("Arrived")


@pytest.mark.parametrize(
    "words", a_few(["", "hello", "https://example.org/", "https://example.org/#top", "javascript:alert(1)#x"])
)
def test_what_is_no_plan_changes_nothing(words: str, plan: Any) -> None:
    doctor = plan("v1&goal=Mine")
    doctor.page.fill("#pasted", words)
    doctor.page.locator("#pasted").press("Enter")
    expect(doctor.page.locator("[data-opened]")).to_contain_text("not the link of a plan")
    assert doctor.fragment() == "#v1&goal=Mine"


# Links that are damaged, or meant to do damage


@pytest.mark.parametrize("case", a_few(CASES, every=8), ids=lambda case: case.stem)
def test_a_link_keeps_what_is_good_and_says_what_is_not(case: Path, shared_plan: Plan) -> None:
    told = load(case)
    more, times = told.get("repeat", ["", 0])
    fragment = told["fragment"] + more * times
    page = shared_plan.page
    page.goto("about:blank")
    page.goto(f"{shared_plan.base}/my-plan/")
    page.evaluate("fragment => { location.hash = fragment }", fragment)
    page.reload()
    shared_plan.ready()
    assert {name: shared_plan.value(name) for name in told.get("keeps", {})} == told.get("keeps", {})
    assert shared_plan.items() == told["items"]
    for words in told.get("says", []):
        assert words in shared_plan.left(), shared_plan.left()
    assert bool(shared_plan.left()) == bool(told.get("says"))
    odd = "script:not([type=module][src]), iframe, base, style, img, main :is([onload], [onerror], [onfocus], [style])"
    assert page.evaluate("odd => [window.ran, document.querySelectorAll(odd).length]", odd) == [0, 0]
    hosts = page.locator("main a").evaluate_all("links => [...new Set(links.map(link => link.host))]")
    assert hosts == [shared_plan.base.removeprefix("http://")]
    assert shared_plan.someone.said == [] and shared_plan.someone.stored() == ""
    assert [url for url in shared_plan.someone.requests if not url.startswith((shared_plan.base, "about:blank"))] == []


def test_there_are_enough_bad_links() -> None:
    assert len(CASES) >= 40


PIECES = st.one_of(
    st.text(),
    st.sampled_from(
        ["v1", "v2", "&", "=", "#", ",", ":", "%", "%zz", "%ff", "%ED%A0%80", "+", "items=", "goal=", "date=", "2026-02-30"]
    ),
    st.from_regex(r"(stage|weeks|items|goal|notes|date|view|action)=[a-z0-9:,%+-]{0,80}", fullmatch=True),
)
ROUND_TRIP = """async ([fragments]) => {
  const { read, write, merge, LIMITS, FIELDS } = await import(new URL('../assets/plan-state.js', location.href));
  return fragments.map((fragment) => {
    const first = read(fragment).plan, text = write(first), second = read(text);
    const both = merge(first, read(fragment.split('').reverse().join('')).plan);
    return { same: JSON.stringify(first) === JSON.stringify(second.plan), left: second.left, text, again: write(second.plan),
      items: first.items.length + both.plan.items.length - 2 * LIMITS.count,
      longest: Math.max(...FIELDS.map((name) => first[name].length)) };
  });
}"""


@examples(40)
@given(
    fragments=st.lists(
        st.lists(PIECES, max_size=12).map("".join).map(lambda text: text if len(text) % 2 else f"v1&{text}"),
        min_size=5,
        max_size=20,
    )
)
def test_any_fragment_comes_to_a_plan_that_comes_back_the_same(fragments: list[str], shared_plan: Plan) -> None:
    """Property: reading never throws, and writing and reading again gives the same plan."""
    well_formed = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in fragments]
    for fragment, got in zip(fragments, shared_plan.page.evaluate(ROUND_TRIP, [well_formed]), strict=True):
        assert got["same"] and got["left"] == [] and got["again"] == got["text"], fragment
        assert got["items"] <= 0 and got["longest"] <= 200, fragment
        assert re.fullmatch(r"[A-Za-z0-9&=,:%+_-]*", got["text"]), fragment


# Entries that are gone


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the small network with entries that were moved, split and withdrawn."""
    with served(made_once(tmp_path_factory, "gone", network_of_what_is_gone) / "site") as address:
        yield address


def network_of_what_is_gone(folder: Path) -> None:
    root = shutil.copytree(NETWORK, folder / "network")
    gone = """- id: follow-a-leader
  title: Follow a leader
  moved_to: shadow-a-leader
- id: watch-and-lead
  title: Watch, then lead
  split_into: [shadow-a-leader, chair-a-meeting]
- id: old-scheme
  title: The old scheme
  withdrawn: The scheme ended in March 2026.
"""
    file = root / "opportunities.yaml"
    file.write_text(gone + file.read_text("utf-8"), "utf-8")
    site_of(root)


def test_retired_ids_say_what_became_of_them(small: str, visitor: Any) -> None:
    someone = visitor()
    doctor = Plan(someone, small, "v1&items=follow-a-leader:p,watch-and-lead,old-scheme,never-was")
    assert "Follow a leader: this has moved to Shadow a clinical leader for half a day" in doctor.left()
    assert doctor.items() == ["shadow-a-leader", "watch-and-lead", "old-scheme", "never-was"]
    rows = doctor.page.locator("[data-items] > li")
    expect(rows.nth(0).get_by_role("radio", name="Planned")).to_be_checked()
    expect(rows.nth(1)).to_contain_text("Watch, then lead: this is now 2 entries.")
    expect(rows.nth(2)).to_contain_text("The old scheme: no longer in this guide. The scheme ended in March 2026.")
    expect(rows.nth(3)).to_contain_text("never was: no longer in this guide.")
    rows.nth(1).get_by_role("button", name="Add Chair 1 short meeting").click()
    assert doctor.items() == ["shadow-a-leader", "chair-a-meeting", "old-scheme", "never-was"]
    rows.nth(3).get_by_role("button", name="Take out").click()
    assert doctor.fragment() == "#v1&items=shadow-a-leader:p,chair-a-meeting,old-scheme"
    assert someone.said == []


@pytest.mark.parametrize("gone", a_few(["watch-and-lead", "follow-a-leader", "old-scheme"]))
def test_no_gate_finds_anything_on_a_page_of_what_is_gone(gone: str, small: str, visitor: Any) -> None:
    page = visitor().page
    assert VISITS[0].findings(page, f"{small}/opportunities/{gone}/") == []


def test_another_network_has_its_own_stages_and_domains(small: str, visitor: Any) -> None:
    doctor = Plan(visitor(), small, "v1&stage=core&weeks=4&items=chair-a-meeting:s")
    options = doctor.page.locator("#p-stage option").all_inner_texts()
    assert options == ["Choose your stage", "Core: CT1 and CT2", "Registrar: ST3 and above"]
    shows = doctor.page.locator("[data-domain]").all_inner_texts()
    assert [line.split("\n")[0] for line in shows] == [
        "CAP 1 leading and team working: seen",
        "CAP 1 teams: seen",
        "CAP 2 safety",
    ]
    assert "GPC" not in doctor.page.locator("main").inner_text()
