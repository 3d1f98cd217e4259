"""Parsing of built pages and sites: text, accessible names, links and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network.gates.page import NEEDED, NotASite, Page, Site, split_url, without_help

HTML = """<!doctype html><html lang=en-GB><title>A</title><body>
<main><article class="mn-page mn-page--stage" data-kind=stage>
<h1 id=top>Core</h1><p>Lead <b>a</b>  round.</p><img alt="A ward" src=x.png><script>let x</script>
<nav aria-labelledby="top other"></nav><h2 id=other>More</h2>
<div class=mn-crisis>Call 111</div>tail</article></main>
<footer><a href="../about/#us" aria-label="About us">About</a></footer>"""


def test_text_has_alternatives_and_separates_blocks_only() -> None:
    text = Page("/stages/core/", HTML).text(between="|")
    assert text == "Core|Lead a round.|A ward|More|Call 111|tail"


def test_text_without_crisis_help_keeps_what_follows_it() -> None:
    page = Page("/stages/core/", HTML)
    assert page.text(without_help(page.main), between="|") == "Core|Lead a round.|A ward|More|tail"


def test_a_page_knows_its_template_kind_and_names() -> None:
    page = Page("/stages/core/", HTML)
    assert (page.template, page.kind, page.ids) == ("stage", "stage", ["top", "other"])
    (navigation,) = [element for element in page.tree.iter() if str(element.tag).endswith("}nav")]
    assert page.named(navigation) == "Core More"
    assert [(link.says, link.path, link.fragment) for link in page.links] == [("About us", "/stages/about/", "us")]


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("", ("/guides/", "")),
        ("#part", ("/guides/", "part")),
        ("../caf%C3%A9/", ("/café/", "")),
        ("/network/stages/", ("/stages/", "")),
        ("/other/", ("/../other/", "")),
        ("https://example.org/", ("", "")),
        ("mailto:office@example.org", ("", "")),
        ("https://[", ("", "")),
    ],
)
def test_links_lead_to_paths_below_the_base_path(href: str, expected: tuple[str, str]) -> None:
    assert Page("/guides/", "", "/network").leads_to(href) == expected


def test_an_invalid_url_is_a_path() -> None:
    assert split_url("https://[").path == "https://["


def a_site(folder: Path) -> Path:
    for name in NEEDED:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"network": {"site_url": "https://example.org/network/"}}', "utf-8")
    return folder


def test_a_site_has_its_pages_by_address_and_its_base_path(tmp_path: Path) -> None:
    site = Site.at_folder(a_site(tmp_path))
    assert list(site.pages) == ["/404.html", "/"]
    assert site.base_path == site.pages["/"].base_path == "/network"
    assert site.at("/missing/").html == "" and not site.has("missing")


def test_a_changed_site_leaves_the_original_as_it_is(tmp_path: Path) -> None:
    site = Site.at_folder(a_site(tmp_path))
    changed = site.changed("index.html", "<h1>Changed</h1>")
    assert changed.pages["/"].text() == "Changed" and "Changed" not in site.pages["/"].html
    assert changed.pages["/404.html"] is site.pages["/404.html"]


@pytest.mark.parametrize("name", NEEDED)
def test_a_folder_that_lacks_a_file_of_every_site_is_refused(name: str, tmp_path: Path) -> None:
    (a_site(tmp_path) / name).unlink()
    with pytest.raises(NotASite, match="is not a built site"):
        Site.at_folder(tmp_path)
