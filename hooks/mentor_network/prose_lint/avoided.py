"""Words that a network's targets.yaml asks to avoid, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.checks.targets import Shortfall
from mentor_network.problems import Problems, shorten
from mentor_network.prose_lint.segments import pieces_of
from mentor_network.records import Records


def words_to_avoid(records: Records) -> Iterator[Shortfall]:
    """Each of them outside quotation marks, in texts that are in our words, in the order of files and lines."""
    avoided = records.targets.record.words_to_avoid if records.targets else []
    patterns = [(_pattern(one.words), one) for one in avoided]
    # Few files hold any: only those are cut into pieces. Small letters are searched many times as fast as either.
    small = [re.compile(_spaced(one.words.lower())) for one in avoided]
    lowered = ((file, text.lower()) for file, text in records.texts.items()) if avoided else ()
    suspect = {file for file, text in lowered if any(pattern.search(text) for pattern in small)}
    found = [
        Shortfall(
            piece.at(hit.start()),
            f"`{shorten(hit[0])}` is not how we say it",
            f"write this instead: {one.write}",
            "to-avoid",
        )
        for entry in records.all()
        if entry.document.file in suspect
        for piece in pieces_of(entry)
        for pattern, one in patterns
        for hit in pattern.finditer(piece.own)
    ]
    yield from sorted(found, key=lambda one: (one.span.file, one.span.line, one.span.column))


def words_are_avoided(records: Records, problems: Problems) -> None:
    for one in words_to_avoid(records):
        problems.warn(one.span, one.code, one.message, one.help)


def _pattern(words: str) -> re.Pattern[str]:
    """The words in small letters or capitals, and no part of longer ones."""
    return re.compile(rf"(?<!\w){_spaced(words)}(?!\w)", re.IGNORECASE)


def _spaced(words: str) -> str:
    """A space is any white space, for texts go on in the next line."""
    return r"\s+".join(map(re.escape, words.split()))
