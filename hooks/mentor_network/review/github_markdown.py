"""Escape authors' text for the Markdown that GitHub shows in summaries and issues.

Anybody can open a pull request, so this text must not make links, images or headings, nor mention people.
"""

from __future__ import annotations

import re

from mentor_network.problems import shorten

_ACTIVE = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:/=$^\"'])")
#: A zero-width space, which stops GitHub from reading `@name` and `#12`.
_ZERO_WIDTH_SPACE = "\u200b"


def plain(text: str, limit: int = 200) -> str:
    """Text on one line, with every character escaped that Markdown or GitHub gives a meaning.

    >>> plain("see [this](https://example.org)")
    'see \\\\[this\\\\]\\\\(https\\\\:\\\\/\\\\/example\\\\.org\\\\)'
    """
    line = _ACTIVE.sub(r"\\\1", shorten(text, limit))
    return line.replace("@", f"@{_ZERO_WIDTH_SPACE}").replace("\\#", f"\\#{_ZERO_WIDTH_SPACE}")


def code(text: str) -> str:
    """A name as a code span. It cannot end early, because `short` removes backticks.

    >>> code("opportunities.yaml")
    '`opportunities.yaml`'
    """
    return f"`{shorten(text, 120) or ' '}`"


def message(text: str) -> str:
    """One of our messages: text between backticks becomes a code span, and the rest is escaped."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return plain(text, 600)
    return "".join(code(part) if number % 2 else _spaced(part) for number, part in enumerate(parts))


def _spaced(part: str) -> str:
    """Escaped text with the spaces at its ends kept."""
    inner = part.strip()
    return f"{' ' if part[:1] == ' ' else ''}{plain(inner, 600)}{' ' if inner and part[-1:] == ' ' else ''}"


def block(line: str) -> str:
    """A line of a file as a code block, in a fence longer than any run of backticks in it."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", line)), default=0))
    safe = "".join(c if c.isprintable() else " " for c in line)
    return f"{fence}yaml\n{safe}\n{fence}"
