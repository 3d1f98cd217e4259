"""`sitemap.xml` and `robots.txt` for search engines. They need the site's own address: without one there are none."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mentor_network.catalogue import Catalogue
from mentor_network.outputs.xml import strip_forbidden
from mentor_network.pages import Page
from mentor_network.render import OutputFile

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MAP = "/sitemap.xml"


def files(pages: Iterable[Page], catalogue: Catalogue) -> Iterator[OutputFile]:
    """The sitemap, without pages of retired entries, and `robots.txt` if the site is at the root of its host."""
    if not catalogue.network.site_url:
        return
    root = Element("urlset", xmlns=_SCHEMA)
    for page in sorted(pages, key=lambda page: page.address):
        if page.route.in_sitemap:
            url = SubElement(root, "url")
            SubElement(url, "loc").text = strip_forbidden(catalogue.absolute_url(page.address))
            if day := _changed(page):
                SubElement(url, "lastmod").text = day.isoformat()
    indent(root, "")
    text = tostring(root, "unicode")
    yield OutputFile.of_text(_MAP.lstrip("/"), f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')
    if urlsplit(catalogue.network.site_url).path in ("", "/"):
        yield OutputFile.of_text(
            "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {strip_forbidden(catalogue.absolute_url(_MAP))}\n"
        )


def _changed(page: Page) -> datetime.date | None:
    """The last day on which the page's record was added, changed or reviewed, if it has any of these dates."""
    days = (getattr(page.review, name, None) for name in ("added", "changed", "last_reviewed"))
    return max((day for day in days if day), default=None)
