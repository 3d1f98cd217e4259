"""What a visit must leave nowhere: requests to others, things kept in the browser, and what a policy had to stop."""

from __future__ import annotations

from typing import Any

#: Tells us at once, because the page may be left before anybody asks.
STOPPED = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
  stopped(`${violatedDirective} ${blockedURI} ${sourceFile ?? ""}`))"""


class Traces:
    """The traces of a visitor, by the rules that forbid them."""

    def __init__(self, someone: Any, base: str) -> None:
        self.someone, self.base = someone, base
        self.stopped: list[str] = []
        someone.context.expose_binding("stopped", lambda _, what: self.stopped.append(what))
        someone.context.add_init_script(STOPPED)

    def found(self) -> list[str]:
        """All that is wrong so far."""
        # A file that somebody downloads is made in the page and has an address that only this page knows.
        ours = (f"{self.base}/", f"blob:{self.base}/", "data:")
        others = [f"P1: asks {url}" for url in self.someone.requests if not url.startswith(ours)]
        stored = self.someone.stored()
        return [
            *others,
            *([f"P2: keeps {stored}"] if stored else []),
            *(f"P1: the policy of the page stops {what}" for what in self.stopped),
            *(f"P1: the browser says: {word}" for word in self.someone.said),
        ]
