"""The contribution form as a new user meets it: from nothing to a file that the checker takes."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

from mentor_network import pipeline
from mentor_network.gates.browser import violations
from mentor_network.problems import Problem
from support.form_sites import Contributor, copy_of, small_network
from support.hostile_cases import cases, in_every_text
from support.networks import ROOT, build_site
from support.servers import served

pytestmark = pytest.mark.browser

ADDRESS = "/mentors/contribute/"
STORY = {
    "Why we did it": "Resident doctors had not met the people who plan the services they work in.",
    "Our Trust": "An acute Trust with several sites. A forum was there already, which made it easier.",
    "What we did": "1. We asked managers.\n2. We matched pairs.\n3. Each spent half a day with the other.",
    "What happened": "24 doctors took part. In general they said that decisions made more sense afterwards.",
    "What did not work": "Half days at short notice. We would not do that again.",
    "If you have 2 hours a week": "Match 3 pairs, and ask them to find a day themselves.",
    "What to copy": "The email: would you spend half a day with a doctor, and let a doctor spend half a day with you?",
    "What we would like to know from others": "How do you reach doctors who work nights?",
}


def built(root: Path, out: Path, **settings: str) -> Path:
    """A site with what whoever builds it sets."""
    before = dict(os.environ)
    os.environ.update(settings)
    try:
        return build_site(root, out)
    finally:
        os.environ.clear()
        os.environ.update(before)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site of a network that has a repository and a contact."""
    out = tmp_path_factory.mktemp("real") / "site"
    settings = {"SITE_REPOSITORY": "example/network", "SITE_CONTACT": "office@example.org"}
    with served(built(ROOT, out, **settings)) as address:
        yield address


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("small")
    root = small_network(folder / "network")
    with served(build_site(root, folder / "site")) as address:
        yield root, address


@pytest.fixture
def opened(visitor: Any) -> Any:
    """Open the form's page in a browser for which GitHub answers with nothing."""

    def open_(base: str, **options: Any) -> Any:
        someone = visitor(**options)
        someone.context.route("https://github.com/**", lambda route: route.fulfill(status=200, body="GitHub"))
        someone.page.goto(base + ADDRESS)
        return someone

    return open_


def checked(root: Path, path: str, text: str, folder: Path) -> list[Problem]:
    """What the checker says of a file in a copy of a network."""
    copy = copy_of(root, folder / "copy")
    (copy / path).write_text(text, "utf-8", newline="")
    _, problems = pipeline.check(copy, today=pipeline.today())
    return [problem for problem in problems if problem.file == path or problem.severity == "error"]


def write_case(who: Contributor) -> None:
    who.start()
    who.tick_all()
    who.type("title", "Half a day in each other's place: a scheme")
    who.type("summary", "Resident doctors and managers spent half a day with each other, and talked it over.")
    who.choose("activity_types", "buddying")
    who.type("started", "2025-09")
    who.choose("still_running", "yes")
    for number, text in enumerate(STORY.values()):
        who.type(f"answer.{number}", text)
    who.type("clm_hours_setup", "6")
    who.type("clm_hours_month", "2")
    who.type("other_people", "Postgraduate centre manager\nChief Registrar")
    who.type("cost", "none")
    who.type("people_reached", "24")
    who.type("contributor_role", "Clinical Leadership Mentor")
    who.finish()


def write_opportunity(who: Contributor, page: Page) -> None:
    who.start()
    who.tick_all()
    who.type("title", "Lead the safety huddle for 1 week")
    who.type("summary", "Run the short meeting at the start of a shift, and end it with 1 thing to do.")
    who.pick("type", "everyday")
    who.choose("learning", "experience")
    who.choose("scope", "everyday")
    who.click('form[data-kind="opportunity"] [name="stages"] >> nth=0')
    who.choose("min_weeks", "1")
    who.type("hours.pattern", "10 minutes a day for 1 week")
    who.choose("timing", "work-time")
    who.choose("cost", "free")
    who.type("who_to_ask", "Whoever runs it now")
    who.type("what_you_do", "Ask to lead it for a week.\nAsk 1 person what they saw.")
    who.type("you_learn", "How to be brief: and heard")
    who.type("make_it_count", "Ask for 1 thing to change.")
    who.type("portfolio", "What was said, and what changed")
    who.type("reflect", "Who did not speak?")
    who.click('form[data-kind="opportunity"] [name="develops"] >> nth=0')
    who.click('form[data-kind="opportunity"] [name="themes"] >> nth=0')
    who.choose("status", "always")
    first = page.locator('form[data-kind="opportunity"] [name="sources.0.source"] option').nth(1).get_attribute("value")
    who.pick("sources.0.source", first or "")
    who.finish()


