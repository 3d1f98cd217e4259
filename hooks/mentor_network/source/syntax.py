"""Translates libyaml's syntax errors into plain English, at the position where an author would look."""

from __future__ import annotations

import re

import yaml

from mentor_network.problems import Problems, Span
from mentor_network.source.misread import add_comment_in_text, comment_before

#: A part of libyaml's reason, with the message and the help for it. The first match counts.
_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "there is a second colon in this line, or the line is indented too far",
        "put double quotes round the text after the first colon, or line it up with the line above",
    ),
    (
        "could not find expected ':'",
        "a line here has no colon after its first word, or no space after the colon",
        "write the name of the field, a colon, a space and the text",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "line it up with the fields of the same entry; if the text above has an apostrophe, put double quotes round it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above it",
        "line the dash up with the other dashes, or the field with the other fields",
    ),
    (
        "did not find expected <document start>",
        "this line stands outside the entries",
        "line it up with the entry it belongs to",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark that opens here is never closed",
        "add the second quotation mark",
    ),
    ("flow node", "a bracket that opens here is never closed", "add the closing bracket, or put quotes round the text"),
    (
        "did not find expected ',' or",
        "a bracket that opens here is never closed",
        "add the closing bracket, or put quotes round the text",
    ),
    (
        "found character that cannot start any token",
        "a text cannot start with this character",
        "put double quotes round the text",
    ),
    (
        "did not find expected comment or line break",
        "a text cannot start with > or |",
        "put double quotes round the text",
    ),
    ("block sequence entries are not allowed", "a dash stands where a list cannot start", "put the list in a new line"),
)


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, problems: Problems, first_line: int) -> None:
    """Add one problem for a syntax error. `first_line` is the line of the file that `text` starts in."""
    reason = f"{error.problem or ''} {error.context or ''}"
    mark = error.problem_mark or error.context_mark
    if any(part in reason for part in _REPORTED_AT_START) and error.context_mark:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    rows = text.split("\n")
    if "flow node" in reason:
        line, column = _last_bracket(rows, line, column)
    row = rows[line] if line < len(rows) else ""
    tab = row.find("\t")
    if tab >= 0 and (not row[:tab].strip(" -") or tab == column):
        span = Span(file, line + first_line, tab + 1)
        what = "this line starts with a tab" if not row[:tab].strip() else "there is a tab here"
        problems.add(span, "yaml-tab", what, "use spaces: two for each level")
        return
    if hash := comment_before(rows, line):
        add_comment_in_text(Span(file, hash[0] + first_line, hash[1] + 1), problems)
        return
    if glued := _without_space(rows, line):
        (number, end), name = glued
        help = f"put a space after `{name}:`"
        problems.add(Span(file, number + first_line, end + 1), "yaml-syntax", "there is no space after the colon", help)
        return
    known = ((message, help) for part, message, help in _SYNTAX if part in reason)
    message, help = next(
        known,
        (
            "this line cannot be read",
            "put double quotes round the text; if that does not help, compare it with another entry",
        ),
    )
    if "did not find expected key" in reason and ('"' in row or "'" in row):
        message = "a quotation mark here or above is closed too early or never"
        help = "put the whole text in one pair of double quotes"
    if "could not find expected ':'" in reason and _below_an_item(rows, line):
        message = "this line has no dash, and the item above it has one"
        help = "start it with a dash and a space; if it belongs to the item above, join it to that line"
    problems.add(Span(file, line + first_line, column + 1), "yaml-syntax", message, help)


_GLUED = re.compile(r"[ -]*(?P<name>[a-z_]{2,40}):(?=[^\s/])")


def _without_space(rows: list[str], line: int) -> tuple[tuple[int, int], str] | None:
    """The row and column behind a colon without a space, in this row or the one above, and the name of its field."""
    for number in (line, line - 1):
        if 0 <= number < len(rows) and (found := _GLUED.match(rows[number])):
            return (number, found.end()), found["name"]
    return None


def _below_an_item(rows: list[str], line: int) -> bool:
    """Is a row a text that is lined up with the dash of an item right above it?"""
    row, above = rows[line], rows[line - 1] if line else ""
    indent = row[: len(row) - len(row.lstrip(" "))]
    return above.startswith(f"{indent}- ") and not row.lstrip(" ").startswith("-") and ":" not in row


def _last_bracket(rows: list[str], line: int, column: int) -> tuple[int, int]:
    """The line and column of the last opening bracket before a position."""
    for number in range(min(line, len(rows) - 1), -1, -1):
        row = rows[number] if number != line else rows[number][:column]
        if (bracket := max(row.rfind("["), row.rfind("{"))) >= 0:
            return number, bracket
    return line, column


#: Reasons that are reported where the construct starts, not where libyaml gave up.
_REPORTED_AT_START = ("quoted scalar", "flow sequence", "flow mapping", "could not find expected ':'")
