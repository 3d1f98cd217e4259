"""The sample of pages for slow gates: everything that occurs on a site is in it, and the longest texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentor_network.gates.page import Page, Site
from mentor_network.gates.sampling import LENGTHS, combinations, covering_pages, template_and_kind


def everything(site: Site) -> set[object]:
    """Every kind of page and every combination of elements that occurs on a site."""
    return {part for page in site.pages.values() for part in (template_and_kind(page), *combinations(page))}


def addresses(site: Site) -> set[str]:
    return {page.address for page in covering_pages(site)}


def twin(site: Path, address: str, *, put: str = "", before: str = "</main>") -> Site:
    """The site with a copy of a page at /twin/ that has `put` before the first of some words."""
    whole = Site(site)
    page = whole.at(address)
    assert before in page.html
    copy = Page("/twin/", page.html.replace(before, put + before, 1), page.base_path)
    vars(whole)["pages"] = {**whole.pages, copy.address: copy}
    return whole


def test_everything_that_occurs_is_covered_by_few_pages(site: Path) -> None:
    whole = Site(site)
    chosen = covering_pages(whole)
    assert {part for page in chosen for part in (template_and_kind(page), *combinations(page))} == everything(whole)
    assert len(chosen) < len(whole.pages) / 5


def test_the_longest_texts_are_covered(site: Path) -> None:
    whole = Site(site)
    chosen = covering_pages(whole)
    for length in LENGTHS:
        assert max(map(length, chosen)) == max(map(length, whole.pages.values())), length.__name__


@pytest.mark.parametrize(
    "put",
    [
        '<p class="mn-card__title">A class where it was not</p>',
        "<p><q><b>An element where it was not</b></q></p>",
        '<p lang="cy">Gair</p>',
        '<div role="note">x</div>',
    ],
)
def test_a_page_with_a_combination_of_its_own_is_covered(put: str, small_site: Path) -> None:
    assert "/twin/" not in addresses(twin(small_site, "/glossary/"))
    assert "/twin/" in addresses(twin(small_site, "/glossary/", put=put))


def test_a_page_of_a_kind_of_its_own_is_covered(small_site: Path) -> None:
    site = Site(small_site)
    text = site.text("glossary/index.html").replace('data-kind="glossary"', 'data-kind="timetable"')
    changed = site.changed("glossary/index.html", text)
    assert ("glossary", "timetable") in {template_and_kind(page) for page in covering_pages(changed)}


def test_another_text_alone_makes_no_combination(small_site: Path) -> None:
    assert "/twin/" not in addresses(twin(small_site, "/glossary/", put="Other words ", before="</h1>"))
