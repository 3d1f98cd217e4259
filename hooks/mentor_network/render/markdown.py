"""Authors' Markdown to clean HTML.

HTML that an author types is shown as text; what Markdown makes of the rest is cleaned once more by nh3, so that nothing in
a pull request can run. Links go to https or to a page of this site, and are made relative to the page they stand on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

import markdown as engine
import nh3
from markdown.extensions.toc import slugify, unique
from markupsafe import Markup, escape

from mentor_network import markdown_syntax

_BLOCK_TAGS = {"p", "a", "strong", "em", "code", "pre", "ul", "ol", "li", "br", "h2", "h3", "h4", "blockquote", "hr"}
_BLOCK_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}}
#: Without any of these a text is only words. Most fields are, and need no parser.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#&!~|\n]|^\s*(?:[-+]|\d+[.)])\s|^ {4}|^={3}|https?:")
#: Bold words or a link, plain inside: what most of the other texts have besides words. They need no parser either.
_SIMPLE = re.compile(
    r"(?<![*\w])\*\*(?P<bold>[A-Za-z0-9][^*_`\\\[\]<>&!~|#\n]*(?<=[A-Za-z0-9.,:;?]))\*\*(?![*\w])"
    r"|\[(?P<words>[A-Za-z0-9][^*_`\\\[\]<>&!~|#\n]*)\]\((?P<target>(?:https:/)?/[A-Za-z0-9][A-Za-z0-9/.#-]*)\)"
)


@lru_cache(maxsize=1)
def _parser() -> engine.Markdown:
    parser = engine.Markdown(extensions=["tables", "sane_lists", "toc"], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    return parser


def block(text: str, page: str, figures: Mapping[str, str]) -> Markup:
    """Paragraphs, lists and tables, for the page at the address `page`."""
    return Markup(_block(with_figures(text, figures), page))


def inline(text: str, page: str, figures: Mapping[str, str]) -> Markup:
    """The same without the paragraph around it, for a text that stands inside one."""
    whole = _block(with_figures(text, figures), page)
    one = whole.removeprefix("<p>").removesuffix("</p>")
    return Markup(one if "<p>" not in one else whole)


#: What Markdown makes of a hand-written page, besides what stands in fields.
_PAGE_TAGS = _BLOCK_TAGS | {"h1", "h5", "h6", "div", "del", "dl", "dt", "dd"}
_PAGE_ATTRIBUTES = {f"h{n}": {"id"} for n in range(1, 7)} | {
    "a": {"href", "title"},
    "div": {"id"},
    "code": {"class"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}


def clean(made: str) -> str:
    """What an engine made of a hand-written page, without anything that could run or ask another host."""
    return _cleaned(made, _PAGE_TAGS, _PAGE_ATTRIBUTES)


def _cleaned(made: str, tags: set[str], attributes: dict[str, set[str]]) -> str:
    safe = nh3.clean(
        made, tags=tags, attributes=attributes, url_schemes={"https"}, link_rel=None, attribute_filter=_of_this_site
    )
    return _with_labelled_tables(safe)


def mark(number: int) -> str:
    """What stands in a page's Markdown for one of its islands. Engines read HTML through in Python, which would take longer
    than all the rest of a build."""
    return f'<div id="mn-island-{number}"></div>'


def filled(text: str, islands: tuple[str, ...]) -> str:
    """A page, as Markdown or as HTML, with its islands in place of their marks."""
    for number, island in enumerate(islands):
        text = text.replace(mark(number), island, 1)
    return text


def whole(title: str) -> str:
    """What an engine would make of a page that has nothing but its title and one island."""
    name = unique(slugify(title, "-"), set())
    return f'<h1 id="{name}">{html.escape(title, quote=False)}</h1>\n{mark(0)}'


def page(text: str, islands: tuple[str, ...]) -> str:
    """The body of a page's file as HTML."""
    if text == mark(0):
        return islands[0]
    return filled(clean(_page_parser().reset().convert(text)), islands)


@lru_cache(maxsize=1)
def _page_parser() -> engine.Markdown:
    return engine.Markdown(extensions=["tables", "sane_lists", "toc"], output_format="html")


def _of_this_site(tag: str, name: str, value: str) -> str | None:
    """An address without https is one of this site. With 2 slashes, of either kind, it would be somebody else's."""
    return None if name == "href" and _ELSEWHERE.match(value) else value


#: Browsers take a backslash for a slash, and pass over spaces, tabs and line ends.
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
    return markdown_syntax.FIGURE.sub(
        lambda found: literal(figures[found["name"]]) if found["name"] in figures else found[0], text
    )


_MARKS = re.compile(r"[\\`*_{}\[\]<>&#!|~]")


def literal(words: str) -> str:
    """Words as Markdown that shows them as they are. A figure is not read once more for what it could mean."""
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", words)


@lru_cache(maxsize=16384)
def _block(text: str, page: str) -> str:
    if not _SPECIAL.search(text):
        return f"<p>{escape(text)}</p>"
    if not _SPECIAL.search(_SIMPLE.sub("x", text)):
        return f"<p>{_simple(text, page)}</p>"
    return _parsed(text, page)


def _parsed(text: str, page: str) -> str:
    here = markdown_syntax.LINK.sub(lambda found: found["before"] + _target(found["target"], page) + found["after"], text)
    parser = _parser()
    return _cleaned(parser.reset().convert(here), _BLOCK_TAGS, _ATTRIBUTES)


def _simple(text: str, page: str) -> str:
    """Words with nothing but simple links and bold among them. A test holds this against the parser."""
    pieces: list[str] = []
    done = 0
    for found in _SIMPLE.finditer(text):
        pieces.append(escape(text[done : found.start()]))
        if found["bold"]:
            pieces.append(f"<strong>{escape(found['bold'])}</strong>")
        else:
            pieces.append(f'<a href="{escape(_target(found["target"], page))}">{escape(found["words"])}</a>')
        done = found.end()
    return "".join((*pieces, escape(text[done:])))


def _target(target: str, page: str) -> str:
    return markdown_syntax.relative(target, page) if target.startswith("/") and not target.startswith("//") else target
