"""The gates of a browser on every page of the site. This takes minutes: `make gates` and the workflows run it."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.interactions import opened, unfold, use
from mentor_network.gates.visits import LOOKS, gated
from support.kinds import page_of_each_kind, pages

pytestmark = [pytest.mark.browser, pytest.mark.gate]

#: Pages are shared out, so that all cores have some.
PARTS = 6


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("look", LOOKS)
def test_no_gate_finds_anything_on_any_page(look: str, part: int, base: str, site: Path, visitor: Any) -> None:
    width, scheme = LOOKS[look]
    page = visitor(viewport={"width": width, "height": 800}, color_scheme=scheme).page
    found = {address: gated(page, base + address) for address in pages(site)[part::PARTS]}
    assert {address: what for address, what in found.items() if what} == {}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_keyboard_goes_everywhere_and_back_on_any_page(part: int, base: str, site: Path, visitor: Any) -> None:
    page = visitor(viewport={"width": 320, "height": 800}).page
    found = {}
    for address in pages(site)[part::PARTS]:
        opened(page, base + address)
        unfold(page)
        found[address] = BROWSER["A2"](page)
    assert {address: what for address, what in found.items() if what} == {}


@pytest.mark.parametrize("size", [(1280, 800), (320, 256)], ids=["wide", "at 400%"])
def test_the_keyboard_goes_everywhere_at_other_sizes(size: tuple[int, int], base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": size[0], "height": size[1]}).page
    found = {}
    for name, address in page_of_each_kind().items():
        opened(page, base + address)
        use(page)
        unfold(page)
        found[name] = BROWSER["A2"](page)
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("look", [*product((320, 768, 1280), ("light", "dark"))], ids=lambda look: f"{look[0]} {look[1]}")
def test_axe_finds_nothing_in_any_look(look: tuple[int, str], base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": look[0], "height": 800}, color_scheme=look[1]).page
    found = {}
    for name, address in page_of_each_kind().items():
        opened(page, base + address)
        use(page)
        unfold(page)
        found[name] = BROWSER["A1"](page)
    assert {name: what for name, what in found.items() if what} == {}


def test_every_page_is_whole_without_script(base: str, site: Path, visitor: Any) -> None:
    page, found = visitor(java_script_enabled=False).page, {}
    for address in pages(site):
        page.goto(base + address)
        found[address] = BROWSER["A18"](page)
    assert {address: what for address, what in found.items() if what} == {}
