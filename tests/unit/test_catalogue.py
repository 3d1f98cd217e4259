"""The catalogue: order, status, reverse references and labels."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from mentor_network.catalogue import filter_by_weeks, link
from mentor_network.records.derived import group_by
from support.catalogues import catalogue_of, small_catalogue
from support.networks import TODAY

TOMORROW, YESTERDAY = TODAY + datetime.timedelta(1), TODAY - datetime.timedelta(1)


def test_group_by_lists_an_item_once_under_each_of_its_keys() -> None:
    assert group_by(["ab", "b", "aa"], lambda word: word) == {"a": ("ab", "aa"), "b": ("ab", "b")}


def test_opportunities_are_sorted_by_weeks_and_then_title() -> None:
    catalogue = catalogue_of({"title": "b", "min_weeks": 4}, {"title": "C", "min_weeks": 1}, {"title": "A", "min_weeks": 4})
    assert [o.title for o in catalogue.opportunities] == ["C", "A", "b"]


@pytest.mark.parametrize(
    ("fields", "runs"),
    [
        ({"status": "always", "closes": None}, True),
        ({"status": "check", "closes": None}, True),
        ({"status": "open", "closes": TODAY}, True),
        ({"status": "open", "closes": YESTERDAY}, False),
        ({"status": "open", "opens": TOMORROW, "closes": None}, True),
        ({"status": "closed", "closes": None}, False),
        ({"status": "on-hold", "closes": None}, False),
    ],
)
def test_an_opportunity_runs_until_it_is_closed_or_on_hold(fields: dict[str, Any], runs: bool) -> None:
    catalogue = catalogue_of(fields)
    assert len(catalogue.running) == runs and len(catalogue.not_running) == (not runs)
    assert bool(catalogue.by_stage) == runs, "only running ones are indexed"


def test_drafts_of_case_studies_are_not_in_the_catalogue() -> None:
    assert list(small_catalogue().case) == ["matching-projects"]


def test_a_domain_has_the_opportunities_of_its_parts() -> None:
    catalogue = catalogue_of({"develops": ["cap-1-teams"]})
    assert [o.id for o in catalogue.by_domain["cap-1"]] == ["entry-0"] == [o.id for o in catalogue.by_domain["cap-1-teams"]]


def test_domains_of_a_model_that_no_opportunity_names_are_reached_through_themes() -> None:
    catalogue = catalogue_of({"develops": ["cap-2"], "themes": ["teams"]})
    assert catalogue.named_models == {"cap"}
    assert [o.id for o in catalogue.by_domain["qualities-care"]] == ["entry-0"]
    assert "cap-1" not in catalogue.by_domain, "a theme adds nothing in a model whose domains are named"


def test_what_shows_a_domain_anyway_is_not_listed_as_able_to() -> None:
    catalogue = catalogue_of({"develops": ["cap-2"], "can_show": ["cap-2", "cap-1-teams"]})
    assert catalogue.can_show == {"cap-2": (), "cap-1-teams": catalogue.opportunities, "cap-1": catalogue.opportunities}


def test_labels_of_domains_have_the_number_or_the_name() -> None:
    catalogue = small_catalogue()
    assert catalogue.label == {
        "cap-1": "CAP 1",
        "cap-1-teams": "CAP 1 teams",
        "cap-2": "CAP 2",
        "qualities-care": "Care",
    }
    assert catalogue.full_label("cap-1") == "CAP 1 leading and team working"
    assert catalogue.full_label("cap-1-teams") == "CAP 1 teams"
    assert catalogue.with_ancestors("cap-1-teams") == ["cap-1-teams", "cap-1"]


def test_figures_have_the_unit_of_their_column() -> None:
    figures = small_catalogue().figure
    assert figures["T1.shadowing.done"] == "8%" and figures["mentor-hours"] == "2 hours"


def test_absolute_urls_need_the_address_of_the_site() -> None:
    catalogue = small_catalogue()
    assert catalogue.absolute_url("/stages/") == "https://example.org/network/stages/"
    nowhere = catalogue.network.model_copy(update={"site_url": ""})
    records = catalogue.records
    assert records.network
    without = type(catalogue)(nowhere, records, TODAY)
    assert without.absolute_url("/stages/") == ""


def test_defaults_fill_only_empty_fields_of_the_network() -> None:
    network = link(small_catalogue().records, today=TODAY, defaults={"contact": "a@example.org", "site_url": "x"}).network
    assert network.contact == "a@example.org" and network.site_url == "https://example.org/network/"


def test_filter_by_weeks_keeps_what_is_no_longer() -> None:
    catalogue = catalogue_of({"min_weeks": 4}, {"min_weeks": 17})
    assert [o.min_weeks for o in filter_by_weeks(catalogue.opportunities, 4)] == [4]
