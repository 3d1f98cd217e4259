"""Facets of the finders: which there are, their options, and how many entries match each."""

from __future__ import annotations

import pytest

from mentor_network.pages.facets import OPPORTUNITIES, OTHER, Facet, Rule, facets, fits, values
from support.catalogues import catalogue_of


@pytest.mark.parametrize(
    ("rule", "has", "matches"),
    [
        ("any", ("a", "4"), True),
        ("any", ("40",), False),
        ("any", (), False),
        ("most", ("3.5",), True),
        ("most", ("4",), True),
        ("most", ("5",), False),
        ("most", (), False),
        ("open", ("4",), True),
        ("open", ("5",), False),
        ("open", (), True),
    ],
)
def test_the_rule_decides_what_matches(rule: Rule, has: tuple[str, ...], matches: bool) -> None:
    assert fits(rule, "4", has) is matches


def by_name(*changes: dict[str, object]) -> dict[str, Facet]:
    catalogue = catalogue_of(*changes)
    return {facet.name: facet for facet in facets(OPPORTUNITIES, catalogue.running, catalogue)}


def test_options_that_some_entry_has_are_counted() -> None:
    found = by_name({"cost": "free"}, {"cost": "free"}, {"cost": "paid"})
    assert found["cost"].options == (("free", "Free", 2), ("paid", "You pay", 1))


def test_a_facet_that_all_entries_match_alike_is_left_out() -> None:
    assert "cost" not in by_name({"cost": "free"}, {"cost": "free"})


def test_a_filter_with_all_options_has_options_that_no_entry_has() -> None:
    found = by_name({"min_weeks": 4, "stages": ["core"]}, {"min_weeks": 17, "stages": ["core"]})
    assert [(value, n) for value, _, n in found["weeks"].options] == [("1", 0), ("4", 1), ("17", 2), ("26", 2), ("52", 2)]
    assert [(value, n) for value, _, n in found["stage"].options] == [("core", 2), ("registrar", 0)]


def test_readers_in_no_named_place_still_match_entries_for_everywhere() -> None:
    found = by_name({"where": []}, {"where": ["england"]})
    assert found["where"].options == (("england", "England", 2), (OTHER, "Somewhere else", 1))


def test_specialties_are_slugs() -> None:
    catalogue = catalogue_of({"specialties": ["Emergency medicine"]}, {})
    assert values(OPPORTUNITIES, catalogue.opportunities[0], catalogue)["specialty"] == "emergency-medicine"
    assert "specialty" not in values(OPPORTUNITIES, catalogue.opportunities[1], catalogue), "an empty value is no attribute"
