"""The numbers on the pages of the check and of the coverage page in the real network, and the lists behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest

from mentor_network.gates.page import NS, all_of, text_of
from support.check_page import (
    check,
    check_pages,
    domains_in_full,
    labelled,
    opportunities,
    others,
    page,
    running,
    shows,
    stages,
    with_attribute,
)


def numbers(tree: Element, address: str) -> Iterator[tuple[int, str, str]]:
    """Each linked number in tables: the number, and the path and fragment of its link."""
    for table in all_of(tree, "table"):
        for cell in all_of(table, "td"):
            for a in all_of(cell, "a"):
                target = urlsplit(urljoin(f"https://site{address}", a.get("href") or ""))
                yield int(text_of(a)), target.path, target.fragment


def tables_with_numbers(site: Path) -> list[str]:
    """The addresses of pages with a table of linked numbers."""
    return [check(), "/mentors/coverage/", *(a for a in check_pages(site) if a.startswith(f"{check()}lens/"))]


@pytest.mark.gate
def test_each_number_opens_a_list_of_just_those(site: Path) -> None:
    opened = 0
    for address in tables_with_numbers(site):
        for n, target, domain in numbers(page(site, address), address):
            section = labelled(page(site, target), domain)
            (listed,) = with_attribute(section, "data-listed", domain)
            stage = target.split("/")[3]
            expected = {o.id for o in running() if stage in o.stages and shows(o, domain)}
            found = opportunities(listed, target)
            assert n == len(found) == len(expected) and set(found) == expected, (address, target, domain)
            opened += 1
    assert opened


def test_a_number_without_a_link_is_0(site: Path) -> None:
    for address in (check(), *(a for a in check_pages(site) if a.startswith(f"{check()}lens/"))):
        (table,) = [t for t in all_of(page(site, address), "table") if "Each number opens the list" in text_of(t)]
        assert {text_of(cell) for cell in all_of(table, "td") if not all_of(cell, "a")} <= {"0"}, address


def test_each_stage_says_how_many_there_are(site: Path) -> None:
    for stage in stages():
        address = f"{check()}{stage}/"
        for a in all_of(page(site, address), "a"):
            if (words := text_of(a)).startswith("All ") and "that show" in words:
                domain = urlsplit(a.get("href") or "").fragment
                expected = [o for o in running() if stage in o.stages and shows(o, domain)]
                assert int(words.split()[1]) == len(expected)


def test_another_model_is_reached_by_the_themes_that_entries_name(site: Path) -> None:
    """The list has exactly the opportunities that share a theme, not those of related domains."""
    stage = stages()[0]
    for model in others():
        address = f"{check()}{stage}/{model.id}/"
        lists = with_attribute(page(site, address), "data-listed")
        assert lists
        for listed in lists:
            domain = listed.get("data-listed") or ""
            expected = [o.id for o in running() if stage in o.stages and shows(o, domain)]
            assert opportunities(listed, address) == expected


def test_the_boxes_follow_the_rule_on_the_page(site: Path) -> None:
    (matrix,) = [t for t in all_of(page(site, check()), "table") if "Kinds of activity" in text_of(t)]
    rows = all_of(matrix.find(f"{NS}tbody"), "tr")  # type: ignore[arg-type]
    assert len(rows) == len({o.type for o in running()})
    for row in rows:
        kind = (all_of(row, "a")[0].get("href") or "").rstrip("/").rpartition("/")[2]
        some = [o for o in running() if o.type == kind]
        for domain, cell in zip(domains_in_full(), all_of(row, "td"), strict=True):
            yes = sum(domain in o.develops for o in some)
            can = sum(domain in o.can_show and domain not in o.develops for o in some)
            half, some_can = "At least half can help to show it", "Some can help to show it"
            words = half if yes * 2 >= len(some) and yes else some_can if yes or can else "None is listed for it"
            assert text_of(cell).startswith(f"{words}: {yes} of {len(some)} show it"), (kind, domain)
            assert ("more can" in text_of(cell)) == bool(can)
