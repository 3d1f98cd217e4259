"""The one-page plan as a doctor and a supervisor use it, and as somebody with bad intentions would.

Each file of cases/plan holds a `fragment` (with `repeat`, a text and how often it follows), the field values that it
`keeps`, the ids of `items` that the page lists, and what the page `says` was left out.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Locator, expect
from servers import served
from test_smoke import gated

from gates.live import TAGS
from mentor_network import pipeline
from mentor_network.catalogue import Catalogue, link
from networks import ROOT, build_site, mkdocs_for

pytestmark = pytest.mark.browser

CASES = sorted((ROOT / "tests" / "cases" / "plan").glob("*.yaml"))
#: 5 things, of which the first comes from its own page.
THINGS = [
    ("shadow-a-clinical-leader", "Shadow a clinical leader for half a day"),
    ("lead-a-handover", "handover next team"),
    ("buddy-with-a-manager", "buddy nurse leader"),
    ("learn-the-patient-safety-syllabus", "patient safety syllabus"),
    ("chair-a-meeting", "chair"),
]
WRITTEN = ("lead", "goal", "needs", "ask", "feedback", "no", "notes", "action", "learned", "next")
FULL = "&".join(f"{name}={'+'.join(['leading'] * 25)}" for name in WRITTEN)
FIVE = "items=" + ",".join(f"{thing}:{mark}" for (thing, _), mark in zip(THINGS, "sppps", strict=True))
PLAN = f"v1&stage=registrar&weeks=17&{FIVE}&{FULL}&date=2026-12-18"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    records, _ = pipeline.check(ROOT, today=pipeline.today())
    return link(records, today=pipeline.today())


class Plan:
    """Somebody's plan page."""

    def __init__(self, someone: Any, base: str, fragment: str = "") -> None:
        self.someone, self.page = someone, someone.page
        self.base = base
        if fragment is not None:
            self.page.goto(f"{base}/my-plan/{'#' if fragment else ''}{fragment}")
            self.ready()

    def ready(self) -> None:
        expect(self.page.locator(".mn-tool.is-live")).to_be_attached()
        # Drawing waits for the list where the plan needs it.
        expect(self.page.locator("[data-bare]")).not_to_be_empty(timeout=30000)

    def items(self) -> list[str]:
        return self.page.locator("[data-items] > li").evaluate_all("rows => rows.map(row => row.dataset.item)")

    def value(self, name: str) -> str:
        return self.page.locator(f"#p-{name}").input_value()

    def left(self) -> str:
        return self.page.locator("[data-left]").inner_text()

    def add(self, words: str, title: re.Pattern[str] | str = "") -> None:
        self.page.fill("#f-words", words)
        row = self.page.locator("[data-matches] > li").filter(has_text=title or re.compile("")).first
        row.get_by_role("button", name=re.compile("^Add")).click()

    def fragment(self) -> str:
        """What the address holds, once it is up to date."""
        self.page.wait_for_timeout(250)
        return self.page.evaluate("location.hash")

    def sides(self) -> int:
        """How many sides of paper it prints on."""
        return len(re.findall(rb"/Type\s*/Page[^s]", self.page.pdf(prefer_css_page_size=True)))


@pytest.fixture
def plan(base: str, visitor: Any) -> Iterator[Any]:
    """Open the page for a new visitor; afterwards nothing was stored, asked of others, or said to the console."""
    made: list[Plan] = []

    def make(fragment: str | None = "", **options: Any) -> Plan:
        made.append(Plan(visitor(**options), base, fragment))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        assert each.someone.stored() == ""
        assert [url for url in each.someone.requests if not url.startswith((base, "blob:"))] == []
        assert each.someone.said == []


