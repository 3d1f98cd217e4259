"""The kinds of mistakes, and what the checker should make of each. This is decided before a run, never after it."""

from __future__ import annotations

from typing import Literal

#: `varies`: the same slip is a mistake in one place and does no harm in another.
Expected = Literal["error", "warning", "harmless", "varies"]

KINDS: dict[str, Expected] = {
    # Keys
    "misspelt-key": "error",
    "missing-required-key": "error",
    "duplicate-key": "error",
    "empty-value": "error",
    # Values
    "wrong-choice": "error",
    "bad-date": "error",
    "bad-url": "error",
    "too-long": "error",
    "text-for-number": "error",
    "number-for-text": "harmless",
    "bare-word-for-text": "error",
    "text-for-list": "error",
    "list-for-text": "error",
    "status-against-dates": "warning",
    "placeholder-entry": "warning",
    # Entries and references
    "dangling-reference": "error",
    "duplicate-id": "error",
    "duplicate-term": "error",
    "removed-entry": "error",
    "renamed-id": "error",
    "section-misspelt": "error",
    # The form of YAML
    "bad-indentation": "error",
    "tab": "error",
    "missing-colon": "error",
    "missing-space-after-colon": "error",
    "unquoted-colon": "error",
    "comment-cuts-words": "error",
    "smart-quotes": "error",
    "stray-quote": "error",
    "special-start": "error",
    "forgotten-dash": "error",
    "flow-list-cut": "warning",
    "pasted-at-end": "error",
    "deleted-line": "varies",
    "joined-lines": "varies",
    # Markdown
    "front-matter": "error",
    "broken-heading": "error",
    "broken-view": "error",
    "broken-link": "error",
    "half-written-link": "error",
    "unknown-figure": "error",
    "half-written-figure": "error",
    # Files
    "conflict-marker": "error",
    "truncated-file": "error",
    "empty-file": "error",
    "wrong-encoding": "error",
    "crlf": "harmless",
    "deleted-catalogue": "error",
    "deleted-page": "error",
    "renamed-file": "error",
    "new-file-wrong-name": "error",
}

#: What is missing here is used elsewhere, so more than one place has to change.
REMOVALS = frozenset(["removed-entry", "renamed-id", "deleted-page", "renamed-file"])

#: Kinds of which not one may pass without a word.
NEVER_SILENT = frozenset(
    [
        "comment-cuts-words",
        "smart-quotes",
        "forgotten-dash",
        "half-written-link",
        "half-written-figure",
        "conflict-marker",
        "status-against-dates",
        "flow-list-cut",
        "placeholder-entry",
        "duplicate-term",
        "truncated-file",
        "new-file-wrong-name",
        "renamed-id",
        "removed-entry",
    ]
)

#: Of the mistakes that are errors: the most with false follow-ups, and the fewest that are exactly 1 error.
MOST_FOLLOW_UPS, LEAST_ALONE = 0.01, 0.95
