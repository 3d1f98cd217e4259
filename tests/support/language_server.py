"""A client of the YAML language server that editors such as VS Code run, spoken to over its standard input and output."""

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
#: Longer than any answer takes on a busy machine; what never comes fails the test.
PATIENCE = 60.0

Message = dict[str, Any]


class LanguageServer:
    """One server for a folder, with the settings of an editor. Use it in a `with` block."""

    def __init__(self, folder: Path, settings: Message) -> None:
        self.settings = settings
        self._waiting: queue.Queue[Message | None] = queue.Queue()
        self._said: dict[str, list[Message]] = {}
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
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def problems(self, path: Path, text: str | None = None) -> list[tuple[int, str]]:
        """What it says is wrong, as line and message, when a file is opened, or when its words become `text`."""
        self._show(path, path.read_text("utf-8") if text is None else text)
        self._until(lambda: path.as_uri() in self._said)
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in self._said[path.as_uri()])

    def at(self, method: str, path: Path, text: str, line: int, column: int) -> Any:
        """Ask about a place in a file that holds `text`: `hover` or `completion`. Line and column begin at 1."""
        self._show(path, text)
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": path.as_uri()}, "position": place})

    def _show(self, path: Path, text: str) -> None:
        """Open a file or change its words. What was said about it before no longer counts."""
        uri = path.as_uri()
        self._said.pop(uri, None)
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
        """Take messages as they come, until `done`."""
        end = time.monotonic() + PATIENCE
        while not done():
            message = self._waiting.get(timeout=max(0.0, end - time.monotonic()))
            assert message is not None, "the language server has ended"
            method = message.get("method")
            if method is None:
                see(message)
            elif method == "textDocument/publishDiagnostics":
                self._said[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "id" in message:
                self._answer(message)

    def _answer(self, message: Message) -> None:
        """Answer what the server asks of an editor."""
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
        """Put every message in the queue, and nothing at the end."""
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._waiting.put(json.loads(stream.read(length)))
        self._waiting.put(None)


#: What the editor can do. It reads settings when asked, as VS Code does.
CAPABILITIES: Message = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": False}},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True},
    },
}
