"""Permalinks that a change takes away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.records import Records, read
from mentor_network.review.permalinks import lost
from support.networks import NETWORK

Make = Callable[[dict[str, str | None]], Path]


def records(root: Path) -> Records:
    return read(root, Problems())


def without_mentor(network: Make) -> Records:
    text = (NETWORK / "glossary.yaml").read_text("utf-8")
    return records(network({"glossary.yaml": text.replace("- id: mentor\n", "- id: leader\n")}))


def test_what_is_gone_is_listed_unless_check_reports_it(network: Make) -> None:
    after = without_mentor(network)
    assert lost(records(NETWORK), after, ()) == ["/glossary/#mentor"]
    assert lost(records(NETWORK), after, {"/glossary/#mentor"}) == []


def test_nothing_is_lost_while_its_catalogue_has_errors(network: Make) -> None:
    assert lost(records(NETWORK), records(network({"glossary.yaml": "- id: mentor\n  term: {\n"})), ()) == []
