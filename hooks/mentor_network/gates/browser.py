"""The gates that need a browser: functions from an opened page to what is wrong with it, by the id of their rule.

Each looks at the page as it stands, at the size it was opened at, and leaves it as it was. A rule with several parts has an
id for each. `A18` wants a page that was opened without script.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mentor_network.gates import tools
from mentor_network.gates.interactions import FEATURES, NothingToUse

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PROBES = Path(__file__).parent / "probes"
#: Keys that some sites take for themselves. Rule 2.1.4: on their own they do nothing.
SINGLE = [*string.ascii_lowercase, *string.digits, "/", ",", ".", "?"]
#: The settings of WCAG 1.4.12, which every reader may choose.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    + " p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}"""
#: What is between the margins of a sheet of A4, in CSS pixels.
PAPER = {"width": 680, "height": 1016}


@cache
def probe(name: str) -> str:
    """A probe of `probes/` with what all of them share."""
    common, own = ((PROBES / f"{part}.js").read_text("utf-8") for part in ("common", name))
    function = "\n".join(line for line in own.split("\n") if not line.startswith("//"))
    return f"(given) => {{\n{common}\nreturn ({function.strip().rstrip(';')})(given);\n}}"


def ask(page: Page, name: str, given: object = None) -> list[str]:
    """What a probe says of a page."""
    return cast(list[str], page.evaluate(probe(name), given))


@contextmanager
def sized(page: Page, width: int, height: int) -> Iterator[None]:
    """A screen of another size for a while."""
    before: ViewportSize = page.viewport_size or {"width": 1280, "height": 800}
    page.set_viewport_size({"width": width, "height": height})
    yield
    page.set_viewport_size(before)


def axe(page: Page) -> list[str]:
    """A1: what can be found without a person."""
    # A bar that stays at the foot of the screen covers what lies under it until somebody scrolls on, which axe does not.
    page.evaluate("() => document.querySelector('.mn-facets__body')?.scrollIntoView({block: 'end'})")
    return [f"A1: {finding}" for finding in violations(page)]


def violations(page: Page, within: str = "html") -> list[str]:
    """What axe finds by the rules of WCAG 2.2 AA, inside the part of the page that a selector names."""
    page.evaluate(_axe())  # not a script of the page, so the page's policy does not stop it
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    run = "([within, options]) => axe.run(within, options).then(({violations}) => violations)"
    found = page.evaluate(run, [within, options])
    return [f"{one['id']}: {node['target'][0]}" for one in found for node in one["nodes"]]


@cache
def _axe() -> str:
    return tools.axe().read_text("utf-8")


def keyboard(page: Page) -> list[str]:
    """A2 and A4: from the top of the page to its end with Tab and back, and what each stop looks like."""
    stops = int(page.evaluate(probe("walk"), None))
    session = page.context.new_cdp_session(page)
    for modifiers in (0, 8):  # 8 is Shift
        for _ in range(stops):
            key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": modifiers}
            session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    session.detach()
    return ask(page, "walked")


def single_keys(page: Page) -> list[str]:
    """A3: a key pressed with nothing in focus does nothing."""
    address = page.url
    ask(page, "watch")
    for key in SINGLE:
        page.keyboard.press(key)
    if page.url != address:
        return [f"A3: a single key leads to {page.url}"]
    return ask(page, "watched")


def targets(page: Page) -> list[str]:
    """A5: what can be pressed can be hit."""
    return ask(page, "targets")


def asks(page: Page) -> list[str]:
    """A6: nothing to drag, nobody to log in."""
    return [f"A6: {one}" for one in page.locator("[draggable=true], [type=password], [ondragstart]").all_inner_texts()]


def reflow(page: Page) -> list[str]:
    """A9: a phone, a screen at 400%, and a reader's own spacing."""
    page.evaluate(SPACED)
    found: list[str] = []
    for height in (800, 256):
        with sized(page, 320, height):
            found += ask(page, "reflow")
    page.evaluate("document.adoptedStyleSheets = []")
    return list(dict.fromkeys(found))


def motion(page: Page) -> list[str]:
    """A15: nothing moves by itself, and nothing at all where less motion is asked for."""
    found: list[str] = []
    for wish in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion=wish)
        found += ask(page, "motion", wish == "reduce")
    page.emulate_media(reduced_motion="null")
    return list(dict.fromkeys(found))


def forced_colours(page: Page) -> list[str]:
    """A15: the device's own colours."""
    page.emulate_media(forced_colors="active")
    found = ask(page, "forced")
    page.emulate_media(forced_colors="null")
    return found


def paper(page: Page) -> list[str]:
    """A15: a sheet of A4, printed from a dark screen."""
    page.emulate_media(media="print", color_scheme="dark")
    with sized(page, **PAPER):
        # Colours may be on their way from those of the screen.
        page.evaluate("() => Promise.allSettled(document.getAnimations().map(one => one.finished))")
        found = ask(page, "paper")
    page.emulate_media(media="null", color_scheme="null")
    return found


def announced(page: Page) -> list[str]:
    """A17: what a choice did is said in a line that is read out."""
    from playwright.sync_api import expect

    found = []
    for feature in FEATURES:
        if not page.locator(feature.where).count():
            continue
        line = page.locator(feature.says)
        before = line.inner_text() if line.is_visible() else ""
        try:
            feature.use(page)
        except NothingToUse:
            continue
        try:
            expect(line).to_be_visible(timeout=4000)
            expect(line).not_to_have_text(before, timeout=4000)
        except AssertionError:
            found.append(f"A17: {feature.says} says nothing after {feature.name}")
        if line.get_attribute("role") != "status":
            found.append(f"A17: {feature.says} is not read out after {feature.name}")
    return found


def without_script(page: Page) -> list[str]:
    """A18: for a page that was opened without script."""
    return ask(page, "dead")


#: Gate, with its part where it has several → the function that looks at an opened page.
BROWSER: dict[str, Callable[[Page], list[str]]] = {
    "A1": axe,
    "A2": keyboard,
    "A3": single_keys,
    "A4": keyboard,
    "A5": targets,
    "A6": asks,
    "A9": reflow,
    "A15 motion": motion,
    "A15 colours": forced_colours,
    "A15 paper": paper,
    "A17": announced,
    "A18": without_script,
}
