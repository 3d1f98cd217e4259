"""The one Markdown reader: authors' Markdown to clean HTML.

HTML that an author types is shown as text; what Python-Markdown makes of the rest is cleaned once more by nh3, so that
nothing in a pull request can run. Links go to https or to a page of this site, relative to the page they stand on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import markdown as engine
import nh3
from markdown.extensions.toc import slugify, unique
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from mentor_network import markdown_syntax

_TAGS = {"p", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "br", "blockquote", "hr", "del", "dl", "dt", "dd"}
_TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {f"h{n}": {"id"} for n in range(1, 7)} | {
    "a": {"href", "title"},
    "code": {"class"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
#: Without any of these a text is only words. Most fields are, and need no parser.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#&!~|\n]|^\s*(?:[-+]|\d+[.)])\s|^ {4}|^={3}|https?:")
#: Bold words or a link, plain inside: what most of the other texts have besides words. They need no parser either.
_SIMPLE = re.compile(
    r"(?<![*\w])\*\*(?P<bold>[A-Za-z0-9][^*_`\\\[\]<>&!~|#\n]*(?<=[A-Za-z0-9.,:;?]))\*\*(?![*\w])"
    r"|\[(?P<words>[A-Za-z0-9][^*_`\\\[\]<>&!~|#\n]*)\]\((?P<target>(?:https:/)?/[A-Za-z0-9][A-Za-z0-9/.#-]*)\)"
)


class _RelativeLinks(Treeprocessor):
    """Addresses of this site, which begin with one slash, as seen from the page at `here`."""

    here = "/"

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("href", _target(link.get("href") or "", self.here))


class _Reader:
    """Python-Markdown with our settings. Making one takes a while, so there is one for all texts."""

    def __init__(self) -> None:
        settings: dict[str, dict[str, Any]] = {
            "tables": {"use_align_attribute": True},  # the security policy refuses inline styles
            "toc": {"marker": ""},  # `[TOC]` is words: pages list their headings themselves
        }
        self.parser = engine.Markdown(
            extensions=["tables", "sane_lists", "toc", "fenced_code"],
            extension_configs=settings,
            output_format="html",
        )
        self.parser.preprocessors.deregister("html_block")
        self.parser.inlinePatterns.deregister("html")
        self.links = _RelativeLinks(self.parser)
        self.parser.treeprocessors.register(self.links, "relative_links", -1)

    def read(self, text: str, here: str) -> tuple[str, list[dict[str, Any]]]:
        """Clean HTML for the page at the address `here`, and its headings as the `toc` extension gives them."""
        self.links.here = here
        made = self.parser.reset().convert(text)
        return _cleaned(made), list(getattr(self.parser, "toc_tokens", ()))


@lru_cache(maxsize=1)
def _reader() -> _Reader:
    return _Reader()


def block(text: str, here: str, figures: Mapping[str, str]) -> Markup:
    """A field as paragraphs, lists and tables, for the page at the address `here`."""
    return Markup(_block(with_figures(text, figures), here))


def inline(text: str, here: str, figures: Mapping[str, str]) -> Markup:
    """The same without the paragraph around it, for a text that stands inside one."""
    whole = _block(with_figures(text, figures), here)
    one = whole.removeprefix("<p>").removesuffix("</p>")
    return Markup(one if "<p>" not in one else whole)


def title(words: str) -> Markup:
    """The heading of a page that has no Markdown of its own."""
    return Markup(f'<h1 id="{unique(slugify(words, "-"), set())}">{html.escape(words, quote=False)}</h1>')


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written page as HTML: its text from the title on, and its main headings as pairs of an anchor and words."""

    html: Markup
    headings: tuple[tuple[str, str], ...]


class Blocks:
    """HTML of ours to put into an author's Markdown. The reader sees placeholders: words that the author did not type."""

    def __init__(self, text: str) -> None:
        self.stem = "placeholder"
        while self.stem in text:
            self.stem += "x"
        self.html: list[str] = []

    def add(self, html: str) -> str:
        """Keep a block of HTML. Gives a paragraph of Markdown that stands for it."""
        self.html.append(html)
        return f"\n\n{self.stem}{len(self.html) - 1}end\n\n"

    def filled(self, text: str) -> str:
        """HTML with the blocks in place of their placeholders."""
        return re.sub(rf"<p>{self.stem}(\d+)end</p>", lambda found: self.html[int(found[1])], text)


