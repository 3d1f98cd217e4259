"""Builds are reproducible: the same sources and `SOURCE_DATE_EPOCH` give the same bytes on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.networks import NOW, ROOT, contents, copied

#: Another time zone, locale, encoding and hash seed. The test also sets another umask.
ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4242",
}


def test_a_second_build_in_another_environment_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """This one is by MkDocs, and the first by no engine: the engine adds nothing."""
    root = copied(tmp_path / "an other" / "place")
    done = subprocess.run(
        [sys.executable, "-m", "mentor_network", "site", str(root)],
        env=os.environ | NOW | ELSEWHERE | {"PYTHONPATH": str(root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd="/",
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    here, there = contents(site), contents(root / "site")
    assert sorted(here.keys() ^ there.keys()) == []
    assert [name for name in here if here[name] != there[name]] == []
    assert "assets/search/index.json" in here, "the search index is included"


def test_a_site_contains_no_path_of_the_machine(site: Path) -> None:
    ours = [str(ROOT).encode(), str(site).encode(), sys.prefix.encode()]
    assert [name for name, text in contents(site).items() if any(path in text for path in ours)] == []
