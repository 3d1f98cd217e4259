"""The JSON of the plan page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mentor_network import pipeline
from mentor_network.catalogue import link
from mentor_network.outputs.client_data import my_plan
from support.networks import TODAY

RETIRED = "id: old-shadowing\ntitle: Shadow\nmoved_to: shadow-a-leader\n"


def written(root: Path) -> dict[str, Any]:
    records, problems = pipeline.check(root, today=TODAY)
    assert problems.errors == []
    return {file.path: json.loads(file.content) for file in my_plan.files(link(records, today=TODAY))}


def test_items_have_the_facts_of_opportunities(network: Callable[[dict[str, str | None]], Path]) -> None:
    items = written(network({"opportunities/old-shadowing.yaml": RETIRED}))["assets/plan-items.json"]
    assert {item["id"] for item in items["items"]} == {"shadow-a-leader", "chair-a-meeting"}
    shadowing = next(item for item in items["items"] if item["id"] == "shadow-a-leader")
    assert shadowing["title"] == "Shadow a clinical leader for half a day"
    assert shadowing["stages"] == ["core", "registrar"] and "closed" not in shadowing
    assert items["retired"] == [{"id": "old-shadowing", "title": "Shadow", "now": ["shadow-a-leader"]}]


def test_questions_for_supervisors_are_plain_text(network: Callable[[dict[str, str | None]], Path]) -> None:
    review = written(network({}))["assets/plan-review.json"]
    assert set(review) == {"reflect", "stages"} and set(review["stages"]) == {"core", "registrar"}
    assert "<" not in json.dumps(review)
