"""Find a browser for the gates, or install one.

In this order: one that `BROWSER_PATH` names, one on this machine, Playwright's own if it was downloaded before. To install:
Debian's when we may, because it brings the libraries that it needs, and Playwright's otherwise.
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
#: How a browser is started. What it would ask of its maker is turned off.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def on_machine() -> str | None:
    """The path of a browser that is already there."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MAC) if MAC.exists() else None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install(say: Callable[[str], None]) -> str | None:
    """Install a browser, and give its path, or None when none can be had."""
    if os.environ.get("BROWSER_PATH"):
        return None
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("no browser on this machine: installing Debian's chromium with apt-get")
        _quiet(["apt-get", "update"])
        _quiet(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
        if found := on_machine():
            return found
    say("no browser on this machine: downloading Playwright's chromium")
    _quiet([sys.executable, "-m", "playwright", "install", "chromium"])
    return on_machine()


def _quiet(command: list[str]) -> None:
    try:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=540)
    except (OSError, subprocess.TimeoutExpired):
        return
