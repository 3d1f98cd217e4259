"""The gates of a browser on the real site. docs/gates.md lists which visits are paid to which pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from mentor_network.gates.runner import Finding, visited
from mentor_network.gates.visits import Visit
from support.kinds import pages
from support.reach import EVERY_LOOK, PLAIN, SCRIPTS, shares
from support.servers import served
from support.traces import Traces

pytestmark = pytest.mark.browser

#: Pages are shared out, so that all cores have some.
PARTS = 4

Paid = Callable[[Visit, Iterable[str]], list[Finding]]


@pytest.fixture(scope="session")
def parts(site: Path) -> tuple[list[str], list[str], list[str]]:
    """Addresses: a page of each kind, other pages of the covering set, and all others."""
    return shares(site)


@pytest.fixture
def paid(site: Path, visitor: Any) -> Iterator[Paid]:
    """A function that pays a visit to pages, on a host that sends headers. It must leave nothing behind."""
    traces: list[Traces] = []
    with served(site, headers=True) as base:

        def pay(visit: Visit, addresses: Iterable[str]) -> list[Finding]:
            def opened() -> Page:
                someone = visitor(**visit.options())
                if visit.script:
                    traces.append(Traces(someone, base))
                return someone.page

            return list(visited(opened, visit, base, addresses))

        yield pay
        assert [found for each in traces if not each.someone.page.is_closed() for found in each.found()] == []


@pytest.mark.gate
@pytest.mark.parametrize("part", range(PARTS))
def test_no_gate_finds_anything_on_a_page_of_each_kind_in_any_look(part: int, parts: Any, paid: Paid) -> None:
    assert paid(EVERY_LOOK, parts[0][part::PARTS]) == []


@pytest.mark.gate
@pytest.mark.parametrize("part", range(PARTS))
def test_no_gate_finds_anything_on_pages_that_hold_everything(part: int, parts: Any, paid: Paid) -> None:
    assert paid(SCRIPTS, parts[1][part::PARTS]) == []


@pytest.mark.every_page
@pytest.mark.parametrize("part", range(4 * PARTS))
def test_no_gate_finds_anything_on_any_other_page(part: int, parts: Any, paid: Paid) -> None:
    assert paid(SCRIPTS, parts[2][part :: 4 * PARTS]) == []


@pytest.mark.gate
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_fits_a_phone_and_is_whole_without_script(part: int, site: Path, paid: Paid) -> None:
    assert paid(PLAIN, [*pages(site), "/404.html"][part::PARTS]) == []


@pytest.mark.gate
def test_every_page_is_paid_a_visit(parts: Any, site: Path) -> None:
    assert sorted(address for share in parts for address in share) == sorted([*pages(site), "/404.html"])
