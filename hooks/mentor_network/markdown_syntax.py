"""Finds the parts of an author's Markdown: links, figures, headings and fenced blocks.

Authors write a link with the address from the root of the site, `[the shadowing guide](/guides/shadowing/)`, and a figure
by its name, `{T9.shadowing-management.completed}`. `checks` checks both, and `render` puts them into pages.

Every pattern takes time linear in the length of the text, so that hostile input cannot stall a build (ReDoS).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

#: `[text](target)`. The text may hold pairs of brackets. Every repetition is bounded, which keeps the search linear.
LINK = re.compile(
    r"(?P<before>\[(?:[^\[\]\\\n]|\n(?![ \t]*\n)|\\.|\[[^\[\]\n]{0,100}\]){0,300}\]\([ \t]{0,9})"
    r"(?P<target>[^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)"
    r"(?P<after>[^()\n]{0,200}\))"
)
#: `[1]: target`, a link reference definition.
DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,100}\]:[ \t]{0,9}(?P<target>\S{1,500})", re.MULTILINE)
FIGURE = re.compile(r"\{(?P<name>[A-Za-z0-9][A-Za-z0-9-]{0,80}(?:\.[A-Za-z0-9-]{1,80}){0,3})\}")
_INLINE_CODE = re.compile(r"(?<![\\`])`[^`\n]+`(?!`)")
#: Lines that start or are a block, by the rules of GitHub Flavored Markdown. All but the first are matched whole.
LIST_MARK = re.compile(r" *(?P<mark>[-+*]|(?P<number>\d{1,3})(?P<end>[.)]))(?= |$)")
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
ATX_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<text>.*))?")
UNDERLINE = re.compile(r" {0,3}(?P<mark>=+|-+)[ \t]*")
_UNDERLINED = re.compile(rf"^{UNDERLINE.pattern}$", re.MULTILINE)
RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
TABLE_RULE = re.compile(r" {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")


#: A page can have the line ends of office programs.
_LINE_ENDS = "\n\u2028"
_LINE_END = re.compile(f"[{_LINE_ENDS}]")


@dataclass(frozen=True, slots=True)
class Mention:
    """The target of a link with its offset, or the name of a figure with that of its brace. `image`: of `![...](...)`."""

    text: str
    start: int
    image: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its info string, the offsets of the block and of its text, and whether a closing fence ends it."""

    kind: str
    start: int
    end: int
    text_start: int
    text: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading outside code."""

    level: int
    text: str
    start: int


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a text that are not inside lists or quotations."""
    if "```" not in text and "~~~" not in text:
        return
    opening: re.Match[str] | None = None
    start = text_start = offset = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip(_LINE_ENDS)
        if opening is None:
            if match := FENCE.fullmatch(bare):
                opening, start, text_start = match, offset, offset + len(line)
        elif closes_fence(bare, opening["fence"]):
            yield Block(_info(opening), start, offset + len(line), text_start, text[text_start:offset])
            opening = None
        offset += len(line)
    if opening is not None:
        yield Block(_info(opening), start, len(text), text_start, text[text_start:], closed=False)


def _info(opening: re.Match[str]) -> str:
    return next(iter(opening["info"].split()), "")


def closes_fence(line: str, fence: str) -> bool:
    """Does a line end the block of code that the marks `fence` opened?"""
    marks = line.strip(" \t")
    return len(line) - len(line.lstrip(" ")) < 4 and len(marks) >= len(fence) and not marks.strip(fence[0])


def blank_code(text: str) -> str:
    """Replace code by spaces, so that offsets stay the same."""
    if "`" not in text and "~~~" not in text:
        return text
    parts, end = [], 0
    for block in blocks(text):
        if block.closed:
            parts += [text[end : block.start], blank(text[block.start : block.end])]
            end = block.end
    return _INLINE_CODE.sub(lambda match: blank(match[0]), "".join((*parts, text[end:])))


def blank(text: str) -> str:
    """Replace every character by a space, except line ends."""
    return re.sub(f"[^{_LINE_ENDS}]", " ", text)


def headings(text: str) -> Iterator[Heading]:
    """Yield the headings of a text, in order."""
    offset = 0
    paragraph: list[str] = []
    underlined = bool(_UNDERLINED.search(text))
    for line in _LINE_END.split(blank_code(text)):
        if match := ATX_HEADING.fullmatch(line) if "#" in line else None:
            yield Heading(len(match["marks"]), (match["text"] or "").strip().rstrip("#").strip(), offset)
        elif paragraph and (under := UNDERLINE.fullmatch(line)):
            start = offset - sum(len(part) + 1 for part in paragraph)
            yield Heading(1 if under["mark"][0] == "=" else 2, " ".join(part.strip() for part in paragraph), start)
        elif underlined and _is_paragraph(line, paragraph):
            paragraph.append(line)
            offset += len(line) + 1
            continue
        paragraph = []
        offset += len(line) + 1


def _is_paragraph(line: str, above: list[str]) -> bool:
    """Is a line part of a paragraph, and not of a list, a quotation or a rule?"""
    bare = line.lstrip(" ")
    inside = not above and len(line) - len(bare) > 3
    return bool(bare.strip()) and not (inside or bare[0] == ">" or LIST_MARK.match(line) or RULE.fullmatch(line))