def prefilled(href: str | None) -> tuple[str, str]:
    """The file's name and text in an address of GitHub's page for new files."""
    parts = urlsplit(href or "")
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://github.com/example/network/new/main"
    query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    return query["filename"][0], query.get("value", [""])[0]


def test_a_case_study_from_nothing_to_the_pull_request(real: str, opened: Any, tmp_path: Path) -> None:
    someone = opened(real)
    who = Contributor(someone.page, "case-study")
    write_case(who)
    path, text = who.file()
    assert path == "case_studies/half-a-day-in-each-other-s-place-a-scheme.md"
    link = someone.page.get_by_role("link", name="Open a pull request")
    assert prefilled(link.get_attribute("href")) == (path, text)
    link.click()
    who.clicks += 1
    someone.page.wait_for_url("https://github.com/**")
    assert (who.clicks, who.fields) <= (19, 16), "no more work than this"
    problems = checked(ROOT, path, text, tmp_path)
    assert [problem.code for problem in problems] == ["case-study-incomplete"]
    assert problems[0].message == "this case study has no `permission` and `confidentiality` yet"
    assert "status: draft\n" in text and "licence: CC-BY-4.0\n" in text
    for heading, words in STORY.items():
        assert f"\n## {heading}\n\n{words}\n" in text
    # One address was asked for besides this site, and only when somebody pressed the button.
    assert [url for url in someone.requests if not url.startswith(real)] == [link_of(someone)]
    assert someone.said == []


def link_of(someone: Any) -> str:
    return str(someone.page.url)


def test_an_opportunity_from_nothing_to_the_pull_request(real: str, opened: Any, tmp_path: Path) -> None:
    someone = opened(real)
    who = Contributor(someone.page, "opportunity")
    write_opportunity(who, someone.page)
    path, text = who.file()
    assert path == "opportunities/lead-the-safety-huddle-for-1-week.yaml"
    assert prefilled(someone.page.locator("[data-pull]").get_attribute("href")) == (path, text)
    assert (who.clicks, who.fields) <= (20, 12)
    assert checked(ROOT, path, text, tmp_path) == []


@pytest.mark.gate
@pytest.mark.parametrize("kind", ["case-study", "opportunity"])
def test_any_network_has_a_form_that_makes_what_its_checker_takes(
    kind: str, small: tuple[Path, str], opened: Any, tmp_path: Path
) -> None:
    someone = opened(small[1])
    who = Contributor(someone.page, kind)
    if kind == "case-study":
        write_case(who)
    else:
        write_opportunity(who, someone.page)
    path, text = who.file()
    assert [p.severity for p in checked(small[0], path, text, tmp_path) if p.code != "case-study-incomplete"] == []


def test_the_least_that_a_draft_needs(small: tuple[Path, str], opened: Any, tmp_path: Path) -> None:
    """Gaps are allowed: a title, a summary and 1 choice make a draft."""
    someone = opened(small[1])
    who = Contributor(someone.page, "case-study")
    who.start()
    who.type("title", "A scheme")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    who.finish()
    path, text = who.file()
    assert [p.severity for p in checked(small[0], path, text, tmp_path)] == ["warning"]
    # It can be kept, and it cannot become public, before the checklist is done.
    expect(someone.page.get_by_role("button", name="Download the file")).to_be_visible()
    expect(someone.page.locator("[data-pull]")).to_be_hidden()
    someone.page.get_by_role("link", name="13 points are not ticked yet").click()
    assert someone.page.evaluate("document.activeElement.id") == "case-study-point-no-patient"


