"""YAML text to located values: what an author wrote, as text, with the line and column of each piece.

The values are plain Python ones that remember their place: `Text` is a string, `Table` a dict, `Items` a list. They are
built from the events of PyYAML's C parser, so that anything unsafe is refused before it is held in memory, and nothing is
guessed: `no`, `1:30` and `2026-02-30` stay the words that they are until a record types them.

Every function reports into `Problems` and returns None where nothing can be used. None raises, whatever the bytes.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mentor_network.problems import Problems, Span

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 20

# PyYAML's wheels carry libyaml; a pure Python build reads the same, only slower.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FENCE = re.compile(r"^---[ \t]*$")


class Text(str):
    """A scalar as it was written. `plain` is true where it had no quotes, so that a bare `no` can be told from "no"."""

    line: int
    column: int
    plain: bool


class Table(dict[str, Any]):
    """A mapping. Its keys are `Text`, so each has its place too."""

    line: int
    column: int

    def key(self, name: str) -> Text | None:
        """The key as written, for its place."""
        return next((key for key in self if key == name), None)  # type: ignore[return-value]


class Items(list[Any]):
    """A sequence."""

    line: int
    column: int


Located = Text | Table | Items


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document: its file and its value. `body` and `body_line` are set where text follows front matter."""

    file: str
    value: Located
    body: str = ""
    body_line: int = 1

    def span(self, *path: str | int, key: bool = False) -> Span:
        """The place of what `path` leads to, or of the nearest thing above it that exists.

        With `key`, the place of the last key and not of its value.
        """
        return span_of(self.file, self.value, path, key=key)


def in_body(document: Document, start: int) -> Span:
    before = document.body[:start]
    return Span(document.file, document.body_line + before.count("\n"), start - (before.rfind("\n") + 1) + 1)


