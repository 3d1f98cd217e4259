"""Sheets to fill in, and words to send: type, copy, print, start again. Nothing is stored, and no word is lost unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from mentor_network.gates.browser import paper, violations
from support.kinds import html, pages
from support.sweeps import a_few

pytestmark = pytest.mark.browser

CARD, HAND_OUT, WORDS = "/guides/shadowing-offer-card/", "/mentors/induction/", "/guides/saying-no/"
#: As much as people write into a field of one line, of several, and for a name or a date.
SENTENCE = "Every second Tuesday from 10am to midday, in the board room on level 4"
SENTENCES = (
    "The meeting on flow through the hospital, each Tuesday at 9am. You see 6 services agree on 1 list, and who speaks."
)
NAME = "Sister, day theatres"
REFUSED = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
COPIED = "navigator.clipboard.readText()"


@pytest.fixture
def opened(base: str, visitor: Any) -> Iterator[Callable[..., Page]]:
    """A function that opens a page for a new visitor. Afterwards the console must be empty, and nothing stored or sent."""
    made = []

    def open_(address: str, **options: Any) -> Page:
        made.append(visitor(**options))
        made[-1].page.goto(base + address)
        return made[-1].page

    yield open_
    for someone in made:
        assert someone.stored() == ""
        assert [word for word in someone.said if not word.startswith("dialog: ")] == []
        assert [url for url in someone.requests if not url.startswith(f"{base}/") or "?" in url] == []


@pytest.fixture
def reader(opened: Any) -> Callable[..., Page]:
    """`opened`, in a browser that lets the page copy."""
    return lambda address: opened(address, permissions=["clipboard-read", "clipboard-write"])


def said(page: Page) -> Locator:
    return page.locator("[data-sheet-tools] [data-said]")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fill(page: Page) -> None:
    """Fill in the whole sheet."""
    for field in page.locator("[data-sheet] textarea").all():
        short = field.evaluate("field => Boolean(field.closest('.mn-sheet__fields--short'))")
        field.fill(NAME if short else SENTENCE if field.get_attribute("rows") == "1" else SENTENCES)


def test_what_is_typed_is_copied_with_the_text_of_the_sheet(reader: Any) -> None:
    page = reader(CARD)
    page.get_by_label("My role").fill("Chief nurse")
    page.get_by_label("Items that are closed").fill("Complaints\nPay")
    press(page, "Copy as text")
    expect(said(page)).to_have_text("Copied")
    text = page.evaluate(COPIED)
    assert text.startswith(
        "Shadowing offer card\n\nThe offer\n\nMy role: Chief nurse\nWhat a doctor can watch, when and where:\n"
    )
    for part in (
        "\nItems that are closed to visitors: Complaints\n  Pay\n",
        "\n\nGuide for the host\n\n1. Choose a meeting",
        "\n\nConfidentiality note\n\nAs a visitor, I will:\n\n- leave for closed items",
    ):
        assert part in text, text
    assert text.endswith("\n\nDoctor:\nHost:\nDate:\n")


def test_rows_that_nobody_filled_in_are_not_copied(reader: Any) -> None:
    page = reader(HAND_OUT)
    press(page, "Copy as text")
    assert page.evaluate(COPIED).count("\nHours:") == 2
    page.get_by_role("group", name="What runs here, 2 of 2").get_by_label("Hours").fill("3")
    press(page, "Copy as text")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('Hours: 3'))")
    assert page.evaluate(COPIED).count("\nHours:") == 1


def test_where_the_browser_refuses_to_copy_the_text_is_selected(opened: Any) -> None:
    page = opened(CARD)
    page.evaluate(REFUSED)
    press(page, "Copy as text")
    box = page.get_by_label("Copy this text")
    expect(box).to_have_value(re.compile("^Shadowing offer card\n"))
    expect(box).to_be_focused()
    assert box.evaluate("box => box.selectionEnd - box.selectionStart === box.value.length")
    expect(said(page)).to_contain_text("copy it from there")


def test_start_again_can_be_undone(opened: Any) -> None:
    page = opened(CARD)
    role, host = page.get_by_label("My role"), page.get_by_label("Host", exact=True)
    role.fill("Chief nurse")
    host.fill("Me")
    press(page, "Start again")
    expect(said(page)).to_have_text("The sheet is empty.")
    assert [role.input_value(), host.input_value()] == ["", ""]
    press(page, "Undo")
    expect(role).to_have_value("Chief nurse")
    expect(host).to_have_value("Me")
    expect(page.get_by_role("button", name="Start again")).to_be_focused()
    press(page, "Start again")


def is_asked(page: Page) -> bool:
    """Would leaving the page ask first?"""
    return bool(page.evaluate("!dispatchEvent(new Event('beforeunload', { cancelable: true }))"))


def test_leaving_asks_only_while_words_would_be_lost(reader: Any) -> None:
    page = reader(CARD)
    role = page.get_by_label("My role")
    assert not is_asked(page)
    role.fill("Chief nurse")
    assert is_asked(page)
    press(page, "Copy as text")
    expect(said(page)).to_have_text("Copied")
    assert not is_asked(page)
    role.fill("Chief nurse, 2 sites")
    assert is_asked(page)
    press(page, "Start again")
    assert not is_asked(page)


def test_the_browser_asks_before_words_are_lost(base: str, opened: Any) -> None:
    page = opened(CARD)
    page.get_by_label("My role").press_sequentially("Chief nurse")
    asked: list[str] = []
    page.once("dialog", lambda dialog: asked.append(dialog.type))
    page.evaluate("address => { location.href = address }", base + "/")
    expect(page.get_by_label("My role")).to_have_value("Chief nurse")
    assert asked == ["beforeunload"]


def test_fields_grow_with_the_words(opened: Any) -> None:
    page = opened(CARD)
    field = page.get_by_label("My role")
    before = field.bounding_box()["height"]
    field.fill("1\n2\n3\n4\n5\n6")
    assert field.bounding_box()["height"] > before * 2
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight")


def test_the_keyboard_alone_fills_in_and_copies(reader: Any) -> None:
    page = reader(CARD)
    fields = page.locator("[data-sheet] textarea")
    fields.first.focus()
    for number in range(fields.count()):
        page.keyboard.type(f"{number}, p?/")
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Print"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Copied")
    assert f"Date: {fields.count() - 1}, p?/\n" in page.evaluate(COPIED)


def test_the_button_prints(opened: Any) -> None:
    page = opened(CARD)
    page.evaluate("print = () => { document.title = 'printed' }")
    press(page, "Print")
    assert page.title() == "printed"


@pytest.mark.parametrize("width", a_few([320, 1280]))
@pytest.mark.parametrize("scheme", a_few(["dark", "light"]))
def test_axe_finds_nothing_on_a_sheet_in_use(width: int, scheme: str, opened: Any) -> None:
    page = opened(HAND_OUT, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.evaluate(REFUSED)
    fill(page)
    press(page, "Copy as text")
    press(page, "Start again")
    page.get_by_label("Chief registrar").fill(SENTENCES)
    press(page, "Copy as text")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_sheet_works_without_script(opened: Any) -> None:
    page = opened(CARD, java_script_enabled=False)
    page.get_by_label("My role").fill("Chief nurse")
    expect(page.get_by_label("My role")).to_have_value("Chief nurse")
    expect(page.get_by_role("button", name="Copy as text")).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    assert sides(page) == 1


def sides(page: Page) -> int:
    """On how many sides of A4 a page is printed."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


