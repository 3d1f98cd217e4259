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
    def uri(self) -> str:
        """The Markdown file that an engine builds it from: `/stages/core/` is `stages/core/index.md`."""
        return file_of(self.address)


def file_of(address: str) -> str:
    """The Markdown file of an address, below the folder of pages: always a folder with `index.md` in it.

    So a link in a page's HTML leads from the file where it leads from the page. Some engines take it for the one, some for
    the other.
    """
    return f"{address.strip('/')}/index.md".lstrip("/")


def address_of(uri: str) -> str:
    """The address of a Markdown file below the folder of pages: the other way round.

    >>> address_of("stages/core/index.md"), address_of("index.md")
    ('/stages/core/', '/')
    """
    path = uri.removesuffix("index.md").strip("/")
    return f"/{path}/" if path else "/"
