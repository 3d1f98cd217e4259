"""The frame: the current page in the menu, links to pages that a network lacks, and the page for unknown addresses."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from mentor_network import pages
from mentor_network.pages import Page
from mentor_network.render.environment import environment
from mentor_network.render.frame import Frame
from mentor_network.render.links import Links
from support.catalogues import small_catalogue

CATALOGUE = small_catalogue()
PAGES = {page.address: page for page in pages.build(CATALOGUE)}


def frame(*, live_reload: bool = False) -> Frame:
    return Frame(environment(), CATALOGUE, Links(CATALOGUE.records), PAGES, live_reload=live_reload)


def render(page: Page, **options: bool) -> str:
    return frame(**options).page(page, Markup("<h1>Body</h1>"))


def test_the_menu_marks_the_page_and_its_section() -> None:
    assert re.findall(r'href="([^"]*)" aria-current="page"', render(PAGES["/stages/"])) == ["../stages/", "../stages/"]
    assert re.findall(r'href="([^"]*)" aria-current="true"', render(PAGES["/stages/core/"])) == ["../"]


def test_a_page_of_the_menu_does_not_share_the_cached_header() -> None:
    item = CATALOGUE.network.menu[0].model_copy(update={"title": "Core", "address": "/stages/core/"})
    catalogue = replace(CATALOGUE, network=CATALOGUE.network.model_copy(update={"menu": [item]}))

    def header(*addresses: str) -> list[str]:
        shared = Frame(environment(), catalogue, Links(catalogue.records), PAGES, live_reload=False)
        return [re.findall("aria-current=.*?>", shared.page(PAGES[address], Markup(""))) for address in addresses][-1]

    assert header("/stages/registrar/") == header("/stages/core/", "/stages/registrar/") == []
    assert header("/stages/core/") == header("/stages/registrar/", "/stages/core/") != []


def test_footer_links_to_pages_that_the_network_lacks_are_left_out() -> None:
    html = render(PAGES["/stages/"])
    assert 'href="../glossary/">Glossary' in html and "Raise a concern" not in html


def test_only_pages_with_a_site_url_have_a_canonical_link() -> None:
    assert '<link rel="canonical" href="https://example.org/network/stages/">' in render(PAGES["/stages/"])


@pytest.mark.parametrize(("live_reload", "root"), [(False, "/network/"), (True, "/")])
def test_the_page_for_unknown_addresses_links_from_the_root(live_reload: bool, root: str) -> None:
    html = frame(live_reload=live_reload).not_found()
    links = re.findall(r'(?:href|src|action)="([^"#]+)"', html)
    assert f"{root}a-to-z/" in links and f"{root}assets/site.css" in links
    assert [link for link in links if not link.startswith(root)] == []


def test_only_serve_allows_inline_scripts() -> None:
    assert "unsafe-inline" not in render(PAGES["/stages/"]) and "unsafe-inline" in render(
        PAGES["/stages/"], live_reload=True
    )
