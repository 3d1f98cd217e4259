"""A client of the YAML language server that editors such as VS Code use, over standard input and output."""

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
#: Seconds to wait for a message before a test fails.
TIMEOUT = 60.0

Message = dict[str, Any]


class LanguageServer:
    """A server for a folder, with the settings of an editor. Use it in a `with` block."""

    def __init__(self, folder: Path, settings: Message) -> None:
        self.settings = settings
        self._waiting: queue.Queue[Message | None] = queue.Queue()
        self._diagnostics: dict[str, list[Message]] = {}
        self._versions: dict[str, int] = {}
        self._number = 0
        self._process = subprocess.Popen(
            [str(NODE), str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": CAPABILITIES})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait(TIMEOUT)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def problems(self, path: Path, text: str | None = None) -> list[tuple[int, str]]:
        """The diagnostics of a file, as line and message, once it is opened or its content changes to `text`."""
        self._show(path, path.read_text("utf-8") if text is None else text)
        self._until(lambda: path.as_uri() in self._diagnostics)
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in self._diagnostics[path.as_uri()])

    def at(self, method: str, path: Path, text: str, line: int, column: int) -> Any:
        """Request `hover` or `completion` at a position of a file with the content `text`. Line and column begin at 1."""
        self._show(path, text)
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()}, "position": place})

    def _show(self, path: Path, text: str) -> None:
        """Open a file or change its content, and forget its earlier diagnostics."""
        uri = path.as_uri()
        self._diagnostics.pop(uri, None)
        self._versions[uri] = self._versions.get(uri, 0) + 1
        document = {"uri": uri, "version": self._versions[uri]}
        if self._versions[uri] == 1:
            self.tell("textDocument/didOpen", {"textDocument": document | {"languageId": "yaml", "text": text}})
        else:
            self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def ask(self, method: str, given: Message) -> Any:
        """Send a request and wait for its answer."""
        self._number += 1
        number, found = self._number, []
        self._send({"id": number, "method": method, "params": given})
        self._until(lambda: bool(found), lambda message: found.append(message) if message.get("id") == number else None)
        assert "error" not in found[0], found[0]
        return found[0].get("result")

    def tell(self, method: str, given: Message) -> None:
        self._send({"method": method, "params": given})

    def _until(self, done: Callable[[], bool], see: Callable[[Message], object] = lambda message: None) -> None:
        """Process messages until `done` returns true."""
        end = time.monotonic() + TIMEOUT
        while not done():
            message = self._waiting.get(timeout=max(0.0, end - time.monotonic()))
            assert message is not None, "the language server has ended"
            method = message.get("method")
            if method is None:
                see(message)
            elif method == "textDocument/publishDiagnostics":
                self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "id" in message:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        """Answer a request of the server."""
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
            self._waiting.put(json.loads(stream.read(length)))
        self._waiting.put(None)


#: The capabilities of the client. It sends settings on request, as VS Code does.
CAPABILITIES: Message = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": False}},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}