class Keyboard:
    """Somebody without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, 0

    def to(self, selector: str) -> None:
        for _ in range(150):
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
            self.page.keyboard.press("Tab")
            self.keys += 1
        raise AssertionError(f"the keyboard never came to {selector}")

    def press(self, selector: str, key: str) -> None:
        self.to(selector)
        self.page.keyboard.press(key)
        self.keys += 1

    def write(self, selector: str, text: str) -> None:
        self.to(selector)
        self.page.keyboard.type(text)


def test_a_case_study_by_keyboard_only(real: str, opened: Any) -> None:
    someone = opened(real)
    page, form = someone.page, 'form[data-kind="case-study"]'
    hands = Keyboard(page)
    hands.press('[data-start="case-study"]', "Enter")
    expect(page.locator("#case-study-name")).to_be_focused()
    for point in page.locator(f"{form} [data-point]").all():
        hands.press(f"#{point.get_attribute('id')}", "Space")
    hands.write("#case-study-title", "A scheme that runs both ways")
    hands.write("#case-study-summary", "What we did.")
    hands.press('[name="activity_types"][value="buddying"]', "Space")
    hands.write("#case-study-answer-0", "Nobody had met.")
    hands.press(f"{form} button[type=submit]", "Enter")
    expect(page.locator("#form-file")).to_be_focused()
    hands.press("[data-pull]", "Enter")
    page.wait_for_url("https://github.com/**")
    path, text = prefilled(page.url)
    assert path == "case_studies/a-scheme-that-runs-both-ways.md" and "Nobody had met." in text


def test_mistakes_are_listed_and_lead_to_their_questions(real: str, opened: Any) -> None:
    someone = opened(real)
    page = someone.page
    who = Contributor(page, "case-study")
    form = who.start()
    who.type("clm_hours_setup", "two")
    who.type("started", "autumn")
    who.finish()
    box = form.get_by_role("group", name="There is a problem")
    expect(box).to_be_focused()
    assert page.title().startswith("Error: ")
    assert box.locator("li").all_inner_texts() == [
        "Title: This needs an answer.",
        "Summary: This needs an answer.",
        "What kind of activity was it? This needs an answer.",
        "Month it started: Autumn is not a month. Write year and month in figures, such as 2026-11.",
        "A mentor's hours to set it up: This needs a number, not two. Write figures only, such as 8.",
    ]
    box.get_by_role("link", name=re.compile("^A mentor's hours")).click()
    hours = page.locator("#case-study-clm-hours-setup")
    expect(hours).to_be_focused()
    expect(hours).to_have_attribute("aria-invalid", "true")
    described = [page.locator(f"#{name}").inner_text() for name in (hours.get_attribute("aria-describedby") or "").split()]
    assert "Error: This needs a number, not two. Write figures only, such as 8." in described
    hours.fill("2")
    hours.blur()
    expect(hours).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#case-study-clm-hours-setup-error")).to_have_count(0)


def test_leaving_a_question_says_what_is_wrong_with_it_and_nothing_else(real: str, opened: Any) -> None:
    page = opened(real).page
    form = Contributor(page, "case-study").start()
    summary = page.locator("#case-study-summary")
    summary.fill("x" * 305)
    expect(page.locator("#case-study-summary-count")).to_have_text("5 characters too many")
    page.keyboard.press("Tab")
    expect(page.locator("#case-study-summary-error")).to_contain_text("This is 5 characters too long.")
    assert form.locator(".mn-q__error").count() == 1
    answer = page.locator("#case-study-answer-3")
    answer.fill("We met on 12 March 2025.")
    answer.blur()
    expect(page.locator("#case-study-answer-3-warning")).to_contain_text("Look again: This is an exact day.")
    assert not answer.get_attribute("aria-invalid")


def test_what_only_a_reviewer_may_settle_makes_a_file_and_no_pull_request(real: str, opened: Any) -> None:
    page = opened(real).page
    who = Contributor(page, "case-study")
    form = who.start()
    who.tick_all()
    who.type("title", "A talk about leading")
    who.type("summary", "It was given by Dr Ann Example.")
    who.choose("activity_types", "event")
    who.finish()
    expect(page.locator(".mn-form__file")).to_be_hidden()
    form.get_by_role("button", name="Make the file for a reviewer").click()
    expect(page.locator("[data-unsettled]")).to_be_visible()
    expect(page.locator("[data-pull]")).to_be_hidden()
    assert "Ann Example" in page.input_value("#form-text")
    # What nothing makes right never becomes a file.
    who.type("summary", "Follow 943 476 5919.")
    who.finish()
    expect(form.get_by_role("button", name="Make the file for a reviewer")).to_be_hidden()
    expect(page.locator(".mn-form__file")).to_be_hidden()


def test_people_are_told_what_the_form_changed(real: str, opened: Any, tmp_path: Path) -> None:
    page = opened(real).page
    who = Contributor(page, "case-study")
    who.start()
    who.type("title", "A scheme\u202e of ours")
    who.type("summary", "What we did\x07.")
    who.choose("activity_types", "event")
    who.type("answer.0", "# Why\nWe asked.\n---\nThey came <soon>.")
    who.finish()
    assert page.locator("[data-told] li").all_inner_texts() == [
        "Title: invisible characters that turn text round are taken out",
        "Summary: control characters are taken out",
        "Why we did it: a heading is now a smaller one, because the parts of the story are the large ones",
        "Why we did it: a line of dashes stands apart, so that it makes no heading of the line above",
        "Why we did it: the sign < is written in a way that shows it and makes no HTML",
    ]
    path, text = who.file()
    assert "title: A scheme of ours\nsummary: What we did.\n" in text
    assert "\n### Why\nWe asked.\n\n---\nThey came &lt;soon>.\n" in text
    assert [p.severity for p in checked(ROOT, path, text, tmp_path)] == ["warning"]


def test_half_a_link_is_a_mistake_and_an_empty_one_is_none(small: tuple[Path, str], opened: Any, tmp_path: Path) -> None:
    page = opened(small[1]).page
    who = Contributor(page, "opportunity")
    write_opportunity(who, page)
    path, text = who.file()
    assert "links:" not in text
    page.locator('form[data-kind="opportunity"] details').first.evaluate("part => { part.open = true }")
    who.type("links.0.label", "The page of the scheme")
    who.finish()
    expect(page.locator("#opportunity-links-0-url-error")).to_contain_text("This needs an answer.")
    who.type("links.0.url", "https://example.org/scheme")
    who.finish()
    path, text = who.file()
    assert 'links:\n  - label: The page of the scheme\n    url: "https://example.org/scheme"\n' in text
    assert checked(small[0], path, text, tmp_path) == []


@pytest.mark.gate
def test_a_story_too_long_for_an_address_is_copied(real: str, opened: Any) -> None:
    someone = opened(real)
    someone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = someone.page
    who = Contributor(page, "case-study")
    write_case(who)
    who.type("answer.2", "We met, and we wrote down what we did.\n" * 300)
    who.finish()
    path, text = who.file()
    link = page.get_by_role("link", name="Copy the text and open GitHub")
    assert prefilled(link.get_attribute("href")) == (path, "")
    expect(page.locator("[data-long]")).to_contain_text("Paste it there")
    link.click()
    page.wait_for_url("https://github.com/**")
    page.goto(real + "/about/")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_a_downloaded_file_is_the_file(real: str, opened: Any) -> None:
    page = opened(real).page
    who = Contributor(page, "case-study")
    write_case(who)
    path, text = who.file()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the file").click()
    assert waiting.value.suggested_filename == path.rpartition("/")[2]
    assert Path(waiting.value.path()).read_text("utf-8") == text


@pytest.mark.gate
def test_without_a_repository_people_are_told_where_to_send_it(tmp_path: Path, opened: Any) -> None:
    root = small_network(tmp_path / "network", repository="", contact="office@example.org")
    with served(build_site(root, tmp_path / "site")) as base:
        page = opened(base).page
        write_case(Contributor(page, "case-study"))
        assert page.locator("[data-pull]").count() == 0
        expect(page.locator(".mn-form__file")).to_contain_text("an email to office@example.org")
        assert "github" not in page.locator("main").inner_html().lower()


@pytest.mark.gate
def test_without_either_people_are_told_whom_to_ask_before_the_first_question(base: str, opened: Any) -> None:
    page = opened(base).page
    before = page.locator(".mn-notice", has_text="Where your file goes")
    expect(before).to_be_visible()
    assert before.bounding_box()["y"] < page.locator("[data-start]").first.bounding_box()["y"]
    whom = "an email to your Trust's mentor or postgraduate medical education centre"
    expect(before).to_contain_text(whom)
    write_case(Contributor(page, "case-study"))
    assert page.locator("[data-pull]").count() == 0
    file = page.locator(".mn-form__file")
    expect(file).to_contain_text(whom)
    expect(file).to_contain_text("published only when 2 people in different roles have read it")
    assert not re.search(r"nobody reviews|no address to send it to", page.locator("main").inner_text(), re.IGNORECASE)


def test_without_script_there_is_a_template(real: str, visitor: Any) -> None:
    someone = visitor(java_script_enabled=False)
    someone.page.goto(real + ADDRESS)
    assert someone.page.locator("[data-form]").is_hidden()
    with someone.page.expect_download() as waiting:
        someone.page.locator(".mn-noscript a", has_text="a case study").click()
    assert "## What did not work" in Path(waiting.value.path()).read_text("utf-8")
    points = someone.page.locator("h3", has_text="Patients and events").locator("xpath=following-sibling::ul[1]/li")
    assert points.count() == 4


def test_leaving_warns_only_while_there_is_something_to_lose(real: str, opened: Any) -> None:
    someone = opened(real)
    page = someone.page
    who = Contributor(page, "case-study")
    who.start()
    page.evaluate("location.href = '/about/'")
    page.wait_for_url("**/about/")
    assert someone.said == []
    page.goto(real + ADDRESS)
    who.start()
    who.type("title", "A scheme")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    page.evaluate("location.href = '/about/'")
    expect(page.locator("h1")).to_have_text("Write up what your Trust tried")
    assert [text[:7] for text in someone.said] == ["dialog:"]
    who.finish()
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("[data-done]")).not_to_be_empty()
    page.evaluate("location.href = '/about/'")
    page.wait_for_url("**/about/")
    assert len(someone.said) == 1


def test_nothing_is_stored_or_sent(real: str, opened: Any) -> None:
    someone = opened(real)
    write_case(Contributor(someone.page, "case-study"))
    assert someone.stored() == ""
    assert someone.page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert [url for url in someone.requests if not url.startswith(real)] == []
    assert "?" not in someone.page.url and "#" not in someone.page.url


# ---- Nothing that somebody wrote is lost on the way. test_page_cache.py has the same with a page cache.

HALF = 'form[data-kind="case-study"]'


def write_half(page: Page) -> None:
    who = Contributor(page, "case-study")
    who.start()
    who.click(f"{HALF} [data-point] >> nth=1")
    who.type("title", "Half a day in each other's place")
    who.choose("activity_types", "buddying")
    who.type("id", "our-own-name")
    who.type("answer.2", "We asked managers. We matched")


def is_half_written(page: Page) -> None:
    form = page.locator(HALF)
    expect(form.locator("[name=title]")).to_have_value("Half a day in each other's place")
    expect(form.locator("[name=id]")).to_have_value("our-own-name")
    expect(form.locator("[name='answer.2']")).to_have_value("We asked managers. We matched")
    assert [point.is_checked() for point in form.locator("[data-point]").all()[:3]] == [False, True, False]
    expect(form.locator("[name=activity_types][value=buddying]")).to_be_checked()
    expect(form.locator("[name='answer.2']")).to_be_focused()
    expect(form.locator("[name='answer.2']")).to_be_in_viewport()


@pytest.fixture
def willing(real: str, opened: Any) -> Page:
    """A page of somebody who leaves it when it asks."""
    page = opened(real).context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(real + ADDRESS)
    return page


@pytest.mark.parametrize("way", ["reload", "back", "back twice"])
def test_half_a_form_is_there_again(way: str, willing: Page, real: str) -> None:
    write_half(willing)
    if way == "reload":
        willing.reload()
    for _ in range({"reload": 0, "back": 1, "back twice": 2}[way]):
        willing.goto(real + "/about/")
        willing.go_back()
        is_half_written(willing)
    is_half_written(willing)
    who = Contributor(willing, "case-study")
    who.type("title", "Another title")
    expect(willing.locator(f"{HALF} [name=id]")).to_have_value("our-own-name")
    who.type("summary", "What we did.")
    who.finish()
    assert who.file()[0] == "case_studies/our-own-name.md"


@pytest.mark.parametrize("way", ["Sign in to GitHub", "Open a pull request"])
def test_the_way_to_a_pull_request_and_back_keeps_the_file(way: str, real: str, opened: Any) -> None:
    someone = opened(real)
    page = someone.page
    who = Contributor(page, "case-study")
    write_case(who)
    file = who.file()
    page.get_by_role("link", name=way).click()
    page.wait_for_url("https://github.com/**")
    assert someone.said == [], "the form's own way asks nothing"
    page.go_back()
    expect(page.locator("#form-file")).to_be_focused()
    assert who.file() == file
    assert page.locator(f"{HALF} [data-point]:not(:checked)").count() == 0
    assert prefilled(page.get_by_role("link", name="Open a pull request").get_attribute("href")) == file


def test_a_file_for_a_reviewer_is_there_again(willing: Page) -> None:
    who = Contributor(willing, "case-study")
    who.start()
    who.type("title", "A scheme of Dr Jane Jones")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    who.finish()
    willing.get_by_role("button", name="Make the file for a reviewer").click()
    file = who.file()
    willing.reload()
    expect(willing.locator("#form-file")).to_be_focused()
    assert who.file() == file
    expect(willing.locator("[data-unsettled]")).to_be_visible()


def test_both_forms_keep_their_words(willing: Page) -> None:
    write_half(willing)
    other = Contributor(willing, "opportunity")
    other.start()
    other.type("title", "Lead 1 huddle")
    other.pick("type", "everyday")
    willing.reload()
    expect(willing.locator('form[data-kind="opportunity"] [name=title]')).to_have_value("Lead 1 huddle")
    expect(willing.locator('form[data-kind="opportunity"] [name=type]')).to_have_value("everyday")
    expect(willing.locator('form[data-kind="opportunity"] [name=id]')).to_have_value("lead-1-huddle")
    willing.click('[data-start="case-study"]')
    expect(willing.locator(f"{HALF} [name=title]")).to_have_value("Half a day in each other's place")


def test_starting_again_asks_and_then_clears(willing: Page) -> None:
    write_half(willing)
    form = willing.locator(HALF)
    form.get_by_role("button", name="Start again").click()
    expect(form.get_by_text("Clear all that you wrote in this form?")).to_be_focused()
    form.get_by_role("button", name="Keep it").click()
    expect(form.get_by_role("button", name="Start again")).to_be_focused()
    expect(form.locator("[name=title]")).to_have_value("Half a day in each other's place")
    form.get_by_role("button", name="Start again").click()
    form.get_by_role("button", name="Clear it").click()
    expect(form.locator("h3").first).to_be_focused()
    for again in (False, True):
        if again:
            willing.reload()
            expect(form).to_be_visible()
        written = form.locator("[name=title], [name=id], [name='answer.2']").evaluate_all(
            "all => all.map(e => e.value).join('')"
        )
        assert written == "" and form.locator("[data-point]:checked, [name=activity_types]:checked").count() == 0
        assert form.locator(".mn-q--wrong").count() == 0
        assert form.locator("[data-filled=today]").first.input_value() != ""
    assert "Half a day" not in willing.evaluate("JSON.stringify(history.state)")


def test_where_the_browser_keeps_nothing_leaving_still_asks(real: str, opened: Any) -> None:
    """A browser may refuse more words or more changes. Then the way to sign in asks like any other."""
    someone = opened(real)
    page = someone.page
    page.evaluate("() => { history.replaceState = () => { throw new DOMException('no', 'DataCloneError') } }")
    write_case(Contributor(page, "case-study"))
    page.get_by_role("link", name="Sign in to GitHub").click()
    page.wait_for_timeout(300)
    assert [text[:7] for text in someone.said] == ["dialog:"]
    expect(page.locator("#form-text")).to_have_value(re.compile("Half a day"))


def test_typing_changes_the_history_seldom(real: str, opened: Any) -> None:
    """Safari allows 100 changes in 30 seconds."""
    page = opened(real).page
    Contributor(page, "case-study").start()
    page.evaluate(
        "() => { window.changes = 0; const plain = history.replaceState;"
        "history.replaceState = function (...given) { window.changes += 1; return plain.apply(this, given) } }"
    )
    before = page.evaluate("[history.length, performance.now()]")
    page.locator(f"{HALF} [name='answer.0']").press_sequentially("We asked managers to walk the wards. " * 6, delay=12)
    length, start = before
    seconds = (page.evaluate("performance.now()") - start) / 1000
    assert page.evaluate("changes") <= seconds * 3 + 1
    assert page.evaluate("history.length") == length


@pytest.mark.gate
def test_hostile_words_stay_words(real: str, opened: Any) -> None:
    """Each field gets each kind of text that could run somewhere, in turns."""
    said = in_every_text(cases())
    payloads = list(said.values())
    someone = opened(real)
    page = someone.page
    page.evaluate("() => { window.ran = 0; window.gotcha = () => { window.ran++ } }")
    who = Contributor(page, "case-study")
    form = who.start()
    who.choose("activity_types", "buddying")
    elements = "document.querySelectorAll('script, iframe, base, style, img, [onclick], [onerror], [style]').length"
    before = page.evaluate(elements)
    controls = form.locator(":is(input[type=text]:not([data-filled], [name=id]), textarea):visible").all()
    for turn in range(4):
        for number, control in enumerate(controls):
            control.fill(payloads[(number + 3 * turn) % len(payloads)][:60])
        who.finish()
        assert page.evaluate(elements) == before
    # Links that are not safe are mistakes; the rest is in the file, word for word.
    for control in controls:
        control.fill("")
    chosen = [said[f"every_text_{name}"] for name in ("title_and_script", "picture", "handler")]
    for name, words in zip(("title", "summary", "cost"), chosen, strict=True):
        who.type(name, words)
    who.finish()
    _, text = who.file()
    facts = yaml.load(text.split("---\n")[1], yaml.CSafeLoader)
    assert [facts["title"], facts["summary"], facts["cost"]] == chosen
    assert page.evaluate(elements) == before
    assert page.evaluate("window.ran") == 0
    assert someone.said == []


LOOKS = [(1280, "light"), (320, "dark"), (1280, "dark"), (320, "light")]


@pytest.mark.gate
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]} {look[1]}")
def test_axe_finds_nothing_in_any_state(look: tuple[int, str], real: str, opened: Any) -> None:
    page = opened(real, viewport={"width": look[0], "height": 900}, color_scheme=look[1]).page

    def audited(state: str, part: str) -> None:
        assert violations(page, part) == [], state
        assert page.evaluate("document.documentElement.scrollWidth") <= look[0], state

    audited("before", "main")
    for kind in ("opportunity", "case-study"):
        who = Contributor(page, kind)
        form = who.start()
        form.locator("details").evaluate_all("all => all.forEach(part => { part.open = true })")
        who.type("started" if kind == "case-study" else "opens", "12/03/2025")
        who.finish()
        form.locator("[data-again]").click()
        audited(f"{kind} with mistakes, and a question", f'form[data-kind="{kind}"]')
        form.locator("[data-no]").click()
    write_case(who)
    who.type("answer.2", "We met on 12 March 2025.\n## Then")
    who.finish()
    audited("file", ".mn-form__file")
    audited("a warning", '[data-answer="What we did"]')


def test_the_first_view_is_light(real: str, opened: Any) -> None:
    """60 KB in all, compressed; what is heavy comes when somebody starts."""
    someone = opened(real)
    someone.page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(someone.context.request.get(url).body())) for url in someone.requests)
    assert size <= 60_000, size
    first = [url.rpartition("/")[2] for url in someone.requests]
    assert "contribute.js" in first
    assert "form-rules.json" not in first and "form-page.js" not in first
