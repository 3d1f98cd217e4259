"""What XML may hold. The standard library escapes markup, and writes characters that no reader accepts as they are."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Words without the few characters that are forbidden in XML.

    >>> legal("a\\x0bb")
    'a b'
    """
    return _FORBIDDEN.sub(" ", text)