def test_a_plan_from_an_entry_to_a_supervisor_and_onto_paper(plan: Any, base: str) -> None:
    doctor = plan(None)
    doctor.page.goto(f"{base}/opportunities/{THINGS[0][0]}/")
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
    first.get_by_role("radio", name="Seen").check()
    doctor.page.fill("#p-goal", "Say what I expect, before things go wrong")
    doctor.page.fill("#p-ask", "The service manager, by 1 December")
    doctor.page.fill("#p-date", "2026-12-18")
    address = f"{base}/my-plan/{doctor.fragment()}"
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
    expect(colleague.page.locator("[data-items] > li").first.get_by_role("radio", name="Seen")).to_be_checked()
    assert colleague.sides() == 1

    colleague.page.get_by_role("link", name="Open as supervisor").click()
    expect(colleague.page.get_by_role("heading", name="This plan, for a supervisor")).to_be_focused()
    colleague.page.fill("#r-action", "I write to the service manager this week")
    agreed = f"{base}/my-plan/{colleague.fragment()}"
    assert colleague.sides() <= 2
    doctor.page.goto(agreed.replace("&view=review", ""))
    doctor.ready()
    assert doctor.value("action") == "I write to the service manager this week"


def test_the_supervisor_sees_what_is_shown_what_is_bare_and_what_to_ask(plan: Any, catalogue: Catalogue) -> None:
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
    chosen = [(catalogue.opportunity[thing], marks[mark]) for (thing, _), mark in zip(THINGS, "sppps", strict=True)]
    for domain, label in ((d, next(name for name in rows if name.startswith(catalogue.label[d]))) for d in named(catalogue)):
        cells = [
            mark if domain in o.develops else "ask" if domain in o.can_show else "Does not show it" for o, mark in chosen
        ]
        shown = [mark for o, mark in chosen if domain in o.develops]
        in_all = "Seen" if "Seen" in shown else "Planned" if shown else "Bare"
        assert rows[label] == [in_all, *cells], domain
    assert len(rows) == len(named(catalogue))
    asked = supervisor.locator("[data-ask]").inner_text()
    for o, _ in chosen:
        assert all(question in asked for question in o.reflect), o.id
    gaps = supervisor.locator("[data-gaps] li").all_inner_texts()
    bare = [label for label, cells in rows.items() if cells[0] == "Bare"]
    assert 1 <= len(gaps) <= 3 and all(any(label in gap for label in bare) for gap in gaps)
    talk = supervisor.locator("[data-talk]").inner_text()
    assert all(question.ask in talk for question in catalogue.stage["registrar"].conversation_10)
    supervisor.get_by_role("link", name=re.compile("^Questions for 30 minutes")).click()
    expect(supervisor.get_by_role("heading", name="For your supervisor")).to_be_in_viewport()


def named(catalogue: Catalogue) -> list[str]:
    """The domains that opportunities name, in the order of the models."""
    found = {d for o in catalogue.opportunities for d in (*o.develops, *o.can_show)}
    return [d for d in catalogue.domain if d in found]


# ---- What would fill a gap


@pytest.mark.parametrize("stage", ["foundation", "core", "registrar", "senior", "sas-led"])
@pytest.mark.parametrize(("weeks", "items"), [(1, ""), (17, "lead-a-handover"), (52, "chair-a-meeting,lead-a-handover")])
def test_suggestions_follow_the_rule(stage: str, weeks: int, items: str, plan: Any, catalogue: Catalogue) -> None:
    """The rule once more, in another language: who fills more gaps comes first, then the alphabet."""
    had = [word for word in items.split(",") if word]
    bare = set(named(catalogue)) - {d for word in had for d in catalogue.opportunity[word].develops}
    fitting = [
        o
        for o in catalogue.opportunities
        if stage in o.stages and o.min_weeks <= weeks and o.id not in had and o.status not in ("closed", "on-hold")
    ]
    filling = [o for o in fitting if bare & set(o.develops)]
    expected = sorted(filling, key=lambda o: (-len(bare & set(o.develops)), o.title.casefold()))[:3]
    page = plan(f"v1&stage={stage}&weeks={weeks}&items={items}").page
    offered = page.locator("[data-suggestions] [data-add]").evaluate_all("all => all.map(one => one.dataset.add)")
    assert offered == [o.id for o in expected]
    assert 1 <= len(offered) <= 3


