"""A page before it is HTML: its address, its words, and what its template is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentor_network.catalogue import Catalogue
from mentor_network.problems import Span
from mentor_network.records import Reviewed
from mentor_network.urls import Address


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `at` is its row of the table of routes. `view` is all that the template sees besides the catalogue. `path` is the way
    down to the page: titles and addresses. `review` holds the dates that the page must show, where it has any. `also` holds
    its other names, and `words` what people type who need it, for the search. `scripts`
    names the scripts of theme/components that it loads: `finder` is finder.js.
    """

    at: Address
    title: str
    description: str
    view: Mapping[str, Any] = field(default_factory=dict)
    path: tuple[tuple[str, str], ...] = ()
    review: Reviewed | None = None
    source: Span | None = None
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    body: str = ""
    scripts: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return self.at.path

    @property
    def template(self) -> str:
        """The name of a file in theme/pages."""
        return self.at.route.template

    @property
    def path_of_file(self) -> str:
        """The file that a host serves at the address: `/stages/core/` is `stages/core/index.html`."""
        return f"{self.address.strip('/')}/index.html".lstrip("/")


#: What makes the page at an address. Each module of this room has those of some routes, by their names.
View = Callable[[Address, Catalogue], Page]
