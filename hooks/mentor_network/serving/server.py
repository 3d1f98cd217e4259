"""The HTTP server of a preview: the files of the site, and a stream that tells open pages when there is another version."""

from __future__ import annotations

import ipaddress
import logging
import sys
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import MimeTypes
from pathlib import Path, PurePosixPath
from secrets import token_hex
from socket import AF_INET6
from typing import Any
from urllib.parse import quote, unquote

from jinja2 import TemplateError, TemplateSyntaxError

from mentor_network import os_errors
from mentor_network.outputs import headers
from mentor_network.render.frame import NOT_FOUND
from mentor_network.serving.preview import Preview

log = logging.getLogger(__name__)

#: The addresses of the script that reloads pages and of its stream. No page of a site can have these.
SCRIPT, VERSIONS = ".serve/reload.js", ".serve/versions"
_RELOAD = (Path(__file__).parent / "reload.js").read_bytes()
#: Seconds between two lines of a stream without news: the next one finds out whether the page is still there.
_BEAT = 15
#: The types of files by their endings, the same on every system.
_MORE = {
    ".js": "text/javascript",
    ".ics": "text/calendar",
    ".atom": "application/atom+xml",
    ".webp": "image/webp",
    ".csv": "text/csv",
}
_TYPES = MimeTypes(filenames=())
for ending, media_type in _MORE.items():
    _TYPES.add_type(media_type, ending)


class Server(ThreadingHTTPServer):
    """Serves a preview. Its constructor raises OSError if the port is taken."""

    daemon_threads = True

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        if ":" in host:
            self.address_family = AF_INET6
        self.preview = preview
        self.host = host
        self.run = token_hex(4)  # so that pages of an earlier run are loaded again
        self._changed = threading.Condition()
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.server_port}/"

    @property
    def version(self) -> str:
        """The version that a page shows which is loaded now."""
        return f"{self.run}-{self.preview.version}"

    def announce(self) -> None:
        """Tell the open pages that there is a new version."""
        with self._changed:
            self._changed.notify_all()

    def versions(self) -> Iterator[str]:
        """The version now and each later one. An empty text now and then between them."""
        yield (last := self.version)
        while True:
            with self._changed:
                if self.version == last:
                    self._changed.wait(_BEAT)
            version = self.version
            yield "" if version == last else version
            last = version

    def is_for_us(self, host: str) -> bool:
        """Is this the `Host` of a request that somebody here typed?

        Another site can give its own name the address of this machine, and then read what is served here (DNS rebinding).
        Its requests carry that name; ours carry an IP address, `localhost` or what `--host` says.
        """
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        name = name.strip("[]").casefold()
        if name in ("", "localhost", self.host.casefold()):
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1], OSError):
            log.exception("a request failed")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request. No path is ever looked up on the disk: only the site's own files are known."""

    server: Server
    server_version = "mentor-network"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        if not self.server.is_for_us(self.headers.get("Host", "")):
            self._send_text(
                HTTPStatus.FORBIDDEN, "This server answers on this machine only. To use another name: --host NAME"
            )
            return
        path = unquote(self.path.partition("?")[0].partition("#")[0], errors="replace").lstrip("/")
        if path == VERSIONS:
            self._send_versions()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, "reload.js", _RELOAD)
        else:
            self._send_file(path)

    do_HEAD = do_GET

    def _send_file(self, path: str) -> None:
        version = self.server.version
        name = f"{path}index.html" if path.endswith("/") or not path else path
        try:
            if file := self.server.preview.file(name):
                self._send(HTTPStatus.OK, name, _with_script(name, file.content, version))
            elif self.server.preview.file(f"{path}/index.html"):
                self._send(HTTPStatus.FOUND, "", b"", {"Location": quote(f"/{path}/")})
            else:
                missing = self.server.preview.file(NOT_FOUND)
                self._send(
                    HTTPStatus.NOT_FOUND, NOT_FOUND, _with_script(NOT_FOUND, missing.content if missing else b"", version)
                )
        except (TemplateError, OSError) as error:
            if isinstance(error, ConnectionError | TimeoutError):
                raise
            message = describe(error)
            log.error(message)
            self._send_text(HTTPStatus.INTERNAL_SERVER_ERROR, f"{message}\n\nMend it, save it, and load this page again.")

    def _send_versions(self) -> None:
        self._send_head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        if self.command == "HEAD":
            return
        for version in self.server.versions():
            self.wfile.write(f"data: {version}\n\n".encode() if version else b":\n\n")
            self.wfile.flush()

    def _send_text(self, status: HTTPStatus, text: str) -> None:
        self._send(status, "message.txt", text.encode())

    def _send(self, status: HTTPStatus, name: str, content: bytes, more: Mapping[str, str] | None = None) -> None:
        fields = {"Content-Type": content_type(name), "Content-Length": str(len(content))}
        self._send_head(status, fields | dict(more or {}))
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_head(self, status: HTTPStatus, fields: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Cache-Control": "no-cache", **dict(headers.FIELDS), **fields}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """No line for each request: the terminal is for what is to be fixed."""


def content_type(name: str) -> str:
    """The type of a file, with the encoding of a text."""
    found = _TYPES.types_map[True].get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
    is_text = found.startswith("text/") or found in ("application/json", "application/atom+xml", "image/svg+xml")
    return f"{found}; charset=utf-8" if is_text else found


def _with_script(name: str, content: bytes, version: str) -> bytes:
    """A page with the script that loads it again when there is another version than this."""
    if not name.endswith(".html"):
        return content
    script = f'<script src="/{SCRIPT}" data-version="{version}" defer></script>\n'
    return content.replace(b"</head>", script.encode() + b"</head>", 1)


def describe(error: Exception) -> str:
    """A mistake in a template, or a failure of the system, as one line."""
    if isinstance(error, OSError):
        return os_errors.describe(error)
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}, line {error.lineno}: {error.message}"
    return f"{type(error).__name__}: {error}"
