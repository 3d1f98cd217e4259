"""Gates for identity: no branding of the NHS in images, typefaces and names, and no claim of endorsement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mentor_network.gates.page import Page, Site, all_of, classes, split_url, text_of
from mentor_network.prose_lint.patterns import GATE

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")


def no_nhs_logo_or_typeface(site: Site) -> Iterator[str]:
    """N1: no logo or lozenge of the NHS, and no Frutiger."""
    for name in site.files(*PICTURES):
        if re.search(r"logo|lozenge|\bnhs\b", name.rpartition("/")[2], re.IGNORECASE):
            yield f"{name}: a picture with this name is a logo"
    for name in site.files(".css", ".svg", ".js"):
        if "frutiger" in site.text(name).lower():
            yield f"{name}: it names Frutiger"
    for page in site.pages.values():
        for image in all_of(page.tree, "img", "image", "use"):
            # The text alternative may mention the NHS, because the picture may show a scene there.
            attributes = {name: value for name, value in image.attrib.items() if name not in ("alt", "title", "aria-label")}
            words = " ".join(image.attrib.values())
            if re.search(r"nhs", " ".join(attributes.values()), re.I) or re.search(r"logo|lozenge|\ANHS\Z", words, re.I):
                yield f"{page.address}: a picture that is a logo"


def no_nhs_in_names(page: Page) -> Iterator[str]:
    """N2: no "NHS" in the name of the site, its strapline or its address."""
    names = [text_of(p) for p in all_of(page.tree, "p") if {"mn-header__name", "mn-footer__name"} & set(classes(p))]
    names += [text_of(title).rpartition(" – ")[2] for title in all_of(page.tree, "title")]
    names += [
        split_url(link.get("href") or "").netloc for link in all_of(page.tree, "link") if link.get("rel") == "canonical"
    ]
    yield from (f"a name has the letters NHS in it: `{name}`" for name in names if "nhs" in name.casefold())


def no_claim_of_endorsement(page: Page) -> Iterator[str]:
    """N3: no text on a page claims endorsement by a public body."""
    text = re.sub(r'"[^"]{1,400}"', '""', page.text(page.tree))
    for pattern in GATE:
        if pattern.rule == "N3":
            yield from (
                f"`{hit[0]}` claims that a public body stands behind something" for hit in pattern.words.finditer(text)
            )
