"""Copies of networks, and sites built from them: the small network in tests/support/network, and the real one."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from mentor_network import pipeline
from mentor_network.authoring import init

ROOT = Path(__file__).resolve().parents[2]
NETWORK = ROOT / "tests" / "support" / "network"
#: The date for checks and builds of the small network.
TODAY = datetime.date(2026, 8, 6)
#: The build time of the real network's site, so that a second build can be compared with it: the same for all workers.
NOW = {"SOURCE_DATE_EPOCH": str(int(time.time()) // 86_400 * 86_400)}
#: Options of `build_site` for sites that many tests read. Every engine writes the same files (tests/site/test_site.py), and
#: none is the fastest.
PLAIN = ("--engine", "none")


def laid_over(root: Path, files: dict[str, str | None]) -> Path:
    """A copy of the small network at `root`, with some files replaced, added or, where None, removed."""
    shutil.copytree(NETWORK, root)
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
    return root


def started(root: Path, *wanted: str) -> Path:
    """Write the network that `init` writes to `root`. `wanted` are the options of `--with`."""
    init.write(root, init.files(wanted, today=pipeline.today()))
    return root


def mkdocs_for(root: Path) -> None:
    """Write the real mkdocs.yml into a network, with the path of the real hook."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(text.replace("hooks: [hooks/", f"hooks: [{ROOT}/hooks/"), "utf-8")


def build_site(root: Path, out: Path, *options: str, **environment: str) -> Path:
    """Build the site of a network with the command `site`, with these environment variables."""
    command = [sys.executable, "-m", "mentor_network", "site", str(root), "--out", str(out), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=os.environ | environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def site_of(root: Path) -> Path:
    """Build the site of a network into the folder `site` beside it."""
    return build_site(root, root.parent / "site", *PLAIN)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


#: Patterns of the source files of a site.
SOURCES = (
    "mkdocs.yml",
    "published_addresses.txt",
    "*.yaml",
    "opportunities/*",
    "case_studies/*",
    "content/**/*",
    "hooks/**/*",
)


def copied(root: Path) -> Path:
    """Copy the sources of the real network in reverse order: some file systems list files in the order of creation."""
    paths = {
        path for pattern in SOURCES for path in ROOT.glob(pattern) if path.is_file() and "__pycache__" not in path.parts
    }
    for path in sorted(paths, reverse=True):
        to = root / path.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
    return root
