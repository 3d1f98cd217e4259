"""Links that a mail program wrapped: each leads through a server of its maker, and most say who got the mail.

The form in the browser finds and unwraps them by the same table, which `as_data` gives: `source` finds one in a text as it
was typed (flag `u`). `ways` are tried in order, and the first whose `source` (flag `iu`) is found in the link gives, as its
first group, what it leads to, once each pair of `instead` is replaced. That is decoded (see `decoding`), and is the real
address as far as `real` matches its beginning: without a query, which can say who got the mail too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mentor_network.confidentiality.folding import decoded

#: Microsoft, Proofpoint, Mimecast and Barracuda, whatever the region. These programs write no capitals, and a search for
#: plain letters is fast.
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
#: Letters and signs that need no code. With any other, somebody has to look.
_REAL = r"https?://[A-Za-z0-9.-]{1,200}(?:/[A-Za-z0-9._~/-]{0,300})?"
_FOUND = re.compile(SOURCE, re.ASCII)
_ASKED = tuple((re.compile(source, re.IGNORECASE | re.ASCII), instead) for source, instead in _WAYS)
#: A link that leads to nothing but a query or a place has no address without it.
_REAL_BEGINS = re.compile(rf"{_REAL}(?=[?#]|\Z)")


def find_wrapped_links(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has such links."""
    return (link.span() for link in _FOUND.finditer(text))


def unwrap(link: str) -> str | None:
    """The address that a wrapped link leads to, where it can be read out of it."""
    for _ in range(4):  # one program may wrap what another has wrapped
        if not _FOUND.match(link):
            begins = _REAL_BEGINS.match(link)
            return begins[0] if begins else None
        found = next(((way[1], instead) for asked, instead in _ASKED if (way := asked.search(link))), None)
        if not found:
            return None
        link, instead = found
        for sign, other in instead.items():
            link = link.replace(sign, other)
        link = decoded(link)
    return None


def as_data() -> dict[str, Any]:
    """The table for the form."""
    ways = [{"source": source, "instead": list(instead.items())} for source, instead in _WAYS]
    return {"source": SOURCE, "ways": ways, "real": _REAL}