def sheets(site: Path) -> list[str]:
    """The addresses of all pages with a sheet."""
    return [address for address in pages(site) if "data-sheet>" in html(site, address)]


def test_each_template_is_a_sheet(site: Path) -> None:
    templates = [address for address in pages(site) if re.search(r'data-kind="(template|reflection)"', html(site, address))]
    assert len(templates) >= 6
    assert templates == sheets(site)
    assert [address for address in templates if "____" in html(site, address)] == []


@pytest.mark.parametrize("script", [True, pytest.param(False, marks=pytest.mark.gate)], ids=["script", "no script"])
def test_sheets_print_on_one_side_blank_and_filled_in(script: bool, site: Path, opened: Any) -> None:
    printed = {}
    for address in sheets(site):
        page = opened(address, java_script_enabled=script)
        blank = sides(page)
        fill(page)
        printed[address] = (blank, sides(page))
        assert not script or paper(page) == []
    assert {address: count for address, count in printed.items() if count != (1, 1)} == {}


def test_a_blank_sheet_has_lines_to_write_on(opened: Any) -> None:
    page = opened(CARD)
    page.get_by_label("My role").fill("Chief nurse")
    page.emulate_media(media="print")
    rows = page.locator("[data-sheet] textarea").evaluate_all("fields => fields.map(({ rows }) => rows)")
    lines = page.locator(".mn-sheet__line").locator("visible=true")
    expect(lines).to_have_count(sum(rows[1:]))
    expect(page.get_by_label("My role")).to_be_visible()
    expect(page.locator("[data-sheet] textarea").locator("visible=true")).to_have_count(1)


def test_words_to_send_are_copied(reader: Any) -> None:
    page = reader(WORDS)
    part = page.locator(".mn-words").nth(1)
    part.get_by_role("button").click()
    expect(part.get_by_role("status")).to_have_text("Copied")
    paragraphs = part.locator(".mn-words__text p").evaluate_all("all => all.map(({ textContent }) => textContent)")
    assert paragraphs and page.evaluate(COPIED) == "\n\n".join(paragraphs)


def test_each_page_with_words_to_send_loads_the_script_of_their_button(site: Path) -> None:
    with_words = [address for address in pages(site) if 'class="mn-words"' in html(site, address)]
    assert len(with_words) > 10
    assert [address for address in with_words if "assets/copy-words.js" not in html(site, address)] == []


def test_where_the_browser_refuses_to_copy_the_words_are_selected(opened: Any) -> None:
    page = opened(WORDS)
    page.evaluate(REFUSED)
    part = page.locator(".mn-words").first
    part.get_by_role("button").click()
    expect(part.get_by_role("status")).to_contain_text("selected")
    assert page.evaluate("getSelection().toString()").strip() == part.locator(".mn-words__text").inner_text().strip()


def test_words_to_send_have_no_button_without_script(scriptless: Page, base: str) -> None:
    scriptless.goto(base + WORDS)
    expect(scriptless.locator(".mn-words").first).to_be_visible()
    expect(scriptless.locator(".mn-words button").locator("visible=true")).to_have_count(0)
