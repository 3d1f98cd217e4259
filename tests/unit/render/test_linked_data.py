"""Linked data in pages cannot leave its `script` element, and has no empty property."""

from __future__ import annotations

import dataclasses
import json

from mentor_network import pages
from mentor_network.render.linked_data import json_ld
from support.catalogues import catalogue_of, small_catalogue


def test_text_cannot_end_the_script_element() -> None:
    catalogue = catalogue_of({"title": "</script><!-- & \u2028", "also_known_as": []})
    page = next(page for page in pages.build(catalogue) if page.template == "opportunity")
    text = json_ld(page, catalogue)
    assert not set(text) & set("<>&\u2028\u2029")
    data = json.loads(text)
    assert data["name"] == "</script><!-- & \u2028" and "alternateName" not in data
    assert data["url"] == "https://example.org/network/opportunities/entry-0/"


def test_a_description_is_plain_text() -> None:
    catalogue = small_catalogue()
    page = next(page for page in pages.build(catalogue) if page.template == "case")
    page = dataclasses.replace(page, description="**Bold** and [a link](/stages/)")
    assert json.loads(json_ld(page, catalogue))["description"] == "Bold and a link"
