"""The types that rules about targets share: an unmet target, and what rules are given."""

from __future__ import annotations

from dataclasses import dataclass

from mentor_network.labels import count
from mentor_network.problems import Span
from mentor_network.records import Entry, Records, Targets
from mentor_network.source import KeyPath


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One unmet target. `code` is `below-target`, at a position in targets.yaml, or `to-avoid`, at one in another file."""

    span: Span
    message: str
    help: str
    code: str = "below-target"


@dataclass(frozen=True, slots=True)
class TargetContext:
    """What a rule is given: the targets of a network, and its records."""

    targets: Entry[Targets]
    records: Records

    @property
    def wanted(self) -> Targets:
        return self.targets.record

    def shortfall(self, steps: KeyPath, message: str, help: str) -> Shortfall:
        """An unmet target at a key path of targets.yaml."""
        return Shortfall(self.targets.at(*steps), message, help)


def compare_counts(has: int, wanted: int, one: str, many: str) -> str:
    """A count and its target in words, such as "1 opportunity, and 2 are wanted"."""
    return f"{count(has, one, many)}, and {wanted} {'is' if wanted == 1 else 'are'} wanted"
