"""A16: validate the record of manual tests with assistive technology. CONTRIBUTING.md describes the tests."""

from __future__ import annotations

import datetime
from typing import Any

import yaml

TECHNOLOGIES = ("screen reader on a computer", "screen reader on a phone", "voice control", "screen magnifier")
TASKS = range(1, 6)
RESULTS = ("done", "hard", "blocked")
FIELDS = {"date", "role", "technology", "with", "tasks", "notes"}


def records(text: str) -> list[dict[str, Any]]:
    """The records in the text of a file. Call it only if `faults` found none."""
    found: list[dict[str, Any]] = yaml.safe_load(text)["records"]
    return found


def faults(text: str) -> list[str]:
    """Error messages about the text of a file, in the order of its records."""
    try:
        whole = yaml.safe_load(text)
    except yaml.YAMLError as error:
        return [f"it is not YAML: {' '.join(str(error).split())}"]
    if not isinstance(whole, dict) or not isinstance(whole.get("records"), list):
        return ["it needs a list called `records`; with nobody in it yet, write `records: []`"]
    return [f"record {n}: {fault}" for n, record in enumerate(whole["records"], 1) for fault in _in_record(record)]


def _in_record(record: Any) -> list[str]:
    if not isinstance(record, dict) or record.keys() != FIELDS:
        return [f"it needs just these: {', '.join(sorted(FIELDS))}"]
    found = []
    if not isinstance(record["date"], datetime.date):
        found.append("write the date as 2027-01-15")
    if record["technology"] not in TECHNOLOGIES:
        found.append(f"the technology is one of: {', '.join(TECHNOLOGIES)}")
    for name in ("role", "with"):
        if not isinstance(record[name], str) or not record[name].strip():
            found.append(f"`{name}` needs words; for a role, never a name")
    tasks = record["tasks"]
    if not isinstance(tasks, dict) or set(tasks) != set(TASKS) or not all(result in RESULTS for result in tasks.values()):
        found.append(f"`tasks` needs the numbers 1 to 5, each with one of: {', '.join(RESULTS)}")
    if not isinstance(record["notes"], list) or not all(isinstance(note, str) for note in record["notes"]):
        found.append("`notes` is a list of texts; with nothing to note, write `[]`")
    return found
