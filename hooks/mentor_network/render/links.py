"""Links and anchors for templates, checked against the table of routes: a wrong one raises, so that the build fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from mentor_network.markdown_syntax import relative_url
from mentor_network.records import Records
from mentor_network.urls import OPTIONAL, addresses, downloads, route_of, url

#: The folder of style sheets, scripts and icons, which are not in the table of routes.
_ASSETS = "/assets/"


class Links:
    """Makes the functions with which templates make links and ids. One instance for a build."""

    def __init__(self, records: Records) -> None:
        self.anchors = {address.path: address.anchors for address in (*addresses(records), *downloads(records))}

    def context(self, here: str) -> Mapping[str, Callable[..., object]]:
        """The functions for a template of the page at `here`. Links are relative to that page.

        Each raises KeyError for what this site does not have. `url` takes an address from the root of the site, and
        `url_for` the name of a route: `url_for("model", id="gpc", anchor="gpc-5")`. `path_for` is the same from the root.
        `asset` takes an address below `/assets/`. `has` tells whether this network has an optional page, or an anchor on
        it. `anchor` checks an id of this page and gives it back.
        """
        return self._context(here, lambda target: relative_url(target, here))

    def context_from_root(self, root: str) -> Mapping[str, Callable[..., object]]:
        """The same for a page that is served at any depth. Links begin with `root`, the path of the site on its host."""
        return self._context("", lambda target: root + target.lstrip("/"))

    def _context(self, here: str, resolve: Callable[[str], str]) -> Mapping[str, Callable[..., object]]:
        def link(target: str) -> str:
            return resolve(self._known(target))

        def url_for(name: str, /, anchor: str = "", **ids: str) -> str:
            return link(url(name, anchor, **ids))

        def asset(path: str) -> str:
            if not path.startswith(_ASSETS):
                raise KeyError(f"{path} is not below {_ASSETS}")
            return resolve(path)

        return {
            "url": link,
            "url_for": url_for,
            "path_for": url,
            "asset": asset,
            "has": self._has,
            "anchor": partial(self._anchor, here),
        }

    def _known(self, target: str) -> str:
        path, _, anchor = target.partition("#")
        if anchor not in self.anchors[path] and anchor:
            raise KeyError(f"{path} has no anchor #{anchor}")
        return target

    def _has(self, target: str) -> bool:
        path, _, anchor = target.partition("#")
        if path not in self.anchors and path not in OPTIONAL and not route_of(path):
            raise KeyError(f"no network has a page at {path}")
        return path in self.anchors and (not anchor or anchor in self.anchors[path])

    def _anchor(self, here: str, name: str) -> str:
        if name not in self.anchors[here]:
            raise KeyError(f"the table of routes has no anchor #{name} on {here}")
        return name
