"""From a new draft to its page in `serve`, as someone who writes a case study on this machine meets it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from mentor_network.cli import main
from support.dev_server import free_port, serving, wait_for

pytestmark = pytest.mark.browser


def test_a_new_draft_is_seen_in_serve_and_again_after_an_edit(
    network: Callable[[dict[str, str | None]], Path], visitor: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    root, port = network({}), free_port()
    assert main(["new", "case-study", "half-a-day", "--root", str(root)]) == 0
    address = capsys.readouterr().out.strip().rpartition(" shows it at ")[2]
    assert address == "/case-studies/half-a-day/"
    command = [sys.executable, "-m", "mentor_network", "serve", str(root), "--port", str(port)]
    with serving(*command, port=port, log=tmp_path / "log") as site:
        wait_for(site, shows="<h1")
        page = visitor(viewport={"width": 320, "height": 800}).page
        page.goto(site + address)
        expect(page.get_by_text("Draft: this is not published")).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        file = root / "case_studies/half-a-day.md"
        file.write_text(
            file.read_text("utf-8").replace("EXAMPLE: Matching doctors with Trust projects", "Half a day each"), "utf-8"
        )
        expect(page.locator("h1")).to_have_text("Half a day each")
