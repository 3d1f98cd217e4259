"""Missing packages, programs and files."""

from __future__ import annotations

import shutil
import subprocess
import sys

from faults.trial import Trial, fault
from support.networks import ROOT


def without(module: str) -> list[str]:
    """The command `site` in a Python that does not find a package."""
    code = (
        "import importlib.util, sys; find = importlib.util.find_spec\n"
        f"importlib.util.find_spec = lambda name, *more: None if name == {module!r} else find(name, *more)\n"
        "from mentor_network.cli import script; sys.argv[1:1] = ['site']; sys.exit(script())"
    )
    return [sys.executable, "-c", code]


@fault
def a_tool_is_not_installed(trial: Trial) -> None:
    for module, name in {"mkdocs": "MkDocs", "material": "Material for MkDocs"}.items():
        trial.fails(command=without(module), saying=f"{name} is not installed here; run: pip install")
    trial.rebuilds()


@fault
def there_is_no_network_here(trial: Trial) -> None:
    moved = (trial.root / "mkdocs.yml").rename(trial.root.parent / "mkdocs.yml")
    trial.fails(saying="there is no mkdocs.yml in")
    moved.rename(trial.root / "mkdocs.yml")
    trial.rebuilds()


@fault
def python_is_too_old(trial: Trial) -> None:
    old = trial.root.parent / "old-python"
    old.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; sys.version_info = (3, 9); exec(sys.argv[1])" "$2"\n')
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", trial.root.parent / "Makefile")
    make = subprocess.run(
        ["make", "-s", ".venv/bin/pip", f"PYTHON={old}"],
        cwd=trial.root.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    trial.output = make.stdout + make.stderr
    assert make.returncode
    trial.says("Python 3.11 or later is needed")