SUGGEST = """async ([items, plan, bare]) => {
  const { suggestions } = await import(new URL('../assets/plan-suggest.js', location.href));
  return suggestions(items, plan, bare).map(({ id }) => id);
}"""


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["both", "alone", "again"]),
        ({"both": {"closed": True}}, ["alone", "again", "more"]),
        ({"both": {"weeks": 26}}, ["alone", "again", "more"]),
        ({"both": {"stages": ["senior"]}}, ["alone", "again", "more"]),
        ({"both": {"shows": ["z"]}, "alone": {"shows": ["z"]}, "again": {"shows": ["z"]}}, ["more"]),
    ],
    ids=["more gaps first", "closed", "too long", "another stage", "no gap"],
)
def test_each_part_of_the_rule(changed: dict[str, Any], expected: list[str], shared: Plan) -> None:
    titles = {
        "both": ("Zebra", ["x", "y"]),
        "more": ("Run", ["y"]),
        "alone": ("Ask", ["x"]),
        "again": ("Élan", ["x"]),
        "had": ("A", ["x"]),
    }
    items = [
        {"id": name, "title": title, "stages": ["core"], "weeks": 17, "shows": shows} | changed.get(name, {})
        for name, (title, shows) in titles.items()
    ]
    plan = {"stage": "core", "weeks": "17", "items": [{"id": "had", "mark": ""}]}
    assert shared.page.evaluate(SUGGEST, [items, plan, ["x", "y"]]) == expected
    assert shared.page.evaluate(SUGGEST, [items, {**plan, "weeks": ""}, ["x", "y"]]) == []


def test_the_rule_stands_on_the_page_in_two_sentences(plan: Any) -> None:
    page = plan("v1&stage=core&weeks=17").page
    said = page.locator(".mn-plan__rule").inner_text()
    assert len(re.findall(r"\.(?:\s|$)", said)) == 2
    for word in ("stage", "time", "closed", "nothing in the plan shows", "more", "alphabetical"):
        assert word in said
    ours = said + page.locator("[data-bare]").inner_text()
    assert not re.search(r"\b(best|better|recommend\w*|top|ideal)\b", ours, re.IGNORECASE)


def test_a_suggestion_that_is_added_fills_its_gap(plan: Any) -> None:
    doctor = plan("v1&stage=core&weeks=17")
    button = doctor.page.locator("[data-suggestions] [data-add]").first
    thing = button.get_attribute("data-add")
    button.press("Enter")
    assert doctor.items() == [thing]
    expect(doctor.page.get_by_role("heading", name="What nothing here shows yet")).to_be_focused()
    assert thing not in doctor.page.locator("[data-suggestions] [data-add]").evaluate_all(
        "all => all.map(b => b.dataset.add)"
    )


# ---- The finder


def test_the_finder_lists_at_most_8_and_counts(plan: Any, catalogue: Catalogue) -> None:
    page = plan().page
    assert page.locator("[data-matches] > li").count() == 0
    page.select_option("#f-domain", "gpc-5")
    number = sum("gpc-5" in (*o.develops, *o.can_show) for o in catalogue.opportunities)
    expect(page.locator("[data-count]")).to_have_text(f"{number} things match. The first 8 are listed.")
    assert page.locator("[data-count]").get_attribute("role") == "status"
    assert page.locator("[data-matches] > li").count() == 8
    page.fill("#f-words", "xyzzy")
    expect(page.locator("[data-count]")).to_have_text("Nothing matches. Try fewer words.")


def test_other_words_for_a_thing_find_it(plan: Any) -> None:
    doctor = plan()
    doctor.page.fill("#f-words", "ROOT cause Analysis")
    expect(doctor.page.locator("[data-matches]")).to_contain_text("learning response")


def test_what_needs_more_time_waits_behind_the_tick(plan: Any) -> None:
    page = plan("v1&stage=core&weeks=1").page
    page.fill("#f-words", "chief registrar")
    expect(page.locator("[data-count]")).to_contain_text("Nothing fits. Take the tick away")
    page.uncheck("#f-fits")
    expect(page.locator("[data-matches] > li").first).to_contain_text("12 months")


def test_a_full_plan_says_so(plan: Any) -> None:
    doctor = plan("v1&items=" + ",".join(thing for thing, _ in THINGS) + ",lead-a-ward-round")
    assert len(doctor.items()) == 6
    doctor.add("huddle")
    expect(doctor.page.locator("[data-side] [data-said], .mn-desk__side [data-said]").first).to_contain_text(
        "This plan is full"
    )
    assert len(doctor.items()) == 6


