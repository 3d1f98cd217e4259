"""Domains with those that they are a part of, worked out apart from the code of the package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentor_network.catalogue import Catalogue


def upwards(domain: str, catalogue: Catalogue) -> Iterator[str]:
    """The id of a domain, and of each domain that it is a part of."""
    parents = {d.id: d.part_of for model in catalogue.models for d in model.domains}
    name: str | None = domain
    while name:
        yield name
        name = parents[name]


def with_parents(domains: Iterable[str], catalogue: Catalogue) -> set[str]:
    """The ids of these domains and of all that they are a part of."""
    return {up for domain in domains for up in upwards(domain, catalogue)}
