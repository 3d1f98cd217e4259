"""Every gate that needs a browser, on a page as it comes and in use."""

from __future__ import annotations

from typing import Any

from mentor_network.gates.features import opened, unfold, use
from mentor_network.gates.live import LIVE

LOOKS = {"wide light": (1280, "light"), "phone dark": (320, "dark")}
#: What looks at a page as it comes, and chooses its own sizes and colours; and what looks at it once all is used and open.
AS_IT_COMES = ("A3", "A6", "A9", "A15 motion", "A15 colours", "A15 paper")
IN_USE = ("A1", "A5")


def gated(page: Any, address: str, as_it_comes: tuple[str, ...] = AS_IT_COMES) -> list[str]:
    """What the gates find on a page, as it comes and in use."""
    opened(page, address)
    found = [finding for gate in as_it_comes for finding in LIVE[gate](page)]
    use(page)
    unfold(page)
    return found + [finding for gate in IN_USE for finding in LIVE[gate](page)]