def page(title: str, text: str, here: str, blocks: Blocks) -> Written:
    """A hand-written page: its title, and its Markdown with the placeholders of `blocks`."""
    made, tokens = _reader().read(f"# {_literal_heading(title)}\n\n{text}", here)
    below = tokens[0]["children"] if tokens else []
    headings = tuple((token["id"], _plain(token["name"])) for token in below)
    return Written(Markup(blocks.filled(made)), headings)


def _plain(heading: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", heading))


_HEADING_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!~|-])")


def _literal_heading(words: str) -> str:
    """A title as the text of a Markdown heading, with nothing in it that Markdown would act on."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _HEADING_MARKS.sub(lambda found: f"&#{ord(found[1])};", safe)


def _cleaned(made: str) -> str:
    safe = nh3.clean(
        made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https"}, link_rel=None, attribute_filter=_of_this_site
    )
    return _with_labelled_tables(safe)


def _of_this_site(tag: str, name: str, value: str) -> str | None:
    """An address without https is one of this site. With 2 slashes, of either kind, it would be somebody else's."""
    return None if name == "href" and _ELSEWHERE.match(value) else value


#: Browsers take a backslash for a slash, and ignore spaces, tabs and line ends.
_ELSEWHERE = re.compile(r"[\s\x00-\x1f]*[/\\][\s\x00-\x1f]*[/\\]")


_HEADING_OR_TABLE = re.compile(r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>.*?</table>", re.DOTALL)


def _with_labelled_tables(made: str) -> str:
    """Markdown has no words for a table's name, so each is called after the heading over it."""
    name = "Table"

    def labelled(part: re.Match[str]) -> str:
        nonlocal name
        if part["heading"] is None:
            return _labelled(part[0], name)
        name = re.sub(r"<[^>]+>", "", part["heading"])
        return part[0]

    return _HEADING_OR_TABLE.sub(labelled, made)


def _labelled(table: str, name: str) -> str:
    """A table that says what it is and what its headings are of. A wide one scrolls in a box that a keyboard can reach."""
    named, columns = re.subn(r"<th(?=[ >])", '<th scope="col"', table)
    named = named.replace("<table>", f'<table><caption class="mn-vh">{name}</caption>', 1)
    if columns <= 2:
        return named
    label = name.replace('"', "&quot;")
    return f'<div class="mn-scroll" tabindex="0" role="region" aria-label="{label}">{named}</div>'


def with_figures(text: str, figures: Mapping[str, str]) -> str:
    """A text with each `{name}` of a known figure replaced by its value."""
    if "{" not in text:
        return text
    known: Callable[[re.Match[str]], str] = lambda found: (  # noqa: E731
        literal(figures[found["name"]]) if found["name"] in figures else found[0]
    )
    return markdown_syntax.FIGURE.sub(known, text)


_MARKS = re.compile(r"[\\`*_{}\[\]<>&#!|~]")


def literal(words: str) -> str:
    """Words as Markdown that shows them as they are. A figure is not read once more for what it could mean."""
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", words)


@lru_cache(maxsize=16384)
def _block(text: str, here: str) -> str:
    if not _SPECIAL.search(text):
        return f"<p>{escape(text)}</p>"
    if not _SPECIAL.search(_SIMPLE.sub("x", text)):
        return f"<p>{_simple(text, here)}</p>"
    return _parsed(text, here)


def _parsed(text: str, here: str) -> str:
    return _reader().read(text, here)[0]


def _simple(text: str, here: str) -> str:
    """Words with nothing but simple links and bold among them. A test holds this against the parser."""
    pieces: list[str] = []
    done = 0
    for found in _SIMPLE.finditer(text):
        pieces.append(escape(text[done : found.start()]))
        if found["bold"]:
            pieces.append(f"<strong>{escape(found['bold'])}</strong>")
        else:
            pieces.append(f'<a href="{escape(_target(found["target"], here))}">{escape(found["words"])}</a>')
        done = found.end()
    return "".join((*pieces, escape(text[done:])))


def _target(target: str, here: str) -> str:
    return markdown_syntax.relative_url(target, here) if target.startswith("/") and not target.startswith("//") else target