# ---- Words


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


def test_the_address_changes_without_filling_the_history(plan: Any) -> None:
    doctor = plan()
    before = doctor.page.evaluate("history.length")
    doctor.page.locator("#p-goal").press_sequentially("Speak up", delay=5)
    doctor.page.select_option("#p-stage", "core")
    doctor.add("handover next team")
    assert doctor.fragment() == "#v1&stage=core&items=lead-a-handover&goal=Speak+up"
    assert doctor.page.evaluate("history.length") == before


def test_a_link_to_a_place_on_the_page_does_not_cost_the_plan(plan: Any) -> None:
    doctor = plan("v1&goal=Speak+up")
    doctor.page.keyboard.press("Tab")
    assert doctor.page.locator(":focus").inner_text() == "Skip to content"
    doctor.page.keyboard.press("Enter")
    assert doctor.fragment() == "#v1&goal=Speak+up"
    assert doctor.page.evaluate("document.activeElement.id") == "main"
    assert doctor.value("goal") == "Speak up"
    doctor.page.get_by_role("link", name="I have a plan already").click()
    expect(doctor.page.get_by_role("heading", name="I have a plan", exact=True)).to_be_in_viewport()
    assert doctor.fragment() == "#v1&goal=Speak+up"


def test_a_plan_pasted_into_the_address_bar_is_opened(plan: Any) -> None:
    doctor = plan("v1&goal=One")
    doctor.page.evaluate("location.hash = 'v1&goal=Two&stage=core'")
    expect(doctor.page.locator("#p-goal")).to_have_value("Two")
    assert doctor.value("stage") == "core"
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("One")
    assert doctor.value("stage") == ""


# ---- I have a plan


def test_a_plan_that_somebody_has_takes_in_what_arrives(plan: Any) -> None:
    doctor = plan("v1&items=lead-a-handover&goal=Arrived")
    there = "https://evil.example/elsewhere/?x=1#v1&stage=core&items=chair-a-meeting:s,lead-a-handover:p&goal=Kept&no=A+second+audit"
    doctor.page.fill("#pasted", there)
    doctor.page.get_by_role("button", name="Open that plan").click()
    expect(doctor.page.locator("#p-goal")).to_have_value("Kept")
    assert doctor.items() == ["chair-a-meeting", "lead-a-handover"]
    assert "I want to get better at" in doctor.left() and "stand" in doctor.left()
    assert doctor.fragment() == "#v1&stage=core&items=chair-a-meeting:s,lead-a-handover:p&goal=Kept&no=A+second+audit"
    assert doctor.page.url.startswith(doctor.base)
    doctor.page.go_back()
    expect(doctor.page.locator("#p-goal")).to_have_value("Arrived")


@pytest.mark.parametrize("words", ["", "hello", "https://example.org/", "https://example.org/#top", "javascript:alert(1)#x"])
def test_what_is_no_plan_changes_nothing(words: str, plan: Any) -> None:
    doctor = plan("v1&goal=Mine")
    doctor.page.fill("#pasted", words)
    doctor.page.locator("#pasted").press("Enter")
    expect(doctor.page.locator("[data-opened]")).to_contain_text("not the link of a plan")
    assert doctor.fragment() == "#v1&goal=Mine"


# ---- Links that are damaged, or meant to do damage


