"""What stands around the body of every page: head, header with the menu, footer."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from mentor_network import markdown_syntax
from mentor_network.catalogue import Catalogue
from mentor_network.labels import day
from mentor_network.pages import Page
from mentor_network.records.derived import CRISIS
from mentor_network.render import material
from mentor_network.render.policy import policy

NOT_FOUND = "404.html"


class Frame:
    """Puts pages into their frame. One for a build.

    `addresses` are those of all pages: ways in that this network has no page for are left out. With `live_reload` the
    policy allows the script that `serve` adds.
    """

    def __init__(self, env: Environment, catalogue: Catalogue, addresses: Collection[str], *, live_reload: bool) -> None:
        self.env = env
        self.catalogue = catalogue
        self.live_reload = live_reload
        network = catalogue.network
        self.menu = [item for item in network.menu if item.address in addresses]
        crisis = next((f"{address}#{CRISIS}" for address in catalogue.crisis_pages), "")
        self.around = {
            "network": network,
            "menu": self.menu,
            "addresses": addresses,
            "crisis": crisis,
            "built_on": day(catalogue.today),
            "material_css": material.address(),
        }
        self.drawn: dict[tuple[str, str], Markup] = {}

    def page(self, page: Page, body: Markup, headings: Collection[tuple[str, str]] = ()) -> str:
        """The whole page around its body. `headings` are those of a hand-written page, to list beside its text."""
        return self.env.get_template("page.html").render(
            self._given(page.address)
            | {
                "this": page,
                "body": body,
                "headings": headings,
                "canonical": self.catalogue.absolute_url(page.address),
                "policy": policy(page.template, live_reload=self.live_reload),
            }
        )

    def not_found(self) -> str:
        """The page for an address that has none. A host shows it at any depth, so its links begin at the root."""
        root = "/" if self.live_reload else urlsplit(self.catalogue.network.site_url or "").path.rstrip("/") + "/"
        given: dict[str, Any] = self.around | {"here": "", "url": lambda target: root + target.lstrip("/")}
        given |= {"part": lambda name: self._part(name, given), "policy": policy(live_reload=self.live_reload)}
        return self.env.get_template(NOT_FOUND).render(given)

    def _given(self, here: str) -> dict[str, Any]:
        given: dict[str, Any] = self.around | {
            "here": here,
            "url": lambda target: markdown_syntax.relative_url(target, here),
        }
        return given | {"part": lambda name: self._part(name, given)}

    def _part(self, name: str, given: dict[str, Any]) -> Markup:
        """Header or footer. They are the same for all pages of a folder, unless one of them is in the menu."""
        here = str(given["here"])
        folder = here.rstrip("/").rpartition("/")[0]
        if not folder or here in [item.address for item in self.menu]:
            return self._draw(name, given)
        if (name, folder) not in self.drawn:
            self.drawn[name, folder] = self._draw(name, given)
        return self.drawn[name, folder]

    def _draw(self, name: str, given: dict[str, Any]) -> Markup:
        return Markup(self.env.get_template(f"partials/{name}.html").render(given))
