"""Reads a file as text: UTF-8 with Unix line ends, free of control and bidirectional characters."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from mentor_network.problems import Problems, Span

MAX_BYTES = 64 * 1024 * 1024

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Characters that a text must not have, and what a message calls them.
HIDDEN = ((CONTROL, "a character that cannot be shown"), (INVISIBLE, "an invisible character that turns text round"))
#: What people would call some of them.
_NAMES = {
    "\0": "NUL",
    "\x07": "a bell",
    "\x0b": "a vertical tab",
    "\x0c": "a page break",
    "\x1b": "an escape",
    "\x7f": "a delete",
}
#: Both at once, because one search is faster than two.
_ANY_HIDDEN = re.compile(f"{CONTROL.pattern}|{INVISIBLE.pattern}")
#: The line ends of office programs. None changes the numbers of lines: an editor sees none of them.
LINE_SEPARATOR = "\u2028"
_ODD_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2029"
#: The lines that Git puts round the two versions of a conflict. A line of `=` alone can also be the line below a heading.
_CONFLICT = re.compile(r"^(?:(?P<start><{7})|\|{7}|(?P<end>>{7}))(?=[ \n]|\Z)", re.MULTILINE)
_NOTEPAD = "save it again as UTF-8; in Notepad choose Save as, then Encoding: UTF-8"


def read_text(path: Path, file: str, problems: Problems) -> str | None:
    """The text of a file with Unix line ends. Returns None and adds a problem if it cannot be read.

    `file` is its name in messages: the path below the root, with forward slashes. A byte-order mark and Windows line ends,
    which Notepad writes, are accepted.
    """
    raw = read_bytes(path, file, problems)
    return None if raw is None else decode(raw, file, problems)


def read_bytes(path: Path, file: str, problems: Problems) -> bytes | None:
    """The bytes of a regular file, at most `MAX_BYTES`. Returns None and adds a problem otherwise."""
    span = Span(file)
    try:
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind):
            problems.add(span, "unreadable-file", "this is a link to another file", "put the file itself here")
            return None
        if not stat.S_ISREG(kind):
            problems.add(span, "unreadable-file", "this is not a file", "put a file with this name here")
            return None
        with path.open("rb") as open_file:
            raw = open_file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        problems.add(span, "missing-file", f"there is no file called `{file}`", "put it back, or make a new one")
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        problems.add(span, "unreadable-file", f"this file cannot be read: {reason}", "check who may open the file")
        return None
    if len(raw) > MAX_BYTES:
        problems.add(span, "unreadable-file", "this file is larger than 64 MB", "split it into several files")
        return None
    return raw


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """The text of a file's bytes, see `read_text`. The line ends of office programs become `LINE_SEPARATOR`."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(Span(file), "unreadable-file", "this file is saved in a form that cannot be read here", _NOTEPAD)
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        problems.add(
            _span(file, unix_line_ends(before)),
            "unreadable-file",
            "there is a character here that cannot be read",
            f"type it again, and {_NOTEPAD}",
        )
        return None
    text = unix_line_ends(text)
    for end in _ODD_LINE_ENDS:  # `translate` takes a tenth of a whole check
        text = text.replace(end, LINE_SEPARATOR)
    for pattern, what in HIDDEN if _ANY_HIDDEN.search(text) else ():
        if match := pattern.search(text):
            problems.add(
                _span(file, text[: match.start()]),
                "unreadable-file",
                f"there is {what} here, {name_of(match[0])}",
                "delete this line and type it again; it often comes from copying out of another program",
            )
            return None
    if _CONFLICT.search(text):
        add_conflicts(text, file, problems)
        return None
    return text


def name_of(sign: str) -> str:
    """What a message calls a sign that nobody can see, such as `a vertical tab (U+000B)`."""
    code = f"U+{ord(sign):04X}"
    return f"{_NAMES[sign]} ({code})" if sign in _NAMES else code


def add_conflicts(text: str, file: str, problems: Problems) -> None:
    """Add a problem for each conflict that Git marked, at the first of its lines."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _CONFLICT.match(line)
        if mark and (mark["start"] or not inside):
            problems.add(
                Span(file, number),
                "merge-conflict",
                "two people changed the same lines, and Git has put both versions here",
                "keep one version; delete the other, and the lines that start with <<<<<<<, |||||||, ======= and >>>>>>>",
            )
        inside = bool(mark and not mark["end"]) or (inside and not mark)


def unix_line_ends(text: str) -> str:
    """`text` with Unix line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _span(file: str, before: str) -> Span:
    """The position that follows the text `before`."""
    line = before.count("\n") + 1
    return Span(file, line, len(before) - (before.rfind("\n") + 1) + 1)
