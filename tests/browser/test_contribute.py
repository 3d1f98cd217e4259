"""The contribution form from nothing to a file that the checker takes, and the ways to send that file."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support.form_sites import (
    ADDRESS,
    ELSEWHERE,
    STORY,
    Contributor,
    check_file,
    network_with_form,
    prefilled,
    write_case,
    write_opportunity,
)
from support.networks import ROOT, build_site
from support.servers import served

pytestmark = pytest.mark.browser


def test_a_case_study_from_nothing_to_the_pull_request(
    form_network: tuple[Path, str], open_form: Any, tmp_path: Path
) -> None:
    root, form_site = form_network
    someone = open_form(form_site)
    who = Contributor(someone.page, "case-study")
    write_case(who)
    path, text = who.file()
    assert path == "case_studies/half-a-day-in-each-other-s-place-a-scheme.md"
    link = someone.page.get_by_role("link", name="Open a pull request")
    assert prefilled(link.get_attribute("href")) == (path, text)
    assert someone.stored() == "" and someone.page.url == form_site + ADDRESS, "nothing is kept, in the address neither"
    link.click()
    who.clicks += 1
    someone.page.wait_for_url("https://github.com/**")
    assert (who.clicks, who.fields) <= (22, 16), "no more work than this"
    problems = check_file(root, path, text, tmp_path)
    assert [problem.code for problem in problems] == ["case-study-incomplete"]
    assert problems[0].message == "still to come from your reviewers: `permission` and `confidentiality`"
    assert "status: draft\n" in text and "licence: CC-BY-4.0\n" in text
    for heading, words in STORY.items():
        assert f"\n## {heading}\n\n{words}\n" in text
    # One address was asked for besides this site, and only when somebody pressed the button.
    assert [url for url in someone.requests if not url.startswith(form_site)] == [someone.page.url]
    assert someone.said == []


def test_an_opportunity_from_nothing_to_the_pull_request(
    form_network: tuple[Path, str], open_form: Any, tmp_path: Path
) -> None:
    root, form_site = form_network
    someone = open_form(form_site)
    who = Contributor(someone.page, "opportunity")
    write_opportunity(who, someone.page)
    path, text = who.file()
    assert path == "opportunities/lead-the-safety-huddle-for-1-week.yaml"
    assert prefilled(someone.page.locator("[data-pull]").get_attribute("href")) == (path, text)
    assert (who.clicks, who.fields) <= (20, 12)
    assert check_file(root, path, text, tmp_path) == []


@pytest.mark.gate
@pytest.mark.parametrize("kind", ["case-study", "opportunity"])
def test_the_checker_takes_what_the_form_of_the_real_network_makes(
    kind: str, base: str, open_form: Any, tmp_path: Path
) -> None:
    someone = open_form(base)
    who = Contributor(someone.page, kind)
    if kind == "case-study":
        write_case(who)
    else:
        write_opportunity(who, someone.page)
    path, text = who.file()
    assert [p.severity for p in check_file(ROOT, path, text, tmp_path) if p.code != "case-study-incomplete"] == []


def test_the_least_that_a_draft_needs(form_network: tuple[Path, str], open_form: Any, tmp_path: Path) -> None:
    """A title, a summary and 1 activity are enough for a draft."""
    someone = open_form(form_network[1])
    who = Contributor(someone.page, "case-study")
    who.start()
    who.type("title", "A scheme")
    who.type("summary", "What we did.")
    who.choose("activity_types", "buddying")
    who.finish()
    path, text = who.file()
    assert [p.severity for p in check_file(form_network[0], path, text, tmp_path)] == ["warning"]
    # It can be kept, and it cannot become public, before the checklist is done.
    expect(someone.page.get_by_role("button", name="Download the file")).to_be_visible()
    expect(someone.page.locator("[data-pull]")).to_be_hidden()
    someone.page.get_by_role("link", name="13 points are not ticked yet").click()
    assert someone.page.evaluate("document.activeElement.id") == "case-study-point-no-patient"


@pytest.mark.gate
def test_a_story_too_long_for_an_address_is_copied(form_site: str, open_form: Any) -> None:
    someone = open_form(form_site)
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
    page.goto(form_site + ELSEWHERE)
    assert page.evaluate("navigator.clipboard.readText()") == text


@pytest.mark.gate
def test_a_downloaded_file_is_the_file(form_site: str, open_form: Any) -> None:
    page = open_form(form_site).page
    who = Contributor(page, "case-study")
    write_case(who)
    path, text = who.file()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the file").click()
    assert waiting.value.suggested_filename == path.rpartition("/")[2]
    assert Path(waiting.value.path()).read_text("utf-8") == text


@pytest.mark.gate
def test_without_a_repository_people_are_told_where_to_send_it(tmp_path: Path, open_form: Any) -> None:
    root = network_with_form(tmp_path / "network", repository="", contact="office@example.org")
    with served(build_site(root, tmp_path / "site")) as base:
        page = open_form(base).page
        write_case(Contributor(page, "case-study"))
        assert page.locator("[data-pull]").count() == 0
        expect(page.locator(".mn-form__file")).to_contain_text("an email to office@example.org")
        assert "github" not in page.locator("main").inner_html().lower()


@pytest.mark.gate
def test_without_either_people_are_told_whom_to_ask_before_the_first_question(tmp_path: Path, open_form: Any) -> None:
    root = network_with_form(tmp_path / "network", repository="")
    with served(build_site(root, tmp_path / "site")) as base:
        page = open_form(base).page
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


def test_without_script_there_is_a_template(form_site: str, visitor: Any) -> None:
    someone = visitor(java_script_enabled=False)
    someone.page.goto(form_site + ADDRESS)
    assert someone.page.locator("[data-form]").is_hidden()
    with someone.page.expect_download() as waiting:
        someone.page.locator(".mn-noscript a", has_text="a case study").click()
    assert "## What did not work" in Path(waiting.value.path()).read_text("utf-8")
    points = someone.page.locator("h3", has_text="Patients and events").locator("xpath=following-sibling::ul[1]/li")
    assert points.count() == 4


def test_the_first_view_is_light(base: str, open_form: Any) -> None:
    """60 KB in all, compressed. The rules and the form's own script come only when somebody starts."""
    someone = open_form(base)
    someone.page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(someone.context.request.get(url).body())) for url in someone.requests)
    assert size <= 60_000, size
    first = [url.rpartition("/")[2] for url in someone.requests]
    assert "contribute.js" in first
    assert "form-rules.json" not in first and "form-page.js" not in first
