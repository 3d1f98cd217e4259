"""The search of the real site: from the header and from an address, with spelling mistakes and with names of other sites.

These tests name words of our own content on purpose: they hold that people find it by the words that they use.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from benchmarks import relevance
from mentor_network.gates.browser import violations
from support.networks import ROOT
from support.servers import QuietHandler

pytestmark = pytest.mark.browser

CASES = yaml.safe_load((ROOT / "tests/cases/search/words.yaml").read_text("utf-8"))
RESULTS = "li[data-result]"


def searched(page: Page, address: str) -> None:
    """Open a search and wait until it has answered."""
    page.goto(address)
    answered(page)


def answered(page: Page) -> None:
    relevance.answered(page)


def titles(page: Page) -> list[str]:
    return page.locator(f"{RESULTS} h3").all_inner_texts()


@pytest.mark.parametrize("width", [1280, 320])
def test_from_any_page_to_a_result(width: int, base: str, regular: Any) -> None:
    someone = regular(viewport={"width": width, "height": 800})
    someone.page.goto(base + "/guides/reflection/")
    assert not [url for url in someone.requests if "/assets/search/" in url], (
        "nothing of the index is loaded before it is used"
    )
    if width < 960:
        someone.page.get_by_role("link", name="Search", exact=True).click()
        expect(someone.page.get_by_role("heading", name="Search", level=1)).to_be_visible()
    field = someone.page.get_by_role("searchbox").locator("visible=true").first
    field.fill("chief registrar")
    field.press("Enter")
    answered(someone.page)
    assert someone.page.url.startswith(f"{base}/search/?q=chief")
    someone.page.locator(f"{RESULTS} a").first.click()
    assert "chief registrar" in someone.page.get_by_role("heading", level=1).inner_text().lower()
    assert someone.stored() == ""
    assert [url for url in someone.requests if not url.startswith(base)] == []
    assert someone.said == []


def test_words_typed_before_the_script_came_are_kept(base: str, regular: Any) -> None:
    page = regular().page
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    page.route("**/assets/search.js", hold)
    page.goto(base + "/search/", wait_until="commit")
    page.get_by_label("Words").fill("rota")
    held[0].continue_()
    page.wait_for_load_state()
    assert page.get_by_label("Words").input_value() == "rota"
    page.get_by_label("Words").press("Enter")
    answered(page)
    assert page.url == f"{base}/search/?q=rota"


@pytest.mark.parametrize("width", [1280, 320])
def test_results_push_nothing_that_is_in_sight(width: int, base: str, visitor: Any) -> None:
    """Cumulative layout shift, as the browser measures it: below 0.1 is good."""
    page = visitor(viewport={"width": width, "height": 800}).page
    page.add_init_script(
        "self.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => { moved += entry.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    searched(page, f"{base}/search/?q=rota")
    assert page.evaluate("moved") < 0.1


def test_a_result_says_what_it_is_and_why_it_is_here(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=shadow+a+manager")
    first = page.locator(RESULTS).first
    assert first.get_by_role("link").get_attribute("href") == "/opportunities/shadow-a-manager/"
    text = first.inner_text()
    assert "Something to do: Every stage" in text
    assert re.search(r"Matches: .*manager", text)
    assert first.locator("mark").count() >= 1
    assert re.fullmatch(r'\d+ pages for "shadow a manager"', page.get_by_role("status").inner_text())


def test_a_mistake_in_typing_is_mended_and_said(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=shaddowing")
    assert re.fullmatch(r'\d+ pages for "shadowing"\. No page has "shaddowing"', page.get_by_role("status").inner_text())
    assert any("hadow" in title for title in titles(page)[:3])


def test_an_older_name_finds_todays(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=rca")
    meant = page.get_by_role("link", name="Learning response", exact=True)
    assert (meant.get_attribute("href") or "").endswith("/glossary/#learning-response")
    assert "Also called: " in page.locator(RESULTS).first.inner_text() or "earning" in titles(page)[0]


def test_what_a_word_means_comes_from_the_glossary(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=what+does+arcp+mean")
    first = page.locator(f"{RESULTS} a").first
    assert first.get_attribute("href") == "/glossary/#arcp"


def test_where_no_page_has_all_words_those_with_most_come(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=shadowing+astronaut")
    expect(page.get_by_text("No page has all of these words. These have the most.")).to_be_visible()
    assert "Not here: astronaut" in page.locator(RESULTS).first.inner_text()


def test_nothing_found_offers_near_words_and_the_a_to_z(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=mentqqqq")
    assert page.get_by_role("status").inner_text() == 'Nothing found for "mentqqqq"'
    near = page.locator("#found").get_by_role("link", name=re.compile("^mentor"))
    assert page.locator("#found").get_by_role("link", name="look through the A to Z").get_attribute("href") == "/a-to-z/"
    near.first.click()
    answered(page)
    assert page.locator(RESULTS).count() > 0


def test_back_shows_the_search_before(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=rota")
    first = titles(page)
    page.get_by_label("Words").fill("mentoring")
    page.get_by_label("Words").press("Enter")
    expect(page.locator("#found [data-count]")).to_contain_text("mentoring")
    answered(page)
    assert titles(page) != first
    page.go_back()
    expect(page.locator("#found [data-count]")).to_contain_text("rota")
    answered(page)
    assert titles(page) == first
    assert page.get_by_label("Words").input_value() == "rota"


def test_more_comes_on_demand_and_keeps_the_keyboard_in_place(base: str, regular: Any) -> None:
    page = regular().page
    searched(page, f"{base}/search/?q=leadership")
    before = page.locator(RESULTS).count()
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator(RESULTS)).to_have_count(2 * before)
    position = "() => [...document.querySelectorAll('li[data-result]')].indexOf(document.activeElement.closest('li'))"
    assert page.evaluate(position) == before


def test_by_keyboard_alone(base: str, regular: Any) -> None:
    page = regular(viewport={"width": 1280, "height": 800}).page
    page.goto(base + "/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "site-q":
            break
    page.keyboard.type("handover")
    page.keyboard.press("Enter")
    answered(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('li[data-result]'))"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(?!search)[a-z-]+/"))


def test_without_script_the_a_to_z_is_offered(base: str, regular: Any) -> None:
    page = regular(java_script_enabled=False).page
    page.goto(f"{base}/search/?q=rca")
    assert page.get_by_text("Searching needs JavaScript.").is_visible()
    page.locator("main").get_by_role("link", name="A to Z", exact=True).first.click()
    assert page.url == f"{base}/a-to-z/"


def test_an_index_that_cannot_be_loaded_says_what_to_do(base: str, regular: Any) -> None:
    someone = regular()
    someone.page.route("**/assets/search/**", lambda route: route.abort())
    someone.page.goto(f"{base}/search/?q=rota")
    expect(someone.page.get_by_role("status")).to_have_text("The search could not be loaded")
    assert someone.page.locator("#found").get_by_role("link", name="look through the A to Z").is_visible()


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        "%00",
        "\u202erca",
        '"><script>alert(1)</script>',
        "a" * 5000,
        "__proto__ constructor",
        "constructor",
        "%",
    ],
)
def test_a_hostile_query_is_only_text(query: str, base: str, regular: Any) -> None:
    someone = regular()
    someone.page.goto(f"{base}/search/")
    someone.page.evaluate("query => { location.search = '?q=' + encodeURIComponent(query) }", query)
    answered(someone.page)
    assert someone.page.locator("#found img, #found script").count() == 0
    assert not [line for line in someone.said if "dialog" in line or "Error" in line], someone.said
    assert len(someone.page.get_by_role("status").inner_text()) < 300


@pytest.mark.gate
@pytest.mark.parametrize("look", [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")])
def test_axe_finds_nothing_in_any_state(look: tuple[int, str], base: str, regular: Any) -> None:
    page = regular(viewport={"width": look[0], "height": 800}, color_scheme=look[1]).page
    for query in ("rca", "shaddowing astronaut", "zzzzqqq", "mentqqqq"):
        searched(page, f"{base}/search/?q={query}")
        assert violations(page) == [], query
        assert page.evaluate("document.documentElement.scrollWidth") <= look[0]


@pytest.fixture(scope="module")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site below a folder, as GitHub Pages serves it: the address ends in /network."""
    folder = tmp_path_factory.mktemp("below")
    (folder / "network").symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/network"
    server.shutdown()
    server.server_close()


def test_it_works_below_a_folder(below: str, regular: Any) -> None:
    someone = regular(viewport={"width": 1280, "height": 800})
    someone.page.goto(f"{below}/stages/core/")
    someone.page.get_by_role("searchbox").fill("chief registrar")
    someone.page.get_by_role("searchbox").press("Enter")
    answered(someone.page)
    link = someone.page.locator(f"{RESULTS} a").first
    assert (link.get_attribute("href") or "").startswith("/network/")
    link.click()
    expect(someone.page.get_by_role("heading", level=1)).to_be_visible()
    assert someone.page.title() != "Error response"
