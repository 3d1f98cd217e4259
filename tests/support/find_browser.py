"""Find a browser for the tests, or get one; say what was done, and fail saying how when none can be had.

In this order: one that `BROWSER_PATH` names, one on this machine, Playwright's own, Debian's when we may install it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HELP = """No browser for the tests. Install Chromium or Chrome, or name one: BROWSER_PATH=/path/to/chrome make test
  Debian and Ubuntu: apt-get install chromium    macOS: brew install --cask google-chrome"""


def on_machine() -> str | None:
    """A browser that is already there."""
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


def get() -> str | None:
    """Install one: Playwright's, and where that cannot be had and we are root, Debian's."""
    print("no browser on this machine: trying Playwright's own", flush=True)
    _quiet([sys.executable, "-m", "playwright", "install", "chromium"])
    if found := on_machine():
        return found
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("that could not be had: installing Debian's chromium", flush=True)
        _quiet(["apt-get", "update"])
        _quiet(["apt-get", "install", "-y", "--no-install-recommends", "chromium"])
    return on_machine()


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=540)


def main() -> int:
    found = on_machine() or get()
    if not found:
        print(HELP, file=sys.stderr)
        return 1
    print(f"browser for the tests: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
