"""Shortfalls against the network's own targets.yaml: the warnings of `check`, for a mentor."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network.catalogue import Catalogue
from mentor_network.checks.targets import shortfalls
from mentor_network.prose_lint.avoided import words_to_avoid
from mentor_network.report.section import SectionType


def short(catalogue: Catalogue) -> Iterator[str]:
    for one in (*shortfalls(catalogue.records), *words_to_avoid(catalogue.records)):
        yield f"`{one.span.file}`, line {one.span.line}: {one.message}: {one.help}"


SHORT = SectionType(
    "Below target",
    "Your network's own `targets.yaml` asks for these. Fill the gap, or change the target if it asks for too much.",
    short,
)
