"""The gates that need a browser: functions that take an open page and return findings.

Each finding has the id of its gate before it. A gate tests the page in its current state and viewport, and restores what it
changes. A gate with several parts has a key for
each. `A18` needs a page that was opened with JavaScript turned off.
"""

from __future__ import annotations

import asyncio
import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mentor_network.gates import tools
from mentor_network.gates.interactions import FEATURES, NothingToUse

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page, ViewportSize

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PROBES = Path(__file__).parent / "probes"
#: Keys that some sites use as shortcuts. WCAG 2.1.4: a single key must do nothing.
SINGLE_KEYS = [*string.ascii_lowercase, *string.digits, "/", ",", ".", "?"]
#: The text spacing of WCAG 1.4.12.
TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    + " p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}"""
#: Waits for transitions to the colours of another scheme or of paper.
SETTLED = """() => Promise.allSettled(
  document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))"""
#: The printable area of A4 paper, in CSS pixels.
A4 = {"width": 680, "height": 1016}


@cache
def probe(name: str) -> str:
    """The script of `probes/NAME.js` as a function of one argument, with the helpers of `common.js` before it."""
    common, own = ((PROBES / f"{part}.js").read_text("utf-8") for part in ("common", name))
    function = "\n".join(line for line in own.split("\n") if not line.startswith("//"))
    return f"(given) => {{\n{common}\nreturn ({function.strip().rstrip(';')})(given);\n}}"


def run_probe(page: Page, name: str, argument: object = None) -> list[str]:
    """Run a probe in a page and return its findings."""
    return cast(list[str], page.evaluate(probe(name), argument))


@contextmanager
def viewport(page: Page, width: int, height: int) -> Iterator[None]:
    """Give the page another viewport inside a `with` block."""
    before: ViewportSize = page.viewport_size or {"width": 1280, "height": 800}
    page.set_viewport_size({"width": width, "height": height})
    yield
    page.set_viewport_size(before)


def axe(page: Page) -> list[str]:
    """A1: axe finds no violation."""
    page.evaluate(SETTLED)
    # A sticky bar covers what is under it until the page is scrolled, and axe does not scroll.
    page.evaluate("() => document.querySelector('.mn-facets__body')?.scrollIntoView({block: 'end'})")
    return [f"A1: {finding}" for finding in violations(page)]


def violations(page: Page, within: str = "html") -> list[str]:
    """The violations of WCAG 2.2 AA that axe finds inside the element of a selector."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())  # evaluated by the debugger, so the page's Content-Security-Policy does not apply
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    run = "([within, options]) => axe.run(within, options).then(({violations}) => violations)"
    found = page.evaluate(run, [within, options])
    return [f"{violation['id']}: {node['target'][0]}" for violation in found for node in violation["nodes"]]


@cache
def _axe() -> str:
    return tools.axe().read_text("utf-8")


def keyboard(page: Page) -> list[str]:
    """A2 and A4: walk through the page with Tab and back with Shift and Tab, and look at each tab stop."""
    page.emulate_media(reduced_motion="reduce")  # a ring that fades in would not be there yet when it is looked at
    stops = int(page.evaluate(probe("walk"), None))
    session = page.context.new_cdp_session(page)
    for modifiers in (0, 8):  # 8 is Shift
        _press_tab(session, modifiers, stops)
    session.detach()
    page.emulate_media(reduced_motion="null")
    return run_probe(page, "walked")


def _press_tab(session: CDPSession, modifiers: int, times: int) -> None:
    """Press Tab several times without waiting for the browser to draw each, which takes 2.7 times as long.

    Playwright's synchronous API can only wait, so this uses the asynchronous one inside it.
    """
    from playwright.async_api import CDPSession as AsyncSession

    same = AsyncSession(session._impl_obj)
    key = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": modifiers}

    async def press_all() -> None:
        await asyncio.gather(*(same.send("Input.dispatchKeyEvent", key) for _ in range(times)))

    session._sync(press_all())


def single_keys(page: Page) -> list[str]:
    """A3: a single key does nothing while no control has the focus."""
    address = page.url
    run_probe(page, "watch")
    for key in SINGLE_KEYS:
        page.keyboard.press(key)
    if page.url != address:
        return [f"A3: a single key leads to {page.url}"]
    return run_probe(page, "watched")


def targets(page: Page) -> list[str]:
    """A5: targets are large enough, or have room around them."""
    return run_probe(page, "targets")


def dragging_and_login(page: Page) -> list[str]:
    """A6: no element has to be dragged, and no password is asked for."""
    return [f"A6: {text}" for text in page.locator("[draggable=true], [type=password], [ondragstart]").all_inner_texts()]


def reflow(page: Page) -> list[str]:
    """A9: reflow at 320 pixels and at 400% zoom, with wider text spacing."""
    page.evaluate(TEXT_SPACING)
    found: list[str] = []
    for height in (800, 256):
        with viewport(page, 320, height):
            found += run_probe(page, "reflow")
    page.evaluate("document.adoptedStyleSheets = []")
    return list(dict.fromkeys(found))


def motion(page: Page) -> list[str]:
    """A15: nothing is animated without an action, and nothing at all under `prefers-reduced-motion`."""
    found: list[str] = []
    for preference in ("no-preference", "reduce"):
        page.emulate_media(reduced_motion=preference)
        found += run_probe(page, "motion", preference == "reduce")
    page.emulate_media(reduced_motion="null")
    return list(dict.fromkeys(found))


def forced_colours(page: Page) -> list[str]:
    """A15: forced colours."""
    page.emulate_media(forced_colors="active")
    found = run_probe(page, "forced")
    page.emulate_media(forced_colors="null")
    return found


def paper(page: Page) -> list[str]:
    """A15: print on A4 from the dark colour scheme."""
    page.emulate_media(media="print", color_scheme="dark")
    with viewport(page, **A4):
        page.evaluate(SETTLED)
        found = run_probe(page, "paper")
    page.emulate_media(media="null", color_scheme="null")
    return found


def announced(page: Page) -> list[str]:
    """A17: the result of using a feature is announced by a live region."""
    from playwright.sync_api import expect

    found = []
    for feature in FEATURES:
        if not page.locator(feature.where).count():
            continue
        line = page.locator(feature.status)
        before = line.inner_text() if line.is_visible() else ""
        try:
            feature.use(page)
        except NothingToUse:
            continue
        try:
            expect(line).to_be_visible(timeout=4000)
            expect(line).not_to_have_text(before, timeout=4000)
        except AssertionError:
            found.append(f"A17: {feature.status} says nothing after {feature.name}")
        if line.get_attribute("role") != "status":
            found.append(f"A17: {feature.status} is not read out after {feature.name}")
    return found


def without_script(page: Page) -> list[str]:
    """A18: the page works without JavaScript. Needs a page that was opened that way."""
    return run_probe(page, "dead")


#: Gate, with its part if it has several → the function that tests an open page.
BROWSER: dict[str, Callable[[Page], list[str]]] = {
    "A1": axe,
    "A2": keyboard,
    "A3": single_keys,
    "A4": keyboard,
    "A5": targets,
    "A6": dragging_and_login,
    "A9": reflow,
    "A15 motion": motion,
    "A15 colours": forced_colours,
    "A15 paper": paper,
    "A17": announced,
    "A18": without_script,
}
