"""Uses of words that a network's targets.yaml asks to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.checks.targets import Shortfall
from mentor_network.problems import Problems, shorten
from mentor_network.prose_lint.segments import segments_of
from mentor_network.records import Records


def words_to_avoid(records: Records) -> Iterator[Shortfall]:
    """Each use outside quotation marks in the network's own texts, in the order of files and lines."""
    avoided = records.targets.record.words_to_avoid if records.targets else []
    patterns = [(_pattern(one.words), one) for one in avoided]
    # Only files with a match are split into segments. A search in lower case is many times as fast as one that ignores case.
    lower_case = [re.compile(_spaced(one.words.lower())) for one in avoided]
    lowered = ((file, text.lower()) for file, text in records.texts.items()) if avoided else ()
    suspect = {file for file, text in lowered if any(pattern.search(text) for pattern in lower_case)}
    found = [
        Shortfall(
            segment.at(hit.start()),
            f"`{shorten(hit[0])}` is not how we say it",
            f"write this instead: {one.write}",
            "to-avoid",
        )
        for entry in records.all()
        if entry.document.file in suspect
        for segment in segments_of(entry)
        for pattern, one in patterns
        for hit in pattern.finditer(segment.own)
    ]
    yield from sorted(found, key=lambda one: (one.span.file, one.span.line, one.span.column))


def check_words_to_avoid(records: Records, problems: Problems) -> None:
    """Warn of each use."""
    for one in words_to_avoid(records):
        problems.warn(one.span, one.code, one.message, one.help)


def _pattern(words: str) -> re.Pattern[str]:
    """Matches the words in any case, and not as parts of longer words."""
    return re.compile(rf"(?<!\w){_spaced(words)}(?!\w)", re.IGNORECASE)


def _spaced(words: str) -> str:
    """The words with any white space between them, since lines are wrapped."""
    return r"\s+".join(map(re.escape, words.split()))
