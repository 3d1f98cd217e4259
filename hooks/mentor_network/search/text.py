"""The text of a rendered page, for the index and for the excerpts of results."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

#: Parts of pages that are not searched, because they repeat other pages: titles of other entries, sources, navigation.
_CLASSES = (
    "also|cards|columns|dates|empty|facets|form|index|ladder|links|path|results__bar|share|sheet-note|sources|tally|toc"
)
_ELEMENTS = 'button|footer|form|iframe|label(?! class="mn-sheet)|nav|noscript|script|style|svg|template'
_INLINE = "a|abbr|b|cite|code|em|i|kbd|mark|q|small|span|strong|sub|sup|time"
# Each pattern begins with a fixed text, which the regular expression engine finds fast.
_CLASS_NOT_SEARCHED = re.compile(rf'class="(?:[^">]*\s)?mn-(?:{_CLASSES})[\s"]')
_ELEMENT_NOT_SEARCHED = re.compile(rf"<(?:{_ELEMENTS})\b")
_END_OF_LABEL = re.compile(r"</dt>(?<![.:;,?!]</dt>)")
_BLOCK = re.compile(rf"</?(?!(?:{_INLINE})\b)[a-z][^>]*>")
_TAG = re.compile(r"<[^>]*>")
#: Stands between blocks while tags are removed. No page has this control character.
_BREAK = "\f"
_END_OF_SENTENCE = (".", ":", ";", ",", "?", "!", "…")


def page_text(body: str) -> str:
    """The searched text of a page's body as sentences: each block that does not end in punctuation gets a full stop.

    >>> page_text('<h1 id="a">Title</h1><dl><dt>Cost</dt><dd>Free <svg><use/></svg></dd></dl><p>Ask <b>m</b>e &amp; us.</p>')
    'Cost: Free. Ask me & us.'
    """
    html = body.partition("</h1>")[2] or body
    html = _without(_without(html, _CLASS_NOT_SEARCHED), _ELEMENT_NOT_SEARCHED)
    html = _BLOCK.sub(_BREAK, _END_OF_LABEL.sub(":</dt>", html))
    blocks = (" ".join(block.split()) for block in unescape(_TAG.sub("", html)).split(_BREAK))
    return " ".join(block if block.endswith(_END_OF_SENTENCE) else f"{block}." for block in blocks if block)


def _without(html: str, pattern: re.Pattern[str]) -> str:
    """HTML without the elements in whose start tag the pattern is found."""
    kept, at = [], 0
    while found := pattern.search(html, at):
        start = html.rfind("<", at, found.end())
        kept += [html[at:start], _BREAK]
        at = _end_of_element(html, start)
    return "".join([*kept, html[at:]])


def _end_of_element(html: str, start: int) -> int:
    """The index behind the element that starts there. An element that is never closed ends with the page."""
    depth = 0
    for tag in _tags(html[start + 1 : html.find(">", start)].split(maxsplit=1)[0]).finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(html)


@lru_cache
def _tags(name: str) -> re.Pattern[str]:
    """The start and end tags of elements with this name."""
    return re.compile(rf"<(/?){re.escape(name)}\b[^>]*>")
