"""Format the outcome of a run as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mentor_network.gates.meanings import MEANINGS
from mentor_network.gates.runner import Outcome


def as_text(outcome: Outcome) -> str:
    """Findings grouped by gate, one a line, and a summary."""
    return "\n".join([*_groups(outcome), summary(outcome)]) + "\n"


def _groups(outcome: Outcome) -> Iterator[str]:
    for gate in outcome.gates:
        if findings := [finding for finding in outcome.findings if finding.gate == gate]:
            yield f"{gate}: {MEANINGS[gate]}"
            yield from (f"  {finding.address}: {' '.join(finding.text.split())}" for finding in findings)
            yield ""


def summary(outcome: Outcome) -> str:
    """As "33 gates, 291 pages: nothing found"."""
    failed = {finding.gate for finding in outcome.findings}
    if not failed:
        return f"{_count(len(outcome.gates), 'gate')}, {_pages(outcome)}: nothing found"
    return f"{_count(len(outcome.findings), 'finding')} in {_count(len(failed), 'gate')}"


def _pages(outcome: Outcome) -> str:
    browser = "" if outcome.in_browser in (0, outcome.pages) else f" ({outcome.in_browser} of them in a browser)"
    return f"{_count(outcome.pages, 'page')}{browser}"


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def as_json(outcome: Outcome) -> str:
    """JSON with every gate that ran and its findings."""
    gates = [
        {
            "id": gate,
            "meaning": MEANINGS[gate],
            "findings": [{"address": f.address, "text": f.text} for f in outcome.findings if f.gate == gate],
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
