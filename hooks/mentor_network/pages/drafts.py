"""The pages of drafts, for previews. The table of routes has none of them, so no page, list or file can link to one."""

from __future__ import annotations

from dataclasses import replace

from mentor_network.catalogue import Catalogue
from mentor_network.pages.guidance import case_page
from mentor_network.pages.page import Page
from mentor_network.problems import Span
from mentor_network.records.derived import is_built
from mentor_network.urls import ROUTE, Address, url

DRAFT = replace(ROUTE["case"], name="draft", search_label="", in_a_to_z=False, in_sitemap=False)


def build(catalogue: Catalogue) -> list[Page]:
    """Make the page of each case study that is not published, at the address that it will have."""
    drafts = [entry for entry in catalogue.records.cases if not is_built(entry)]
    return [case_page(_address(entry.record.id, entry.at("id")), entry.record, catalogue) for entry in drafts]


def _address(word: str, span: Span) -> Address:
    return Address(url("case", id=word), DRAFT, {"id": word}, span)
