"""The metadata of search results."""

from __future__ import annotations

from mentor_network import pages, pipeline
from mentor_network.catalogue import link
from mentor_network.search.metadata import metadata
from support.networks import NETWORK, TODAY


def test_a_searched_page_has_its_kind_and_stages_and_others_have_nothing() -> None:
    records, _ = pipeline.check(NETWORK, today=TODAY)
    catalogue = link(records, today=TODAY)
    found = {page.address: metadata(page, catalogue) for page in pages.build(catalogue)}
    shadowing = found["/opportunities/shadow-a-leader/"]
    assert shadowing["kind"] == "Something to do" and shadowing["stages"] == "Every stage" and shadowing["summary"]
    assert "stages" not in found["/stages/core/"]
    assert found["/"] == {} and found["/search/"] == {}
    assert all(all(texts.values()) for texts in found.values())
