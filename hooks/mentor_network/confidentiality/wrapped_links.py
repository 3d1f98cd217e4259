"""Finds and unwraps links that a mail service or a search engine rewrote.

They lead through its server, and most name the recipient.

The form in the browser does the same with the table from `as_data`. `source` (flag `u`) finds one in a text as it was
typed. `ways` are tried in order: if `source` of one (flags `iu`) is found in the link, its first group is the target, after
the replacements of `instead`. If it has a second group, that is Base64 of the characters that the asterisks in the first
stand for: one each, or as many as `runs` says for the character after two of them. The target is decoded (see `decoding`)
and cut to what `real` matches at its start: without the query, which can name the recipient too.
"""

from __future__ import annotations

import base64
import re
import string
from collections.abc import Iterator
from typing import Any

from mentor_network.confidentiality.folding import decoded

_REST = r"(?:[^\s<>\x22\x27`()\]]|\([^\s<>\x22\x27`()]{0,300}\)){1,4000}"
#: Microsoft Safe Links, Proofpoint, Mimecast, Barracuda, Cisco, Sophos, Symantec, Trellix, Check Point, Egress, Trend Micro
#: and Google, in any region, and those who send newsletters. These write hosts in small letters, and a case-sensitive search
#: is faster.
_HOSTS = (
    r"[a-z0-9.-]{1,60}\.safelinks\.protection\.(?:outlook\.com|office365\.us)/|"
    r"statics\.teams\.[a-z.]{1,40}/[a-z-]{1,40}/safelinks"
    r"|outlook\.office(?:365)?\.com/mail/safelink|urldefense(?:\.proofpoint)?\.(?:com|us)/|"
    r"[a-z0-9.-]{1,60}\.mimecast[a-z-]{0,20}\.com/"
    r"|[a-z0-9.-]{0,60}linkprotect\.cudasvc\.com/|secure-web\.cisco\.com/|"
    r"[a-z0-9.-]{0,60}protection\.sophos\.com|clicktime\.symantec\.com/"
    r"|protect[0-9]{0,2}\.fireeye\.com/|[a-z0-9.-]{0,30}protect\.checkpoint\.com/|[a-z0-9.-]{0,60}defend\.egress\.com/"
    r"|[a-z0-9.-]{1,60}\.trendmicro\.com(?::\d{1,5})?/wis/|url\.emailprotection\.link/|"
    r"[a-z0-9.-]{1,60}\.list-manage\.com/"
    r"|(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?/url\?|[a-z0-9.-]{1,80}/(?:ls/click|track/click|CL0/)"
)
SOURCE = rf"https?://(?:{_HOSTS}){_REST}"
_WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    (r"/v2/url\?(?:[^#]{0,2000}?[&;])?u=([^&#]{1,2000})", {"-": "%", "_": "/"}),
    (r"/v3/__(.{1,2000}?)__;([A-Za-z0-9_-]{0,400})", {}),
    (r"/v2/_{2,3}(https?:.{1,2000}?)_{2,3}\.", {}),
    (r"[?&;](?:url|u|a|q)=(https?[:%][^&#]{1,2000})", {}),
    (r"cisco\.com/[^/]{1,400}/(https?[:%].{1,2000})", {}),
)
#: URLs that the checker accepts and whose characters need no encoding. For others, the author has to open the link.
_REAL = r"https://[A-Za-z0-9.-]{1,200}(?:/[A-Za-z0-9._~/-]{0,300})?"
_FOUND = re.compile(SOURCE, re.ASCII)
_COMPILED_WAYS = tuple((re.compile(source, re.IGNORECASE | re.ASCII), instead) for source, instead in _WAYS)
#: The URL must end there, or go on with a query or fragment.
_URL_START = re.compile(rf"{_REAL}(?=[?#]|\Z)")
#: The character after two asterisks says for how many characters they stand: 2 for the first of these, and so on.
_RUNS = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"


def find_wrapped_links(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each rewritten link in a text."""
    return (link.span() for link in _FOUND.finditer(text))


def unwrap(link: str) -> str | None:
    """The URL that a rewritten link leads to, without its query, or None if the link does not show it."""
    for _ in range(4):  # one service may rewrite a link of another
        if not _FOUND.match(link):
            url = _URL_START.match(link)
            return url[0] if url else None
        target = next(((match, instead) for way, instead in _COMPILED_WAYS if (match := way.search(link))), None)
        if not target:
            return None
        match, instead = target
        link = match[1] if match.lastindex == 1 else _starred(match[1], match[2])
        for sign, other in instead.items():
            link = link.replace(sign, other)
        link = decoded(link)
    return None


def _starred(link: str, encoded: str) -> str:
    """`link` with the characters that its asterisks stand for."""
    try:
        rest = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()
    except ValueError:
        return link
    position = 0

    def instead(stars: re.Match[str]) -> str:
        nonlocal position
        start, position = position, position + (_RUNS.index(stars[1]) + 2 if stars[1] else 1)
        return rest[start:position]

    return re.sub(r"\*(?:\*([A-Za-z0-9_-]))?", instead, link)


def as_data() -> dict[str, Any]:
    """The table for the form, as its JSON has it."""
    ways = [{"source": source, "instead": list(instead.items())} for source, instead in _WAYS]
    return {"source": SOURCE, "ways": ways, "runs": _RUNS, "real": _REAL}
