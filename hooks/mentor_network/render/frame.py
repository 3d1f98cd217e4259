"""The frame of every page: the head, the header with the menu, and the footer."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from mentor_network.catalogue import Catalogue
from mentor_network.labels import day
from mentor_network.pages import Page
from mentor_network.records.derived import CRISIS
from mentor_network.render.environment import THEME
from mentor_network.render.links import Links
from mentor_network.render.policy import policy
from mentor_network.render.style_sheets import StyleSheets

NOT_FOUND = "404.html"


class Frame:
    """Renders the frame around the bodies of pages. One instance for a build.

    `addresses` are those of all pages: menu and footer leave out pages that this network does not have. `live_reload` lets
    the security policy allow the script that `serve` adds.
    """

    def __init__(
        self,
        env: Environment,
        catalogue: Catalogue,
        links: Links,
        addresses: Collection[str],
        *,
        theme: Path = THEME,
        live_reload: bool,
    ) -> None:
        self.env = env
        self.catalogue = catalogue
        self.links = links
        self.live_reload = live_reload
        self.style_sheets = StyleSheets(theme)
        network = catalogue.network
        self.menu = [item for item in network.menu if item.address in addresses]
        self.shared_context = {
            "network": network,
            "menu": self.menu,
            "addresses": addresses,
            "crisis": next((f"{address}#{CRISIS}" for address in catalogue.crisis_pages), ""),
            "built_on": day(catalogue.today),
        }
        self.partials: dict[tuple[str, str], Markup] = {}

    def page(self, page: Page, body: Markup, headings: Collection[tuple[str, str]] = ()) -> str:
        """The whole page as HTML. `headings` are those of a hand-written page, for its table of contents."""
        context = self._context(page.address) | {
            "this": page,
            "body": body,
            "headings": headings,
            "style_sheets": self.style_sheets.of(page.template, body),
            "canonical": self.catalogue.absolute_url(page.address),
            "policy": policy(live_reload=self.live_reload),
        }
        return self.env.get_template("page.html").render(context)

    def not_found(self) -> str:
        """The page for unknown addresses. A host serves it at any depth, so its links begin at the root of the host."""
        root = "/" if self.live_reload else urlsplit(self.catalogue.network.site_url or "").path.rstrip("/") + "/"
        context: dict[str, Any] = {**self.shared_context, **self.links.context_from_root(root), "here": ""}
        context["style_sheets"] = self.style_sheets.of("", "")
        context |= {"partial": lambda name: self._partial(name, context), "policy": policy(live_reload=self.live_reload)}
        return self.env.get_template(NOT_FOUND).render(context)

    def _context(self, here: str) -> dict[str, Any]:
        context: dict[str, Any] = {**self.shared_context, **self.links.context(here), "here": here}
        return context | {"partial": lambda name: self._partial(name, context)}

    def _partial(self, name: str, context: dict[str, Any]) -> Markup:
        """The header, the footer or the SVG sprite, cached by folder.

        It is the same for all pages of a folder, except for one in the menu, which the header marks as the current page.
        """
        here = str(context["here"])
        folder = here.rstrip("/").rpartition("/")[0]
        if not folder or here in [item.address for item in self.menu]:
            return self._render_partial(name, context)
        if (name, folder) not in self.partials:
            self.partials[name, folder] = self._render_partial(name, context)
        return self.partials[name, folder]

    def _render_partial(self, name: str, context: dict[str, Any]) -> Markup:
        return Markup(self.env.get_template(f"partials/{name}.html").render(context))
