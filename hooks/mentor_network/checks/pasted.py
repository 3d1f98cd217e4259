"""Warns of pasted text that pages cannot show as it was: columns between tabs, lists with letters, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mentor_network.checks.links import Passage
from mentor_network.markdown_syntax import blank_code
from mentor_network.office_lists import without_mark
from mentor_network.problems import Problems, shorten

#: A pattern, with the message and the help for it.
_LOST = tuple(
    (re.compile(pattern, re.MULTILINE), message, help)
    for pattern, message, help in (
        (
            r"^[ \t]*(?:\(?a[.)]|\(?i\)|i\.|\(1\))[ \t]+\S.*\n\s*(?:\(?b[.)]|\(?ii\)|ii\.|\(2\))[ \t]",
            "a list cannot have letters or Roman numbers, or numbers in brackets: these lines run together",
            "start each line with `1. `, `2. ` and so on, or with a dash and a space",
        ),
        (
            r"(?:\A|\n\n|:\n)[ \t]*(?P<at>-|\d{1,2}[.)])(?=[A-Z\u201c\"])[^\n|]*$",
            "a list needs a space here",
            "write a space after each dash, and after each number",
        ),
        (
            r"\[\^[\w-]{1,30}\]",
            "pages show no footnotes",
            "put its words into the sentence, or in brackets behind it",
        ),
        (
            r"^[ \t]*(?:[-+*]|\d{1,3}[.)])[ \t]+(?P<at>\[[ xX]\])[ \t]",
            "pages show no boxes to tick",
            "delete the square brackets",
        ),
        (
            r"~~(?=\S)[^~\n]{1,300}~~",
            "pages do not show words crossed out",
            "delete these words, or the ~~ on both sides",
        ),
    )
)
_COLUMNS = (
    "these lines have tabs between words, and pages show no tabs: the columns of a table are lost",
    "write a list, or a table: a line `| a | b |`, a line `| --- | --- |`, then its rows",
)
_WEB_ADDRESS = re.compile(r"(?<![(<\w/=\"'\[])https?://[^\s<>)\]]{4,500}")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[^\n]*$", re.MULTILINE)


def pasted_texts_are_shown(passages: Iterable[Passage], problems: Problems) -> None:
    """Pages can show what a text holds. The first of each kind in a text is a warning."""
    for passage in passages:
        text = blank_code(passage.text)
        for pattern, message, help in _LOST:
            if found := pattern.search(text):
                start = found.start("at") if "at" in pattern.groupindex else found.start()
                problems.warn(passage.at(start), "not-shown", message, help)
        if (columns := _start_of_columns(text)) is not None:
            problems.warn(passage.at(columns), "not-shown", *_COLUMNS)
        if "://" in text and (found := _WEB_ADDRESS.search(_without_definitions(text))):
            address = found[0].rstrip(".,;:!?")
            help = "write the words that lead there, and the address behind them: `[the college's page](https://...)`"
            problems.warn(passage.at(found.start()), "not-shown", f"`{shorten(address)}` alone makes no link", help)


def _start_of_columns(text: str) -> int | None:
    """The index of the first of two lines in a row with tabs between words, or None."""
    if "\t" not in text:
        return None
    start = 0
    before: int | None = None
    for line in text.split("\n"):
        columns = "\t" in without_mark(line.strip())
        if columns and before is not None:
            return before
        before = start if columns else None
        start += len(line) + 1
    return None


def _without_definitions(text: str) -> str:
    return _DEFINITION.sub(lambda found: " " * len(found[0]), text)
