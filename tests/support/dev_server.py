"""A development server in a process of its own, and what its pages show."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

#: Requests to this machine, whatever proxy the environment names.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def serving(
    *command: str, port: int, log: Path, cwd: Path | None = None, env: Mapping[str, str] = os.environ
) -> Iterator[str]:
    """Run a command that serves on a port of this machine, give its address, and stop it with SIGTERM."""
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=output, stderr=output)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def fetch(url: str) -> str:
    """The text at a URL, or an empty text while nothing answers there."""
    try:
        with _DIRECT.open(url, timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def wait_for(url: str, *, shows: str = "", hides: str = "") -> str:
    """The page as soon as it has one text and not another. Fails after 90 seconds."""
    text = ""
    end = time.monotonic() + 90
    while time.monotonic() < end:
        text = fetch(url)
        if text and shows in text and not (hides and hides in text):
            return text
        time.sleep(0.2)
    raise AssertionError(f"{url} never came to show {shows!r} or hide {hides!r}:\n{text[:2000]}")
