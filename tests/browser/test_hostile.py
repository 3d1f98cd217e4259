"""The cases of the hostile corpus that the checker accepts, in a browser: nothing runs, loads from other hosts, or breaks.

tests/site/test_hostile_requests.py tests the cases that are refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from support import hostile_cases as corpus
from support.form_sites import PAGE as FORM
from support.networks import build_site
from support.servers import served

pytestmark = [pytest.mark.browser, pytest.mark.gate]

CASES = [case for case in corpus.cases() if not case.refused]
SEEN = [case for case in CASES if "address" not in case.told]
ADDRESSES = [case for case in CASES if "address" in case.told]

#: What an attack that got through would leave on a page, as the browser sees it.
SIGNS = """() => {
  const live = "script:not([type=module][src], [type='application/ld+json']), iframe, frame, object, embed, base, "
    + "style, img, image, audio, "
    + "video, foreignObject, animate, set, math, template, meta[http-equiv=refresh], [style], [srcdoc]";
  const found = [...document.querySelectorAll(live)].map((element) => element.outerHTML.slice(0, 200));
  if (window.ran) found.push(`ran ${window.ran} times`);
  if (Object.keys(Object.prototype).length) found.push("the prototype of all objects has changed");
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${name}=${value}`);
      if (!/^(?:xlink:)?href$|^src$|^(?:form)?action$|^data$|^ping$/.test(name)) continue;
      const to = new URL(value, document.baseURI);
      const away = to.origin !== location.origin;
      const asks = element.localName !== "a";
      if (!["http:", "https:"].includes(to.protocol) || (away && (asks || to.protocol !== "https:")))
        found.push(`${name}=${value}`);
    }
  }
  for (const name of ["main", "footer", "h1"]) {
    const number = document.querySelectorAll(name).length;
    if (number !== 1) found.push(`${number} of ${name}`);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The URL and folder of a site with every accepted case, and a page with the form."""
    root = corpus.network_of_all(tmp_path_factory.mktemp("hostile") / "network")
    (root / "content" / "mentors").mkdir()
    (root / "content" / "mentors" / "contribute.md").write_text(FORM, "utf-8")
    site = build_site(root, root.parent / "site")
    with served(site) as base:
        yield base, site


class Watcher:
    """Opens pages and records everything that must not happen."""

    def __init__(self, someone: Any, base: str) -> None:
        self.someone, self.page, self.base = someone, someone.page, base
        self.page.add_init_script("window.ran = 0; window.gotcha = () => { window.ran++ }")

    def open(self, address: str) -> list[str]:
        """Open a page. Returns signs of an attack, requests to other hosts, and console messages."""
        self.someone.requests.clear()
        self.someone.said.clear()
        self.page.goto(f"{self.base}/{address}")
        if address.startswith("search/?q="):
            # An answer, or that there is none. While the index loads there is neither.
            expect(self.page.locator("#found[aria-busy]")).to_have_count(0)
            expect(self.page.locator("[data-count]")).not_to_have_text("")
        found: list[str] = self.page.evaluate(SIGNS)
        found += [f"asked {url}" for url in self.someone.requests if not url.startswith(self.base)]
        found += [f"said {word}" for word in self.someone.said]
        here = address.partition("?")[0].partition("#")[0]
        if not self.page.url.startswith(f"{self.base}/{here}"):
            found.append(f"led to {self.page.url}")
        return found

    def words(self) -> str:
        return " ".join(self.page.locator("main").text_content().split())


def test_no_page_runs_what_was_let_in(hostile: tuple[str, Path], visitor: Any, record_property: Callable[..., None]) -> None:
    base, site = hostile
    tally = {"tried": len(SEEN), "inert": 0, "executed": 0, "lost": 0}
    record_property("hostile", tally)
    watcher = Watcher(visitor(), base)
    at: dict[str, list[corpus.Case]] = {}
    for case in SEEN:
        at.setdefault(case.page, []).append(case)
    ran, lost = {}, []
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix().strip(".")
        if found := watcher.open(f"{address}/" if address else ""):
            ran[address] = found
        here = at.pop(f"/{address}/" if address else "/", [])
        words = watcher.words() if here else ""
        lost += [case.name for case in here if " ".join(str(case.told.get("shown", "")).split()) not in words]
    lost += [case.name for cases in at.values() for case in cases]
    hurt = [case for case in SEEN if case.page.strip("/") in {address.strip("/") for address in ran} or case.name in lost]
    tally |= {"executed": len(ran), "lost": len(lost), "inert": len(SEEN) - len(hurt)}
    assert ran == {}, json.dumps(ran, indent=1)[:4000]
    assert lost == [], "a page is not there, or does not show the words as they were written"


def test_no_address_makes_a_page_run(hostile: tuple[str, Path], visitor: Any, record_property: Callable[..., None]) -> None:
    base, _ = hostile
    tally = {"tried": len(ADDRESSES), "inert": 0, "executed": 0}
    record_property("hostile", tally)
    watcher = Watcher(visitor(), base)
    ran = {}
    for case in ADDRESSES:
        watcher.page.goto("about:blank")  # a new fragment alone would load nothing
        if found := watcher.open(corpus.text_of(case.told["address"])):
            ran[case.name] = found
    tally |= {"executed": len(ran), "inert": len(ADDRESSES) - len(ran)}
    assert ran == {}, json.dumps(ran, indent=1)[:4000]


def test_the_words_are_shown_as_they_were_written(hostile: tuple[str, Path], visitor: Any) -> None:
    """Escaping loses nothing: heading, title and lists show the text of the author."""
    base, _ = hostile
    (case,) = [case for case in SEEN if case.name == "title_of_all_signs"]
    title = case.told["fields"]["title"]
    page = visitor().page
    page.goto(f"{base}{case.page}")
    assert page.locator("h1").inner_text() == title
    assert page.title().startswith(f"{title} – ")
    page.goto(f"{base}/opportunities/")
    assert title in page.locator("main").inner_text()


def test_it_shows_when_a_page_runs_something(tmp_path: Path, visitor: Any) -> None:
    """Control: each kind of fault is found in a page that has it."""
    page = (
        '<!doctype html><title>x</title><main><h1>x</h1>{}</main><footer></footer><script type="module" src="a.js"></script>'
    )
    attacks = {
        "handler": "<b onclick=gotcha()>x</b>",
        "script": "<script>gotcha()</script>",
        "picture": '<img src="https://evil.example/x.png">',
        "link": "<a href=javascript:gotcha()>x</a>",
        "elsewhere": "<a href=//evil.example/>x</a>",
        "heading": "<h1>y</h1>",
    }
    (tmp_path / "a.js").write_text("", "utf-8")
    (tmp_path / "favicon.ico").write_bytes(b"")
    for name, html in {"nothing": "", **attacks}.items():
        (tmp_path / f"{name}.html").write_text(page.format(html), "utf-8")
    with served(tmp_path) as base:
        someone = visitor()
        someone.context.route("https://evil.example/**", lambda route: route.abort())
        watcher = Watcher(someone, base)
        found = {name: watcher.open(f"{name}.html") for name in ("nothing", *attacks)}
    assert [name for name, signs in found.items() if not signs] == ["nothing"], json.dumps(found)
