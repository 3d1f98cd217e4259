"""Finds and unwraps links that a mail security service rewrote. They lead through its server, and most name the recipient.

The form in the browser does the same with the table from `as_data`. `source` (flag `u`) finds one in a text as it was
typed. `ways` are tried in order: if `source` of one (flag `iu`) is found in the link, its first group is the target, after
the replacements of `instead`. The target is decoded (see `decoding`) and cut to what `real` matches at its start: without
the query, which can name the recipient too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mentor_network.confidentiality.folding import decoded

#: Microsoft Safe Links, Proofpoint, Mimecast and Barracuda, in any region. These write hosts in small letters, and a
#: case-sensitive search is faster.
SOURCE = (
    r"https?://(?:[a-z0-9.-]{1,60}\.safelinks\.protection\.(?:outlook\.com|office365\.us)|statics\.teams\.[a-z.]{1,40}/[a-z-]"
    r"{1,40}/safelinks|urldefense(?:\.proofpoint)?\.(?:com|us)|[a-z0-9.-]{1,60}\.(?:mimecast|mimecastprotect)\.com"
    r"|linkprotect\.cudasvc\.com)/(?:[^\s<>\x22\x27`()\]]|\([^\s<>\x22\x27`()]{0,300}\)){1,4000}"
)
_WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    (r"/v2/url\?(?:[^#]{0,2000}?[&;])?u=([^&#]{1,2000})", {"-": "%", "_": "/"}),
    (r"/v3/__([^*]{1,2000}?)__;", {}),
    (r"[?&;](?:url|u|a)=([^&#]{1,2000})", {}),
)
#: URLs whose characters need no encoding. For others, the author has to open the link.
_REAL = r"https?://[A-Za-z0-9.-]{1,200}(?:/[A-Za-z0-9._~/-]{0,300})?"
_FOUND = re.compile(SOURCE, re.ASCII)
_COMPILED_WAYS = tuple((re.compile(source, re.IGNORECASE | re.ASCII), instead) for source, instead in _WAYS)
#: The URL must end there, or go on with a query or fragment.
_URL_START = re.compile(rf"{_REAL}(?=[?#]|\Z)")


def find_wrapped_links(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each rewritten link in a text."""
    return (link.span() for link in _FOUND.finditer(text))


def unwrap(link: str) -> str | None:
    """The URL that a rewritten link leads to, without its query, or None if the link does not show it."""
    for _ in range(4):  # one service may rewrite a link of another
        if not _FOUND.match(link):
            url = _URL_START.match(link)
            return url[0] if url else None
        target = next(((match[1], instead) for way, instead in _COMPILED_WAYS if (match := way.search(link))), None)
        if not target:
            return None
        link, instead = target
        for sign, other in instead.items():
            link = link.replace(sign, other)
        link = decoded(link)
    return None


def as_data() -> dict[str, Any]:
    """The table for the form, as its JSON has it."""
    ways = [{"source": source, "instead": list(instead.items())} for source, instead in _WAYS]
    return {"source": SOURCE, "ways": ways, "real": _REAL}
