"""References to retired opportunities, and to catalogues that were not read whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentor_network import pipeline
from mentor_network.problems import Problem
from support.networks import NETWORK, TODAY

Make = Callable[[dict[str, str | None]], Path]
CHAIR = (NETWORK / "opportunities/chair-a-meeting.yaml").read_text("utf-8")


def errors(network: Make, files: dict[str, str | None]) -> list[Problem]:
    return pipeline.check(network(files), today=TODAY)[1].errors


@pytest.mark.parametrize(
    ("fate", "help"),
    [
        ("moved_to: shadow-a-leader", "use `shadow-a-leader` instead"),
        ("split_into: [shadow-a-leader, chair-a-meeting]", "use `shadow-a-leader` or `chair-a-meeting` instead"),
        ("withdrawn: It ended.", "take it out"),
    ],
)
def test_a_reference_to_a_retired_opportunity_names_its_successors(fate: str, help: str, network: Make) -> None:
    files = {
        "opportunities/old-one.yaml": f"id: old-one\n{fate}\n",
        "opportunities/chair-a-meeting.yaml": f"{CHAIR}leads_to: [old-one]\n",
    }
    [error] = errors(network, files)
    assert (error.file, error.code, error.help) == ("opportunities/chair-a-meeting.yaml", "unknown-reference", help)
    assert error.message == "`old-one` is no longer an entry"


def test_a_reference_is_not_reported_while_its_catalogue_is_incomplete(network: Make) -> None:
    files = {"stages.yaml": "- id: [\n", "opportunities/chair-a-meeting.yaml": CHAIR}
    assert {error.file for error in errors(network, files)} == {"stages.yaml"}
