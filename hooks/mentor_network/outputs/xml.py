"""Characters that XML 1.0 forbids, even escaped. The standard library escapes markup, but writes these unchanged."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def strip_forbidden(text: str) -> str:
    """Text with each forbidden character replaced by a space.

    >>> strip_forbidden("a\\x0bb")
    'a b'
    """
    return _FORBIDDEN.sub(" ", text)
