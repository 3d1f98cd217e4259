"""How pages are opened for the gates of a browser.

A visit loads a page once and takes it through steps: a viewport, a colour scheme, features used or disclosures opened, and
the gates that run then. Only scripts turned off need a load of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from mentor_network.gates.browser import BROWSER
from mentor_network.gates.interactions import opened, unfold, use

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Gates that run on the page as it is loaded and choose their own viewport and colours.
AS_IT_COMES = ("A3", "A6", "A9", "A15 motion", "A15 colours", "A15 paper")
#: Gates that run once every feature was used and every disclosure is open.
IN_USE = ("A1", "A5")


@dataclass(frozen=True, slots=True)
class Step:
    """One state of an open page, and the gates that run in it.

    `use` uses every feature first, and `unfold` opens every disclosure. Both last until the page is left.
    """

    name: str
    gates: tuple[str, ...]
    width: int = 1280
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    use: bool = False
    unfold: bool = False

    def look(self, page: Page) -> None:
        """Give the page the viewport and the colour scheme of this step."""
        page.set_viewport_size({"width": self.width, "height": self.height})
        page.emulate_media(color_scheme=self.scheme)

    def findings(self, page: Page) -> Iterator[str]:
        """Put the page into this state. The findings there, each between the id of its gate and the name of this step."""
        self.look(page)
        if self.use and "A17" not in self.gates:  # that gate uses the features itself
            use(page)
        if self.unfold:
            unfold(page)
        yield from (f"{finding} ({self.name})" for gate in self.gates for finding in BROWSER[gate](page))


@dataclass(frozen=True, slots=True)
class Visit:
    """One load of a page, and its steps in their order. Without `script`, JavaScript is turned off."""

    steps: tuple[Step, ...]
    script: bool = True

    def options(self) -> dict[str, Any]:
        """The options of a new browser context."""
        first = self.steps[0]
        size = {"width": first.width, "height": first.height}
        return {"viewport": size, "color_scheme": first.scheme, "java_script_enabled": self.script}

    def gates(self) -> tuple[str, ...]:
        """All gates of this visit, each once."""
        return tuple(dict.fromkeys(gate for step in self.steps for gate in step.gates))

    def only(self, wanted: frozenset[str]) -> Visit:
        """The same visit with these gates only. Features are used if a gate comes after that."""
        steps = [replace(step, gates=tuple(gate for gate in step.gates if gate in wanted)) for step in self.steps]
        while steps and not steps[-1].gates:
            del steps[-1]
        return replace(self, steps=tuple(step for step in steps if step.gates or step.use))

    def load(self, page: Page, url: str) -> None:
        """Load a page as the first step looks at it, so that it starts there as a visitor would."""
        self.steps[0].look(page)
        opened(page, url) if self.script else page.goto(url)

    def findings(self, page: Page, url: str) -> list[str]:
        """The findings on a page."""
        self.load(page, url)
        return [finding for step in self.steps for finding in step.findings(page)]


#: Every visit of the command `gates`.
VISITS = (
    Visit(
        (
            Step("1280 pixels wide, light", AS_IT_COMES),
            Step("320 pixels wide, by keyboard", ("A2",), width=320, unfold=True),
            Step("while it is used", ("A17",), use=True),
            Step("1280 pixels wide, light", IN_USE, unfold=True),
            Step("320 pixels wide, dark", IN_USE, width=320, scheme="dark", unfold=True),
        )
    ),
    Visit((Step("without scripts", ("A18",)),), script=False),
)
