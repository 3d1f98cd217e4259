"""The words of a file that nothing reads, whatever program wrote it: a pull request shows them to the public."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.source.text import plain_ends, read_bytes

#: How documents of Word, LibreOffice and the like begin: they are archives.
_ARCHIVE = b"PK\x03\x04"
#: No text of people is longer. A small archive can hold far more.
_MOST = 8 * 1024 * 1024
_MOST_PARTS = 500
_LINE = re.compile(r"</(?:w:p|a:p|text:p|text:h|si)>|<(?:w:br|w:tab|text:tab|text:line-break)\s?/>")
_TAG = re.compile("<[^<>]*>")
_BROKEN = (zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def extract_text(path: Path) -> tuple[str, bool]:
    """What can be read of a file as text, which may be nothing, and whether its lines are those that people see."""
    raw = read_bytes(path, path.name, Problems()) or b""
    if raw.startswith(_ARCHIVE):
        return "\n".join(_parts(raw)), False
    return plain_ends(_decoded(raw)), True


def _decoded(raw: bytes) -> str:
    """As UTF-8 or UTF-16, with or without a mark, or as Windows writes it; nothing for what is no text."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\0" not in text:
        return text
    # In UTF-16 every other byte of plain words is 0.
    halves = [raw[0::2].count(0), raw[1::2].count(0)]
    if max(halves) * 3 < len(raw):
        return ""
    return raw.decode("utf-16-be" if halves[0] > halves[1] else "utf-16-le", errors="replace")


def _parts(raw: bytes) -> Iterator[str]:
    """The words of an office document, part by part, as far as they are no more than people write."""
    import zipfile  # it takes a while, and hardly any check needs it

    left = _MOST
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = [name for name in archive.namelist()[:_MOST_PARTS] if name.endswith(".xml")]
            for name in names:
                with archive.open(name) as part:
                    inside = part.read(left)
                left -= len(inside)
                yield _TAG.sub("", _LINE.sub("\n", inside.decode("utf-8", errors="replace")))
                if left <= 0:
                    return
    except (zipfile.BadZipFile, *_BROKEN):
        return
