"""What may stand inside an author's text besides words: links to pages of this site, figures, and fenced blocks.

Authors write an address as readers see it, `[the shadowing guide](/guides/shadowing/)`, and a figure by its name,
`{T9.shadowing-management.completed}`. Both are found here, checked by `rules`, and put into pages by `render`.

Every pattern here takes time in proportion to the text, whatever the text: what people send is not always kind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

#: `[words](target)`. Words may hold one pair of brackets; all parts have a limit, so that nothing is searched twice.
LINK = re.compile(
    r"(?P<before>\[(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,100}\]){0,300}\]\([ \t]{0,9})"
    r"(?P<target>[^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)"
    r"(?P<after>[^()\n]{0,200}\))"
)
#: `[1]: target`, the other way to write a link.
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:[ \t]{0,9}(?P<target>\S{1,500})", re.MULTILINE)
FIGURE = re.compile(r"\{(?P<name>[A-Za-z0-9][A-Za-z0-9-]{0,80}(?:\.[A-Za-z0-9-]{1,80}){0,3})\}")
_INLINE_CODE = re.compile(r"(?<![\\`])`[^`\n]+`(?!`)")
_OPEN = re.compile(r"(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[\w#.+-]*)[ \t]*$")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A link's target or a figure's name, and how far into the text it starts. `picture` tells `![...](...)` from a link."""

    text: str
    start: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its first word, where it and its text start and end, and whether anything closes it."""

    kind: str
    start: int
    end: int
    inside: int
    text: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading outside code."""

    level: int
    text: str
    start: int


def blocks(text: str) -> Iterator[Block]:
    """Fenced blocks as Markdown engines see them: at the start of a line, closed by the same fence."""
    open_fence: re.Match[str] | None = None
    start = inside = place = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\n")
        if open_fence is None:
            if found := _OPEN.match(bare):
                open_fence, start, inside = found, place, place + len(line)
        elif bare.rstrip() == open_fence["fence"]:
            yield Block(open_fence["info"], start, place + len(line), inside, text[inside:place])
            open_fence = None
        place += len(line)
    if open_fence is not None:
        yield Block(open_fence["info"], start, len(text), inside, text[inside:], closed=False)


def outside_code(text: str) -> str:
    """The same text with code blanked out, so that places stay the same."""
    if "`" not in text and "~~~" not in text:
        return text
    pieces, end = [], 0
    for block in blocks(text):
        if block.closed:
            pieces += [text[end : block.start], blanked(text[block.start : block.end])]
            end = block.end
    return _INLINE_CODE.sub(lambda found: blanked(found[0]), "".join((*pieces, text[end:])))


def blanked(text: str) -> str:
    """As many spaces as `text` has characters, on as many lines."""
    return re.sub(r"[^\n]", " ", text)


def headings(text: str) -> Iterator[Heading]:
    """The headings of a text, in order."""
    place = 0
    for line in outside_code(text).split("\n"):
        if line.startswith("#") and (found := _HEADING.match(line)):
            yield Heading(len(found["marks"]), found["text"].strip().rstrip("#").strip(), place)
        place += len(line) + 1


def links(text: str) -> Iterator[Mention]:
    """The targets of all Markdown links in `text`, outside code."""
    if "](" in text or "]:" in text:
        bare = outside_code(text)
        for pattern in (LINK, DEFINITION):
            for found in pattern.finditer(bare):
                picture = bare[found.start() - 1 : found.start()] == "!"
                yield Mention(found["target"], found.start("target"), picture)


def figures(text: str) -> Iterator[Mention]:
    """The names of all figures in `text`, outside code."""
    if "{" in text:
        for found in FIGURE.finditer(outside_code(text)):
            yield Mention(found["name"], found.start())


def is_https(text: str) -> bool:
    """Is this a whole public address that starts with https and hides nothing?"""
    if not text.startswith("https://") or any(c.isspace() or c in "\\<>\"'`" for c in text):
        return False
    try:
        host = urlsplit(text).netloc
    except ValueError:
        return False
    # A letter of another alphabet, plain or as `xn--`, can look like one of ours and lead to somebody else's site.
    plain = host.isascii() and "xn--" not in host.lower()
    return plain and "@" not in host and "." in host.strip(".") and not host.startswith(".")


def anchor(heading: str) -> str:
    """The anchor that Python-Markdown gives a heading: its letters without accents, in small letters, joined by hyphens."""
    words = LINK.sub(lambda found: found["before"][1:].rpartition("](")[0], heading)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def anchors(text: str) -> Iterator[str]:
    """The anchors of a text's headings; a repeated one gets a number."""
    seen: dict[str, int] = {}
    for heading in headings(text):
        word = anchor(heading.text)
        seen[word] = seen.get(word, -1) + 1
        yield f"{word}_{seen[word]}" if seen[word] else word


@lru_cache(maxsize=65536)
def relative(target: str, page: str) -> str:
    """An address of this site as seen from another, so that a site works at any depth of any host.

    A page's link to itself is the one that its neighbours have, so that what they share can be drawn once.

    >>> relative("/models/gpc/#gpc-5", "/opportunities/shadowing/")
    '../../models/gpc/#gpc-5'
    >>> relative("/", "/stages/")
    '../'
    >>> relative("/stages/", "/")
    'stages/'
    >>> relative("/stages/core/", "/stages/core/")
    '../core/'
    """
    path, mark, place = target.partition("#")
    here, there = _parts(page), _parts(path)
    if here == there:
        return f"#{place}" if mark else f"../{here[-1]}/" if here else "./"
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    joined = "/".join([".."] * len(here) + there)
    file = bool(there) and "." in there[-1]
    return (joined if file else joined + "/" if joined else "./") + mark + place


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]
