"""A valid record of a manual test with assistive technology, as the text of docs/tried_by_hand.yaml."""

from __future__ import annotations

RECORD = {
    "date": "2027-01-15",
    "role": "resident doctor",
    "technology": "voice control",
    "with": "Voice Control on macOS 27",
    "tasks": "{1: done, 2: done, 3: hard, 4: done, 5: done}",
    "notes": "[]",
}


def manual_record(**fields: str) -> str:
    """The text of a file with one record, in which some fields have other values."""
    return "records:\n- " + "\n  ".join(f"{name}: {value}" for name, value in {**RECORD, **fields}.items()) + "\n"
