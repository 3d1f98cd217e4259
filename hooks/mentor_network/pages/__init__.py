"""Which pages the site has, and what each of them says."""

from mentor_network.catalogue import Catalogue
from mentor_network.pages import content, coverage, guidance, indexes, my_plan, open_data, opportunities, supervision
from mentor_network.pages.page import Page, View
from mentor_network.urls import addresses

_ROOMS = (opportunities, guidance, content, supervision, coverage, my_plan, open_data, indexes)
#: What makes the pages of each route.
VIEWS: dict[str, View] = {name: view for room in _ROOMS for name, view in room.VIEWS.items()}


def build(catalogue: Catalogue) -> list[Page]:
    """Every page of the site: one for each address that the table of routes has for these records."""
    pages: list[Page] = []
    last = []
    for at in addresses(catalogue.records):
        if at.route.name == "a_to_z":
            last.append(at)
        else:
            pages.append(VIEWS[at.route.name](at, catalogue))
    return [*pages, *(indexes.a_to_z(at, catalogue, pages) for at in last)]


__all__ = ["Page", "build"]
