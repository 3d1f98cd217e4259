"""Composes located values from YAML parser events, and refuses unsafe input before it takes memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

import yaml

from mentor_network.problems import Problems, Span, shorten
from mentor_network.source import misread
from mentor_network.source.garbage import gc_paused
from mentor_network.source.lookalikes import put_right
from mentor_network.source.syntax import syntax_problem
from mentor_network.source.text import HIDDEN, LINE_SEPARATOR, name_of
from mentor_network.source.values import Items, Located, Table, Text

MAX_DEPTH = 20
#: A syntax error this few rows below a reported row is a consequence.
_NEAR = 2

# PyYAML's wheels include libyaml. A build without it has the pure Python loader: same result, slower.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


#: Message and help for empty input, by the kind of input.
EMPTY = {
    "file": ("this file is empty", "put its last version back; only if it never had an entry, write `[]`"),
    "network": ("this file is empty", "put its last version back"),
    "front matter": ("there is nothing between the two lines of dashes", "write fields there, such as `title: ...`"),
    "targets": ("this file has no targets", "write one, such as `opportunities: {least: 10}`, or delete the file"),
    "sheet": ("this sheet is empty", "write `fields:`, and below it a line for each, such as `  - My role`"),
    "view": ("this block is empty", "write, for example, `opportunities: {limit: 3}`"),
}
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_HARD_SPACE = re.compile("^ *([\u00a0\u2007\u202f\u3000])", re.MULTILINE)


def parse(text: str, file: str, problems: Problems, *, first_line: int = 1, what: str = "file") -> Located | None:
    """Parse YAML text. Returns None and adds one problem where parsing has to stop.

    `first_line` is the line of the file that the text starts in. `what` is a key of `EMPTY`.
    """
    text = text.replace(LINE_SEPARATOR, " ")  # YAML would begin a new line
    if match := _HARD_SPACE.search(text):
        line = text.count("\n", 0, match.start(1))
        column = match.start(1) - match.start() + 1
        problems.add(
            Span(file, line + first_line, column),
            "yaml-syntax",
            "this line starts with a hard space, which looks like a space and is not one",
            "delete the spaces at the start of the line and type them again",
        )
        return None
    text, right = put_right(text, file, problems, first_line)
    before = len(problems.items)
    composer: _Composer | None = None
    try:
        with gc_paused():
            composer = _Composer(text, file, problems, first_line, what)
            value = composer.compose()
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        told = problems.items[before:] and mark and problems.items[-1].line >= mark.line + first_line - _NEAR
        if composer and mark and composer.lacks_colon(mark.line):
            return None
        if right and not told:  # what is reported just above, or a sign that is left, is probably the cause
            syntax_problem(error, text, file, problems, first_line)
        return None
    except (yaml.YAMLError, ValueError, RecursionError):
        problems.add(
            Span(file, first_line), "yaml-syntax", "this file cannot be read", "compare it with another entry of its kind"
        )
        return None
    return value


class _Refused(Exception):
    """Parsing stopped at a problem that is already reported."""


class _Composer:
    """Builds located values from parser events in one pass. Nesting is limited to `MAX_DEPTH`."""

    def __init__(self, text: str, file: str, problems: Problems, first_line: int, what: str) -> None:
        # Events are fetched one by one. `yaml.parse` peeks before each, which takes a third of the parsing time.
        self.next: Callable[[], Any] = Loader(text).get_event
        self.file, self.problems, self.offset, self.what = file, problems, first_line, what
        self.source = text
        #: The last text without quotes that goes over several rows.
        self.broken: Any = None
        self.comments = misread.comments_in_text(text)

    @cached_property
    def rows(self) -> list[str]:
        """The lines of the text as YAML counts them, for the few texts that go over several."""
        return _LINE_END.split(self.source)

    @cached_property
    def width(self) -> int:
        """How wide the text was wrapped, or 0."""
        return misread.wrapped_width(self.rows)

    def start_of(self, row: int) -> Span:
        """The position of the first word of a row."""
        return Span(self.file, row + self.offset, len(self.rows[row]) - len(self.rows[row].lstrip()) + 1)

    def span(self, event: Any) -> Span:
        return Span(self.file, event.start_mark.line + self.offset, event.start_mark.column + 1)

    def refuse(self, event: Any, code: str, message: str, help: str) -> _Refused:
        self.problems.add(self.span(event), code, message, help)
        return _Refused()

    def compose(self) -> Located:
        value: Located | None = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if value is not None:
                    raise self.refuse(
                        event,
                        "yaml-several-documents",
                        "a second document starts here",
                        "delete this line of three dashes; one file holds one list",
                    )
                value = self.value(self.next(), 0)
        if value is None or (isinstance(value, Text) and value == "" and value.plain):
            self.problems.add(Span(self.file, self.offset), "empty-value", *EMPTY[self.what])
            raise _Refused
        return value

    def value(self, event: Any, depth: int) -> Located:
        if depth > MAX_DEPTH:
            raise self.refuse(
                event,
                "yaml-nesting",
                f"more than {MAX_DEPTH} levels are nested here",
                "close the brackets, or take out some levels of indentation",
            )
        if event.anchor:  # set on aliases too
            raise self.refuse(
                event,
                "yaml-anchor",
                "names that start with & or * are not used here",
                "write the text out each time, or put quotes round it if it is meant to start like this",
            )
        if event.tag:
            raise self.refuse(
                event,
                "yaml-tag",
                "words that start with ! are not used here",
                "take the word out, or put quotes round the text if it is meant to start like this",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self.text(event)
        return self.table(event, depth) if isinstance(event, yaml.MappingStartEvent) else self.items(event, depth)

    def text(self, event: Any) -> Text:
        style = event.style
        if style == '"':
            # Escapes in double quotes can produce control characters: "\\e" is the escape character.
            for pattern, what in HIDDEN:
                if match := pattern.search(event.value):
                    message = f"there is {what} in this text, {name_of(match[0])}"
                    raise self.refuse(event, "unreadable-file", message, "type the text again")
        # In folded text (`>-`) YAML turns the blank line between paragraphs into one line end; Markdown needs two.
        folded = style == ">" and "\n" in event.value
        text = Text(event.value.strip("\n").replace("\n", "\n\n") if folded else event.value)
        mark = event.start_mark
        text.line, text.column, text.plain = mark.line + self.offset, mark.column + 1, not style
        if not style:
            end = event.end_mark
            if end.line != mark.line:
                self.broken = event
            if self.comments and end.index in self.comments:
                self.comment(end, empty=not text)
        return text

    def comment(self, end: Any, *, empty: bool) -> None:
        column = end.column + self.comments[end.index] - end.index
        misread.add_comment_in_text(Span(self.file, end.line + self.offset, column + 1), self.problems)
        if empty:  # it would be reported as an empty value, too
            raise _Refused

    def items(self, event: Any, depth: int) -> Items:
        items = Items()
        items.line, items.column = event.start_mark.line + self.offset, event.start_mark.column + 1
        broken = []
        while not isinstance(child := self.next(), yaml.SequenceEndEvent):
            value = self.value(child, depth + 1)
            if isinstance(value, Text) and value.plain and child.start_mark.line != child.end_mark.line:
                broken.append((len(items), child))
            elif isinstance(value, Text) and child.style == ">":
                row = misread.dashes_lost_in(child, self.rows, lambda: self.width)
                if row is not None:
                    misread.add_forgotten_dash(self.start_of(row), self.problems)
            items.append(value)
        if event.flow_style:
            if len(items) > 1 and (item := misread.cut_sentence(items)):
                misread.add_cut_sentence(Span(self.file, item.line, item.column), item, self.problems)
        elif broken:
            self.split(items, broken)
        return items

    def split(self, items: Items, broken: list[tuple[int, Any]]) -> None:
        """Report each line that is probably an item of its own, and make it one: its loss would cause further problems."""
        starts = {row for _, event in broken for row in self.dashes_in(event)}
        for row in misread.forgotten_dashes(items, [event for _, event in broken], self.rows, lambda: self.width):
            if row not in starts:
                misread.add_forgotten_dash(self.start_of(row), self.problems)
                starts.add(row)
        for number, event in reversed(broken):
            parts = misread.split_at(starts, event, self.rows)
            items[number : number + 1] = (
                [self.part(words, row) for row, words in parts] if len(parts) > 1 else items[number : number + 1]
            )

    def lacks_colon(self, row: int) -> bool:
        """Is a row that cannot be read the first below a word and a list? Then that word lacks its colon: report it."""
        if not self.broken or row <= self.broken.end_mark.line:
            return False
        first, rows = self.broken.start_mark.line, self.rows[self.broken.end_mark.line + 1 : row]
        word = self.rows[first].strip()
        below = all(not line.strip() or line.lstrip().startswith("#") for line in rows)
        if not (below and word.isidentifier() and misread.rows_with_dashes(self.broken, self.rows)):
            return False
        span = self.start_of(first)
        self.problems.items = [p for p in self.problems.items if (p.file, p.line) != (span.file, span.line)]
        self.problems.add(span, "yaml-syntax", f"there is no colon after `{shorten(word)}`", f"write `{shorten(word)}:`")
        return True

    def dashes_in(self, event: Any) -> list[int]:
        """The rows of a text that start with a dash. One problem for all: they are as far in as each other."""
        rows = misread.rows_with_dashes(event, self.rows)
        if rows:
            misread.add_dash_in_text(self.start_of(rows[0]), self.problems)
        return rows

    def after_key(self, text: Located, event: Any, key: Text) -> Located:
        """The value of a key. A text on rows of its own, the others with dashes, is a list that lacks the first dash."""
        first = event.start_mark.line
        if first + self.offset == key.line:
            self.dashes_in(event)
            return text
        rows = misread.rows_with_dashes(event, self.rows)
        if not rows:
            return text
        misread.add_first_dash(self.start_of(first), self.problems)
        items = Items(self.part(words, row) for row, words in misread.split_at(set(rows), event, self.rows))
        items.line, items.column = text.line, text.column
        return items

    def part(self, words: str, row: int) -> Text:
        part, start = Text(words), self.start_of(row)
        part.line, part.column, part.plain = start.line, start.column, True
        return part

    def table(self, event: Any, depth: int) -> Table:
        table = Table()
        table.line, table.column = event.start_mark.line + self.offset, event.start_mark.column + 1
        twice = False  # a forgotten dash duplicates every key of the entry; the first is reported
        while not isinstance(child := self.next(), yaml.MappingEndEvent):
            key = self.key(child, depth)
            value = self.value(child := self.next(), depth + 1)
            if child is self.broken:
                value = self.after_key(value, child, key)
            if key not in table:
                table[key] = value
            elif not twice:
                twice = True
                self.duplicate(key, table)
        return table

    def key(self, event: Any, depth: int) -> Text:
        key = self.value(event, depth + 1)
        if not isinstance(key, Text):
            raise self.refuse(
                event,
                "yaml-syntax",
                "the name of a field must be one word",
                "put quotes round the text if it starts with [ or {",
            )
        if key == "<<" and key.plain:
            raise self.refuse(event, "yaml-anchor", "`<<` is not used here", "write the fields out in each entry")
        return key

    def duplicate(self, key: Text, table: Table) -> None:
        first = table.key(key)
        assert first is not None
        self.problems.add(
            Span(self.file, key.line, key.column),
            "duplicate-key",
            f"`{shorten(key)}` stands twice in this entry; the first is in line {first.line}",
            "keep one of the two; if this is a new entry, start it with a dash",
        )
