"""How the gates of a browser are spread over the visits to a page."""

from __future__ import annotations

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.runner import PARTS
from mentor_network.gates.visits import VISITS


def test_every_gate_of_a_browser_runs_in_some_visit() -> None:
    # The walk with the keyboard for A2 also tests A4.
    assert {gate for visit in VISITS for gate in visit.gates()} | {"A4"} == set(BROWSER)


def test_a_visit_for_some_gates_has_no_others_and_keeps_its_options() -> None:
    visit = VISITS[0].only(frozenset({"A1", "A15 paper", "A18"}))
    assert [step.gates for step in visit.steps] == [("A15 paper",), (), ("A1",), ("A1",)]
    assert visit.steps[1].use, "axe looks at a page in use"
    assert visit.options() == VISITS[0].options()


def test_a_visit_for_gates_before_use_uses_nothing() -> None:
    assert [step.gates for step in VISITS[0].only(frozenset({"A3"})).steps] == [("A3",)]
    assert VISITS[0].only(frozenset({"A18"})).steps == ()


def test_a_gate_with_parts_has_all_of_them() -> None:
    assert PARTS["A15"] == ("A15 motion", "A15 colours", "A15 paper") and PARTS["A10"] == ()
