"""What is missing where the site is built."""

from __future__ import annotations

import shutil
import subprocess
import sys

from faults.ground import Ground, fault
from support.networks import ROOT


def without(module: str) -> list[str]:
    """The command, in a Python that lacks a module."""
    code = (
        "import importlib.util, sys; find = importlib.util.find_spec\n"
        f"importlib.util.find_spec = lambda name, *more: None if name == {module!r} else find(name, *more)\n"
        "from mentor_network.cli import script; sys.argv[1:1] = ['site']; sys.exit(script())"
    )
    return [sys.executable, "-c", code]


@fault
def a_tool_is_not_installed(ground: Ground) -> None:
    for module, name in {"mkdocs": "MkDocs", "material": "Material for MkDocs", "pagefind": "Pagefind"}.items():
        ground.fails(command=without(module), saying=f"{name} is not installed here; `make .venv/ready` installs")
    ground.works()


@fault
def the_search_program_is_missing(ground: Ground) -> None:
    """Pagefind is installed for another kind of machine: its package is there and its program is not."""
    empty = ground.root.parent / "path" / "pagefind_bin"
    empty.mkdir(parents=True)
    (empty / "__init__.py").write_text("def get_executable():\n    raise FileNotFoundError('no program')\n")
    ground.fails(env={"PYTHONPATH": str(empty.parent)}, saying="the search could not be indexed")
    ground.works()


@fault
def there_is_no_network_here(ground: Ground) -> None:
    moved = (ground.root / "mkdocs.yml").rename(ground.root.parent / "mkdocs.yml")
    ground.fails(saying="there is no mkdocs.yml in")
    moved.rename(ground.root / "mkdocs.yml")
    ground.works()


@fault
def python_is_too_old(ground: Ground) -> None:
    old = ground.root.parent / "old-python"
    old.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; sys.version_info = (3, 9); exec(sys.argv[1])" "$2"\n')
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", ground.root.parent / "Makefile")
    make = subprocess.run(
        ["make", "-s", ".venv/bin/python", f"PYTHON={old}"],
        cwd=ground.root.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    ground.said = make.stdout + make.stderr
    assert make.returncode
    ground.plain("Python 3.11 or later is needed")
