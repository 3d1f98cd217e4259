"""A web server on this machine for a built site."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class QuietHandler(SimpleHTTPRequestHandler):
    """Sends files, below a path or at the root, and writes no log."""

    def __init__(self, *args: Any, below: str = "", **options: Any) -> None:
        self.below = below
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        """The file for an address."""
        return super().translate_path(path.removeprefix(self.below) if path.startswith(f"{self.below}/") else path)

    def log_message(self, *_: object) -> None:
        pass


class _WithHeaders(QuietHandler):
    """As a host that reads `_headers` does: every answer has what stands there."""

    def end_headers(self) -> None:
        for line in (Path(self.directory) / "_headers").read_text("utf-8").splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page before it has all of it is no mistake."""


@contextmanager
def served(folder: Path, *, headers: bool = False, below: str = "") -> Iterator[str]:
    """The address of a server for `folder` on this machine, which sends the site's own headers or none.

    `below` is the path that the site is published under.
    """
    handler = _WithHeaders if headers else QuietHandler
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder), below=below))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()
