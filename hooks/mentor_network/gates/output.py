"""What came of a run, as lines for a person or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.runner import Outcome


def as_text(outcome: Outcome) -> str:
    """The findings by gate, each on a line of its own, and a line that sums up."""
    return "\n".join([*_groups(outcome), summary(outcome)]) + "\n"


def _groups(outcome: Outcome) -> Iterator[str]:
    for gate in outcome.gates:
        if found := [one for one in outcome.findings if one.gate == gate]:
            yield f"{gate}: {MEANINGS[gate]}"
            yield from (f"  {one.address}: {' '.join(one.text.split())}" for one in found)
            yield ""


def summary(outcome: Outcome) -> str:
    """As "33 gates, 291 pages: nothing found"."""
    failed = {one.gate for one in outcome.findings}
    if not failed:
        return f"{_many(len(outcome.gates), 'gate')}, {_pages(outcome)}: nothing found"
    return f"{_many(len(outcome.findings), 'finding')} in {_many(len(failed), 'gate')}"


def _pages(outcome: Outcome) -> str:
    browser = "" if outcome.in_browser in (0, outcome.pages) else f" ({outcome.in_browser} of them in a browser)"
    return f"{_many(outcome.pages, 'page')}{browser}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def as_json(outcome: Outcome) -> str:
    """The same for programs: every gate that looked, with its findings."""
    gates = [
        {
            "id": gate,
            "meaning": MEANINGS[gate],
            "findings": [{"address": one.address, "text": one.text} for one in outcome.findings if one.gate == gate],
        }
        for gate in outcome.gates
    ]
    whole = {
        "pages": outcome.pages,
        "pages_in_browser": outcome.in_browser,
        "findings": len(outcome.findings),
        "gates": gates,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
