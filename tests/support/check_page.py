"""The pages of the check in a built site of the real network, and what they must show, worked out from the records.

Nothing here uses the code that makes these pages. Records are read on first use, not at import.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from mentor_network import pipeline
from mentor_network.catalogue import Catalogue, link
from mentor_network.gates.page import all_of, page_files, parse_file
from mentor_network.records import Model, Opportunity
from support.domains import with_parents
from support.networks import ROOT


@cache
def catalogue() -> Catalogue:
    """The catalogue of the real network."""
    return link(pipeline.check(ROOT, today=pipeline.today())[0], today=pipeline.today())


def stages() -> tuple[str, ...]:
    """The ids of all stages."""
    return tuple(stage.id for stage in catalogue().stages)


@cache
def model() -> Model:
    """The model that the check is made for: the one with questions."""
    return next(m for m in catalogue().models if any(domain.questions for domain in m.domains))


def others() -> list[Model]:
    """All other models."""
    return [other for other in catalogue().models if other is not model()]


def check() -> str:
    """The address of the check."""
    return f"/supervisors/{model().id}-check/"


def domains_in_full() -> tuple[str, ...]:
    """The ids of the domains that the check shows in full: those with questions."""
    return tuple(domain.id for domain in model().domains if domain.questions)


def stages_and_domains() -> list[tuple[str, str]]:
    """Each stage with each domain that the check shows in full."""
    return [(stage, domain) for stage in stages() for domain in domains_in_full()]


def page(site: Path, address: str) -> Element:
    """The HTML of a built page."""
    return parse_file(page_files(site)[address])[0]


def with_attribute(tree: Element, name: str, value: str | None = None) -> list[Element]:
    """The elements that have an attribute, or that have it with this value."""
    return [e for e in tree.iter() if (e.get(name) is not None if value is None else e.get(name) == value)]


def labelled(tree: Element, name: str) -> Element:
    """The section whose `aria-labelledby` is this id."""
    (section,) = with_attribute(tree, "aria-labelledby", name)
    return section


def opportunities(element: Element, address: str) -> list[str]:
    """The ids of the opportunities that links in it lead to."""
    paths = [urlsplit(urljoin(f"https://site{address}", a.get("href") or "")).path for a in all_of(element, "a")]
    return [path.split("/")[2] for path in paths if path.startswith("/opportunities/") and "/by/" not in path]


def shows(o: Opportunity, domain: str) -> bool:
    """Whether an opportunity shows a domain: by its own domains in the model of the check, by its themes in the others."""
    if domain in {one.id for one in model().domains}:
        return domain in with_parents(o.develops, catalogue())
    themed = (d for theme in o.themes for d in catalogue().theme[theme].domains)
    return domain in with_parents(themed, catalogue())


def running() -> list[Opportunity]:
    """The opportunities that count: all but those on hold and closed."""
    return [o for o in catalogue().opportunities if o.status not in ("closed", "on-hold")]


def check_pages(site: Path) -> list[str]:
    """The addresses of all pages of the check."""
    return [address for address in page_files(site) if address.startswith(check())]
