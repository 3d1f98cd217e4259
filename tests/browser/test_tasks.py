"""The main tasks of readers: from the home page, by clicking on visible link text, without JavaScript.

Each task has a limit on clicks; opening the menu is one. These tests name link text of our own content on purpose: they test
that its words lead readers to what they look for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from support.sweeps import a_few

pytestmark = pytest.mark.browser


class Reader:
    """Starts at the home page and counts clicks."""

    def __init__(self, page, base: str) -> None:
        self.page = page
        self.clicks = 0
        page.goto(base + "/")

    def click(self, words: str | re.Pattern[str], within: str = "body") -> None:
        """Follow the first visible link with these words, or else one in the menu."""
        link = self.seen(words, within)
        if link is None and within == "body":
            self.press(self.page.locator("summary", has_text="Menu"))
            link = self.seen(words, ".mn-menu")
        assert link is not None, f"no link {words!r} on {self.page.url} after {self.clicks} clicks"
        self.press(link)

    def seen(self, words: str | re.Pattern[str], within: str) -> Locator | None:
        exact = isinstance(words, str)
        found = self.page.locator(within).get_by_role("link", name=words, exact=exact).all()
        return next((link for link in found if link.is_visible()), None)

    def press(self, what: Locator) -> None:
        what.click()
        self.page.wait_for_load_state()  # a link that has not come yet is not a missing one
        self.clicks += 1

    def opened(self, words: str, *, level: int) -> Locator:
        """The heading that the last click scrolled to."""
        heading = self.page.get_by_role("heading", name=words, level=level, exact=True)
        expect(heading).to_be_in_viewport()
        return heading


@pytest.fixture(params=[pytest.param(1280, marks=pytest.mark.gate), 320], ids=["wide", "phone"])
def reader(request: pytest.FixtureRequest, base: str, visitor) -> Iterator[Callable[[], Reader]]:
    """A function that opens the home page for a new reader."""
    someone = visitor(viewport={"width": request.param, "height": 800}, java_script_enabled=False)
    yield lambda: Reader(someone.page, base)
    assert [url for url in someone.requests if not url.startswith(base)] == []


def test_javascript_is_off(reader) -> None:
    """Control: the other tests rely on this."""
    someone = reader()
    someone.page.set_content("<p>off</p><script>document.querySelector('p').textContent = 'on'</script>")
    assert someone.page.locator("p").inner_text() == "off"


def test_three_free_things_for_17_weeks_in_core(reader) -> None:
    someone = reader()
    someone.click(re.compile(r"^Core\b"), within="main")
    someone.click(re.compile(r"^4 months left"), within="main")
    assert someone.clicks <= 3
    assert "Core" in someone.page.get_by_role("heading", level=1).inner_text()
    expect(someone.page.get_by_role("heading", name=re.compile("Needs 4 months"), level=2)).to_be_in_viewport()
    groups = someone.page.locator("section", has=someone.page.get_by_role("heading", level=2))
    fitting = groups.filter(
        has=someone.page.get_by_role("heading", name=re.compile("Needs (1 week|1 month|4 months)$"), level=2)
    )
    free = []
    for card in fitting.locator("[data-result]").all():
        title, facts = card.get_by_role("link").first, card.get_by_role("list", name="Facts")
        weeks, takes, cost, _ = facts.get_by_role("listitem").all_inner_texts()
        if cost.startswith("Free") and facts.is_visible():
            assert re.search(r"\w", takes) and weeks.strip().startswith("Needs"), title.inner_text()
            free.append(title.inner_text())
    assert len(set(free)) >= 3


def test_what_shows_gpc_6_for_a_registrar(reader) -> None:
    someone = reader()
    someone.click(re.compile(r"^Registrar\b"), within="main")
    someone.click(re.compile(r"^4 months left"), within="main")
    assert someone.clicks <= 3
    assert "Registrar" in someone.page.get_by_role("heading", level=1).inner_text()
    for part in ("GPC 6 patient safety", "GPC 6 quality improvement"):
        cards = someone.page.locator("[data-result]").filter(has=someone.page.get_by_text(re.compile(rf"^Shows .*{part}")))
        assert sum(card.is_visible() for card in cards.all()) >= 4, part


STAGES = ("Foundation", "Core", "Registrar", "Senior", "SAS and locally employed")


@pytest.mark.parametrize("stage", a_few(STAGES, every=5))
def test_what_counts_for_gpc_5_and_6_at_a_stage(stage: str, reader) -> None:
    """What to look for, what to ask and what shows it are 1 click away, and what counts as evidence 2."""
    someone = reader()
    someone.click(f"{stage}: what counts", within="main")
    assert someone.clicks == 1
    assert someone.page.get_by_role("heading", level=1).inner_text().startswith(stage)
    for domain in ("gpc-5", "gpc-6-patient-safety", "gpc-6-quality-improvement"):
        row = someone.page.locator(f"section[aria-labelledby={domain}]")
        more = someone.page.locator(f"section[aria-labelledby=more-{domain}]")
        expect(row.get_by_text("Look for", exact=True)).to_be_visible()
        assert row.locator(".mn-points li").count() >= 3
        assert (
            sum(q.is_visible() for q in someone.page.locator(f"section[aria-labelledby$={domain}] [data-question]").all())
            >= 3
        )
        assert sum(item.is_visible() for item in more.locator(f"[data-shows={domain}] > li").all()) >= 4
    someone.click("More on GPC 6 patient safety", within="main")
    someone.opened("GPC 6: Patient safety", level=2)
    assert someone.clicks == 2


def test_the_check_says_what_shows_gpc_6_through_another_model(reader) -> None:
    """From the link on the home page: both matrices, and the list by another leadership model."""
    someone = reader()
    someone.click("Check leadership against the GPC", within="main")
    expect(someone.page.get_by_role("table", name=re.compile("^Kinds of activity"))).to_be_visible()
    expect(someone.page.get_by_role("table", name=re.compile("^Things to do that show each part"))).to_be_visible()
    someone.click("Healthcare Leadership Model", within="main")
    numbers = someone.page.get_by_role("row", name=re.compile("^Engaging the team")).get_by_role("link")
    n = int(numbers.nth(2).inner_text())
    someone.press(numbers.nth(2))
    assert someone.clicks <= 3
    someone.opened("Engaging the team", level=2)
    assert someone.page.locator("[data-listed=hlm-engaging-the-team] > li").count() == n


def test_how_to_plan_a_day_of_shadowing(reader) -> None:
    someone = reader()
    someone.click("Guides")
    someone.click(re.compile(r"^Shadowing$"), within="main")
    assert someone.clicks <= 3
    assert someone.page.get_by_role("heading", level=1).inner_text() == "Shadowing"
    for part in ("Before", "During", "Afterwards"):
        expect(someone.page.get_by_role("heading", name=part, level=2, exact=True)).to_be_visible()
    for step in (
        "Write down 1 question that you want answered.",
        "Agree release with your rota lead",
        "Dear [name or role],",
    ):
        expect(someone.page.get_by_text(step, exact=False).first).to_be_visible()


def what_a_mentor_did(someone: Reader) -> None:
    main = someone.page.locator("main")
    expect(main.get_by_text("RCA training for all trainees", exact=False).first).to_be_visible()
    expect(main.get_by_text(re.compile(r"page 27\b")).first).to_be_visible()
    assert "root cause analysis" in main.inner_text()


def test_what_a_mentor_did_about_root_cause_analysis(reader) -> None:
    someone = reader()
    someone.click("Case studies", within="main")
    someone.click(re.compile("^Safety investigation training"), within="main")
    assert someone.clicks <= 4
    what_a_mentor_did(someone)


def test_what_a_mentor_did_by_the_name_of_the_time(reader) -> None:
    """By the A to Z, which has the older name."""
    someone = reader()
    someone.click("A to Z")
    line = someone.page.get_by_role("listitem").filter(has_text=re.compile(r"^root cause analysis: Take part")).first
    someone.press(line.get_by_role("link"))
    someone.click(re.compile("^Safety investigation training"), within="main")
    assert someone.clicks <= 4
    what_a_mentor_did(someone)


def test_the_10_minute_conversation_for_a_registrar(reader) -> None:
    someone = reader()
    someone.click("Registrar: what counts", within="main")
    someone.click("The 10 minute conversation: Registrar", within="main")
    assert someone.clicks <= 2
    assert "registrar" in someone.page.get_by_role("heading", level=1).inner_text().lower()
    heading = someone.opened("If you have 10 minutes", level=3)
    questions = heading.locator("xpath=following-sibling::ol[1]/li")
    assert questions.count() >= 3
    expect(questions.first).to_be_in_viewport()
    assert all(question.is_visible() for question in questions.all())


def test_what_a_mentor_adds_next(reader) -> None:
    someone = reader()
    someone.click("For mentors")
    someone.click("What this guide covers", within="main")
    assert someone.clicks <= 3
    someone.opened("What to add next", level=2)
    someone.click("Write up what your Trust tried", within="main")
    assert someone.page.get_by_role("heading", level=1).inner_text() == "Write up what your Trust tried"


def test_how_a_mentor_sends_what_their_trust_tried(reader) -> None:
    someone = reader()
    someone.click("Write a case study")
    assert someone.clicks <= 2
    assert someone.page.get_by_role("heading", level=1).inner_text() == "Write up what your Trust tried"
    for part in ("The template", "How to send it", "Who checks it"):
        expect(someone.page.get_by_role("heading", name=part, level=2, exact=True)).to_be_visible()
