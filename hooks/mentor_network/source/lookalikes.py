"""Finds signs that only look like those of YAML: curly quotation marks, dashes and bullets of Word, hard spaces.

Each is reported, and put right in the text that is parsed: it hides no other mistake, and causes no further message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mentor_network.problems import Problems, Span

_HARD_SPACES = "\u00a0\u2007\u202f\u3000"
_LIST_MARKS = {
    **dict.fromkeys("\u2012\u2013\u2014\u2015", "a long dash"),
    **dict.fromkeys("\u2010\u2011\u2212", "a sign that only looks like a hyphen"),
    **dict.fromkeys("\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2043", "a bullet"),
    "*": "an asterisk",
    "+": "a plus sign",
}
#: Each curly quotation mark that can open, with those that can close.
_CLOSING = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '\u201c\u201d"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b", "\u2018\u2019'"),
    **{"\u00ab": "\u00bb", "\u00bb": "\u00ab", "\u2039": "\u203a", "\u203a": "\u2039"},
    **{'"': "\u201c\u201d", "'": "\u2018\u2019"},
}
_STRAIGHT = "\"'"
_QUOTES = "".join(_CLOSING)
#: These are apostrophes too: one without a second is none of a pair.
_APOSTROPHES = "\u2018\u2019\u201b'"
_CURLY = _QUOTES.replace('"', "").replace("'", "")
#: What a slip has in it. Each is searched for by itself, because that takes a fifth of the time of one pattern for all.
_SIGNS = (*_HARD_SPACES, *(mark for mark in _LIST_MARKS if not mark.isascii()), *_CURLY, "* ", "+ ")

_HEAD = re.compile(r" *(?:- +)*(?:[\w-]+: +)?")
_SIGN = re.compile(rf" *(?:- +)*(?:-|[\w-]+:)(?P<space>[ {_HARD_SPACES}]+)")
_SIGN_IN_FLOW = re.compile(rf"[{{,] *[\w-]+:(?P<space>[ {_HARD_SPACES}]*[{_HARD_SPACES}])")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_IN_FLOW = re.compile(rf"(?<=[\[{{,:]) *(?P<mark>[{_QUOTES}])")
_BLOCK = re.compile(r"(?:^|: +|- +)[|>][-+0-9]{0,2} *(?:#.*)?$")
_OPEN_QUOTATION = re.compile(r"(?:^ *|: +|- +)(?:\"(?:[^\"\\]|\\.)*|'[^']*)$")
#: Reports in one text, rows of one quotation or block, and columns that are looked at: limits for hostile files.
_MOST, _MAX_ROWS, _MAX_COLUMNS = 100, 500, 2_000

Position = tuple[int, int]


class Slip(NamedTuple):
    """A sign in a row, at a column from 0: what is wrong, what to do, and what to put where instead, if that is plain."""

    column: int
    message: str
    help: str
    instead: tuple[tuple[Position, str], ...]


def put_right(text: str, file: str, problems: Problems, first_line: int) -> tuple[str, bool]:
    """`text` with the signs that YAML needs; the others are reported. Also, whether all of them could be put right."""
    signs = [sign for sign in (_SIGNS[-2:] if text.isascii() else _SIGNS) if sign in text]
    numbers = sorted({number for sign in signs for number in _rows_with(sign, text)})
    rows, found = text.split("\n") if numbers else [], 0
    for number in numbers:
        while found < _MOST and (slip := _slip(rows, number)):
            found += 1
            span = Span(file, number + first_line, slip.column + 1)
            problems.add(span, "look-alike", slip.message, slip.help)
            if not slip.instead:
                return "\n".join(rows), False
            for (row, column), sign in slip.instead:
                rows[row] = rows[row][:column] + sign + rows[row][column + 1 :]
    return ("\n".join(rows) if found else text), True


def _rows_with(sign: str, text: str) -> Iterator[int]:
    """The number of each row with a sign."""
    number = start = 0
    while (found := text.find(sign, start)) >= 0:
        number += text.count("\n", start, found)
        start = found + len(sign)
        yield number


def _slip(rows: list[str], number: int) -> Slip | None:
    """The first slip of a row. None if there is none, or if the row is a part of a longer text."""
    row = rows[number][:_MAX_COLUMNS]
    found = _list_mark(row, number) or _hard_space(row, number) or _quotation(rows, row, number)
    return None if found and _inside_text(rows, number) else found


def _inside_text(rows: list[str], number: int) -> bool:
    """Is a row a part of a block of text (`|`, `>`), or of a quotation that starts above it?"""
    depth = _indent(rows[number])
    for above in range(number - 1, max(-1, number - _MAX_ROWS), -1):
        row = rows[above][:_MAX_COLUMNS]
        if not depth:
            return False
        if row.strip() and _indent(row) < depth:
            depth = _indent(row)
            if _BLOCK.search(row) or _OPEN_QUOTATION.search(row):
                return True
    return False


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _list_mark(row: str, number: int) -> Slip | None:
    column = _indent(row)
    mark, after = row[column : column + 1], row[column + 1 : column + 2]
    if mark not in _LIST_MARKS or after not in (" ", "\t", *_HARD_SPACES):
        return None
    return Slip(
        column,
        f"this line starts with {_LIST_MARKS[mark]}, `{mark}`; an item of a list starts with a hyphen",
        f"type a hyphen and a space in place of `{mark}`"
        + ("" if mark.isascii() else "; word processors put in such signs"),
        (((number, column), "-"), ((number, column + 1), " ")),
    )


def _hard_space(row: str, number: int) -> Slip | None:
    flow = (head := _HEAD.match(row)) and row[head.end() : head.end() + 1] in ("[", "{")
    match = _SIGN_IN_FLOW.search(row) if flow else _SIGN.match(row)
    if not match or not (hard := [match.start("space") + n for n, c in enumerate(match["space"]) if c in _HARD_SPACES]):
        return None
    return Slip(
        hard[0],
        f"the space after this {'colon' if ':' in match[0] else 'dash'} is a hard space, which only looks like a space",
        "delete it and press the space bar; hard spaces come with text from web pages and word processors",
        tuple(((number, column), " ") for column in hard),
    )


def _quotation(rows: list[str], row: str, number: int) -> Slip | None:
    """A key, a value or an item of a flow list between quotation marks of which at least one is curly."""
    head = _HEAD.match(row)
    column = head.end() if head else 0
    first = row[column : column + 1]
    if first and first in _QUOTES:
        return _between(rows, (number, column), _end_of_key(row, number, column) or _end_of_value(rows, number, column))
    if first and first in "[{":
        for match in _IN_FLOW.finditer(row, column):
            if end := _end_in_flow(row, number, match.start("mark")):
                return _between(rows, (number, match.start("mark")), end)
    return None


def _end_of_key(row: str, number: int, column: int) -> Position | None:
    closing = _CLOSING[row[column]]
    match = re.compile(rf"[\w -]+(?P<end>[{closing}]):(?: |$)").match(row, column + 1)
    return (number, match.start("end")) if match else None


def _end_of_value(rows: list[str], number: int, column: int) -> Position | None:
    """The mark that closes a value, if that is its last sign; the position of the opening mark itself if none closes it."""
    opening = rows[number][column]
    closing, last, marks = _CLOSING[opening], (number, column), []
    for below in range(number, min(len(rows), number + _MAX_ROWS)):
        row = rows[below][:_MAX_COLUMNS]
        if below > number and row.strip() and _indent(row) <= _indent(rows[number]):
            break
        start = column + 1 if below == number else 0
        row = _COMMENT.sub("", row, count=1).rstrip()
        marks += [(below, n) for n in range(start, len(row)) if row[n] in closing + opening and not _in_word(row, n)]
        last = (below, len(row) - 1) if len(row) > start else last
    if opening not in _STRAIGHT:  # straight ones inside are part of the text
        marks = [mark for mark in marks if _is_curly(rows, mark)] or marks
    if marks == [last]:
        return last if _is_curly(rows, (number, column), last) else None
    return (number, column) if not marks and opening not in _APOSTROPHES + _STRAIGHT else None


def _in_word(row: str, n: int) -> bool:
    return row[n - 1 : n].isalnum() and row[n + 1 : n + 2].isalnum()


def _is_curly(rows: list[str], *marks: Position) -> bool:
    return any(rows[row][column] not in _STRAIGHT for row, column in marks)


def _end_in_flow(row: str, number: int, column: int) -> Position | None:
    closing = _CLOSING[row[column]]
    match = re.compile(rf"[^{_QUOTES}]*(?P<end>[{closing}]) *(?:[,:\]}}]|$)").match(row, column + 1)
    return (number, match.start("end")) if match and _is_curly([row], (0, column), (0, match.start("end"))) else None


def _between(rows: list[str], start: Position, end: Position | None) -> Slip | None:
    if end is None or not _is_curly(rows, start, end):
        return None
    row, column = start if _is_curly(rows, start) else end
    inside = "\n".join(rows[start[0] : end[0] + 1])[start[1] + 1 : end[1] - len(rows[end[0]]) or None]
    mark = next((mark for mark in _STRAIGHT if mark not in inside and "\\" not in inside), "")
    return Slip(
        column,
        f"`{rows[row][column]}` is a curly quotation mark, and only straight ones work here",
        'type `"` before and after the text; word processors turn straight marks into curly ones',
        ((start, mark), (end, mark)) if mark and start != end else (),
    )
