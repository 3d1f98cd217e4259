"""One target that is not met: its place in targets.yaml, what falls short, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from mentor_network.labels import count
from mentor_network.problems import Span
from mentor_network.records import Entry, Records, Targets
from mentor_network.source import KeyPath


@dataclass(frozen=True, slots=True)
class Shortfall:
    """`code` is one of `problems.CODES`: `below-target`, or `to-avoid` for what stands in another file."""

    span: Span
    message: str
    help: str
    code: str = "below-target"


@dataclass(frozen=True, slots=True)
class TargetContext:
    """The targets of a network, and the records that they are held against."""

    targets: Entry[Targets]
    records: Records

    @property
    def wanted(self) -> Targets:
        return self.targets.record

    def shortfall(self, steps: KeyPath, message: str, help: str) -> Shortfall:
        """A shortfall at a place of targets.yaml."""
        return Shortfall(self.targets.at(*steps), message, help)


def compare_counts(has: int, wanted: int, one: str, many: str) -> str:
    """How much there is and how much there is to be: "1 opportunity, and 2 are wanted"."""
    return f"{count(has, one, many)}, and {wanted} {'is' if wanted == 1 else 'are'} wanted"
