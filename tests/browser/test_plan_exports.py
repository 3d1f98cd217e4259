"""Exports of a plan: text, link, calendar reminder and print."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import expect

from mentor_network.catalogue import Catalogue
from support.plan_page import PLAN, THINGS, Plan, full_plan
from support.sweeps import a_few, examples

pytestmark = pytest.mark.browser

# Taking it away


def downloaded(page: Any, button: str, folder: Path) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path.name, path.read_bytes()


def test_the_text_holds_all_of_the_plan(plan: Any, invented_catalogue: Catalogue, tmp_path: Path) -> None:
    doctor = plan(PLAN.replace("notes=", "notes=Line+1%0ALine+2+"), accept_downloads=True)
    name, content = downloaded(doctor.page, "Download as text", tmp_path)
    text = content.decode("utf-8")
    assert name == "leadership-plan.txt"
    for thing, _ in THINGS:
        assert invented_catalogue.opportunity[thing].title in text
    for line in (
        "My leadership plan\n\nWhere I am\nMy stage: Registrar: ST3 and above\nTime left here: 4 months\n",
        "\n1. Shadow a clinical leader for half a day: Seen\n",
        "\nIt shows\nCAP 1 leading and team working: Seen\n",
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


@pytest.mark.parametrize("ticked", a_few([False, True]), ids=["alone", "with the link"])
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


@examples(30)
@given(lines=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), max_size=10))
def test_folded_lines_come_apart_nowhere_else(lines: list[str], shared_plan: Plan) -> None:
    for line, got in zip(lines, shared_plan.page.evaluate(FOLD, [lines]), strict=True):
        assert got.replace("\r\n ", "") == line
        assert all(len(piece.encode()) <= 75 for piece in got.split("\r\n"))


# Paper


@pytest.mark.parametrize(
    ("fragment", "script"),
    [
        ("", False),
        pytest.param("", True, marks=pytest.mark.gate),
        pytest.param("{plan}", True, marks=pytest.mark.gate),
        pytest.param("{plan}&notes=" + "%0A" * 150 + "x", True, marks=pytest.mark.gate),
        ("{wide_plan}", True),
    ],
    ids=["without script", "blank", "full", "with empty lines", "with wide letters"],
)
def test_it_prints_on_one_side(fragment: str, script: bool, base: str, catalogue: Catalogue, visitor: Any) -> None:
    """Also with the 5 longest titles of the real network."""
    longest = sorted(catalogue.opportunities, key=lambda o: len(o.title))[-5:]
    plan = full_plan(o.id for o in longest)
    sent = fragment.format(plan=plan, wide_plan=plan.replace("leading", "WWWWWWW"))
    someone = visitor(java_script_enabled=script)
    someone.page.goto(f"{base}/my-plan/{'#' if sent else ''}{sent}")
    if script:
        Plan(someone, base, None).ready()
    assert len(re.findall(rb"/Type\s*/Page[^s]", someone.page.pdf(prefer_css_page_size=True))) == 1


def test_what_is_written_is_on_the_paper(plan: Any, invented_catalogue: Catalogue) -> None:
    doctor = plan(PLAN)
    doctor.page.emulate_media(media="print")
    papers = doctor.page.locator(".mn-tool > .mn-desk .mn-plan__paper")
    words = [paper.inner_text().strip() for paper in papers.all()]
    assert words[:2] == ["Registrar: ST3 and above", "4 months"]
    assert sum(text.startswith("leading leading") for text in words) == 10 and "18 December 2026" in words
    assert all(paper.is_visible() for paper in papers.all())
    for thing, _ in THINGS:
        expect(doctor.page.get_by_role("link", name=invented_catalogue.opportunity[thing].title).first).to_be_visible()
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
