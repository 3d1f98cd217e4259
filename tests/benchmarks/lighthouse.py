"""What Lighthouse says of each kind of page, as on a middling phone with a slow connection: printed, not held.

Lighthouse works out times from a model of the network, so they hardly depend on this machine. It comes from npm, locked in
tests/benchmarks/lighthouse, and `make bench` installs it into .venv/lighthouse.
"""

from __future__ import annotations

import functools
import gzip
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.browser import HELP, find_browser

KINDS = {
    "home": "/",
    "finder": "/opportunities/",
    "an opportunity": "/opportunities/shadow-a-clinical-leader/",
    "a stage": "/stages/core/",
    "a leadership model": "/models/gpc/",
    "the check of a stage": "/supervisors/gpc-check/core/",
    "a guide": "/guides/shadowing/",
    "a case study": "/case-studies/grand-round-on-leadership/",
    "a search": "/search/?q=rota",
    "my plan": "/my-plan/",
}
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first words": "first-contentful-paint",
    "largest part": "largest-contentful-paint",
    "busy": "total-blocking-time",
    "shifts": "cumulative-layout-shift",
}
HEADINGS = ["Lighthouse, phone", *SCORES, *TIMES]
PROGRAM = Path(sys.prefix) / "lighthouse/node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


class _Host(SimpleHTTPRequestHandler):
    """A host that compresses and lets browsers keep files, as every host of static sites does."""

    def log_message(self, *_: object) -> None:
        pass

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Host, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def rows(site: Path) -> list[list[str]]:
    """A row for each kind of page."""
    if not PROGRAM.exists():
        raise SystemExit("Lighthouse is not here yet; run: make .venv/ready-lighthouse")
    with hosted(site) as base:
        return [[name, *_said(f"{base}{address}")] for name, address in KINDS.items()]


def _said(url: str) -> list[str]:
    browser = find_browser()
    if not browser:
        raise SystemExit(HELP)
    node = Path(sys.executable).with_name("node")
    command = [node, PROGRAM, url, "--quiet", "--output=json", f"--only-categories={','.join(SCORES)}"]
    command += [f"--chrome-flags={FLAGS}", "--no-enable-error-reporting"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"CHROME_PATH": browser})
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {url}:\n{done.stderr[-2000:]}")
    told = json.loads(done.stdout)
    scores = [f"{100 * (told['categories'][name]['score'] or 0):.0f}" for name in SCORES]
    return [*scores, *(told["audits"][name]["displayValue"].replace("\xa0", " ") for name in TIMES.values())]
