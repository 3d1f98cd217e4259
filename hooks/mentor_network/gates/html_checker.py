"""A19: the Nu HTML checker, which knows the standard of HTML, over every page, and over our sheets and drawings."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from mentor_network.gates.page import Page, Site
from mentor_network.gates.tools import MissingTool, html_checker

#: What the checker says and we do not mend, each with its reason. Anything else that it says is a finding.
EXCEPTIONS = {
    # It reads copies from a folder, and a file is nobody's 'self'. `P1` and the tests in a browser see to the policy.
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script)"
    r" “(/(?!/)[^”]*|(\.\./)*)assets/[^”]*” blocked by .*",
    # It takes data for machines for a script, which no browser does. `P1` finds a script that stands in a page.
    r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive .*",
}


def all_is_valid(site: Site, pages: Iterable[Page]) -> Iterator[str]:
    """Neither an error nor a warning nor a remark, on these pages, in the sheets that we write and in the icon."""
    sheets = [name for name in ("assets/site.css", "assets/plan.css", "assets/noscript.css") if site.has(name)]
    texts = {name: site.text(name) for name in (*sheets, *site.files(".svg"))}
    yield from said(texts | {Site.file_of(page.address): page.html for page in pages})


def said(texts: dict[str, str]) -> Iterator[str]:
    """What the checker says about these files."""
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
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


def readers_mend_nothing(page: Page) -> Iterator[str]:
    """A19: a browser's own way of reading finds nothing to mend."""
    yield from (f"a browser has to mend it: {error}" for error in page.mended[:3])
