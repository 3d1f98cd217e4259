"""`serve` while somebody edits: a bad edit neither stops the server nor replaces the last good pages."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.dev_server import fetch, free_port, serving, wait_for
from support.networks import mkdocs_for


@contextmanager
def serve(root: Path) -> Iterator[str]:
    """The address of `mentor-network serve`."""
    port, log = free_port(), root.parent / "serve.log"
    command = [sys.executable, "-m", "mentor_network", "serve", str(root), "--port", str(port)]
    with serving(*command, port=port, log=log) as address:
        yield address
    assert "Traceback" not in log.read_text("utf-8")


def test_mkdocs_itself_serves_with_the_hook(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    mkdocs_for(root)
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with serving(*command, port=port, log=root.parent / "serve.log", env=env) as site:
        wait_for(f"{site}/opportunities/shadow-a-leader/", shows="Shadow a clinical leader for half a day")


def test_properdocs_itself_serves_and_rebuilds_after_an_edit(network: Callable[[dict[str, str | None]], Path]) -> None:
    pytest.importorskip("properdocs")
    root = network({})
    mkdocs_for(root)
    file, port = root / "opportunities.yaml", free_port()
    command = [sys.executable, "-m", "properdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    with serving(*command, port=port, log=root.parent / "serve.log") as site:
        address = f"{site}/opportunities/shadow-a-leader/"
        wait_for(address, shows="Shadow a clinical leader for half a day")
        good = file.read_text("utf-8")
        file.write_text(good.replace("  title: Shadow", "  titel: Shadow"), "utf-8")
        wait_for(address, shows="This is the last good version")
        file.write_text(good.replace("for half a day", "for a whole day"), "utf-8")
        wait_for(address, shows="for a whole day", hides="This is the last good version")
        assert "addresses" in fetch(f"{site}/assets/search/index.json")


def test_a_port_that_is_taken_is_named(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "mentor_network", "serve", str(root), "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "address already in use; end what runs there, or serve on another port" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_ends_without_a_word(network: Callable[[dict[str, str | None]], Path]) -> None:
    """By Ctrl-C and by SIGTERM, while a page listens for the next version."""
    root = network({})
    for sign in (signal.SIGINT, signal.SIGTERM):
        port = free_port()
        command = [sys.executable, "-m", "mentor_network", "serve", str(root), "--port", str(port)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            wait_for(f"http://127.0.0.1:{port}/", shows="<h1")
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/.serve/versions", timeout=20) as versions:
                assert versions.readline().startswith(b"data: ")
                process.send_signal(sign)
                said, errors = process.communicate(timeout=20)
        finally:
            process.kill()
        assert process.returncode == 0 and errors == "" and "until you press Ctrl-C" in said


def test_a_mistake_at_the_start_and_others_later(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    file = root / "opportunities.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("  title: Shadow", "  titel: Shadow"), "utf-8")
    with serve(root) as site:
        address = f"{site}/opportunities/shadow-a-leader/"
        wait_for(address, shows="opportunities.yaml:2:3: unknown-key: there is no field called `titel` here")
        file.write_text(good, "utf-8")
        wait_for(address, shows="Shadow a clinical leader for half a day")

        file.write_text(good.replace("for half a day", "for 2 days"), "utf-8")
        wait_for(address, shows="for 2 days")
        assert "Shadow a clinical leader for 2 days" in fetch(f"{site}/a-to-z/")

        # Saved by an editor that puts a new file in the place of the old.
        new = root / ".opportunities.yaml.new"
        new.write_text(good.replace("for half a day", "for 3 days"), "utf-8")
        new.replace(file)
        wait_for(address, shows="for 3 days")

        # A second mistake before the first is corrected, then a catalogue that is deleted and written again.
        file.write_text(good.replace("  title: Shadow", "  titel: Shadow"), "utf-8")
        wait_for(address, shows="called `titel` here")
        file.write_text(good.replace("  id: shadow", "  di: shadow").replace("- id: shadow", "- di: shadow"), "utf-8")
        wait_for(address, shows="called `di` here", hides="called `titel` here")
        file.unlink()
        wait_for(address, shows="missing-file: there is no file called `opportunities.yaml`")
        file.write_text(good.replace("for half a day", "for an hour"), "utf-8")
        wait_for(address, shows="for an hour", hides="This is the last good version")

        # The search's files are made of the pages as they are now.
        assert "for an hour" in fetch(f"{site}/assets/search/pages/opportunities/shadow-a-leader.json")


def test_a_mistake_in_the_settings_is_a_banner(network: Callable[[dict[str, str | None]], Path]) -> None:
    root = network({})
    mkdocs_for(root)
    file = root / "mkdocs.yml"
    good = file.read_text("utf-8")
    with serve(root) as site:
        address = f"{site}/opportunities/shadow-a-leader/"
        wait_for(address, shows="Shadow a clinical leader", hides="This is the last good version")
        file.write_text(good.replace("site_name: Leading at work", "site_name: Lead: here"), "utf-8")
        wait_for(address, shows="mkdocs.yml:2:16: yaml-syntax: there is a second colon in this line")
        file.write_text(good, "utf-8")
        wait_for(address, shows="Shadow a clinical leader", hides="This is the last good version")
