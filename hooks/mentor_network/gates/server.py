"""A local web server for a built site."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mentor_network.render.frame import NOT_FOUND


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves the files of a folder under a base path or at the root, without a log."""

    def __init__(self, *args: Any, base_path: str = "", **options: Any) -> None:
        self.base_path = base_path
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        """The file for an address."""
        return super().translate_path(path.removeprefix(self.base_path) if path.startswith(f"{self.base_path}/") else path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing file with the site's page for unknown addresses, as hosts of static sites do."""
        page = Path(self.directory) / NOT_FOUND
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, *_: object) -> None:
        pass


class _WithHeaders(QuietHandler):
    """Adds the headers of the file `_headers` to every response, as hosts that read it do."""

    def end_headers(self) -> None:
        for line in (Path(self.directory) / "_headers").read_text("utf-8").splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore connections that the browser closes before a response is complete."""


@contextmanager
def served(folder: Path, *, headers: bool = False, base_path: str = "") -> Iterator[str]:
    """Serve `folder` on a free port inside a `with` block, and give its URL.

    `headers` adds those of the site's `_headers`. `base_path` is the path that the site is published under.
    """
    handler = _WithHeaders if headers else QuietHandler
    server = _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder), base_path=base_path))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base_path}"
    finally:
        server.shutdown()
        server.server_close()
