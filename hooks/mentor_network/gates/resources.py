"""Gates for what a page links to and loads: that it is there, that it is light, and that it is no overlay."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from mentor_network.gates.page import Page, Site, all_of, split_url

#: What a page and all it loads may weigh, as it travels, without the index of the search. The standard allows 3 times this.
MOST = 100_000
OVERLAYS = re.compile(
    r"accessibe|acsb|userway|audioeye|equalweb|recite ?me|browsealoud|readspeaker|maxaccess|adally|eye-able|userlike",
    re.IGNORECASE,
)


def nothing_is_laid_over(site: Site) -> Iterator[str]:
    """A20: no widget that promises to mend a page. Such a thing comes as a script."""
    texts = {page.address: page.html for page in site.pages.values()} | {name: site.text(name) for name in site.files(".js")}
    for name, text in texts.items():
        yield from (f"{name}: it names the overlay `{found}`" for found in {hit[0] for hit in OVERLAYS.finditer(text)})


def every_link_leads_somewhere(site: Site) -> Iterator[str]:
    """D3: to a page, to a part of it that is there, to a file, or over https to another site. What a page loads is there."""
    anchors = {address: set(page.ids) for address, page in site.pages.items()}
    for page in site.pages.values():
        for link in page.links:
            if not link.path:
                # What dials is held by A7.
                if split_url(link.href).scheme not in ("https", "tel", "sms"):
                    yield f"{page.address}: {link.href} is not https"
            # What follows #v1 is a plan, which the page reads from its address.
            elif link.path in anchors and not (link.path == "/my-plan/" and link.fragment.startswith("v1")):
                if link.fragment and link.fragment not in anchors[link.path]:
                    yield f"{page.address}: {link.href} leads to no part of that page"
            elif link.path not in anchors and not site.has(link.path.lstrip("/")):
                yield f"{page.address}: {link.href} leads nowhere"
        yield from (f"{page.address}: it loads {name}, which is not there" for name in _loads(page) if not site.has(name))


def pages_are_light(site: Site) -> Iterator[str]:
    """Q1: the page with its sheets, its scripts and what they import, as they travel."""
    for page in site.pages.values():
        files = {name for name in _loads(page) if site.has(name)}
        whole = _packed(page.html) + sum(_packed(site.text(name)) for name in _with_imports(site, files))
        if whole > MOST:
            yield f"{page.address}: it weighs {whole / 1000:.0f} KB, and {MOST / 1000:.0f} KB are the most"


def _loads(page: Page) -> list[str]:
    """The sheets, scripts and icons of this site that a page asks for at once."""
    kinds = ("stylesheet", "icon", "preload", "modulepreload")
    asked = [e.get("href") for e in all_of(page.tree, "link") if e.get("rel") in kinds]
    asked += [e.get("src") for e in all_of(page.tree, "script")]
    return sorted({path.lstrip("/") for href in asked if href and (path := page.leads_to(href)[0])})


def _with_imports(site: Site, files: set[str]) -> set[str]:
    """Files with those that they import, and those that these import."""
    found: set[str] = set()
    while more := files - found:
        found |= more
        for name in (name for name in more if name.endswith(".js")):
            imported = cast(list[str], re.findall(r"(?:from|import)\s*\(?[\"']\./([\w.-]+)[\"']", site.text(name)))
            files = files | {f"assets/{other}" for other in imported}
    return found


@cache
def _packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 6, mtime=0))
