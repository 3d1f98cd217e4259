"""The real site in a real browser: what must hold on every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

KINDS = {
    "home": "/",
    "finder": "/opportunities/",
    "opportunity": "/opportunities/shadow-a-clinical-leader/",
    "by stage": "/opportunities/by/stage/core/",
    "by domain": "/opportunities/by/domain/gpc-5/",
    "stages": "/stages/",
    "stage": "/stages/registrar/",
    "models": "/models/",
    "model": "/models/gpc/",
    "case studies": "/case-studies/",
    "case study": "/case-studies/grand-round-on-leadership/",
    "a to z": "/a-to-z/",
    "glossary": "/glossary/",
    "not found": "/404.html",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pages(site: Path) -> list[str]:
    """The addresses of all built pages."""
    return sorted("/" + path.parent.relative_to(site).as_posix().strip(".") + "/" for path in site.rglob("index.html"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("look", [(1280, "light"), (320, "dark")], ids=["wide light", "phone dark"])
def test_axe_finds_nothing(kind: str, look: tuple[int, str], base: str, visitor) -> None:
    someone = visitor(viewport={"width": look[0], "height": 800}, color_scheme=look[1])
    someone.page.goto(base + KINDS[kind])
    found = Axe().run(someone.page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert found.violations_count == 0, found.generate_report()


def test_a_phone_never_scrolls_sideways(base: str, site: Path, visitor) -> None:
    someone = visitor(viewport={"width": 320, "height": 800}, java_script_enabled=True)
    wide = []
    for address in pages(site):
        someone.page.goto(base + address.replace("//", "/"), wait_until="load")
        if someone.page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert wide == []


def test_nothing_is_stored_or_asked_of_others(base: str, visitor) -> None:
    someone = visitor()
    for address in KINDS.values():
        someone.page.goto(base + address)
        assert someone.stored() == ""
    assert [url for url in someone.requests if not url.startswith(base)] == []
    assert someone.said == []


def test_the_first_tab_stop_skips_to_the_content(base: str, visitor) -> None:
    someone = visitor(viewport={"width": 1280, "height": 800})
    someone.page.goto(base + KINDS["opportunity"])
    someone.page.keyboard.press("Tab")
    link = someone.page.locator(":focus")
    assert link.inner_text() == "Skip to content"
    assert link.bounding_box()["y"] >= 0
    someone.page.keyboard.press("Enter")
    assert someone.page.evaluate("document.activeElement.id") == "main"


def test_the_menu_works_by_keyboard_without_script(base: str, visitor) -> None:
    someone = visitor(viewport={"width": 320, "height": 800}, java_script_enabled=False)
    someone.page.goto(base + "/")
    menu = someone.page.locator(".mn-menu summary")
    menu.focus()
    someone.page.keyboard.press("Enter")
    stages = someone.page.locator(".mn-menu__list a", has_text="By stage")
    assert stages.is_visible()
    stages.press("Enter")
    assert someone.page.url.endswith("/stages/")


def test_no_single_key_does_anything(base: str, visitor) -> None:
    someone = visitor()
    someone.page.goto(base + KINDS["opportunity"])
    for key in "fs/pn,.":
        someone.page.keyboard.press(key)
    assert someone.page.evaluate("document.activeElement.tagName") == "BODY"
    assert someone.page.url == base + KINDS["opportunity"]


def test_templates_print_on_one_side(base: str, site: Path, visitor) -> None:
    someone = visitor()
    paper = [
        a
        for a in pages(site)
        if re.search(r'data-kind="(template|reflection)"', (site / a.strip("/") / "index.html").read_text("utf-8"))
    ]
    assert len(paper) >= 5
    long = {}
    for address in paper:
        someone.page.goto(base + address.replace("//", "/"))
        sides = len(re.findall(rb"/Type\s*/Page[^s]", someone.page.pdf(prefer_css_page_size=True)))
        if sides != 1:
            long[address] = sides
    assert long == {}
