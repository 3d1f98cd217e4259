"""An author's words inside the Markdown that GitHub shows in summaries and issues: as text, and as nothing else.

Whoever opens a pull request writes these words. They must not make links, pictures or headings, nor call anybody's name.
"""

from __future__ import annotations

import re

from mentor_network.problems import shorten

_ACTIVE = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:/=$^\"'])")
#: Between a sign and what follows it: seen by nobody, and enough to stop GitHub from reading `@name` and `#12`.
_GAP = "\u200b"


def plain(text: str, limit: int = 200) -> str:
    """Words on one line, with every sign that Markdown or GitHub would act on made harmless.

    >>> plain("see [this](https://example.org)")
    'see \\\\[this\\\\]\\\\(https\\\\:\\\\/\\\\/example\\\\.org\\\\)'
    """
    line = _ACTIVE.sub(r"\\\1", shorten(text, limit))
    return line.replace("@", f"@{_GAP}").replace("\\#", f"\\#{_GAP}")


def code(text: str) -> str:
    """A name as GitHub prints code. It cannot end early, because `short` takes its backticks away.

    >>> code("opportunities.yaml")
    '`opportunities.yaml`'
    """
    return f"`{shorten(text, 120) or ' '}`"


def message(text: str) -> str:
    """One of our messages: what stands between backticks stays so, and the rest is made harmless."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return plain(text, 600)
    return "".join(code(piece) if number % 2 else _spaced(piece) for number, piece in enumerate(pieces))


def _spaced(piece: str) -> str:
    """A piece of a sentence, with the spaces at its ends kept."""
    inner = piece.strip()
    return f"{' ' if piece[:1] == ' ' else ''}{plain(inner, 600)}{' ' if inner and piece[-1:] == ' ' else ''}"


def block(line: str) -> str:
    """A line of a file as it is, in a fence that it cannot end."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", line)), default=0))
    safe = "".join(c if c.isprintable() else " " for c in line)
    return f"{fence}yaml\n{safe}\n{fence}"
