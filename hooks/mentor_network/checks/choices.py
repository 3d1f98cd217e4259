"""Values that are chosen from a list: each has a label that readers see."""

from __future__ import annotations

from mentor_network import labels
from mentor_network.problems import Problems
from mentor_network.records import Records


def choices_have_labels(records: Records, problems: Problems) -> None:
    """A choice that a record class allows and nobody gave a label, such as a new type of opportunity, cannot be shown."""
    for catalogue, fields in labels.LABELS.items():
        for entry in getattr(records, catalogue):
            for name, known in fields.items():
                given = getattr(entry.record, name)
                for value in given if isinstance(given, list) else [given]:
                    if value not in known and value != "not-stated":
                        message = f"`{value}` has no label that readers could see"
                        help = "add one to mentor_network/labels.py, in the engine, below the labels of the other choices"
                        problems.add(entry.at(name), "bad-value", message, help)
