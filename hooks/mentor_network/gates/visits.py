"""How a browser looks at a page: the sizes and colour schemes it is opened in, and the gates that look at it then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.interactions import opened, unfold, use

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Look → width of the screen and colour scheme.
LOOKS = {"wide light": (1280, "light"), "phone dark": (320, "dark")}
#: What looks at a page as it comes, and chooses its own sizes and colours; and what looks at it once all is used and open.
AS_IT_COMES = ("A3", "A6", "A9", "A15 motion", "A15 colours", "A15 paper")
IN_USE = ("A1", "A5")


@dataclass(frozen=True, slots=True)
class Visit:
    """One way to open a page: gates that see it as it comes, then all is opened, and used if `used`, for the other gates."""

    name: str
    width: int
    scheme: str = "light"
    as_it_comes: tuple[str, ...] = ()
    used: bool = False
    opened: tuple[str, ...] = ()
    script: bool = True

    def options(self) -> dict[str, Any]:
        """What the browser is asked to be."""
        size = {"width": self.width, "height": 800}
        return {"viewport": size, "color_scheme": self.scheme, "java_script_enabled": self.script}

    def gates(self) -> tuple[str, ...]:
        """The gates that look at the page at any time."""
        return self.as_it_comes + self.opened

    def only(self, wanted: frozenset[str]) -> Visit:
        """The same visit for these gates alone."""
        before, after = (tuple(gate for gate in some if gate in wanted) for some in (self.as_it_comes, self.opened))
        return Visit(self.name, self.width, self.scheme, before, self.used, after, self.script)

    def findings(self, page: Page, url: str) -> list[str]:
        """What the gates say of a page, each finding with the id of its gate before it."""
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
    """What the gates find on a page, as it comes and in use, in a browser of any size."""
    return Visit("", 0, as_it_comes=as_it_comes, used=True, opened=IN_USE).findings(page, address)
