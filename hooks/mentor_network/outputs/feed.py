"""New and changed entries, newest first, as an Atom feed (RFC 4287): `/data/new.atom`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mentor_network.catalogue import Catalogue
from mentor_network.markdown_syntax import relative_url
from mentor_network.outputs.stable_ids import stable_id
from mentor_network.outputs.xml import strip_forbidden
from mentor_network.pages.indexes import News, newest
from mentor_network.pages.open_data import FEED_SIZE
from mentor_network.render import OutputFile, markdown
from mentor_network.urls import url

FEED = url("feed")
_ATOM = "http://www.w3.org/2005/Atom"


def files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """The feed. While the site's address is unknown, links are relative: feed readers resolve them against the feed's."""
    news = newest(catalogue)[:FEED_SIZE]
    network, root = catalogue.network, Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _text(root, "title", f"{network.name}: what is new")
    _text(root, "id", f"urn:uuid:{stable_id(network, FEED)}")
    _text(root, "updated", _time(max((item.day for item in news), default=catalogue.today)))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=_href(FEED, catalogue))
    SubElement(root, "link", rel="alternate", type="text/html", href=_href(url("whats_new"), catalogue))
    _text(SubElement(root, "author"), "name", network.name)
    _text(root, "rights", "CC BY 4.0")
    for item in news:
        _entry(SubElement(root, "entry"), item, catalogue)
    indent(root, "")
    text = tostring(root, "unicode", short_empty_elements=True)
    yield OutputFile.of_text(FEED.lstrip("/"), f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def _entry(entry: Element, item: News, catalogue: Catalogue) -> None:
    _text(entry, "title", item.title)
    _text(entry, "id", f"urn:uuid:{stable_id(catalogue.network, item.address)}")
    _text(entry, "published", _time(item.entry.added))
    _text(entry, "updated", _time(item.day))
    SubElement(entry, "link", rel="alternate", type="text/html", href=_href(item.address, catalogue))
    SubElement(entry, "category", term=item.change.lower(), label=item.change)
    _text(entry, "summary", markdown.inline(item.entry.summary, item.address, catalogue.figure).striptags())


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = strip_forbidden(text)


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _href(address: str, catalogue: Catalogue) -> str:
    return catalogue.absolute_url(address) or relative_url(address, url("data"))
