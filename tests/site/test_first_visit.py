"""A first visit to any page of the real site is small: what a browser loads before somebody opens a tool."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mentor_network.gates.page import Site
from mentor_network.gates.resources import first_visit

#: The most bytes of a first visit, compressed.
BUDGET = 40_000


@pytest.fixture(scope="module")
def whole(site: Path) -> Site:
    return Site(site)


def over(site: Site) -> dict[str, int]:
    """The pages whose first visit is over the budget, with its bytes."""
    sizes = {page.address: first_visit(site, page) for page in site.pages.values()}
    return {address: size for address, size in sizes.items() if size > BUDGET}


def test_a_first_visit_to_each_page_is_within_the_budget(whole: Site) -> None:
    assert over(whole) == {}


@pytest.mark.parametrize(
    ("file", "pages"),
    [("assets/site.css", "/about/"), ("assets/stay.js", "/about/"), ("assets/facets.js", "/opportunities/")],
    ids=["a style sheet", "a script", "an import of a script"],
)
def test_what_a_page_loads_counts(file: str, pages: str, whole: Site) -> None:
    noise = random.Random(1).randbytes(BUDGET).hex()
    assert pages in over(whole.changed(file, f"{whole.text(file)}/* {noise} */"))


def test_what_is_loaded_when_a_tool_opens_does_not_count(whole: Site) -> None:
    noise = random.Random(1).randbytes(BUDGET).hex()
    assert over(whole.changed("assets/form-page.js", f"{whole.text('assets/form-page.js')}/* {noise} */")) == {}
