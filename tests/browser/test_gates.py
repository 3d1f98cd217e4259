"""What takes minutes: every page of the site, not a sample. `make gates` runs it, and so does every change's check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_smoke import TAGS, pages

pytestmark = [pytest.mark.browser, pytest.mark.gate]


@pytest.mark.parametrize("look", [(1280, "light"), (320, "dark")], ids=["wide light", "phone dark"])
def test_axe_finds_nothing_on_any_page(look: tuple[int, str], base: str, site: Path, visitor: Any) -> None:
    someone = visitor(viewport={"width": look[0], "height": 800}, color_scheme=look[1])
    found = {}
    for address in pages(site):
        someone.page.goto(base + address.replace("//", "/"))
        someone.page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        result = Axe().run(someone.page, options={"runOnly": {"type": "tag", "values": TAGS}})
        if result.violations_count:
            found[address] = [violation["id"] for violation in result.response["violations"]]
    assert found == {}
