"""The validation of docs/tried_by_hand.yaml, and the script of the tests in CONTRIBUTING.md."""

from __future__ import annotations

import pytest

from mentor_network.gates import manual_tests
from support.manual_record import manual_record
from support.networks import ROOT


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("records: [", "is not YAML"),
        ("records:\n", "write `records: []`"),
        ("records: [yes]", "record 1: it needs just these: date"),
        (manual_record(date="soon"), "record 1: write the date as 2027-01-15"),
        (manual_record(role="''"), "record 1: `role` needs words; for a role, never a name"),
        (manual_record(technology="a screen reader"), "record 1: the technology is one of: screen reader"),
        (manual_record(technology="[voice control]"), "record 1: the technology is one of: screen reader"),
        (manual_record(tasks="{1: done}"), "record 1: `tasks` needs the numbers 1 to 5"),
        (manual_record(tasks="{1: fine, 2: done, 3: done, 4: done, 5: done}"), "with one of: done, hard, blocked"),
        (manual_record(tasks="{1: [], 2: done, 3: done, 4: done, 5: done}"), "with one of: done, hard, blocked"),
        (manual_record(notes="none"), "record 1: `notes` is a list of texts"),
    ],
)
def test_a_fault_in_the_record_of_tests_by_hand_is_told(text: str, fault: str) -> None:
    assert any(fault in found for found in manual_tests.faults(text))
    assert manual_tests.faults(manual_record()) == []


def test_the_script_for_tests_by_hand_names_each_technology_and_task() -> None:
    script = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Try it with assistive technology\n")[2]
    assert [name for name in manual_tests.TECHNOLOGIES if name not in script.lower()] == []
    assert [n for n in manual_tests.TASKS if f"\n{n}. " not in script] == []
    assert [word for word in manual_tests.RESULTS if word not in script.lower()] == []
