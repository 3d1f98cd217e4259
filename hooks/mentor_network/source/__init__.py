"""Parses an author's files: YAML and front matter to strings, dicts and lists that know their line and column.

`Text` is a str, `Table` a dict and `Items` a list. They are built from the parser events of PyYAML (libyaml where its wheel
has it), so that anchors, tags and deep nesting are refused before they take memory. No type is guessed: `no`, `1:30` and
`2026-02-30` stay strings until a record parses them.

Every function adds problems to `Problems` and returns None if it can return nothing. None raises an exception, whatever the
bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

from mentor_network.problems import Problems, Span
from mentor_network.source.compose import MAX_DEPTH, parse
from mentor_network.source.extract import extract_text
from mentor_network.source.folders import files_in, is_temporary_file, paths_below, symlinks_below
from mentor_network.source.garbage import gc_paused
from mentor_network.source.kept import Kept, parse_entries
from mentor_network.source.text import MAX_BYTES, decode, read_bytes, read_text
from mentor_network.source.values import Document, Items, KeyPath, Located, Table, Text, body_span, span_of

#: A line of facts: a key, an item, a comment or the continuation of a text.
_FACT = re.compile(r"[ #-]|[\w-]+:")
_FENCE = re.compile(r"^---[ \t]*$")


def read_yaml(path: Path, file: str, problems: Problems, *, what: str = "file", kept: Kept | None = None) -> Document | None:
    """Parse one YAML file. Returns None and adds a problem if it cannot be read.

    `file` is its name in messages: the path below the root, with forward slashes. `what` is a key of `compose.EMPTY`.
    """

    def parsed(text: str) -> Document | None:
        value: Located | None = parse_entries(text, file, kept) if kept else None
        value = value or parse(text, file, problems, what=what)
        if value is None:
            return None
        merged = any(problem.code == "duplicate-key" and problem.file == file for problem in problems.items)
        return Document(file, value, merged=merged, text=text)

    return _read(path, file, problems, parsed, kept)


def read_front_matter(path: Path, file: str, problems: Problems, *, kept: Kept | None = None) -> Document | None:
    """Parse a Markdown file with YAML front matter. Line numbers are those of the whole file."""
    return _read(path, file, problems, lambda text: _front_matter(text, file, problems), kept)


def _read(
    path: Path, file: str, problems: Problems, parsed: Callable[[str], Document | None], kept: Kept | None
) -> Document | None:
    """What is `parsed` of the text of a file, or what was kept of the same bytes."""
    raw = read_bytes(path, file, problems)
    if kept and (document := kept.get(("file", file, raw))):
        return cast(Document, document)
    before = len(problems.items)
    text = None if raw is None else decode(raw, file, problems)
    document = None if text is None else parsed(text)
    if document is None:
        problems.unreadable.add(file)
    elif kept and len(problems.items) == before and not isinstance(document.value, Items):
        # Of a list, the entries are kept: a later text may have moved them.
        kept.put(("file", file, raw), document)
    return document


def _no_fields(file: str, *, started: bool) -> tuple[str, str]:
    """Message and help for a page without fields between two lines of dashes at its top."""
    if started:
        message = "the fields at the top of this file never end"
        return message, "add a line of three dashes below the last of them"
    if file.startswith("case_studies/"):
        message = "this file must begin with the lines of the template between two lines `---`"
        help = "copy them from the page on writing up what your Trust tried, or from another file of this folder"
        return message, help
    message = "this file must begin with its fields between two lines `---`"
    return message, "copy them from another page, and put your words into them"


def _last_line(lines: list[str]) -> int:
    """The number of the last line of facts without an end, if nothing but facts was read; otherwise that of the first."""
    written = [number for number, line in enumerate(lines, 1) if line.strip()]
    return written[-1] if all(_FACT.match(lines[number - 1]) for number in written) else 1


def _front_matter(text: str, file: str, problems: Problems) -> Document | None:
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if _FENCE.match(line)), 0) if _FENCE.match(lines[0]) else 0
    if not end:
        started = bool(_FENCE.match(lines[0]))
        span = Span(file, _last_line(lines) if started else 1)
        problems.add(span, "yaml-syntax", *_no_fields(file, started=started))
        return None
    value = parse("\n".join(lines[1:end]) + "\n", file, problems, first_line=2, what="front matter")
    return None if value is None else Document(file, value, "\n".join(lines[end + 1 :]), end + 2, text=text)


__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Document",
    "Items",
    "Kept",
    "KeyPath",
    "Located",
    "Table",
    "Text",
    "body_span",
    "extract_text",
    "files_in",
    "gc_paused",
    "is_temporary_file",
    "parse",
    "paths_below",
    "read_bytes",
    "read_front_matter",
    "read_text",
    "read_yaml",
    "span_of",
    "symlinks_below",
]
