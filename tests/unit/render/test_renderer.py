"""The renderer: the cache of fragments, what is known of sources, and links to suggest a change."""

from __future__ import annotations

import html
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from mentor_network import pages
from mentor_network.problems import Span
from mentor_network.render.environment import environment
from mentor_network.render.renderer import Renderer, change_link, closed_link
from support.catalogues import small_catalogue
from support.networks import ROOT


@pytest.fixture
def renderer() -> Renderer:
    catalogue = small_catalogue()
    return Renderer(pages.build(catalogue), catalogue, environment())


def test_fragments_are_rendered_once_for_a_folder(renderer: Renderer) -> None:
    calls: list[str] = []

    def macro(text: str) -> str:
        calls.append(text)
        return text

    first = renderer.cached("/stages", ("card", "a"), macro, "one")
    assert renderer.cached("/stages", ("card", "a"), macro, "two") == first == "one"
    assert renderer.cached("/models", ("card", "a"), macro, "three") == "three", "another folder has other links"
    assert renderer.cached("", ("card", "a"), macro, "four") == "four"
    assert renderer.cached("", ("card", "a"), macro, "five") == "five", "pages at the top level share no links"
    assert calls == ["one", "three", "four", "five"]


def test_a_cached_card_has_the_links_of_an_uncached_one() -> None:
    catalogue = small_catalogue()
    planned = pages.build(catalogue)
    together = Renderer(planned, catalogue, environment())
    for page in planned:
        assert together.page(page).file == Renderer(planned, catalogue, environment()).page(page).file, page.address


@pytest.mark.parametrize(
    ("kinds", "from_report", "only_told"), [([], True, False), (["report", "live"], True, False), (["told"], False, True)]
)
def test_sources_decide_how_an_entry_was_made(
    kinds: list[str], from_report: bool, only_told: bool, renderer: Renderer
) -> None:
    renderer.catalogue = SimpleNamespace(source={kind: SimpleNamespace(how=kind) for kind in kinds})  # type: ignore[assignment]
    record: Any = SimpleNamespace(sources=[SimpleNamespace(source=kind) for kind in kinds])
    assert (renderer.from_report(record), renderer.only_told(record)) == (from_report, only_told)


@pytest.mark.parametrize(
    ("span", "link"),
    [
        (Span("opportunities.yaml", 12, 3), "https://github.com/example/network/blob/main/opportunities.yaml#L12"),
        (Span("content/a.md", 2, 1), "https://github.com/example/network/edit/main/content/a.md"),
        (None, ""),
    ],
)
def test_a_change_is_suggested_at_the_line_or_in_the_editor(span: Span | None, link: str) -> None:
    assert change_link(small_catalogue(), span) == link


def test_the_form_for_what_has_closed_is_filled_in(renderer: Renderer) -> None:
    (page,) = [page for page in pages.build(small_catalogue()) if page.address == "/opportunities/chair-a-meeting/"]
    link = urlsplit(closed_link(small_catalogue(), page))
    assert (link.hostname, link.path) == ("github.com", "/example/network/issues/new")
    filled = parse_qs(link.query)
    forms = ROOT / ".github" / "ISSUE_TEMPLATE"
    form = yaml.safe_load((forms / filled.pop("template")[0]).read_text("utf-8"))
    assert filled.pop("title") == [f"{form['title']}{page.title}"]
    assert filled.keys() <= {field.get("id") for field in form["body"]}
    assert filled["page"][0].endswith(page.address)
    assert f'href="{html.escape(link.geturl())}"' in renderer.page(page).file.content.decode()
