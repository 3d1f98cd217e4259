"""Links of templates are relative, and one to something that the site does not have raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline, urls
from mentor_network.render.environment import THEME
from mentor_network.render.links import Links
from mentor_network.urls import ROUTE
from support.catalogues import small_catalogue
from support.networks import NETWORK, TODAY


def test_links_are_relative_to_the_page() -> None:
    context = Links(small_catalogue().records).context("/stages/core/")
    assert context["url"]("/models/cap/#cap-1") == "../../models/cap/#cap-1"
    assert context["url_for"]("stage", id="registrar", anchor="try") == "../registrar/#try"
    assert context["path_for"]("stage", id="registrar") == "/stages/registrar/"
    assert context["asset"]("/assets/site.css") == "../../assets/site.css"
    assert context["anchor"]("try") == "try"
    assert context["has"]("/stages/core/#try") and not context["has"]("/stages/core/#tri")
    assert context["has"]("/mentors/contribute/") is False


def test_links_of_a_page_for_any_depth_begin_at_the_root() -> None:
    context = Links(small_catalogue().records).context_from_root("/network/")
    assert context["url_for"]("a_to_z") == "/network/a-to-z/"
    assert context["asset"]("/assets/site.css") == "/network/assets/site.css"
    with pytest.raises(KeyError):
        context["url"]("/nowhere/")


@pytest.mark.parametrize(
    ("function", "args"),
    [
        ("url_for", {"name": "stage", "id": "cor"}),
        ("url_for", {"name": "stage", "id": "core", "anchor": "tri"}),
        ("url", "/stage/core/"),
        ("asset", "/data/new.atom"),
        ("has", "/mentors/contribut/"),
        ("anchor", "tri"),
    ],
)
def test_what_the_site_does_not_have_raises(function: str, args: str | dict[str, str]) -> None:
    call = Links(small_catalogue().records).context("/stages/core/")[function]
    with pytest.raises(KeyError):
        call(args) if isinstance(args, str) else call(args.pop("name"), **args)


def test_links_lead_to_where_a_page_is(network: Callable[[dict[str, str | None]], Path]) -> None:
    """A guide in a folder inside `guides/`, and a table that the page about the evidence does not show."""
    guide = (NETWORK / "content" / "guides" / "shadowing.md").read_text("utf-8")
    evidence = guide.partition("## Before")[0].replace("id: shadowing", "id: evidence") + "Words.\n"
    entries = (NETWORK / "opportunities.yaml").read_text("utf-8").replace("/guides/shadowing/", "/guides/visits/shadowing/")
    settings = (NETWORK / "network.yaml").read_text("utf-8") + "evidence: [T1.shadowing]\n"
    root = network(
        {
            "content/guides/shadowing.md": None,
            "content/guides/visits/shadowing.md": guide,
            "content/evidence.md": evidence,
            "network.yaml": settings,
            "opportunities.yaml": entries,
        }
    )
    built = pipeline.build(root, today=TODAY)
    assert built.problems.errors == []
    files = {file.path: file.content.decode("utf-8", "replace") for file in built.files()}
    assert 'href="../../guides/visits/shadowing/"' in files["opportunities/shadow-a-leader/index.html"]
    assert 'href="evidence/">See all' in files["index.html"]


def test_templates_name_only_routes_and_optional_pages() -> None:
    """Also in branches that no network of the tests renders."""
    texts = {path: path.read_text("utf-8") for path in THEME.rglob("*.html")}
    names = {name for text in texts.values() for name in re.findall(r"""\b(?:url_for|path_for)\(["'](\w+)""", text)}
    assert {"opportunity", "check_list", "feed"} <= names <= ROUTE.keys()
    bodies = [text for path, text in texts.items() if path.parent.name != "partials"]
    paths = {path for text in bodies for path in re.findall(r"""["'](/[a-z/-]*/)[#"']""", text)}
    assert "/find-a-mentor/" in paths and paths <= urls.OPTIONAL | {"/assets/"}
