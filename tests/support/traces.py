"""Traces that a visit must not leave: requests to other hosts, stored data, and violations of the policy."""

from __future__ import annotations

from typing import Any

#: Reports violations at once, because the page may be left before they are read.
STOPPED = """addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
  stopped(`${violatedDirective} ${blockedURI} ${sourceFile ?? ""}`))"""


class Traces:
    """Collects the traces of a visitor, each with the id of the gate that forbids it."""

    def __init__(self, someone: Any, base: str) -> None:
        self.someone, self.base = someone, base
        self.stopped: list[str] = []
        someone.context.expose_binding("stopped", lambda _, what: self.stopped.append(what))
        someone.context.add_init_script(STOPPED)

    def found(self) -> list[str]:
        """All findings so far."""
        # Downloads are blobs that the page makes.
        ours = (f"{self.base}/", f"blob:{self.base}/", "data:")
        others = [f"P1: asks {url}" for url in self.someone.requests if not url.startswith(ours)]
        stored = self.someone.stored()
        return [
            *others,
            *([f"P2: keeps {stored}"] if stored else []),
            *(f"P1: the policy of the page stops {what}" for what in self.stopped),
            *(f"P1: the browser says: {word}" for word in self.someone.said),
        ]
