"""The real site in a real browser, as `make test` looks at it. `test_gates.py` looks closer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mentor_network.gates.interactions import opened, use
from support.kinds import page_of_each_kind
from support.reach import ANNOUNCING, BY_KEYBOARD, EVERY, NO_SCRIPTS, ON_A_PHONE, USED, WALKED
from support.servers import served
from support.traces import Traces

pytestmark = pytest.mark.browser


def test_no_gate_finds_anything_on_a_phone(base: str, visitor: Any) -> None:
    page = visitor(**ON_A_PHONE.options()).page
    found = {name: ON_A_PHONE.findings(page, base + path) for name, path in list(page_of_each_kind().items())[::EVERY]}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("name", WALKED)
def test_the_keyboard_goes_everywhere_and_back(name: str, base: str, visitor: Any) -> None:
    page = visitor(**BY_KEYBOARD.options()).page
    assert BY_KEYBOARD.findings(page, base + page_of_each_kind()[name]) == []


def test_what_a_choice_does_is_read_out(base: str, visitor: Any) -> None:
    page = visitor(**USED.options()).page
    assert [found for name in ANNOUNCING for found in USED.findings(page, base + page_of_each_kind()[name])] == []


def test_each_page_is_whole_without_script(base: str, visitor: Any) -> None:
    page = visitor(**NO_SCRIPTS.options()).page
    found = {name: NO_SCRIPTS.findings(page, base + address) for name, address in page_of_each_kind().items()}
    assert {name: what for name, what in found.items() if what} == {}


def test_nothing_is_stored_or_asked_of_others(site: Path, visitor: Any) -> None:
    """With every feature used, and with the headers that hosts send."""
    with served(site, headers=True) as base:
        someone = visitor()
        traces = Traces(someone, base)
        for address in page_of_each_kind().values():
            opened(someone.page, base + address)
            use(someone.page)
        assert traces.found() == []


def test_the_first_tab_stop_skips_to_the_content(base: str, visitor: Any) -> None:
    someone = visitor(viewport={"width": 1280, "height": 800})
    someone.page.goto(base + page_of_each_kind()["opportunity"])
    someone.page.keyboard.press("Tab")
    assert someone.page.locator(":focus").inner_text() == "Skip to content"
    someone.page.keyboard.press("Enter")
    assert someone.page.evaluate("document.activeElement.id") == "main"


def test_the_menu_works_by_keyboard_without_script(base: str, visitor: Any) -> None:
    someone = visitor(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    someone.page.goto(base + "/")
    menu = someone.page.locator(".mn-menu summary")
    menu.focus()
    someone.page.keyboard.press("Enter")
    stages = someone.page.locator(".mn-menu__list a", has_text="By stage")
    assert stages.is_visible()
    stages.press("Enter")
    assert someone.page.url.endswith("/stages/")
