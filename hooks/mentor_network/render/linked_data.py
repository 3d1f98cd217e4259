"""What a page says to machines, in the words of schema.org: JSON that stands in the page and that no browser runs.

An opportunity is a `LearningResource`: the page explains something that one can learn from. It is no `Course`, because most
have no provider and no dates, and its cost is not said, because schema.org would take it for the cost of the page. A case
study is an `Article`. Nobody is named as its author: those who tell it are known by role.
"""

from __future__ import annotations

import json
from typing import Any

from mentor_network import labels
from mentor_network.catalogue import AnyCase, Catalogue
from mentor_network.pages.page import Page
from mentor_network.records import Opportunity
from mentor_network.render import markdown

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Inside a `script` element nothing but its end is markup. Without these signs there is no end, and no comment either.
_SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def linked(page: Page, catalogue: Catalogue) -> str:
    """The JSON of a page about an opportunity or a case study, safe inside a `script` element."""
    entry = page.review
    own = _opportunity(entry, catalogue) if isinstance(entry, Opportunity) else _case(page.view["case"], catalogue)
    site = {"@type": "WebSite", "name": catalogue.network.name, "url": catalogue.absolute_url("/")}
    facts = own | {
        "description": markdown.inline(page.description, page.address, catalogue.figure).striptags(),
        "url": catalogue.absolute_url(page.address),
        "inLanguage": "en-GB",
        "license": LICENCE,
        "isPartOf": _known(site),
    }
    text = json.dumps({"@context": "https://schema.org"} | _known(facts), ensure_ascii=False, separators=(",", ":"))
    return text.translate(_SAFE)


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    """Without what nobody knows."""
    return {name: value for name, value in facts.items() if value}


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
    based = [_known({"@type": "CreativeWork", "name": source.title, "url": source.url}) for source in cited]
    return {
        "@type": "Article",
        "headline": case.title,
        "alternateName": case.also_known_as,
        "about": [labels.ACTIVITIES[kind] for kind in case.activity_types],
        "datePublished": case.added.isoformat(),
        "isBasedOn": based,
    }
