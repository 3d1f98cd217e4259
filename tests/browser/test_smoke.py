"""The real site in a real browser: 1 page of each kind through every gate, some of the kinds in `make test`.

`test_gates.py` does it for all pages.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.interactions import opened, unfold, use
from mentor_network.gates.visits import AS_IT_COMES, LOOKS, gated
from support.kinds import html, kind, page_of_each_kind, pages
from support.servers import served
from support.sweeps import a_few
from support.traces import Traces

pytestmark = pytest.mark.browser


#: Every 6th kind of page.
some = pytest.mark.parametrize("part", a_few(range(6), every=6))


@some
@pytest.mark.parametrize("look", [pytest.param("wide light", marks=pytest.mark.gate), "phone dark"])
def test_no_gate_finds_anything(look: str, part: int, base: str, visitor: Any) -> None:
    width, scheme = LOOKS[look]
    page = visitor(viewport={"width": width, "height": 800}, color_scheme=scheme).page
    # Looking once is enough for those that choose their own sizes.
    gates = AS_IT_COMES if look == "wide light" else ()
    found = {name: gated(page, base + path, gates) for name, path in list(page_of_each_kind().items())[part::6]}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("name", a_few(["opportunity", "home", "plan"]))
def test_the_keyboard_goes_everywhere_and_back(name: str, base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 320, "height": 800}).page
    opened(page, base + page_of_each_kind()[name])
    unfold(page)
    assert BROWSER["A2"](page) == []


def test_what_a_choice_does_is_read_out(base: str, visitor: Any) -> None:
    page, found = visitor().page, []
    for name in ("opportunities", "cases", "search", "check_stage", "plan", "form: contribution"):
        opened(page, base + page_of_each_kind()[name])
        found += BROWSER["A17"](page)
    assert found == []


@some
def test_each_page_is_whole_without_script(part: int, base: str, visitor: Any) -> None:
    page, found = visitor(java_script_enabled=False).page, {}
    for name, address in list(page_of_each_kind().items())[part::6]:
        page.goto(base + address)
        found[name] = BROWSER["A18"](page)
    assert {name: what for name, what in found.items() if what} == {}


@some
def test_nothing_is_stored_or_asked_of_others(part: int, site: Path, visitor: Any) -> None:
    """With every feature used, and with the headers that hosts send."""
    with served(site, headers=True) as base:
        someone = visitor()
        traces = Traces(someone, base)
        for address in list(page_of_each_kind().values())[part::6]:
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


@pytest.mark.gate
def test_templates_print_on_one_side(base: str, site: Path, visitor: Any) -> None:
    someone = visitor()
    paper = [address for address in pages(site) if kind(html(site, address))[1] in ("template", "reflection")]
    assert len(paper) >= 5
    long = {}
    for address in paper:
        someone.page.goto(base + address)
        sides = len(re.findall(rb"/Type\s*/Page[^s]", someone.page.pdf(prefer_css_page_size=True)))
        if sides != 1:
            long[address] = sides
    assert long == {}
