"""The outcome of a run as text and as JSON."""

from __future__ import annotations

import json

import pytest

from mentor_network.gates.output import as_json, as_text, summary
from mentor_network.gates.runner import Finding, Outcome

FOUND = Outcome(("A10", "A13"), 3, 0, (Finding("A13", "/", "two\nlines"), Finding("A13", "/b/", "x")))


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome(("A1", "A10"), 3, 3, ()), "2 gates, 3 pages: nothing found"),
        (Outcome(("A1", "A10"), 3, 1, ()), "2 gates, 3 pages (1 of them in a browser): nothing found"),
        (Outcome(("A10",), 1, 0, ()), "1 gate, 1 page: nothing found"),
        (FOUND, "2 findings in 1 gate"),
    ],
)
def test_the_summary_counts_pages_and_findings(outcome: Outcome, expected: str) -> None:
    assert summary(outcome) == expected


def test_text_has_each_finding_on_one_line_below_its_gate() -> None:
    assert as_text(FOUND) == "A13: nothing opens a new tab\n  /: two lines\n  /b/: x\n\n2 findings in 1 gate\n"


def test_json_has_every_gate_that_ran() -> None:
    data = json.loads(as_json(FOUND))
    assert [(gate["id"], len(gate["findings"])) for gate in data["gates"]] == [("A10", 0), ("A13", 2)]
    assert (data["pages"], data["pages_in_browser"], data["findings"]) == (3, 0, 2)
