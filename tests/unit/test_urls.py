"""The table of routes: it agrees with the templates, and with the files and anchors of built sites."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mentor_network import pages, pipeline, urls
from mentor_network.catalogue import link
from mentor_network.labels import PAGE_KINDS
from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.render.environment import THEME
from mentor_network.search.metadata import metadata
from mentor_network.urls import ROUTE, ROUTES, addresses, downloads, permalinks, route_of, unread_sources, url
from support.networks import NETWORK, ROOT, TODAY, started


@pytest.fixture(scope="module", params=["real", "small", "new"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three networks: the real one, the small one of the tests, and a new one made by `init`."""
    if request.param == "new":
        return started(tmp_path_factory.mktemp("new") / "network")
    return {"real": ROOT, "small": NETWORK}[request.param]


@pytest.fixture(scope="module")
def records(root: Path) -> Records:
    return read(root, Problems())


def test_each_page_and_file_has_a_unique_address(records: Records) -> None:
    paths = [address.path for address in (*addresses(records), *downloads(records))]
    assert len(paths) == len(set(paths)) > 50


def test_an_address_resolves_to_its_route(records: Records) -> None:
    """Except for hand-written pages. Two routes have the same path: either of them may be found."""
    for address in (*addresses(records), *downloads(records)):
        assert url(address.route.name, **address.ids) == address.path
        if address.route.name != "content":
            route = route_of(address.path)
            assert route and route.depends_on == address.route.depends_on, address.path


@pytest.mark.parametrize(
    ("name", "ids"),
    [("opportunty", {"id": "x"}), ("opportunity", {}), ("opportunity", {"id": "x", "stage": "y"}), ("home", {"id": "x"})],
)
def test_an_unknown_route_or_other_ids_raise(name: str, ids: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        url(name, **ids)


def test_each_route_has_a_template_and_a_builder() -> None:
    templates = {route.template for route in ROUTES if route.template}
    assert templates == {path.stem for path in (THEME / "pages").glob("*.html")} - {
        "lead",
        "draft",
    }  # a part, and previews only
    assert templates - {"a_to_z"} == pages.BUILDERS.keys()


def test_a_site_has_every_file_and_every_anchor_of_the_table(root: Path) -> None:
    """And no other file of open data. A template with an anchor that the table lacks would fail the build."""
    built = pipeline.build(root, today=TODAY)
    assert built.site and built.problems.errors == []
    files = {file.path: file.content.decode("utf-8", "replace") for file in built.files()}
    assert {f"/{path}" for path in files if path.startswith("data/") and path != "data/index.html"} == {
        address.path for address in downloads(built.site.catalogue.records)
    }
    for page in pages.build(built.site.catalogue):
        assert page.location.anchors <= set(re.findall(r' id="([^"]+)"', files[page.path_of_file])), page.address


def test_optional_pages_are_in_the_real_network() -> None:
    """Otherwise a mistake in the table could hide a link without notice."""
    assert {address.path for address in addresses(read(ROOT, Problems()))} >= urls.OPTIONAL


def test_unread_catalogues_may_define_the_target_of_a_link() -> None:
    records = read(NETWORK, Problems())
    assert unread_sources("/opportunities/x/", records) == set()
    records.partly_read |= {"opportunities", "domains", "stages", "tables"}
    del records.incomplete
    assert unread_sources("/opportunities/x/", records) == {"opportunities"}
    assert unread_sources("/opportunities/x", records) == {"opportunities"}, "the trailing slash may be missing"
    assert unread_sources("/opportunities/by/domain/x/", records) == {"opportunities", "domains"}
    assert unread_sources("/data/evidence/t99.csv", records) == {"tables"}
    assert unread_sources("/guides/shadowing/", records) == set()
    assert unread_sources("/guides/shadowing/#t1", records) == {"tables", "stages"}
    assert unread_sources("/nowhere/", records) == set()


def test_permalinks_are_all_addresses_and_the_anchors_that_are_ids() -> None:
    records = read(NETWORK, Problems())
    links = set(permalinks(records))
    assert links >= {address.path for address in (*addresses(records), *downloads(records))}
    assert "/glossary/#mentor" in links and "/stages/core/#try" not in links


def test_search_results_have_the_label_of_their_route() -> None:
    catalogue = link(read(NETWORK, Problems()), today=TODAY)
    kinds = {page.address: metadata(page, catalogue).get("kind", "") for page in pages.build(catalogue)}
    assert kinds["/stages/core/"] == ROUTE["stage"].search_label and kinds["/guides/shadowing/"] == PAGE_KINDS["guide"]
    assert {path for path, kind in kinds.items() if not kind} == {
        address.path for address in addresses(catalogue.records) if not address.route.search_label
    }