@pytest.fixture(scope="module")
def shared(base: str, browser: Any) -> Iterator[Plan]:
    """One page on which every bad link is opened in turn."""
    from conftest import Visitor

    someone = Visitor(browser)
    someone.page.add_init_script("window.ran = 0")
    yield Plan(someone, base)
    someone.context.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_link_keeps_what_is_good_and_says_what_is_not(case: Path, shared: Plan) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    more, times = told.get("repeat", ["", 0])
    fragment = told["fragment"] + more * times
    page = shared.page
    page.goto("about:blank")
    page.goto(f"{shared.base}/my-plan/")
    page.evaluate("fragment => { location.hash = fragment }", fragment)
    page.reload()
    shared.ready()
    assert {name: shared.value(name) for name in told.get("keeps", {})} == told.get("keeps", {})
    assert shared.items() == told["items"]
    for words in told.get("says", []):
        assert words in shared.left(), shared.left()
    assert bool(shared.left()) == bool(told.get("says"))
    odd = "script:not([type=module][src]), iframe, base, style, img, main :is([onload], [onerror], [onfocus], [style])"
    assert page.evaluate("odd => [window.ran, document.querySelectorAll(odd).length]", odd) == [0, 0]
    hosts = page.locator("main a").evaluate_all("links => [...new Set(links.map(link => link.host))]")
    assert hosts == [shared.base.removeprefix("http://")]
    assert shared.someone.said == [] and shared.someone.stored() == ""
    assert [url for url in shared.someone.requests if not url.startswith((shared.base, "about:blank"))] == []


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


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    fragments=st.lists(
        st.lists(PIECES, max_size=12).map("".join).map(lambda text: text if len(text) % 2 else f"v1&{text}"),
        min_size=5,
        max_size=20,
    )
)
def test_any_fragment_comes_to_a_plan_that_comes_back_the_same(fragments: list[str], shared: Plan) -> None:
    """Nothing throws; what is read is written so that it is read again the same, with nothing to leave out."""
    well_formed = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in fragments]
    for fragment, got in zip(fragments, shared.page.evaluate(ROUND_TRIP, [well_formed]), strict=True):
        assert got["same"] and got["left"] == [] and got["again"] == got["text"], fragment
        assert got["items"] <= 0 and got["longest"] <= 200, fragment
        assert re.fullmatch(r"[A-Za-z0-9&=,:%+_-]*", got["text"]), fragment


