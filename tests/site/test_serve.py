"""`mkdocs serve` while somebody edits: a bad edit never hangs it or takes the last good pages away."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from support.networks import mkdocs_for


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def serving(root: Path) -> Iterator[str]:
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", address]
    with (root.parent / "serve.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        try:
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def until(url: str, *, shows: str = "", hides: str = "") -> str:
    """The page once it shows or hides something; the runner's own timeout stops a server that hangs."""
    text = ""
    for _ in range(60):
        text = page(url)
        if text and shows in text and not (hides and hides in text):
            return text
        time.sleep(0.2)
    raise AssertionError(f"never came: {shows or hides!r}\n{text[:2000]}")


def test_a_bad_edit_and_its_mending(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    mkdocs_for(root)
    file = root / "opportunities.yaml"
    good = file.read_text("utf-8")
    with serving(root) as site:
        address = f"{site}/opportunities/shadow-a-leader/"
        until(address, shows="Shadow a clinical leader for half a day")

        file.write_text(good.replace("  title: Shadow", "  titel: Shadow"), "utf-8")
        broken = until(address, shows="This is the last good version")
        assert "opportunities.yaml:2:3: unknown-key: there is no field called `titel` here" in broken
        assert "Shadow a clinical leader for half a day" in broken

        file.write_text(good.replace("for half a day", "for a whole day"), "utf-8")
        mended = until(address, shows="for a whole day")
        assert "This is the last good version" not in mended

        # A rebuild draws only the pages that an edit changes. A list of entries is one of them.
        file.write_text(good.replace("for half a day", "for 2 days"), "utf-8")
        until(address, shows="for 2 days")
        assert "Shadow a clinical leader for 2 days" in page(f"{site}/a-to-z/")

        # What stands around every page changes on each of them.
        assert "How the network is called now" not in page(address)
        settings = root / "network.yaml"
        renamed = re.sub(r"(?m)^name: .*$", "name: How the network is called now", settings.read_text("utf-8"))
        settings.write_text(renamed, "utf-8")
        assert "for 2 days" in until(address, shows="How the network is called now")

        # A second mistake before the first is mended, then a catalogue that goes and comes back.
        file.write_text(good.replace("  title: Shadow", "  titel: Shadow"), "utf-8")
        until(address, shows="called `titel` here")
        file.write_text(good.replace("  id: shadow", "  di: shadow").replace("- id: shadow", "- di: shadow"), "utf-8")
        until(address, shows="called `di` here", hides="called `titel` here")
        file.unlink()
        until(address, shows="missing-file: there is no file called `opportunities.yaml`")
        file.write_text(good.replace("for half a day", "for an hour"), "utf-8")
        until(address, shows="for an hour", hides="This is the last good version")

        # The search's index is made once, at the start, and a rebuild does not lose it.
        assert "search" in page(f"{site}/pagefind/pagefind.js")
        assert '"pointed"' in page(f"{site}/assets/words.json")
