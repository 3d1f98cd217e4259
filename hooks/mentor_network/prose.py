"""What may stand inside an author's text besides words: links to pages of this site, and figures from evidence.yaml.

Authors write an address as readers see it, `[the shadowing guide](/guides/shadowing/)`, and a figure by its name,
`{T9.shadowing-management.completed}`. Both are found here, checked by `rules`, and put into pages by `render`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

#: `[words](target)`: the target is what stands up to the closing bracket.
LINK = re.compile(r"(?P<before>\[(?:[^\[\]\\]|\\.)*\]\()(?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?P<after>[^()]*\))")
FIGURE = re.compile(r"\{(?P<name>[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*)\}")
_CODE = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mention:
    """A link's target or a figure's name, and how far into the text it starts."""

    text: str
    start: int


def _outside_code(text: str) -> str:
    """The same text with code blanked out, so that places stay the same."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def links(text: str) -> Iterator[Mention]:
    """The targets of all Markdown links in `text`, outside code."""
    if "](" in text:
        for found in LINK.finditer(_outside_code(text)):
            yield Mention(found["target"], found.start("target"))


def figures(text: str) -> Iterator[Mention]:
    """The names of all figures in `text`, outside code."""
    if "{" in text:
        for found in FIGURE.finditer(_outside_code(text)):
            yield Mention(found["name"], found.start())


@lru_cache(maxsize=65536)
def relative(target: str, page: str) -> str:
    """An address of this site as seen from another, so that a site works at any depth of any host.

    >>> relative("/models/gpc/#gpc-5", "/opportunities/shadowing/")
    '../../models/gpc/#gpc-5'
    >>> relative("/", "/stages/")
    '../'
    >>> relative("/stages/", "/")
    'stages/'
    """
    path, mark, anchor = target.partition("#")
    here, there = _parts(page), _parts(path)
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    steps = [".."] * len(here) + there
    joined = "/".join(steps)
    file = joined and "." in there[-1] if there else False
    address = joined if file else (joined + "/" if joined else "./")
    return ("" if address == "./" and mark else address) + mark + anchor


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]
