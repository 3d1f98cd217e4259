"""Linked data for search engines: JSON-LD with the vocabulary of schema.org, inside the page.

An opportunity is a `LearningResource`: the page explains something that one can learn from. It is not a `Course`, because
most have no provider and no dates, and it has no cost, which schema.org would take for the cost of the page. A case study
is an `Article` without an author, because contributors are known by role only.
"""

from __future__ import annotations

import json
from typing import Any

from mentor_network import labels
from mentor_network.catalogue import Catalogue
from mentor_network.pages.page import Page
from mentor_network.records import Opportunity
from mentor_network.records.records import AnyCase
from mentor_network.render import markdown

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Escapes characters that could end the `script` element or begin a comment in it.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def json_ld(page: Page, catalogue: Catalogue) -> str:
    """The JSON-LD of the page of an opportunity or a case study, escaped for a `script` element."""
    entry = page.review
    properties = _opportunity(entry, catalogue) if isinstance(entry, Opportunity) else _case(page.context["case"], catalogue)
    site = {"@type": "WebSite", "name": catalogue.network.name, "url": catalogue.absolute_url("/")}
    properties |= {
        "description": markdown.inline(page.description, page.address, catalogue.figure).striptags(),
        "url": catalogue.absolute_url(page.address),
        "inLanguage": "en-GB",
        "license": LICENCE,
        "isPartOf": _without_empty(site),
    }
    text = json.dumps(
        {"@context": "https://schema.org"} | _without_empty(properties), ensure_ascii=False, separators=(",", ":")
    )
    return text.translate(_ESCAPES)


def _without_empty(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value}


def _opportunity(o: Opportunity, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "@type": "LearningResource",
        "name": o.title,
        "alternateName": o.also_known_as,
        "learningResourceType": labels.TYPES[o.type],
        "teaches": [catalogue.full_label(domain) for domain in o.develops],
        "educationalLevel": [catalogue.stage[stage].name for stage in o.stages],
        "datePublished": o.added.isoformat(),
        "dateModified": (o.changed or o.added).isoformat(),
    }


def _case(case: AnyCase, catalogue: Catalogue) -> dict[str, Any]:
    cited = [catalogue.source[citation.source] for citation in case.sources]
    based_on = [_without_empty({"@type": "CreativeWork", "name": source.title, "url": source.url}) for source in cited]
    return {
        "@type": "Article",
        "headline": case.title,
        "alternateName": case.also_known_as,
        "about": [labels.ACTIVITIES[kind] for kind in case.activity_types],
        "datePublished": case.added.isoformat(),
        "isBasedOn": based_on,
    }
