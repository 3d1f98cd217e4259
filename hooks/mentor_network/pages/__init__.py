"""The pages of the site, and the context that the template of each is rendered with."""

from mentor_network.catalogue import Catalogue
from mentor_network.pages import content, coverage, drafts, guidance, indexes, my_plan, open_data, opportunities, supervision
from mentor_network.pages.page import Page, PageBuilder
from mentor_network.urls import addresses

_MODULES = (opportunities, guidance, content, supervision, coverage, my_plan, open_data, indexes)
#: The builder of the pages of each route, by the route's name.
BUILDERS: dict[str, PageBuilder] = {name: builder for module in _MODULES for name, builder in module.BUILDERS.items()}


def build(catalogue: Catalogue) -> list[Page]:
    """Make every page of the site: one for each address that the table of routes has for these records.

    The A to Z is made last, because it lists the other pages.
    """
    pages: list[Page] = []
    a_to_z = []
    for address in addresses(catalogue.records):
        if address.route.name == "a_to_z":
            a_to_z.append(address)
        else:
            pages.append(BUILDERS[address.route.name](address, catalogue))
    return [*pages, *(indexes.a_to_z(address, catalogue, pages) for address in a_to_z)]


__all__ = ["Page", "build", "drafts"]
