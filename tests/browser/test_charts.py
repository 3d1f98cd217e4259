"""Pictures are to scale and readable: on phones and wide screens, on paper, with large text and with wide letters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from support.kinds import html, pages

#: For each dumbbell that is seen: each mark's place on the scale in per cent, and the number beside it.
MARKS = """() => shown().filter((svg) => svg.querySelector(".dot")).map((svg) => {
  const middle = (one) => {
    const place = one.getBoundingClientRect();
    return [place.x + place.width / 2, place.y + place.height / 2];
  };
  const rules = [...svg.querySelectorAll(".rule")].map((rule) => middle(rule)[0]).sort((a, b) => a - b);
  const [zero, hundred] = [rules[0], rules.at(-1)];
  const marks = [...svg.querySelectorAll(".dot, .ring, .wide-ring, .square")].map(middle);
  return [...svg.querySelectorAll(".value")].map((value) => {
    const [x, y] = middle(value);
    const far = ([mx, my]) => Math.abs(mx - x) + 2 * Math.abs(my - y);
    const [mx] = marks.reduce((least, mark) => (far(mark) < far(least) ? mark : least));
    return [(100 * (mx - zero)) / (hundred - zero), parseFloat(value.textContent), (hundred - zero) / 100];
  });
})"""

#: Words of a picture that run out of it, and words over other words.
CLASHES = """() => shown().flatMap((svg) => {
  const place = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const inside = (r) => r.right <= place.right + 1 && r.left >= place.left - 1 && r.bottom <= place.bottom + 1;
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const out = words.filter(([, r]) => !inside(r)).map(([text]) => `outside: ${text}`);
  return words.reduce((said, [text, a], at) => {
    const under = words.slice(at + 1).filter(([, b]) => over(a, b));
    return [...said, ...under.map(([other]) => `${text} is over ${other}`)];
  }, out);
})"""

#: Parts of a picture that have the colour of what is behind them.
UNSEEN = """() => shown().flatMap((svg) => [...svg.querySelectorAll("line, circle, text")]).filter((one) => {
  const ground = getComputedStyle(document.body).backgroundColor;
  const { fill, stroke } = getComputedStyle(one);
  if (one.matches("text")) return fill === ground;
  return stroke === ground || (one.matches("circle") && stroke === "none" && fill === ground);
}).map((one) => one.outerHTML)"""

#: The pictures that are seen: of each, the narrow or the wide layout.
SHOWN = "window.shown = () => [...document.querySelectorAll('.mn-chart svg')].filter((svg) => svg.getClientRects().length);"

SPACED = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }"
#: Width of the viewport and medium. A side of A4 within its margins has 680 pixels.
SIZES = [(320, "screen"), (375, "screen"), (768, "screen"), (1024, "screen"), (1280, "screen"), (680, "print")]
WITH_CHARTS = ["/", "/evidence/", "/models/", "/trust-leaders/"]


def addresses(site: Path, every: bool) -> list[str]:
    return [address for address in (pages(site) if every else WITH_CHARTS) if "mn-chart" in html(site, address)]


EVERY = pytest.mark.parametrize(
    "every", [pytest.param(True, marks=pytest.mark.gate), False], ids=["every page", "four pages"]
)


@EVERY
def test_marks_are_where_their_numbers_say(every: bool, site: Path, base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 1280, "height": 800}).page
    page.add_init_script(SHOWN)
    for address in addresses(site, every):
        page.goto(base + address)
        for width, media in SIZES:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(media=media)
            for marks in page.evaluate(MARKS):
                assert marks, (address, width)
                wrong = [(at, number) for at, number, pixels in marks if abs(at - number) * pixels > 1]
                assert wrong == [], (address, width)


@EVERY
def test_words_of_a_picture_stay_inside_it_and_apart(every: bool, site: Path, base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 1280, "height": 800}, bypass_csp=True).page
    page.add_init_script(SHOWN)
    for address in addresses(site, every):
        page.goto(base + address)
        for width, media in SIZES:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(media=media)
            assert page.evaluate(CLASHES) == [], (address, width)


def test_words_stay_inside_with_wide_letters(base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 320, "height": 800}, bypass_csp=True).page
    page.add_init_script(SHOWN)
    for address in WITH_CHARTS:
        page.goto(base + address)
        page.add_style_tag(content=SPACED)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(CLASHES) == [], (address, width)


def test_a_picture_grows_with_the_text_and_scrolls_in_its_own_box(base: str, visitor: Any) -> None:
    page = visitor(viewport={"width": 320, "height": 800}).page
    page.add_init_script(SHOWN)
    page.goto(f"{base}/models/")
    before = page.locator(".mn-chart svg:visible text.title").first.bounding_box()
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    after = page.locator(".mn-chart svg:visible text.title").first.bounding_box()
    assert after["height"] == pytest.approx(2 * before["height"], rel=0.1)
    assert page.evaluate(CLASHES) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_can_be_told_from_the_ground_in_forced_colours(scheme: str, base: str, visitor: Any) -> None:
    page = visitor(color_scheme=scheme, forced_colors="active").page
    page.add_init_script(SHOWN)
    page.goto(f"{base}/evidence/")
    assert page.evaluate(UNSEEN) == []
