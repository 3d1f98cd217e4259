"""A page before it is HTML: its address, its words, and what its template is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mentor_network.problems import Span
from mentor_network.records import Reviewed


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `template` names a file of theme/pages. `view` is all that the template sees besides the catalogue. `path` is the way
    down to the page: titles and addresses. `review` holds the dates that the page must show, where it has any. `also` holds
    its other names, and `words` what people type who need it, for the search. `scripts`
    names the scripts of theme/components that it loads: `finder` is finder.js.
    """

    address: str
    title: str
    description: str
    template: str
    view: Mapping[str, Any] = field(default_factory=dict)
    path: tuple[tuple[str, str], ...] = ()
    review: Reviewed | None = None
    source: Span | None = None
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    body: str = ""
    scripts: tuple[str, ...] = ()

    @property
    def path_of_file(self) -> str:
        """The file that a host serves at the address: `/stages/core/` is `stages/core/index.html`."""
        return f"{self.address.strip('/')}/index.html".lstrip("/")
