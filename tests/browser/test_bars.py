"""Bars are to scale: on a page the same percentage has the same length in every table, on screen and in print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.kinds import html, pages

#: For each bar that is drawn: the value beside it, and how many pixels its fill and its track take.
DRAWN = """() => [...document.querySelectorAll(".mn-bars__bar")].map((bar) => {
  const wide = (part) => bar.querySelector(part).getBoundingClientRect().width;
  return [parseFloat(bar.nextElementSibling.textContent), wide(".mn-bars__fill"), wide(".mn-bars__track")];
}).filter(([, , track]) => track)"""

#: A side of A4 within its margins, in pixels of CSS.
PAPER = 680


def untrue(bars: list[list[float]]) -> list[str]:
    """The bars whose length does not match their value, measured relative to the first."""
    whole = bars[0][2]
    return [
        f"{value}% is drawn {fill:.1f} of {track:.1f} pixels, and should be {value * whole / 100:.1f} of {whole:.1f}"
        for value, fill, track in bars
        if abs(fill - value * whole / 100) > 1 or abs(track - whole) > 1
    ]


def test_bars_of_another_length_are_told_apart() -> None:
    true = [[39.0, 39.0, 100.0], [49.0, 49.0, 100.0], [0.0, 0.0, 100.0]]
    assert untrue(true) == []
    for wrong in ([49.0, 39.0, 80.0], [49.0, 39.0, 100.0], [49.0, 49.0, 120.0]):
        assert untrue([*true, wrong])


#: Width of the viewport and medium.
SIZES = [(320, "screen"), (375, "screen"), (1280, "screen"), (PAPER, "print")]


@pytest.mark.parametrize("every", [pytest.param(True, marks=pytest.mark.gate), False], ids=["every page", "two pages"])
def test_the_same_per_cent_is_as_long_everywhere_on_a_page(every: bool, site: Path, base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 1280, "height": 800}).page
    addresses = pages(site) if every else ["/find-a-mentor/", "/evidence/"]
    drawn = {}
    for address in (address for address in addresses if "mn-bars__bar" in html(site, address)):
        page.goto(base + address)
        for width, media in SIZES:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(media=media)
            drawn[address, width] = page.evaluate(DRAWN)
    assert {"/find-a-mentor/", "/evidence/"} <= {address for address, _ in drawn}
    found = {place: wrong for place, bars in drawn.items() if not bars or (wrong := untrue(bars))}
    assert found == {}
    for size, _ in SIZES:
        assert len({round(track) for (_, width), bars in drawn.items() if width == size for _, _, track in bars}) == 1
