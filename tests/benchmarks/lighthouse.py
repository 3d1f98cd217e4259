"""Lighthouse scores of a page of each kind, on an emulated phone with a slow connection. No budget depends on them.

Lighthouse simulates the network, so that its times hardly depend on this machine. It comes from npm, locked in
tests/benchmarks/npm, and `make bench` installs it into .venv/bench.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.hosting import hosted
from benchmarks.networks import Networks
from benchmarks.rows import Part, table
from mentor_network.gates import tools
from mentor_network.gates.chromium import HELP, find_browser
from support.kinds import page_of_each_kind

#: Name in the table → name of a page in `support.kinds`.
KINDS = {
    "home": "home",
    "finder": "opportunities",
    "an opportunity": "opportunity",
    "a stage": "stage",
    "a leadership model": "model",
    "the check of a stage": "check_stage",
    "a guide": "guide",
    "a case study": "case",
    "a search": "search",
    "my plan": "plan",
}
#: Kind → the query to open its page with.
QUERIES = {"search": "?q=rota"}
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first words": "first-contentful-paint",
    "largest part": "largest-contentful-paint",
    "busy": "total-blocking-time",
    "shifts": "cumulative-layout-shift",
}
HEADINGS = ["Lighthouse, phone", *SCORES, *TIMES]
PROGRAM = Path(sys.prefix) / "bench/node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


def part(networks: Networks) -> Part:
    return Part([], details="\n" + table(HEADINGS, rows(networks.real_site)))


def rows(site: Path) -> list[list[str]]:
    """A row for each kind of page."""
    if not PROGRAM.exists():
        raise SystemExit("Lighthouse is not here yet; run: make .venv/ready-bench")
    with hosted(site) as base:
        return [
            [name, *_scores_and_times(f"{base}{page_of_each_kind()[kind]}{QUERIES.get(kind, '')}")]
            for name, kind in KINDS.items()
        ]


def _scores_and_times(url: str) -> list[str]:
    """The cells of a row: the scores of a page in percent, and its times as Lighthouse prints them."""
    browser = find_browser()
    if not browser:
        raise SystemExit(HELP)
    command = [tools.node(), PROGRAM, url, "--quiet", "--output=json", f"--only-categories={','.join(SCORES)}"]
    command += [f"--chrome-flags={FLAGS}", "--no-enable-error-reporting"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"CHROME_PATH": browser})
    if done.returncode:
        raise SystemExit(f"Lighthouse failed on {url}:\n{done.stderr[-2000:]}")
    report = json.loads(done.stdout)
    scores = [f"{100 * (report['categories'][name]['score'] or 0):.0f}" for name in SCORES]
    return [*scores, *(report["audits"][name]["displayValue"].replace("\xa0", " ") for name in TIMES.values())]
