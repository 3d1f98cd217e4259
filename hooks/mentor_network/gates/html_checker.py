"""A19: the Nu HTML checker on pages, on our own style sheets and on SVG files."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from mentor_network.gates.contrast import style_sheets
from mentor_network.gates.page import Page, Site
from mentor_network.gates.tools import MissingTool, html_checker

#: Messages of the checker that are no findings, each with its reason.
EXCEPTIONS = {
    # It reads files, and a file has no origin that could be 'self'. `P1` and the tests in a browser cover the policy.
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script)"
    r" “(/(?!/)[^”]*|(\.\./)*)assets/[^”]*” blocked by .*",
    # It takes JSON-LD for a script; browsers do not. `P1` finds inline scripts.
    r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive .*",
    # It does not know this property yet, which makes fields as high as their words without a script.
    r"CSS: “field-sizing”: Property “field-sizing” doesn't exist\.",
}


def html_checker_finds_nothing(site: Site, pages: Iterable[Page]) -> Iterator[str]:
    """A19: the checker has no message about these pages, our own style sheets and SVG files."""
    texts = style_sheets(site) | {name: site.text(name) for name in site.files(".svg")}
    yield from messages(texts | {Site.file_of(page.address): page.html for page in pages})


def messages(texts: dict[str, str]) -> Iterator[str]:
    """Run the checker on files, given as name → text. Raises `MissingTool` if it does not run."""
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        kinds = ["--also-check-css", "--also-check-svg"]
        command = [*html_checker(), "--format", "json", "--exit-zero-always", *kinds, folder]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
        except (OSError, subprocess.SubprocessError) as error:
            raise MissingTool(f"the Nu HTML checker did not run: {error}") from error
        for message in json.loads(done.stderr)["messages"]:
            words = message["message"]
            if not any(re.fullmatch(pattern, words) for pattern in EXCEPTIONS):
                name = message.get("url", "").rpartition(f"{Path(folder).name}/")[2]
                yield f"{_address(name)}: line {message.get('lastLine', 0)}: {words}"


def _address(name: str) -> str:
    return re.sub(r"^(.*/)?index\.html$", r"/\1", name) if name.endswith(".html") else name


def page_parses_without_errors(page: Page) -> Iterator[str]:
    """A19: an HTML5 parser has no parse errors."""
    yield from (f"a browser has to fix it: {error}" for error in page.parse_errors[:3])
