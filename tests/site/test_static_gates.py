"""The static gates on every page of the real site, and the map from requirements to tests."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from mentor_network.gates import manual_tests, record
from mentor_network.gates.browser import BROWSER
from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.page import Site
from mentor_network.gates.resources import first_visit
from mentor_network.gates.static import STATIC
from support.networks import ROOT
from support.requirements import WHERE, is_test

#: The most bytes, compressed, that a browser loads for a page before somebody opens a tool on it.
FIRST_VISIT = 40_000
#: What the standard asks for.
REQUIRED = [f"A{n}" for n in range(1, 21)]
REQUIRED += ["L1", "S1 to S22", "N1", "N2", "N3", "P1", "P2", "P3", "P4", "C1", "C2", "C3", "R1", "R2", "R3"]
REQUIRED += ["D1", "D2", "D3", "E1", "E2", "Q1"]


@pytest.fixture(scope="session")
def whole(site: Path) -> Site:
    """The real site, each page read once."""
    return Site(site, network=ROOT)


@pytest.mark.parametrize("gate", STATIC)
def test_every_page_passes(gate: str, whole: Site) -> None:
    assert list(STATIC[gate].findings(whole, whole.pages.values())) == []


def test_links_lead_from_the_home_page_to_every_page(whole: Site) -> None:
    reached, left = set(), {"/"}
    while left:
        reached |= left
        left = {link.path for address in left for link in whole.at(address).links} & {*whole.pages} - reached
    assert {*whole.pages} - reached == {"/404.html"}


def test_every_requirement_has_a_home() -> None:
    assert list(WHERE) == REQUIRED


def test_every_home_is_there() -> None:
    for requirement, home in WHERE.items():
        file, _, name = home.removeprefix("by hand: ").partition("::" if is_test(home) else ", ")
        text = (ROOT / file).read_text("utf-8")
        assert re.search(rf"^(def {name}\(|{name}\b.* = |## {name}$)", text, re.MULTILINE), requirement
        if name == "STATIC":
            assert requirement in STATIC
        elif name == "BROWSER":
            assert re.search(rf'"{requirement}\b', text), requirement


def test_every_gate_without_a_browser_is_on_the_map() -> None:
    assert [gate for gate in STATIC if gate not in WHERE] == []


def test_the_record_of_tests_by_hand_has_no_faults() -> None:
    assert manual_tests.faults((ROOT / record.TRIED_BY_HAND).read_text("utf-8")) == []


def test_every_gate_has_its_meaning() -> None:
    assert {*MEANINGS} == {*STATIC} | {name.split()[0] for name in BROWSER}


def over(site: Site) -> dict[str, int]:
    """The pages whose first visit is over the budget, with its bytes."""
    sizes = {page.address: first_visit(site, page) for page in site.pages.values()}
    return {address: size for address, size in sizes.items() if size > FIRST_VISIT}


def with_more_bytes(site: Site, file: str) -> Site:
    noise = random.Random(1).randbytes(FIRST_VISIT).hex()
    return site.changed(file, f"{site.text(file)}/* {noise} */")


def test_a_first_visit_to_each_page_is_within_the_budget(whole: Site) -> None:
    assert over(whole) == {}


@pytest.mark.parametrize(
    ("file", "page"),
    [("assets/site.css", "/about/"), ("assets/stay.js", "/about/"), ("assets/facets.js", "/opportunities/")],
    ids=["a style sheet", "a script", "an import of a script"],
)
def test_what_a_page_loads_counts(file: str, page: str, whole: Site) -> None:
    assert page in over(with_more_bytes(whole, file))


def test_what_is_loaded_when_a_tool_opens_does_not_count(whole: Site) -> None:
    assert over(with_more_bytes(whole, "assets/form-page.js")) == {}
