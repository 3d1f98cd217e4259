"""Links and anchors for templates, held against the table of routes: a wrong one is an error of ours and fails the build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from mentor_network.markdown_syntax import relative_url
from mentor_network.records import Records
from mentor_network.urls import OPTIONAL, addresses, downloads, route_of, url


class Links:
    """What templates make links and ids with. One for a build."""

    def __init__(self, records: Records) -> None:
        self.anchors = {address.path: address.anchors for address in (*addresses(records), *downloads(records))}

    def given(self, here: str) -> Mapping[str, Callable[..., object]]:
        """What a template on the page at `here` may use. Each raises KeyError for what this site does not have.

        `url` turns an address from the root of the site into one relative to the page, and `url_for` that of a route:
        `url_for("model", id="gpc", at="gpc-5")`. `path_for` gives the latter from the root. `has` tells whether this network
        has a page that some have, or a part of it. `anchor` gives the id of a part of this page that can be linked to.
        """

        def link(target: str) -> str:
            return relative_url(self._known(target), here)

        def url_for(name: str, /, at: str = "", **ids: str) -> str:
            return link(url(name, at, **ids))

        return {"url": link, "url_for": url_for, "path_for": url, "has": self._has, "anchor": partial(self._anchor, here)}

    def _known(self, target: str) -> str:
        path, _, place = target.partition("#")
        if place not in self.anchors[path] and place:
            raise KeyError(f"nothing on {path} can be linked to as #{place}")
        return target

    def _has(self, target: str) -> bool:
        path, _, place = target.partition("#")
        if path not in self.anchors and path not in OPTIONAL and not route_of(path):
            raise KeyError(f"no network has a page at {path}")
        return path in self.anchors and (not place or place in self.anchors[path])

    def _anchor(self, here: str, name: str) -> str:
        if name not in self.anchors[here]:
            raise KeyError(f"the table of routes has no anchor #{name} on {here}")
        return name
