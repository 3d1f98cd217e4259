"""Extracts the text of any file, whatever program wrote it, for the confidentiality screens.

A pull request shows such a file to the public, even if no part of the site is made from it.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from mentor_network.problems import Problems
from mentor_network.source.text import read_bytes, unix_line_ends

#: How documents of Word and LibreOffice start: they are ZIP archives.
_ARCHIVE = b"PK\x03\x04"
#: Limit in bytes of what is decompressed, against a ZIP bomb.
_MAX_BYTES = 8 * 1024 * 1024
_MAX_PARTS = 500
_LINE_END = re.compile(r"</(?:w:p|a:p|text:p|text:h|si)>|<(?:w:br|w:tab|text:tab|text:line-break)\s?/>")
_TAG = re.compile("<[^<>]*>")
_BROKEN = (zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def extract_text(path: Path) -> tuple[str, bool]:
    """The text of a file, empty if it has none, and whether its line numbers are those that people see.

    The lines of an office document are not: its text is taken out of XML.
    """
    raw = read_bytes(path, path.name, Problems()) or b""
    if raw.startswith(_ARCHIVE):
        return "\n".join(_xml_parts(raw)), False
    return unix_line_ends(_decoded(raw)), True


def _decoded(raw: bytes) -> str:
    """Decode UTF-8 or UTF-16, with or without a byte-order mark, or cp1252. An empty string for binary data."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if "\0" not in text:
        return text
    # In UTF-16 every other byte of ASCII letters is 0.
    halves = [raw[0::2].count(0), raw[1::2].count(0)]
    if max(halves) * 3 < len(raw):
        return ""
    return raw.decode("utf-16-be" if halves[0] > halves[1] else "utf-16-le", errors="replace")


def _xml_parts(raw: bytes) -> Iterator[str]:
    """The text of each XML part of an office document, up to the limits. Broken archives end early."""
    import zipfile  # a slow import that few checks need

    left = _MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = [name for name in archive.namelist()[:_MAX_PARTS] if name.endswith(".xml")]
            for name in names:
                with archive.open(name) as part:
                    content = part.read(left)
                left -= len(content)
                yield _TAG.sub("", _LINE_END.sub("\n", content.decode("utf-8", errors="replace")))
                if left <= 0:
                    return
    except (zipfile.BadZipFile, *_BROKEN):
        return
