"""Find or install a browser for the gates.

Order of search: `BROWSER_PATH`, a browser on this machine, one that Playwright has downloaded. To install, root on Debian
uses apt-get, which also installs the libraries that Chromium needs; otherwise Playwright downloads its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HELP = """no browser was found. Install Chromium or Chrome, or name one: BROWSER_PATH=/path/to/chrome
  Debian and Ubuntu: apt-get install chromium    macOS: brew install --cask google-chrome"""
#: Command-line options. Requests to the maker of the browser are turned off.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def find_browser() -> str | None:
    """The path of an installed browser, or None. If `BROWSER_PATH` is set, only that one counts."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MAC) if MAC.exists() else None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install(say: Callable[[str], None]) -> str | None:
    """Install a browser and return its path, or None if that fails or `BROWSER_PATH` is set."""
    if os.environ.get("BROWSER_PATH"):
        return None
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("no browser on this machine: installing Debian's chromium with apt-get")
        _run_quietly(["apt-get", "update"])
        _run_quietly(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
        if found := find_browser():
            return found
    say("no browser on this machine: downloading Playwright's chromium")
    _run_quietly([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_browser()


def _run_quietly(command: list[str]) -> None:
    try:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=540)
    except (OSError, subprocess.TimeoutExpired):
        return