def links(text: str) -> Iterator[Mention]:
    """Yield the targets of all Markdown links outside code."""
    if "](" in text or "]:" in text:
        prose = blank_code(text)
        for pattern in (LINK, DEFINITION):
            for match in pattern.finditer(prose):
                image = prose[match.start() - 1 : match.start()] == "!"
                yield Mention(match["target"], match.start("target"), image)


def figures(text: str) -> Iterator[Mention]:
    """Yield the names of all figures outside code."""
    if "{" in text:
        for match in FIGURE.finditer(blank_code(text)):
            yield Mention(match["name"], match.start())


#: What remains of half-written links where whole ones are blanked out, with what is wrong. The first that matches counts.
#: The form in the browser uses the same patterns, so they have no lookbehind, which old browsers refuse.
HALF_LINKS = (
    (r"\[[^\[\]()\n]{1,300}\]\([^()\s]{0,500}(?=[\s\]]|$)", "has no `)` at its end"),
    (r"\][ \t]{1,9}\((?=/|#|https?:)", "has a space between `]` and `(`"),
    (r"\[[^\[\]()\n]{0,299}[^\[\]()\s]\((?=/|#|https?:)", "has no `]` after its words"),
    (r"\[[^\[\]()\n]{1,300}\](?=/[\w-]{1,80}/|https?:)", "has no `(` before its address"),
    (r"\([^\[\]()\n]{1,300}\)\[(?=/|#|https?:)", "has its square and round brackets swapped"),
    (r"\[[^\[\]()\n]{1,300}[\[\])]{1,2}[\[(](?=/|#|https?:)", "has a bracket of the wrong kind"),
    (r"\]\(", "has no `[` before its words, or another bracket too many"),
)
_HALF_LINKS = [(re.compile(pattern, re.ASCII), what) for pattern, what in HALF_LINKS]
_FIGURE_NAME = r"(?:[A-Za-z0-9]{1,40}(?:[.-][A-Za-z0-9]{1,40}){1,9}|T[0-9]{1,3})"
#: What is left of half-written figures where whole ones are blanked out: a brace before a name, or one after it.
BRACES = rf"\{{[ \t]{{0,9}}{_FIGURE_NAME}(?![\w.:=(-])|{_FIGURE_NAME}[ \t]{{0,9}}\}}"
_BRACES = re.compile(BRACES, re.ASCII)
_ESCAPED_BRACES = re.compile(r"(?:\\\{|&#123;)[^{}\n]{0,200}\}?")


def half_links(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each half-written link outside code, with what is wrong with it."""
    if "[" not in text and "](" not in text:
        return
    rest = blank_code(text)
    for whole in (LINK, DEFINITION):
        rest = whole.sub(_blank_match, rest)
    for pattern, what in _HALF_LINKS:
        for match in pattern.finditer(rest):
            yield match.start(), what
        rest = pattern.sub(_blank_match, rest)


def half_figures(text: str) -> Iterator[int]:
    """Yield the offset of each brace outside code that has the name of a figure on one side, and no whole figure."""
    if "{" in text or "}" in text:
        rest = FIGURE.sub(_blank_match, _ESCAPED_BRACES.sub(_blank_match, blank_code(text)))
        yield from (match.start() if match[0][0] == "{" else match.end() - 1 for match in _BRACES.finditer(rest))


def _blank_match(match: re.Match[str]) -> str:
    return blank(match[0])


def is_https(text: str) -> bool:
    """Is this an absolute https URL with a public ASCII host name and no user name?"""
    if not text.startswith("https://") or any(c.isspace() or c in "\\<>\"'`" for c in text):
        return False
    try:
        host = urlsplit(text).netloc
    except ValueError:
        return False
    # Homographs: letters of other alphabets, also as Punycode (`xn--`), can imitate the host name of another site.
    plain = host.isascii() and "xn--" not in host.lower()
    return plain and "@" not in host and "." in host.strip(".") and not host.startswith(".")


def anchor(heading: str) -> str:
    """The anchor that Python-Markdown gives a heading: a slug of ASCII letters without accents, in lower case."""
    text = LINK.sub(lambda match: match["before"][1:].rpartition("](")[0], heading)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def anchors(text: str) -> Iterator[str]:
    """Yield the anchors of a text's headings. A repeated one gets a number, as in Python-Markdown."""
    repeats: dict[str, int] = {}
    for heading in headings(text):
        slug = anchor(heading.text)
        repeats[slug] = repeats.get(slug, -1) + 1
        yield f"{slug}_{repeats[slug]}" if repeats[slug] else slug


@lru_cache(maxsize=65536)
def relative_url(target: str, page: str) -> str:
    """The URL of `target` relative to `page`, so that the site works below any path of a host. Both begin at its root.

    A page's link to itself is the link that its siblings have, so that fragments can be cached for a folder.

    >>> relative_url("/models/gpc/#gpc-5", "/opportunities/shadowing/")
    '../../models/gpc/#gpc-5'
    >>> relative_url("/", "/stages/")
    '../'
    >>> relative_url("/stages/", "/")
    'stages/'
    >>> relative_url("/stages/core/", "/stages/core/")
    '../core/'
    """
    path, mark, fragment = target.partition("#")
    here, there = _parts(page), _parts(path)
    if here == there:
        return f"#{fragment}" if mark else f"../{here[-1]}/" if here else "./"
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    joined = "/".join([".."] * len(here) + there)
    file = bool(there) and "." in there[-1]
    return (joined if file else joined + "/" if joined else "./") + mark + fragment


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part]
