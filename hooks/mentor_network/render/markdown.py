"""Renders authors' Markdown to safe HTML. Every text of an author goes through this module.

Raw HTML is escaped, and the output of Python-Markdown is sanitised with nh3, so that a pull request can bring no script.
Links lead to https or to this site. Those to this site become relative to the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape as html_escape
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

import markdown as engine
import nh3
from markdown.extensions.toc import slugify, unique
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from mentor_network import markdown_syntax
from mentor_network.render.markdown_blocks import normalised

_TAGS = {"p", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "br", "blockquote", "hr", "del", "dl", "dt", "dd"}
_TAGS |= {"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {f"h{n}": {"id"} for n in range(1, 7)} | {
    "a": {"href", "title"},
    "code": {"class"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
#: A text without any of these has no Markdown and needs no parser. Most fields are like that.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>#&!~|\n\t\v\f\x1c-\x1e\x85\u2028\u2029]|^\s|^(?:[^\w\"'(“‘£]|o[\u00a0 ]|\d+[.)]\s)|https?:"
)
#: Bold text or a link without other markup inside. Most other texts have only these, and need no parser either.
_SIMPLE = re.compile(
    r"(?<![*\w])\*\*(?P<bold>[A-Za-z0-9][^*_`\\\[\]<>&!~|#\n]*(?<=[A-Za-z0-9.,:;?]))\*\*(?![*\w])"
    r"|\[(?P<text>[A-Za-z0-9][^*_`\\\[\]<>&!~|#\n]*)\]\((?P<target>(?:https:/)?/[A-Za-z0-9][A-Za-z0-9/.#-]*)\)"
)


class _RelativeLinks(Treeprocessor):
    """Makes links to this site, which begin with one slash, relative to the page at `here`."""

    here = "/"

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("href", _resolve(link.get("href") or "", self.here))


class _Reader:
    """Python-Markdown with the settings of this site. Setting it up is slow, so all texts share one instance."""

    def __init__(self) -> None:
        settings: dict[str, dict[str, Any]] = {
            "tables": {"use_align_attribute": True},  # the security policy refuses inline styles
            "toc": {"marker": ""},  # no `[TOC]` marker: page.html has a table of contents
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
        """Sanitised HTML for the page at the address `here`, and its headings as tokens of the `toc` extension."""
        self.links.here = here
        html = self.parser.reset().convert(normalised(text))
        return _sanitise(html), list(getattr(self.parser, "toc_tokens", ()))


@lru_cache(maxsize=1)
def _reader() -> _Reader:
    return _Reader()


def block(text: str, here: str, figures: Mapping[str, str]) -> Markup:
    """Render a field as block elements, such as paragraphs and lists, for the page at the address `here`."""
    return Markup(_block(insert_figures(text, figures), here))


def inline(text: str, here: str, figures: Mapping[str, str]) -> Markup:
    """Render a field for use inside a paragraph: the same as `block`, without a single `<p>` around it."""
    html = _block(insert_figures(text, figures), here)
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return Markup(inner if "<p>" not in inner else html)


def title(text: str) -> Markup:
    """Render the title of a page that has no Markdown, with the anchor that the reader would give it."""
    return Markup(f'<h1 id="{unique(slugify(text, "-"), set())}">{html_escape(text, quote=False)}</h1>')


@dataclass(frozen=True, slots=True)
class RenderedText:
    """The body of a hand-written page as HTML, and its second-level headings as pairs of an anchor and a text."""

    html: Markup
    headings: tuple[tuple[str, str], ...]


class Placeholders:
    """Takes HTML of templates through the Markdown reader: the reader sees placeholders that do not occur in the text."""

    def __init__(self, text: str) -> None:
        self.stem = "placeholder"
        while self.stem in text:
            self.stem += "x"
        self.html: list[str] = []

    def add(self, html: str) -> str:
        """Store a block of HTML, and return its placeholder, a paragraph of Markdown."""
        self.html.append(html)
        return f"\n\n{self.stem}{len(self.html) - 1}end\n\n"

    def substitute(self, html: str) -> str:
        """Replace the placeholders by their HTML."""
        return re.sub(rf"<p>{self.stem}(\d+)end</p>", lambda match: self.html[int(match[1])], html)


def page(title: str, text: str, here: str, placeholders: Placeholders) -> RenderedText:
    """Render the title of a hand-written page and its Markdown, in which some paragraphs are `placeholders`."""
    html, tokens = _reader().read(f"# {_escape_heading(title)}\n\n{text}", here)
    below = tokens[0]["children"] if tokens else []
    headings = tuple((token["id"], _plain_text(token["name"])) for token in below)
    return RenderedText(Markup(placeholders.substitute(html)), headings)


def _plain_text(heading: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", heading))


_HEADING_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!~|-])")


def _escape_heading(title: str) -> str:
    """Escape a title for use as a Markdown heading."""
    safe = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _HEADING_MARKS.sub(lambda match: f"&#{ord(match[1])};", safe)


def _sanitise(html: str) -> str:
    safe = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https"}, link_rel=None, attribute_filter=_filter_attribute
    )
    return _label_tables(safe)


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    """Drop scheme-relative links (`//host/`), which nh3 lets pass as relative ones."""
    return None if name == "href" and _SCHEME_RELATIVE.match(value) else value


#: Browsers read a backslash as a slash, and ignore spaces, tabs and line ends.
_SCHEME_RELATIVE = re.compile(r"[\s\x00-\x1f]*[/\\][\s\x00-\x1f]*[/\\]")


_HEADING_OR_TABLE = re.compile(r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<table>.*?</table>", re.DOTALL)


def _label_tables(html: str) -> str:
    """Give each table the heading above it as its caption: Markdown has no syntax for captions."""
    caption = "Table"

    def label(part: re.Match[str]) -> str:
        nonlocal caption
        if part["heading"] is None:
            return _label_table(part[0], caption)
        caption = re.sub(r"<[^>]+>", "", part["heading"])
        return part[0]

    return _HEADING_OR_TABLE.sub(label, html)


def _label_table(table: str, caption: str) -> str:
    """Add a hidden caption and the scope of header cells. A wide table scrolls in a region that a keyboard can reach."""
    table, columns = re.subn(r"<th(?=[ >])", '<th scope="col"', table)
    table = table.replace("<table>", f'<table><caption class="mn-vh">{caption}</caption>', 1)
    if columns <= 2:
        return table
    label = caption.replace('"', "&quot;")
    return f'<div class="mn-scroll" tabindex="0" role="region" aria-label="{label}">{table}</div>'


def insert_figures(text: str, figures: Mapping[str, str]) -> str:
    """Replace each `{name}` of a known figure by its value, escaped for Markdown."""
    if "{" not in text:
        return text

    def value(match: re.Match[str]) -> str:
        return _escape(figures[match["name"]]) if match["name"] in figures else match[0]

    return markdown_syntax.FIGURE.sub(value, text)


_MARKS = re.compile(r"[\\`*_{}\[\]<>&#!|~]")


def _escape(text: str) -> str:
    """Escape plain text for use in Markdown."""
    return _MARKS.sub(lambda match: f"&#{ord(match[0])};", text)


@lru_cache(maxsize=16384)
def _block(text: str, here: str) -> str:
    if not _SPECIAL.search(text):
        return f"<p>{escape(text)}</p>"
    if not _SPECIAL.search(_SIMPLE.sub("x", text)):
        return f"<p>{_render_simple(text, here)}</p>"
    return _parse(text, here)


def _parse(text: str, here: str) -> str:
    return _reader().read(text, here)[0]


def _render_simple(text: str, here: str) -> str:
    """Render a text with no markup but simple links and bold. A test compares this with the parser."""
    parts: list[str] = []
    end = 0
    for match in _SIMPLE.finditer(text):
        parts.append(escape(text[end : match.start()]))
        if match["bold"]:
            parts.append(f"<strong>{escape(match['bold'])}</strong>")
        else:
            parts.append(f'<a href="{escape(_resolve(match["target"], here))}">{escape(match["text"])}</a>')
        end = match.end()
    return "".join((*parts, escape(text[end:])))


def _resolve(target: str, here: str) -> str:
    return markdown_syntax.relative_url(target, here) if target.startswith("/") and not target.startswith("//") else target
