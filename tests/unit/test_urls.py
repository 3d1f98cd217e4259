"""The table of routes: what it promises is there, and what templates ask of it is right."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pages, pipeline, urls
from mentor_network.catalogue import link
from mentor_network.labels import PAGE_KINDS
from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.render.environment import THEME
from mentor_network.render.links import Links
from mentor_network.search.metadata import metadata
from mentor_network.urls import ROUTE, ROUTES, addresses, downloads, lasting, route_of, unread_sources, url
from support.networks import NETWORK, ROOT, TODAY, started


@pytest.fixture(scope="module", params=["real", "small", "new"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three networks: our own, the small one of the tests, and one that `init` starts."""
    if request.param == "new":
        return started(tmp_path_factory.mktemp("new") / "network")
    return {"real": ROOT, "small": NETWORK}[request.param]


@pytest.fixture(scope="module")
def records(root: Path) -> Records:
    return read(root, Problems())


def test_each_page_and_file_has_an_address_of_its_own(records: Records) -> None:
    found = [address.path for address in (*addresses(records), *downloads(records))]
    assert len(found) == len(set(found)) > 50


def test_an_address_leads_back_to_its_route(records: Records) -> None:
    """All but hand-written pages, which may have any: of a route with the same path either will do."""
    for address in (*addresses(records), *downloads(records)):
        assert url(address.route.name, **address.ids) == address.path
        if address.route.name != "content":
            route = route_of(address.path)
            assert route and route.needs == address.route.needs, address.path


@pytest.mark.parametrize(
    ("name", "ids"),
    [("opportunty", {"id": "x"}), ("opportunity", {}), ("opportunity", {"id": "x", "stage": "y"}), ("home", {"id": "x"})],
)
def test_what_the_table_does_not_have_is_an_error_of_ours(name: str, ids: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        url(name, **ids)


def test_each_page_has_a_template_and_each_template_a_page() -> None:
    drawn = {route.template for route in ROUTES if route.template}
    assert drawn == {path.stem for path in (THEME / "pages").glob("*.html")} - {"lead"}  # which stands above a content page
    assert drawn - {"a_to_z"} == pages.VIEWS.keys()


def test_a_site_has_every_file_and_every_anchor_of_the_table(root: Path) -> None:
    """And no other file of data. Templates take anchors from the table, and one that it lacks stops the build."""
    built = pipeline.build(root, today=TODAY)
    assert built.catalogue and built.problems.errors == []
    made = {file.path: file.content.decode("utf-8", "replace") for file in built.files}
    assert {f"/{path}" for path in made if path.startswith("data/") and path != "data/index.html"} == {
        address.path for address in downloads(built.catalogue.records)
    }
    for page in pages.build(built.catalogue):
        assert page.at.anchors <= set(re.findall(r' id="([^"]+)"', made[page.path_of_file])), page.address


def test_templates_can_ask_for_nothing_that_is_not_there() -> None:
    given = Links(read(NETWORK, Problems())).given("/stages/core/")
    assert given["url_for"]("stage", id="registrar", at="try") == "../registrar/#try"
    assert given["anchor"]("try") == "try" and given["has"]("/mentors/contribute/") is False
    assert given["has"]("/stages/core/#try") and not given["has"]("/stages/core/#tri")
    for ask in (
        lambda: given["url_for"]("stage", id="cor"),
        lambda: given["url_for"]("stage", id="core", at="tri"),
        lambda: given["url"]("/stage/core/"),
        lambda: given["has"]("/mentors/contribut/"),
        lambda: given["anchor"]("tri"),
    ):
        with pytest.raises(KeyError):
            ask()


def test_links_lead_to_where_a_page_stands(network: Callable[[dict[str, str | None]], Path]) -> None:
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
    made = {file.path: file.content.decode("utf-8", "replace") for file in built.files}
    assert 'href="../../guides/visits/shadowing/"' in made["opportunities/shadow-a-leader/index.html"]
    assert 'href="evidence/">See all' in made["index.html"]


def test_templates_name_only_what_the_table_has() -> None:
    """In branches too that no network of the tests renders."""
    texts = {
        path.name: path.read_text("utf-8") for folder in ("pages", "components") for path in (THEME / folder).rglob("*.html")
    }
    named = {name for text in texts.values() for name in re.findall(r"""\b(?:url_for|path_for)\(["'](\w+)""", text)}
    typed = {path for text in texts.values() for path in re.findall(r"""["'](/[a-z/-]*/)[#"']""", text)}
    assert {"opportunity", "check_list"} <= named <= ROUTE.keys()
    assert "/find-a-mentor/" in typed and typed <= urls.OPTIONAL


def test_pages_that_only_some_networks_have_are_in_the_real_one() -> None:
    """So that a slip in the table cannot hide a link for ever."""
    assert {address.path for address in addresses(read(ROOT, Problems()))} >= urls.OPTIONAL


def test_what_was_not_read_whole_may_hold_what_a_link_leads_to() -> None:
    records = read(NETWORK, Problems())
    assert unread_sources("/opportunities/x/", records) == set()
    records.partly_read |= {"opportunities", "domains", "stages", "tables"}
    del records.incomplete
    assert unread_sources("/opportunities/x/", records) == {"opportunities"}
    assert unread_sources("/opportunities/x", records) == {"opportunities"}, "a last slash is forgotten"
    assert unread_sources("/opportunities/by/domain/x/", records) == {"opportunities", "domains"}
    assert unread_sources("/data/evidence/t99.csv", records) == {"tables"}
    assert unread_sources("/guides/shadowing/", records) == set()
    assert unread_sources("/guides/shadowing/#t1", records) == {"tables", "stages"}
    assert unread_sources("/nowhere/", records) == set()


def test_permalinks_are_every_address_and_the_places_that_are_ids() -> None:
    records = read(NETWORK, Problems())
    kept = set(lasting(records))
    assert kept >= {address.path for address in (*addresses(records), *downloads(records))}
    assert "/glossary/#mentor" in kept and "/stages/core/#try" not in kept


def test_the_search_says_what_each_result_is() -> None:
    catalogue = link(read(NETWORK, Problems()), today=TODAY)
    kinds = {page.address: metadata(page, catalogue).get("kind", "") for page in pages.build(catalogue)}
    assert kinds["/stages/core/"] == ROUTE["stage"].searched and kinds["/guides/shadowing/"] == PAGE_KINDS["guide"]
    assert {path for path, kind in kinds.items() if not kind} == {
        address.path for address in addresses(catalogue.records) if not address.route.searched
    }
