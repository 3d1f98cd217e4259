"""Finds valid YAML that its author meant otherwise: words lost to a comment, items run together or cut apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from mentor_network.problems import Problems, Span, shorten
from mentor_network.source.values import Items, Text

#: A comment right behind a text, without a space after the hash.
_COMMENT = re.compile(r"(?<!\s)[ \t]+(?P<hash>#)(?=[^\W_])")
#: A row that starts an item or a key.
_BLOCK_START = re.compile(r" *(?:-(?: |$)|[\w-]+:(?: |$)|#)")
_DASH = re.compile(r" *-(?: |\w)")
_SENTENCE_END = (".", "?", "!")
#: A line break after which the next word would have fitted into this many characters is meant, and no automatic wrapping.
_NARROW = 60
#: Rows wrapped to the same width can differ by this, as names and numbers are kept together.
_RAGGED = 16
#: A clause of at least this many words may be cut from a sentence; in names such as "South West, the" a comma divides.
_CLAUSE = 4
_JOINING = re.compile(
    r"above|after|and|as|at|because|before|below|but|by|for|from|if|in|into|nor|of|on|or|so|than|that|then|to|until|when|where"
    r"|which|while|who|with|without|yet"
)


def comments_in_text(text: str) -> dict[int, int]:
    """The index of each hash that ends a text in front of it, by the index where that text ends."""
    if " #" not in text and "\t#" not in text:
        return {}
    return {match.start(): match.start("hash") for match in _COMMENT.finditer(text)}


def comment_before(rows: Sequence[str], number: int) -> tuple[int, int] | None:
    """The row and column of such a hash in a row or the one above it, which may be why the row cannot be read."""
    for row in range(number, max(-1, number - 2), -1):
        match = _COMMENT.search(rows[row]) if row < len(rows) else None
        before = rows[row][: match.start()] if match else ""
        if match and not before.lstrip().startswith("#") and not before.count('"') % 2:
            return row, match.start("hash")
    return None


def add_comment_in_text(span: Span, problems: Problems) -> None:
    """Add the problem for a hash that cuts words off."""
    problems.add(
        span,
        "comment-in-text",
        "the words from ` #` on are left out: a hash after a space starts a comment",
        "put the whole text in double quotes; or, if it is a comment, put a space after the `#`",
    )


def rows_with_dashes(event: Any, rows: Sequence[str]) -> list[int]:
    """The number of each row of a text whose dash was meant to start an item."""
    return [number for number in range(event.start_mark.line + 1, event.end_mark.line + 1) if _DASH.match(rows[number])]


def add_dash_in_text(span: Span, problems: Problems) -> None:
    """Add the problem for a dash that is read as a part of the text above it."""
    problems.add(
        span,
        "forgotten-dash",
        "this dash does not start an item: the line is read as part of the text above it",
        "line it up with the dashes of the other items, with a space after it",
    )


def add_first_dash(span: Span, problems: Problems) -> None:
    """Add the problem for the first item of a list without a dash."""
    message = "this item has no dash, and the items below it have one"
    problems.add(span, "forgotten-dash", message, "start it with a dash and a space")


def add_forgotten_dash(span: Span, problems: Problems) -> None:
    """Add the problem for an item without a dash."""
    problems.add(
        span,
        "forgotten-dash",
        "this line is read as part of the item above it",
        "if it is an item of its own, start it with a dash and a space; if not, join it to the line above",
    )


def split_at(starts: set[int], event: Any, rows: Sequence[str]) -> list[tuple[int, str]]:
    """The parts of a text that the rows `starts` begin, each with its first row."""
    parts = [(event.start_mark.line, [rows[event.start_mark.line][event.start_mark.column :]])]
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        if number in starts:
            parts.append((number, []))
        parts[-1][1].append(rows[number].strip())
    return [(number, " ".join(lines).strip().lstrip("- ")) for number, lines in parts]


def wrapped_width(rows: Sequence[str]) -> int:
    """How long rows are that were wrapped inside a sentence, less what writers differ by.

    A row that the next word would have fitted into was ended on purpose.
    """
    pairs = ((row, below) for row, below in pairwise(rows) if len(row) > _NARROW and row[-1] not in ".?!" and below)
    return max((len(row) for row, below in pairs if not _BLOCK_START.match(below)), default=0) - _RAGGED


def dashes_lost_in(block: Any, rows: Sequence[str], width: Callable[[], int]) -> int | None:
    """The row of a folded text (`>-`) that is probably an item without its dash: only above it a row ends early."""
    found = [
        number
        for number in range(block.start_mark.line + 2, block.end_mark.line)
        if _ends_sentence(rows[number - 1]) and _starts_sentence(rows[number].lstrip()) and _fits(rows, number, width())
    ]
    return found[0] if len(found) == 1 else None


def forgotten_dashes(items: Items, broken: Iterable[Any], rows: Sequence[str], width: Callable[[], int]) -> Iterator[int]:
    """The number of each row that is probably an item of its own, and has no dash.

    `broken` are the events of the items with a line break. A row is likely to be one if it begins like the items of the
    list, and the line break is no automatic one; or if it starts, inside a sentence, with the word that
    several items start with.
    """
    breaks = [n for event in broken for n in range(event.start_mark.line + 1, event.end_mark.line + 1) if rows[n].strip()]
    texts = [item for item in items if isinstance(item, Text)]
    capital = all(_starts_sentence(text) for text in texts)
    starts = Counter(text.split()[0] for text in texts if text.strip() and not text.split()[0].isupper())
    wraps = any(not _ends_sentence(rows[number - 1]) for number in breaks if not _fits(rows, number, _NARROW))
    for number in breaks:
        row = rows[number].lstrip()
        alike = _starts_sentence(row) if capital else row[:1].isalnum()
        again = capital and not _ends_sentence(rows[number - 1]) and starts[row.split()[0]] > 1
        early = _fits(rows, number, _NARROW)
        early = early or (capital and _ends_sentence(rows[number - 1]) and (not wraps or _fits(rows, number, width())))
        if again or (alike and early):
            yield number


def _starts_sentence(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit()


def _ends_sentence(row: str) -> bool:
    return row.rstrip().endswith(_SENTENCE_END)


def _fits(rows: Sequence[str], number: int, width: int) -> bool:
    """Would the first word of a row have fitted into the row above?"""
    return len(rows[number - 1].rstrip()) + 1 + len(rows[number].split(maxsplit=1)[0]) <= width


def cut_sentence(items: Items) -> Text | None:
    """The item of a flow list that continues the sentence of the one before it, if there is one."""
    texts = [item for item in items if isinstance(item, Text) and item.plain]
    for before, item in pairwise(texts):
        words = item.split()
        if not words or len(texts) != len(items):
            continue
        thousands = before[-1:].isdigit() and re.match(r"\d{3}\b", item) and item.column == before.column + len(before) + 1
        clause = len(before.split()) >= _CLAUSE or (_JOINING.fullmatch(words[0]) and len(before.split()) > 1)
        clause = clause or item.endswith(_SENTENCE_END)
        if thousands or (_starts_sentence(texts[0]) and item[:1].islower() and clause):
            return item
    return None


def add_cut_sentence(span: Span, item: Text, problems: Problems) -> None:
    """Add the warning for a sentence that a flow list cuts in two."""
    problems.warn(
        span,
        "cut-sentence",
        f"the comma makes `{shorten(item)}` an item of its own",
        "if it belongs to the text before the comma, put double quotes round the whole text",
    )