# ---- Entries that are gone


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small network in which entries have moved, been split and been withdrawn."""
    import shutil

    from networks import NETWORK

    root = tmp_path_factory.mktemp("gone") / "network"
    shutil.copytree(NETWORK, root)
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
    mkdocs_for(root)
    with served(build_site(root, root.parent / "site")) as address:
        yield address


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


@pytest.mark.parametrize("gone", ["follow-a-leader", "watch-and-lead", "old-scheme"])
def test_no_gate_finds_anything_on_a_page_of_what_is_gone(gone: str, small: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 320, "height": 800}).page
    assert gated(page, f"{small}/opportunities/{gone}/") == []


def test_another_network_has_its_own_stages_and_domains(small: str, visitor: Any) -> None:
    doctor = Plan(visitor(), small, "v1&stage=core&weeks=4&items=chair-a-meeting:s")
    options = doctor.page.locator("#p-stage option").all_inner_texts()
    assert options == ["Choose your stage", "Core: CT1 and CT2", "Registrar: ST3 and above"]
    shows = doctor.page.locator("[data-domain]").all_inner_texts()
    assert [line.split("\n")[0] for line in shows] == [
        "CAP 1 leading and team working: seen",
        "CAP 1 teams: seen",
        "CAP 2 safety: bare",
    ]
    assert "GPC" not in doctor.page.locator("main").inner_text()


# ---- Taking it away


def downloaded(page: Any, button: str, folder: Path) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.name, path.read_bytes()


def test_the_text_holds_all_of_the_plan(plan: Any, catalogue: Catalogue, tmp_path: Path) -> None:
    doctor = plan(PLAN.replace("notes=", "notes=Line+1%0ALine+2+"), accept_downloads=True)
    name, content = downloaded(doctor.page, "Download as text", tmp_path)
    text = content.decode("utf-8")
    assert name == "leadership-plan.txt"
    for thing, _ in THINGS:
        assert catalogue.opportunity[thing].title in text
    for line in (
        "My leadership plan\n\nWhere I am\nMy stage: Registrar: ST3 to ST5, GPST3\nTime left here: 4 months\n",
        "\n1. Shadow a clinical leader for half a day: Seen\n",
        "\nGPC 6 quality improvement: ",
        "\nWe will talk about it on: 18 December 2026\nNotes: Line 1\n  Line 2 leading",
    ):
        assert line in text, text
    assert text.count("leading leading") >= 10
    assert text.endswith(f"Made with {doctor.base}/my-plan/\n")


def test_the_text_and_the_link_are_copied(plan: Any) -> None:
    doctor = plan("v1&goal=Speak+up", permissions=["clipboard-read", "clipboard-write"])
    said = doctor.page.locator(".mn-desk__side [data-said]").first
    for button, words in (
        ("Copy the link", f"{doctor.base}/my-plan/#v1&goal=Speak+up"),
        ("Copy the link for my supervisor", f"{doctor.base}/my-plan/#v1&goal=Speak+up&view=review"),
    ):
        doctor.page.get_by_role("button", name=button, exact=True).click()
        expect(said).to_contain_text("copied")
        assert doctor.page.evaluate("navigator.clipboard.readText()") == words
        said.evaluate("line => { line.textContent = '' }")
    doctor.page.get_by_role("button", name="Copy as text for your portfolio").click()
    expect(said).to_have_text("The text is copied.")
    assert "I want to get better at: Speak up" in doctor.page.evaluate("navigator.clipboard.readText()")


def test_where_a_browser_refuses_to_copy_the_words_stand_in_a_box(plan: Any) -> None:
    doctor = plan("v1&goal=Speak+up")
    doctor.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    doctor.page.get_by_role("button", name="Copy the link", exact=True).click()
    expect(doctor.page.get_by_label("Copy this").first).to_have_value(f"{doctor.base}/my-plan/#v1&goal=Speak+up")


@pytest.mark.parametrize("ticked", [False, True], ids=["alone", "with the link"])
def test_a_calendar_takes_the_reminder(ticked: bool, plan: Any, tmp_path: Path) -> None:
    doctor = plan(PLAN, accept_downloads=True)
    doctor.page.set_checked("#with-plan", ticked)
    name, content = downloaded(doctor.page, "Download a reminder", tmp_path)
    assert name.endswith(".ics")
    lines = content.split(b"\r\n")
    assert lines.pop() == b"" and not any(b"\n" in line or len(line) > 75 for line in lines)
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("DTSTART") == datetime.date(2026, 12, 18)
    assert str(event["SUMMARY"]) == "Review my leadership plan"
    assert event["UID"] and event.decoded("DTSTAMP").tzinfo
    page = f"{doctor.base}/my-plan/"
    assert str(event["URL"]) == (page + doctor.fragment() if ticked else page)
    assert str(event["DESCRIPTION"]) == str(event["URL"])
    assert calendar.errors == [] and event.errors == []
    if not ticked:
        assert b"leading" not in content and b"registrar" not in content
    assert downloaded(doctor.page, "Download a reminder", tmp_path)[1] != content, "each event has a name of its own"


def test_a_reminder_needs_a_day(plan: Any) -> None:
    doctor = plan("v1&goal=x")
    doctor.page.get_by_role("button", name="Download a reminder").click()
    expect(doctor.page.locator("#p-date")).to_be_focused()
    expect(doctor.page.locator(".mn-desk__side [data-said]").first).to_contain_text("Choose the day")


FOLD = """async ([lines]) => {
  const { folded } = await import(new URL('../assets/plan-export.js', location.href));
  return lines.map(folded);
}"""


@settings(max_examples=30)
@given(lines=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), max_size=10))
def test_folded_lines_come_apart_nowhere_else(lines: list[str], shared: Plan) -> None:
    for line, got in zip(lines, shared.page.evaluate(FOLD, [lines]), strict=True):
        assert got.replace("\r\n ", "") == line
        assert all(len(piece.encode()) <= 75 for piece in got.split("\r\n"))


# ---- Paper


@pytest.mark.parametrize(
    ("fragment", "script"),
    [
        ("", False),
        ("", True),
        (PLAN, True),
        (PLAN + "&notes=" + "%0A" * 150 + "x", True),
        (PLAN.replace("leading", "WWWWWWW"), True),
    ],
    ids=["without script", "blank", "full", "with empty lines", "with wide letters"],
)
def test_it_prints_on_one_side(fragment: str, script: bool, base: str, visitor: Any) -> None:
    someone = visitor(java_script_enabled=script)
    someone.page.goto(f"{base}/my-plan/{'#' if fragment else ''}{fragment}")
    if script:
        Plan(someone, base, None).ready()
    assert len(re.findall(rb"/Type\s*/Page[^s]", someone.page.pdf(prefer_css_page_size=True))) == 1


def test_what_is_written_is_on_the_paper(plan: Any, catalogue: Catalogue) -> None:
    doctor = plan(PLAN)
    doctor.page.emulate_media(media="print")
    papers = doctor.page.locator(".mn-tool > .mn-desk .mn-plan__paper")
    words = [paper.inner_text().strip() for paper in papers.all()]
    assert words[:2] == ["Registrar: ST3 to ST5, GPST3", "4 months"]
    assert sum(text.startswith("leading leading") for text in words) == 10 and "18 December 2026" in words
    assert all(paper.is_visible() for paper in papers.all())
    for thing, _ in THINGS:
        expect(doctor.page.get_by_role("link", name=catalogue.opportunity[thing].title).first).to_be_visible()
    for hidden in ("textarea >> nth=0", ".mn-plan__finder", ".mn-desk__side >> nth=0", ".mn-footer", ".mn-header"):
        expect(doctor.page.locator(hidden)).to_be_hidden()


def test_without_script_it_is_a_blank_form(base: str, visitor: Any) -> None:
    someone = visitor(java_script_enabled=False)
    someone.page.goto(f"{base}/my-plan/#v1&goal=x")
    main = someone.page.locator("main")
    assert [field.is_visible() for field in main.locator("input, select, textarea, button").all()].count(True) == 0
    assert all(paper.is_visible() for paper in main.locator(".mn-tool > .mn-desk .mn-plan__paper").all())
    expect(main.get_by_role("link", name="Find something to do")).to_be_visible()
    expect(main.get_by_text("I will say no to")).to_be_visible()
    expect(main.get_by_text("Keep people safe")).to_be_visible()
    expect(main.get_by_text("Nothing is stored or sent.")).to_be_hidden()


# ---- When things go wrong


def test_when_the_list_does_not_come_the_plan_is_kept(base: str, visitor: Any) -> None:
    someone = visitor()
    someone.context.route("**/plan-items.json", lambda route: route.abort())
    doctor = Plan(someone, base, "v1&stage=core&weeks=4&items=lead-a-handover:p&goal=Speak+up")
    expect(doctor.page.locator("[data-count]")).to_contain_text("could not be loaded")
    assert doctor.items() == ["lead-a-handover"] and doctor.value("goal") == "Speak up"
    doctor.page.fill("#p-no", "A second audit")
    assert doctor.fragment() == "#v1&stage=core&weeks=4&items=lead-a-handover:p&goal=Speak+up&no=A+second+audit"


def test_the_list_comes_only_when_it_is_needed(base: str, plan: Any) -> None:
    doctor = plan()
    assert not [url for url in doctor.someone.requests if url.endswith(".json")]
    doctor.page.fill("#f-words", "handover")
    expect(doctor.page.locator("[data-matches] > li").first).to_be_visible()
    assert [url for url in doctor.someone.requests if url.endswith(".json")] == [f"{base}/assets/plan-items.json"]


# ---- Everybody


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
    assert doctor.fragment() == "#v1&stage=core&items=lead-a-handover:p&goal=Speak+up"
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
        doctor.page.select_option("#f-domain", "gpc-5")
        doctor.page.fill("#p-goal", "a" * 220)
        expect(doctor.page.locator("[data-matches] > li").first).to_be_visible()
    found = Axe().run(doctor.page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert found.violations_count == 0, found.generate_report()
    assert doctor.page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_can_be_pressed_is_large_enough(plan: Any) -> None:
    doctor = plan(PLAN, viewport={"width": 320, "height": 800})
    doctor.page.select_option("#f-domain", "gpc-5")
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
    """What a doctor waits for names things and the facts that decide, and no more."""
    data = json.loads((site / "assets" / "plan-items.json").read_text("utf-8"))
    allowed = {"id", "title", "kind", "weeks", "takes", "ask", "stages", "shows", "can", "also", "only", "mark", "closed"}
    assert set(data) == {"items", "retired"}
    assert {name for item in data["items"] for name in item} <= allowed
