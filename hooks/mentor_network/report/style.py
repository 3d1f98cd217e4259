"""Warnings of the prose linter."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network.catalogue import Catalogue
from mentor_network.prose_lint import rules
from mentor_network.report.section import SectionType


def prose(catalogue: Catalogue) -> Iterator[str]:
    for finding in rules.warnings(catalogue.records):
        yield f"`{finding.file}`, line {finding.line}: {finding.rule}: {finding.message}"


PROSE = SectionType(
    "Style",
    "The last thing to do. Shorter sentences and plainer words help a tired reader. Leave what reads well.",
    prose,
)
