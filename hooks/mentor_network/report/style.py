"""Warnings of the prose linter, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mentor_network.catalogue import Catalogue
from mentor_network.labels import count, listed
from mentor_network.prose_lint import rules
from mentor_network.prose_lint.rules import Finding
from mentor_network.report.section import SectionType

#: What each rule that only warns finds: one, and several.
_FOUND = {
    "S1": ("long sentence", "long sentences"),
    "S2": ("long paragraph", "long paragraphs"),
    "S5": ("word that lectures", "words that lecture"),
    "S7": ("capital in a heading", "capitals in headings"),
    "S10": ("number to write in another way", "numbers to write in another way"),
    "S13": ("time to write in another way", "times to write in another way"),
    "S16": ("long list", "long lists"),
    "S17": ("sentence that hides who acts", "sentences that hide who acts"),
    "S18": ("word that says little", "words that say little"),
}
_OTHER = ("word to look at", "words to look at")


def prose(catalogue: Catalogue) -> Iterator[str]:
    """A row for each file: how many findings of each kind it has, and their lines."""
    for file, found in groupby(rules.warnings(catalogue.records), key=lambda finding: finding.file):
        yield f"`{file}`: {'; '.join(_by_kind(list(found)))}"


def _by_kind(found: list[Finding]) -> Iterator[str]:
    for words in dict.fromkeys(_FOUND.get(finding.rule, _OTHER) for finding in found):
        lines = [str(finding.line) for finding in found if _FOUND.get(finding.rule, _OTHER) == words]
        yield f"{count(len(lines), *words)} ({'line' if len(lines) == 1 else 'lines'} {listed(dict.fromkeys(lines))})"


PROSE = SectionType(
    "Style",
    "The last thing to do. Shorter sentences and plainer words help a tired reader. Leave what reads well.",
    prose,
)
