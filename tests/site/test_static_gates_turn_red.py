"""The static gates on pages with one fault each: the gate finds it, and finds nothing before."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mentor_network.gates import record, statement
from mentor_network.gates.page import Site
from mentor_network.gates.static import STATIC
from support.broken import CASES as BROKEN
from support.broken import Broken, cases
from support.manual_record import manual_record
from support.networks import ROOT

FOLDER = BROKEN / "static"
#: The checker of HTML takes seconds to start.
CASES = [
    pytest.param(case, marks=pytest.mark.gate if case.gate == "A19" else (), id=case.name)
    for case in cases(*STATIC, folder=FOLDER)
]


@pytest.fixture(scope="session")
def whole(site: Path) -> Site:
    """The real site, each page read once."""
    return Site(site, network=ROOT)


@pytest.mark.parametrize("case", CASES)
def test_a_gate_finds(case: Broken, whole: Site) -> None:
    gate, page = STATIC[case.gate], whole.page(case.page)
    assert not any(case.finds in finding for finding in gate.findings(whole, [page]))
    name = case.file or Site.file_of(page.address)
    changed = whole.changed(name, case.changed(whole.text(name)))
    assert any(case.finds in finding for finding in gate.findings(changed, [changed.pages[page.address]]))


def test_every_gate_has_a_case() -> None:
    assert sorted(set(STATIC) - {case.gate for case in cases(folder=FOLDER)}) == []


def noted(root: Path, whole: Site, name: str, text: str) -> Site:
    """The real site with another record of tests in its network."""
    (root / "docs").mkdir()
    for kept in (record.GATES_PASSED, record.TRIED_BY_HAND):
        (root / kept).write_text(text if kept == name else (ROOT / kept).read_text("utf-8"), "utf-8")
    return Site(whole.folder, network=root)


def test_the_statement_claims_no_gate_that_did_not_pass(whole: Site, tmp_path: Path) -> None:
    latest = yaml.safe_load((ROOT / record.GATES_PASSED).read_text("utf-8"))
    latest["passed"].remove("A8")
    other = noted(tmp_path, whole, record.GATES_PASSED, yaml.safe_dump(latest))
    (finding,) = statement.statement_claims_only_passed_gates(other)
    assert "A8 did not pass" in finding


def test_without_a_record_a_statement_claims_no_test(whole: Site, tmp_path: Path) -> None:
    (finding,) = statement.statement_claims_only_passed_gates(Site(whole.folder))
    assert "it claims tests" in finding and "name the network's folder with --network" in finding
    (finding,) = statement.statement_claims_only_passed_gates(Site(whole.folder, network=tmp_path))
    assert "it claims tests" in finding and "there is none" in finding


def test_a_record_that_cannot_be_read_is_a_finding(whole: Site, tmp_path: Path) -> None:
    other = noted(tmp_path, whole, record.GATES_PASSED, "just words")
    first, *_ = statement.statement_claims_only_passed_gates(other)
    assert "docs/gates_passed.yaml: it cannot be read" in first


def test_the_statement_tells_of_every_test_by_hand(whole: Site, tmp_path: Path) -> None:
    other = noted(tmp_path, whole, record.TRIED_BY_HAND, manual_record())
    (finding,) = statement.statement_claims_no_untested_compliance(other)
    assert "does not tell of the test by hand on 2027-01-15" in finding


def test_a_fault_in_the_record_of_tests_by_hand_is_a_finding(whole: Site, tmp_path: Path) -> None:
    other = noted(tmp_path, whole, record.TRIED_BY_HAND, manual_record(date="soon"))
    assert "docs/tried_by_hand.yaml: record 1: write the date as 2027-01-15" in list(STATIC["L1"].findings(other, []))
