"""Pages of stages and case studies: what fits a placement, and facts that nobody stated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mentor_network import pages
from mentor_network.catalogue import Catalogue, link
from support.catalogues import catalogue_of, small_catalogue
from support.networks import TODAY


def context(address: str, catalogue: Catalogue) -> dict[str, Any]:
    return dict(next(page.context for page in pages.build(catalogue) if page.address == address))


def test_the_tally_of_a_stage_is_cumulative() -> None:
    catalogue = catalogue_of({"min_weeks": 4, "stages": ["core"]}, {"min_weeks": 26, "stages": ["core"]}, {"stages": []})
    assert [n for _, _, n in context("/stages/core/", catalogue)["tally_rows"]] == [0, 1, 1, 2, 2]


def test_facts_that_are_not_stated_share_one_row() -> None:
    facts = context("/case-studies/matching-projects/", small_catalogue())["facts_rows"]
    assert facts == [("Not said", "Type of Trust, size, spread and with whom: the report does not state this")]


def test_stated_facts_have_rows_of_their_own() -> None:
    records = small_catalogue().records
    entries = [
        replace(e, record=e.record.model_copy(update={"trust_type": "acute", "size_band": "not-stated"}))
        for e in records.cases
    ]
    catalogue = link(replace(records, cases=entries), today=TODAY)
    facts = context("/case-studies/matching-projects/", catalogue)["facts_rows"]
    assert facts[0] == ("Type of Trust", "Acute") and facts[1][1].startswith("Size, spread and with whom: ")
