"""The supervisor's check: examples of each domain, lists through each model, and titles that fit."""

from __future__ import annotations

from typing import Any

from mentor_network import pages
from mentor_network.catalogue import Catalogue
from mentor_network.pages import Page
from mentor_network.pages.supervision import BRIEF
from support.catalogues import catalogue_of


def page_at(address: str, catalogue: Catalogue) -> Page:
    return next(page for page in pages.build(catalogue) if page.address == address)


def context(address: str, catalogue: Catalogue) -> dict[str, Any]:
    return dict(page_at(address, catalogue).context)


def test_a_brief_domain_has_all_opportunities_and_a_few_examples() -> None:
    catalogue = catalogue_of(*({"develops": ["cap-1"], "stages": ["core"]} for _ in range(BRIEF + 2)))
    shown = {item.domain.id: item for item in context("/supervisors/cap-check/core/", catalogue)["brief_ones"]}
    assert len(shown["cap-1"].shows) == BRIEF + 2 and len(shown["cap-1"].examples) == BRIEF
    registrar = {item.domain.id: item for item in context("/supervisors/cap-check/registrar/", catalogue)["brief_ones"]}
    assert registrar["cap-1"].shows == ()


def test_a_list_names_the_domains_without_opportunities() -> None:
    catalogue = catalogue_of({"develops": ["cap-1-teams"], "stages": ["core"]})
    listed = context("/supervisors/cap-check/core/cap/", catalogue)
    assert [item.domain.id for item in listed["listed"]] == ["cap-1-teams"]
    assert [domain.id for domain in listed["bare"]] == ["cap-1", "cap-2"]


def test_the_list_of_another_model_goes_by_theme() -> None:
    page = page_at("/supervisors/cap-check/core/qualities/", catalogue_of({"themes": ["teams"]}))
    assert page.context["direct"] is False and page.description.startswith("All that shares a theme with each part of ")
    assert [title for title, _ in page.breadcrumbs] == ["CAP check", "Core"]


def test_titles_have_at_most_65_characters() -> None:
    for page in pages.build(catalogue_of({})):
        assert len(page.title) <= 65, page.address
