"""The sample of pages for gates in a browser: every kind of page and every component is in it."""

from __future__ import annotations

from pathlib import Path

from mentor_network.gates.page import Site
from mentor_network.gates.sampling import representative_pages, template_and_kind


def test_every_kind_of_page_is_covered(site: Path) -> None:
    whole = Site(site)
    chosen = representative_pages(whole)
    assert {template_and_kind(page) for page in chosen} == {template_and_kind(page) for page in whole.pages.values()}
    assert len({template_and_kind(page) for page in chosen}) > 20 and len(chosen) < 40


def test_a_new_kind_of_page_is_covered_by_itself(small_site: Path) -> None:
    site = Site(small_site)
    text = site.text("glossary/index.html").replace('data-kind="glossary"', 'data-kind="timetable"')
    assert ("glossary", "timetable") in {
        template_and_kind(page) for page in representative_pages(site.changed("glossary/index.html", text))
    }


def test_a_page_with_a_component_of_its_own_is_in_the_sample(small_site: Path) -> None:
    site = Site(small_site)
    left_out = next(address for address in site.pages if address not in {p.address for p in representative_pages(site)})
    name = Site.file_of(left_out)
    changed = site.changed(name, site.text(name).replace("<article", '<p class="mn-new mn-card__title"></p><article', 1))
    assert left_out in {page.address for page in representative_pages(changed)}
