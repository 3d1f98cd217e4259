"""The texts of a message: its attached files first, then its own text, plain before HTML."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import PurePath

_FILES = frozenset([".md", ".markdown", ".yaml", ".yml", ".txt"])
_HEADER = re.compile(rb"(?:[A-Za-z][\w-]*:.*\r?\n(?:[ \t].*\r?\n)*){2,}\r?\n")
_MIME = re.compile(rb"^(?:mime-version|content-type|message-id|received):", re.IGNORECASE | re.MULTILINE)
#: Charsets that mail programs name when they mean windows-1252.
_LATIN = frozenset(["", "ascii", "us-ascii", "iso-8859-1", "latin-1", "unknown-8bit"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may hold a file. `first_line` is its first line in the file that was received, or 0 if it is encoded.

    `whole`: by its name it is the file itself.
    """

    text: str
    first_line: int = 1
    attached: bool = False
    whole: bool = False


def texts(raw: bytes, name: str) -> Iterator[Candidate]:
    """Every text of a message, or the text of any other file, the likeliest first."""
    if not _is_message(raw, name):
        yield Candidate(decode(raw), whole=_is_whole(name))
        return
    message = email.message_from_bytes(raw, policy=policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    attached = [part for part in parts if PurePath(part.get_filename() or "").suffix.lower() in _FILES]
    for part in attached:
        yield Candidate(_text(part), _first_line(part, raw), attached=True, whole=_is_whole(part.get_filename() or ""))
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part not in attached and part.get_content_type() == kind:
                text = _text(part)
                if kind == "text/html":
                    yield Candidate(text_of_html(text), 0)
                elif part.get_param("format", "") == "flowed":
                    yield Candidate(_unflowed(text, delete_space=part.get_param("delsp", "") == "yes"), 0)
                else:
                    yield Candidate(text, _first_line(part, raw))


def _is_whole(name: str) -> bool:
    return PurePath(name).suffix.lower() in _FILES - {".txt"}


def _is_message(raw: bytes, name: str) -> bool:
    head = _HEADER.match(raw.removeprefix(b"\xef\xbb\xbf"))
    return bool(head and (name.lower().endswith(".eml") or _MIME.search(head[0])))


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "")


def decode(raw: bytes, charset: str = "") -> str:
    """Text of bytes: of the charset that is named, unless that is one that mail programs name wrongly."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    for name in (*([] if charset.lower() in _LATIN else [charset]), "utf-8-sig"):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return raw.decode("cp1252", errors="replace")


def _first_line(part: EmailMessage, raw: bytes) -> int:
    """The line of the message that the text of a part starts in, or 0 if the part is encoded."""
    if str(part.get("content-transfer-encoding", "7bit")).lower() not in ("7bit", "8bit", "binary"):
        return 0
    payload = part.get_payload(decode=True)
    start = raw.find(payload) if isinstance(payload, bytes) and payload else -1
    return raw.count(b"\n", 0, start) + 1 if start >= 0 else 0


def _unflowed(text: str, *, delete_space: bool) -> str:
    """The text of RFC 3676, in which a space at the end of a line says that the paragraph goes on."""
    lines: list[str] = []
    goes_on = False
    for line in text.splitlines():
        quote, rest = re.match(r"(>*)(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
        rest = rest.removeprefix(" ") if not quote else rest
        if goes_on and lines:
            lines[-1] = (lines[-1][:-1] if delete_space else lines[-1]) + rest.lstrip()
        else:
            lines.append(quote + rest)
        goes_on = rest.endswith(" ") and rest != "-- "
    return "\n".join(lines)


class _Reader(HTMLParser):
    """Collects the text of HTML as a browser would show it: blocks on lines of their own, white space as one space."""

    _BLOCKS = frozenset(["blockquote", "div", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "table", "tr", "ul"])
    _UNSEEN = frozenset(["head", "script", "style", "title"])

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.unseen = self.preformatted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in self._UNSEEN
        self.preformatted += tag == "pre"
        if tag == "br":
            self.pieces.append("\n")
        elif tag in self._BLOCKS:
            self._new_line()
        if tag in ("hr", "li"):
            self.pieces.append("---\n" if tag == "hr" else "- ")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in self._UNSEEN and self.unseen > 0
        self.preformatted -= tag == "pre" and self.preformatted > 0
        if tag in self._BLOCKS:
            self._new_line()

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        text = data if self.preformatted else re.sub(r"[ \t\r\n]+", " ", data)
        if not self.preformatted and (not self.pieces or self.pieces[-1].endswith("\n")):
            text = text.lstrip(" ")
        if text:
            self.pieces.append(text)

    def _new_line(self) -> None:
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")


def text_of_html(html: str) -> str:
    """The text that readers see of a message in HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)
