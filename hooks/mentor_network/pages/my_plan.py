"""The page of the one-page plan: a blank form for paper, which becomes a tool where scripts run."""

from __future__ import annotations

from collections.abc import Iterator

from mentor_network.catalogue import Catalogue
from mentor_network.pages.page import Page

#: What people type who need it, for the search.
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


def plan(catalogue: Catalogue) -> Iterator[Page]:
    """One page, for every network."""
    yield Page(
        "/my-plan/",
        "My leadership plan",
        "1 side of paper to take to your supervisor: 1 aim, what you will do, 1 person, 1 date.",
        "plan",
        {"domains": domain_names(catalogue)},
        also=("personal development plan", "one page plan", "PDP"),
        words=WORDS,
        scripts=("plan",),
    )


def domain_names(catalogue: Catalogue) -> dict[str, str]:
    """The domains that opportunities name, in the models' order: each id with its words, "GPC 5 leadership and team working"."""
    named = {d for o in catalogue.opportunities for d in (*o.develops, *o.can_show)}
    return {domain: _name(domain, catalogue) for domain in catalogue.domain if domain in named}


def _name(domain: str, catalogue: Catalogue) -> str:
    """The label of a domain; where that is only a number, with the publisher's words after it."""
    record, label = catalogue.domain[domain], catalogue.label[domain]
    return f"{label} {record.name[0].lower()}{record.name[1:]}" if record.number else label
