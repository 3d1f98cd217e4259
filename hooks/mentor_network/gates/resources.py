"""Gates for links and resources: they resolve, pages are small, and there is no accessibility overlay."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from mentor_network.gates.page import Page, Site, all_of, split_url

#: The most bytes of a page with all it loads, compressed, without the search index. The standard allows 3 times this.
MOST_BYTES = 100_000
OVERLAYS = re.compile(
    r"accessibe|acsb|userway|audioeye|equalweb|recite ?me|browsealoud|readspeaker|maxaccess|adally|eye-able|userlike",
    re.IGNORECASE,
)


def no_accessibility_overlay(site: Site) -> Iterator[str]:
    """A20: no accessibility overlay, in pages or scripts."""
    texts = {page.address: page.html for page in site.pages.values()} | {name: site.text(name) for name in site.files(".js")}
    for name, text in texts.items():
        yield from (f"{name}: it names the overlay `{found}`" for found in {hit[0] for hit in OVERLAYS.finditer(text)})


def links_and_resources_resolve(site: Site) -> Iterator[str]:
    """D3: links resolve to a page, an anchor or a file, or use https; resources that a page loads exist."""
    anchors = {address: set(page.ids) for address, page in site.pages.items()}
    for page in site.pages.values():
        for link in page.links:
            if not link.path:
                # A7 covers tel and sms.
                if split_url(link.href).scheme not in ("https", "tel", "sms"):
                    yield f"{page.address}: {link.href} is not https"
            # A fragment that begins with v1 is the state of a plan, not an anchor.
            elif link.path in anchors and not (link.path == "/my-plan/" and link.fragment.startswith("v1")):
                if link.fragment and link.fragment not in anchors[link.path]:
                    yield f"{page.address}: {link.href} leads to no part of that page"
            elif link.path not in anchors and not site.has(link.path.lstrip("/")):
                yield f"{page.address}: {link.href} leads nowhere"
        yield from (f"{page.address}: it loads {name}, which is not there" for name in _loads(page) if not site.has(name))


def pages_are_below_the_size_limit(site: Site) -> Iterator[str]:
    """Q1: the compressed size of a page with its style sheets and scripts, and with all that these import when used."""
    for page in site.pages.values():
        if (whole := _size_of_visit(site, page, _ANY_IMPORT)) > MOST_BYTES:
            yield f"{page.address}: it weighs {whole / 1000:.0f} KB, and {MOST_BYTES / 1000:.0f} KB are the most"


def first_visit(site: Site, page: Page) -> int:
    """The compressed bytes of a page with all that a browser loads for it before somebody opens a tool on it."""
    return _size_of_visit(site, page, _IMPORT_AT_START)


#: An import of a script, at its start or when somebody uses it.
_ANY_IMPORT = re.compile(r"(?:from|import)\s*\(?[\"']\./([\w.-]+)[\"']")
_IMPORT_AT_START = re.compile(r"(?:from|import)\s*[\"']\./([\w.-]+)[\"']")


def _size_of_visit(site: Site, page: Page, imports: re.Pattern[str]) -> int:
    files = {name for name in _loads(page) if site.has(name)}
    return _compressed_size(page.html) + sum(
        _compressed_size(site.text(name)) for name in _with_imports(site, files, imports)
    )


def _loads(page: Page) -> list[str]:
    """The style sheets, scripts and icons of this site that a page loads."""
    kinds = ("stylesheet", "icon", "preload", "modulepreload")
    urls = [e.get("href") for e in all_of(page.tree, "link") if e.get("rel") in kinds]
    urls += [e.get("src") for e in all_of(page.tree, "script")]
    return sorted({path.lstrip("/") for href in urls if href and (path := page.leads_to(href)[0])})


def _with_imports(site: Site, files: set[str], imports: re.Pattern[str]) -> set[str]:
    """These files with all that they import, directly or not."""
    found: set[str] = set()
    while new := files - found:
        found |= new
        for name in (name for name in new if name.endswith(".js")):
            imported = cast(list[str], imports.findall(site.text(name)))
            files = files | {f"assets/{other}" for other in imported}
    return found


@cache
def _compressed_size(text: str) -> int:
    return len(gzip.compress(text.encode(), 6, mtime=0))