def span_of(file: str, value: Located, path: tuple[str | int, ...], *, key: bool = False) -> Span:
    """Follow `path` into `value` as far as it goes, and give the place reached."""
    place: Located = value
    for number, step in enumerate(path, 1):
        last = number == len(path)
        if isinstance(place, Table) and isinstance(step, str) and step in place:
            written = place.key(step)
            value_at = place[step]
            place = written if (key and last and written is not None) else value_at
        elif isinstance(place, Items) and isinstance(step, int) and step < len(place):
            place = place[step]
        else:
            break
    return Span(file, place.line, place.column)


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the cyclic garbage collector out of the way while many small values are made, none of them in a cycle.

    Reading 1,165 entries with it on takes half as long again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_text(path: Path, file: str, problems: Problems) -> str | None:
    """The text of a file with plain line ends, or None and a problem.

    A byte-order mark and Windows line ends are what Notepad writes: they are read without a word.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.add(Span(file), "unreadable-file", "this file is larger than 64 MB", "split it into several files")
            return None
        raw = path.read_bytes()
    except FileNotFoundError:
        problems.add(Span(file), "missing-file", f"there is no file called `{file}`", "put it back, or make a new one")
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problems.add(Span(file), "unreadable-file", f"this file cannot be read: {reason}", "check who may open the file")
        return None
    return _decode(raw, file, problems)


def _decode(raw: bytes, file: str, problems: Problems) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(Span(file), "unreadable-file", "this file is saved as UTF-16", "save it again with the encoding UTF-8")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        problems.add(
            _place(file, before),
            "unreadable-file",
            "there is a character here that is not UTF-8",
            "type the character again, and save the file with the encoding UTF-8",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, what in (
        (_CONTROL, "a control character"),
        (_INVISIBLE, "an invisible character that turns text round"),
    ):
        if found := pattern.search(text):
            problems.add(
                _place(file, text[: found.start()]),
                "unreadable-file",
                f"there is {what} here",
                "delete this line and type it again; it often comes from copying out of another program",
            )
            return None
    return text


def _place(file: str, before: str) -> Span:
    line = before.count("\n") + 1
    return Span(file, line, len(before) - (before.rfind("\n") + 1) + 1)


def read_yaml(path: Path, file: str, problems: Problems) -> Document | None:
    """One YAML file as located values, or None and a problem.

    `file` is the name that messages use: the path below the root, with forward slashes.
    """
    text = read_text(path, file, problems)
    if text is None:
        return None
    value = parse(text, file, problems)
    return None if value is None else Document(file, value)


def read_front_matter(path: Path, file: str, problems: Problems) -> Document | None:
    """A Markdown file with YAML front matter. Lines are counted from the top of the file."""
    text = read_text(path, file, problems)
    if text is None:
        return None
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if _FENCE.match(line)), 0) if _FENCE.match(lines[0]) else 0
    if not end:
        problems.add(
            Span(file),
            "yaml-syntax",
            "this page has no facts at its top",
            "start the file with a line of three dashes, the facts such as `title: ...`, and three dashes again",
        )
        return None
    value = parse("\n".join(lines[1:end]) + "\n", file, problems, first_line=2)
    return None if value is None else Document(file, value, "\n".join(lines[end + 1 :]), end + 2)


def parse(text: str, file: str, problems: Problems, *, first_line: int = 1) -> Located | None:
    """YAML text as located values, or None and one problem for what stopped the reading."""
    try:
        with collector_off():
            value = _Composer(text, file, problems, first_line).compose()
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        _syntax_problem(error, text, file, problems, first_line)
        return None
    except (yaml.YAMLError, ValueError, RecursionError):
        problems.add(
            Span(file, first_line), "yaml-syntax", "this file cannot be read as YAML", "compare it with a working entry"
        )
        return None
    return value


class _Refused(Exception):
    """Reading stopped at something that is already reported."""


class _Composer:
    """Builds located values from parser events, in one pass and with a limit on depth."""

    def __init__(self, text: str, file: str, problems: Problems, first_line: int) -> None:
        self.events = yaml.parse(text, Loader=Loader)
        self.file, self.problems, self.offset = file, problems, first_line

    def span(self, event: Any) -> Span:
        return Span(self.file, event.start_mark.line + self.offset, event.start_mark.column + 1)

    def refuse(self, event: Any, code: str, message: str, help: str) -> _Refused:
        self.problems.add(self.span(event), code, message, help)
        return _Refused()

    def compose(self) -> Located:
        value: Located | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if value is not None:
                    raise self.refuse(
                        event,
                        "yaml-several-documents",
                        "a second document starts here",
                        "delete this line of three dashes; one file holds one list",
                    )
                value = self.value(next(self.events), 0)
        if value is None or (isinstance(value, Text) and value == "" and value.plain):
            self.problems.add(
                Span(self.file, self.offset), "empty-value", "this file has no entries", "add one, or put the file back"
            )
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
        if isinstance(event, yaml.AliasEvent) or event.anchor:
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
        # In a folded text (`>-`) an author leaves a blank line between paragraphs, and YAML makes one line end of it.
        folded = event.style == ">" and "\n" in event.value
        text = Text(event.value.strip("\n").replace("\n", "\n\n") if folded else event.value)
        mark = event.start_mark
        text.line, text.column, text.plain = mark.line + self.offset, mark.column + 1, not event.style
        return text

    def items(self, event: Any, depth: int) -> Items:
        items = Items()
        items.line, items.column = event.start_mark.line + self.offset, event.start_mark.column + 1
        for child in self.events:
            if isinstance(child, yaml.SequenceEndEvent):
                break
            items.append(self.value(child, depth + 1))
        return items

    def table(self, event: Any, depth: int) -> Table:
        table = Table()
        table.line, table.column = event.start_mark.line + self.offset, event.start_mark.column + 1
        for child in self.events:
            if isinstance(child, yaml.MappingEndEvent):
                break
            key = self.key(child, depth)
            value = self.value(next(self.events), depth + 1)
            if key in table:
                self.duplicate(key, table)
            else:
                table[key] = value
        return table

    def key(self, event: Any, depth: int) -> Text:
        key = self.value(event, depth + 1)
        if not isinstance(key, Text):
            raise self.refuse(
                event, "yaml-syntax", "a key must be one word", "put quotes round the text if it starts with [ or {"
            )
        if key == "<<" and key.plain:
            raise self.refuse(event, "yaml-anchor", "merge keys are not used here", "write the fields out in each entry")
        return key

    def duplicate(self, key: Text, table: Table) -> None:
        first = table.key(key)
        assert first is not None
        self.problems.add(
            Span(self.file, key.line, key.column),
            "duplicate-key",
            f"`{key}` stands twice in this entry; the first is in line {first.line}",
            "keep one of the two; if this is a new entry, start it with a dash",
        )


_SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "there is a second colon in this line, or the line is indented too far",
        "put the text after the first colon in double quotes, or line it up with the line above",
    ),
    (
        "could not find expected ':'",
        "a line here has no colon after its key",
        "write `key: value`, with a space after the colon",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "line it up with the keys of the same entry; if the text above has an apostrophe, put double quotes round it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above it",
        "line the dash up with the other dashes, or the key with the other keys",
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
    (
        "did not find expected ',' or",
        "a bracket that opens here is never closed",
        "add the closing bracket, or put quotes round the text",
    ),
    (
        "found character that cannot start any token",
        "a line cannot start with this character",
        "put quotes round the text",
    ),
    ("block sequence entries are not allowed", "a dash stands where a list cannot start", "put the list in a new line"),
)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, problems: Problems, first_line: int) -> None:
    """libyaml's reason in plain English, at its place."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    reason = f"{error.problem or ''} {error.context or ''}"
    rows = text.split("\n")
    row = rows[line] if line < len(rows) else ""
    if (tab := row.find("\t")) >= 0 and not row[:tab].strip():
        problems.add(
            Span(file, line + first_line, tab + 1),
            "yaml-tab",
            "this line starts with a tab",
            "use spaces: two for each level",
        )
        return
    unclosed = "quoted scalar" in reason or "flow" in reason
    if unclosed and error.context_mark:
        line, column = error.context_mark.line, error.context_mark.column
    known = ((message, help) for part, message, help in _SYNTAX if part in reason)
    message, help = next(known, ("this line cannot be read as YAML", "compare it with a working entry"))
    problems.add(Span(file, line + first_line, column + 1), "yaml-syntax", message, help)
