"""The page of the leadership plan: a form for paper, which scripts make interactive."""

from __future__ import annotations

from collections.abc import Mapping

from mentor_network.catalogue import Catalogue
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.urls import Address

#: Queries that should find this page.
WORDS = (
    "goals",
    "SMART goal",
    "objectives",
    "what do I do next",
    "plan for this post",
    "PDP goal",
    "start of post meeting",
    "write my goals",
    "print a plan",
    "first supervisor meeting",
)


def _plan(address: Address, catalogue: Catalogue) -> Page:
    return Page(
        address,
        "My leadership plan",
        "1 side of paper to take to your supervisor: 1 aim, what you will do, 1 person, 1 date.",
        {"domains": {domain: catalogue.full_label(domain) for domain in catalogue.listed_domains}},
        other_names=("personal development plan", "one page plan", "PDP"),
        search_words=WORDS,
        scripts=("plan",),
    )


BUILDERS: Mapping[str, PageBuilder] = {"plan": _plan}
