"""How pages are opened for the gates of a browser: viewport, colour scheme, JavaScript, and which gates run then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.interactions import opened, unfold, use

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Name → width of the viewport and colour scheme.
LOOKS = {"wide light": (1280, "light"), "phone dark": (320, "dark")}
#: Gates that run on the page as it is loaded and choose their own viewport and colours.
AS_IT_COMES = ("A3", "A6", "A9", "A15 motion", "A15 colours", "A15 paper")
#: Gates that run once every feature was used and every disclosure is open.
IN_USE = ("A1", "A5")


@dataclass(frozen=True, slots=True)
class Visit:
    """One way to open a page.

    The gates in `as_it_comes` run first. Then every feature is used, if `used`, every disclosure is opened, and the gates in
    `opened` run.
    """

    name: str
    width: int
    scheme: str = "light"
    as_it_comes: tuple[str, ...] = ()
    used: bool = False
    opened: tuple[str, ...] = ()
    script: bool = True

    def options(self) -> dict[str, Any]:
        """The options of a new browser context."""
        size = {"width": self.width, "height": 800}
        return {"viewport": size, "color_scheme": self.scheme, "java_script_enabled": self.script}

    def gates(self) -> tuple[str, ...]:
        """All gates of this visit."""
        return self.as_it_comes + self.opened

    def only(self, wanted: frozenset[str]) -> Visit:
        """The same visit with these gates only."""
        before, after = (tuple(gate for gate in gates if gate in wanted) for gates in (self.as_it_comes, self.opened))
        return Visit(self.name, self.width, self.scheme, before, self.used, after, self.script)

    def findings(self, page: Page, url: str) -> list[str]:
        """The findings on a page, each with the id of its gate before it."""
        opened(page, url) if self.script else page.goto(url)
        found = [finding for gate in self.as_it_comes for finding in BROWSER[gate](page)]
        if self.opened:
            if self.used:
                use(page)
            unfold(page)
        return found + [finding for gate in self.opened for finding in BROWSER[gate](page)]


VISITS = (
    Visit("1280 pixels wide, light", 1280, as_it_comes=AS_IT_COMES, used=True, opened=IN_USE),
    Visit("320 pixels wide, dark", 320, "dark", used=True, opened=IN_USE),
    Visit("320 pixels wide, by keyboard", 320, opened=("A2",)),
    Visit("while it is used", 1280, as_it_comes=("A17",)),
    Visit("without scripts", 1280, as_it_comes=("A18",), script=False),
)


def gated(page: Page, address: str, as_it_comes: tuple[str, ...] = AS_IT_COMES) -> list[str]:
    """The findings on a page in the current viewport, first as it is loaded and then in use."""
    return Visit("", 0, as_it_comes=as_it_comes, used=True, opened=IN_USE).findings(page, address)
