"""What tests share: a small valid network to lay mistakes over, and the sites built from it and from the real one."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
NETWORK = ROOT / "tests" / "network"
TODAY = datetime.date(2026, 8, 6)

settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("tests")


@pytest.fixture
def network(tmp_path: Path) -> Callable[[dict[str, str | None]], Path]:
    """Make a copy of the small network with some files replaced, added or, where None, removed."""

    def make(files: dict[str, str | None]) -> Path:
        root = tmp_path / "network"
        shutil.copytree(NETWORK, root)
        for name, text in files.items():
            path = root / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8", newline="")
        return root

    return make


def mkdocs_for(root: Path) -> None:
    """Give a network the real settings of MkDocs, pointed at the real hook and theme."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace("hooks: [hooks/", f"hooks: [{ROOT}/hooks/").replace("custom_dir: hooks", f"custom_dir: {ROOT}/hooks")
    lines, kept = iter(text.split("\n")), []
    for line in lines:
        if line.startswith("watch:"):
            line = f"watch: [opportunities.yaml, {ROOT}/hooks/theme]"
        # A small network has only the ways in that every network has.
        if (
            line.startswith("  - ")
            and line.endswith(".md")
            and not any(hub in line for hub in ("opportunities/", "stages/", "models/", "case-studies/"))
        ):
            continue
        kept.append(line)
    (root / "mkdocs.yml").write_text("\n".join(kept), "utf-8")


def build_site(root: Path, out: Path) -> Path:
    """Build a network as `make site` does."""
    command = [sys.executable, "-m", "mentor_network", "site", str(root), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small network's site."""
    root = tmp_path_factory.mktemp("small") / "network"
    shutil.copytree(NETWORK, root)
    mkdocs_for(root)
    return build_site(root, root.parent / "site")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real network's site."""
    return build_site(ROOT, tmp_path_factory.mktemp("real") / "site")
