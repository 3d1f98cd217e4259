"""Which pages the site has, and what each of them says."""

from mentor_network.catalogue import Catalogue
from mentor_network.pages import content, coverage, guidance, indexes, my_plan, open_data, opportunities, supervision
from mentor_network.pages.page import Page


def plan(catalogue: Catalogue) -> list[Page]:
    """Every page of the site."""
    entries = [*opportunities.plan(catalogue), *guidance.plan(catalogue), *content.plan(catalogue)]
    entries += [*supervision.plan(catalogue), *coverage.plan(catalogue), *my_plan.plan(catalogue)]
    entries += open_data.plan(catalogue)
    return [*entries, *indexes.plan(catalogue, entries)]


__all__ = ["Page", "plan"]
