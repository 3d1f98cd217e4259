"""Checks that each value of an enumeration has a label for readers."""

from __future__ import annotations

from mentor_network import labels
from mentor_network.problems import Problems
from mentor_network.records import Records


def choices_have_labels(records: Records, problems: Problems) -> None:
    """Every chosen value has a label: without one, a new type of opportunity could not be shown."""
    for catalogue, fields in labels.LABELS.items():
        for entry in getattr(records, catalogue):
            for name, known in fields.items():
                chosen = getattr(entry.record, name)
                for value in chosen if isinstance(chosen, list) else [chosen]:
                    if value not in known and value != "not-stated":
                        message = f"`{value}` has no label that readers could see"
                        help = "add one to mentor_network/labels.py, in the engine, below the labels of the other choices"
                        problems.add(entry.at(name), "bad-value", message, help)
