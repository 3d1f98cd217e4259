"""Find active content in HTML that was parsed as a browser parses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from mentor_network.render import OutputFile

#: Elements that run, load, frame or restyle something.
_LIVE = frozenset(
    [
        *("script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "link", "meta", "style"),
        *("img", "image", "audio", "video", "source", "track", "template", "noscript", "math"),
        *("foreignobject", "animate", "animatetransform", "animatemotion", "set"),
    ]
)
_ADDRESSES = frozenset(["href", "src", "action", "formaction", "data", "poster", "background", "ping", "srcset", "cite"])
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def signs(html: str) -> list[str]:
    """The elements and attributes that could run, load or style something, or lead to an unsafe URL."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [sign for element in tree.iter() if isinstance(element.tag, str) for sign in _of(element)]


def tags(html: str) -> set[str]:
    """The names of all elements."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return {_plain(element.tag) for element in tree.iter() if isinstance(element.tag, str)} - {"document_fragment"}


def _plain(name: str) -> str:
    return name.rpartition("}")[2].lower()


def _of(element: Element) -> Iterator[str]:
    # JSON-LD is data: browsers do not run it.
    if _plain(element.tag) in _LIVE and element.get("type") != "application/ld+json":
        yield f"<{_plain(element.tag)}>"
    for given, value in element.attrib.items():
        name = _plain(given)
        acts = name.startswith("on") or name in ("style", "srcdoc")
        if acts or (name in _ADDRESSES and _leads_away(value)):
            yield f"{name}={value}"


def _leads_away(address: str) -> bool:
    """Whether a URL has another scheme than https, or no scheme but a host.

    Browsers strip what cannot be seen around a URL and tabs and line ends inside (WHATWG URL, 4.4). With a space inside, a
    scheme is none: `java  script:x` is a page beside this one.
    """
    bare = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))) + "\x7f")
    scheme = _SCHEME.match(bare)
    return (scheme[0].lower() != "https:") if scheme else bare[:2].replace("\\", "/") == "//"


def article(file: OutputFile) -> str:
    """The article of a page, without the header, menu and footer around it."""
    html = file.content.decode()
    return html[html.index("<article") : html.index("</article>")]
