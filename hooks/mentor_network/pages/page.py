"""A page before it is rendered: its address, its metadata and the context of its template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentor_network.catalogue import Catalogue
from mentor_network.problems import Span
from mentor_network.records import Reviewed
from mentor_network.urls import Address, Route


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `location` is its row of the table of routes, filled in. `context` holds the variables of its template that are not the
    same for all pages. `breadcrumbs` are pairs of a title and an address. `review` is the record whose dates of review the
    page shows, and `source` the place in the catalogues to suggest a change to. `body` is the Markdown of a hand-written
    page. The search also finds the page by its `other_names` and by `search_words`. `scripts` names the scripts of
    theme/components that it loads: `finder` is finder.js. `imports` names scripts that these import, to be loaded at once.
    """

    location: Address
    title: str
    description: str
    context: Mapping[str, Any] = field(default_factory=dict)
    breadcrumbs: tuple[tuple[str, str], ...] = ()
    review: Reviewed | None = None
    source: Span | None = None
    other_names: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    body: str = ""
    scripts: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The path of the page from the root of the site: `/stages/core/`."""
        return self.location.path

    @property
    def route(self) -> Route:
        return self.location.route

    @property
    def template(self) -> str:
        """The name of its template in theme/pages, without the ending."""
        return self.route.template

    @property
    def path_of_file(self) -> str:
        """The path of its file in the built site: `/stages/core/` is `stages/core/index.html`."""
        return f"{self.address.strip('/')}/index.html".lstrip("/")


#: Makes the page at an address. Each module of this package has those of some routes in `BUILDERS`, by the route's name.
PageBuilder = Callable[[Address, Catalogue], Page]
