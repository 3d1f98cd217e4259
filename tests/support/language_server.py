"""A client of the YAML language server that editors such as VS Code use, over standard input and output (JSON-RPC)."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from support.npm_tools import NODE, TOOLS

SERVER = TOOLS / "yaml-language-server" / "bin" / "yaml-language-server"
#: Seconds to wait for a response before the test fails.
TIMEOUT = 60.0

Message = dict[str, Any]


class LanguageServer:
    """A server for a folder, with the settings of an editor. A context manager."""

    def __init__(self, folder: Path, settings: Message) -> None:
        self.settings = settings
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self._diagnostics: dict[str, list[Message]] = {}
        self._versions: dict[str, int] = {}
        self._last_id = 0
        self._process = subprocess.Popen(
            [str(NODE), str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.request("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": CAPABILITIES})
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": settings})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait(TIMEOUT)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def problems(self, path: Path, text: str | None = None) -> list[tuple[int, str]]:
        """The diagnostics of a file with this text, as lines (from 1) and messages, sorted."""
        self._set_text(path, path.read_text("utf-8") if text is None else text)
        self._until(lambda: path.as_uri() in self._diagnostics)
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in self._diagnostics[path.as_uri()])

    def at(self, method: str, path: Path, text: str, line: int, column: int) -> Any:
        """The result of `hover` or `completion` at a line and column (from 1) of a file with this text."""
        self._set_text(path, text)
        place = {"line": line - 1, "character": column - 1}
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()}, "position": place})

    def _set_text(self, path: Path, text: str) -> None:
        """Open a file or change its text, and drop its earlier diagnostics."""
        uri = path.as_uri()
        self._diagnostics.pop(uri, None)
        self._versions[uri] = self._versions.get(uri, 0) + 1
        document = {"uri": uri, "version": self._versions[uri]}
        if self._versions[uri] == 1:
            self.notify("textDocument/didOpen", {"textDocument": document | {"languageId": "yaml", "text": text}})
        else:
            self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def request(self, method: str, params: Message) -> Any:
        """Send a request and return the result of its response."""
        self._last_id += 1
        request_id, responses = self._last_id, []
        self._send({"id": request_id, "method": method, "params": params})
        self._until(
            lambda: bool(responses), lambda message: responses.append(message) if message.get("id") == request_id else None
        )
        assert "error" not in responses[0], responses[0]
        return responses[0].get("result")

    def notify(self, method: str, params: Message) -> None:
        """Send a notification, which has no response."""
        self._send({"method": method, "params": params})

    def _until(self, done: Callable[[], bool], see: Callable[[Message], object] = lambda message: None) -> None:
        """Handle messages until `done`. Responses go to `see`."""
        end = time.monotonic() + TIMEOUT
        while not done():
            message = self._messages.get(timeout=max(0.0, end - time.monotonic()))
            assert message is not None, "the language server has ended"
            method = message.get("method")
            if method is None:
                see(message)
            elif method == "textDocument/publishDiagnostics":
                self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "id" in message:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        """Respond to a request of the server, such as one for settings."""
        result: Any = None
        if message["method"] == "workspace/configuration":
            result = [self.settings.get(item.get("section")) for item in message["params"]["items"]]
        self._send({"id": message["id"], "result": result})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        """Put every message into the queue, and None at the end of the stream."""
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._messages.put(json.loads(stream.read(length)))
        self._messages.put(None)


#: The client capabilities. The server requests settings, as from VS Code.
CAPABILITIES: Message = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": False}},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}
