"""Rules of this repository: sizes of modules, generated files that are fresh, and documented fields."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from support.networks import ROOT
from support.yaml_files import load

CORE = ROOT / "hooks" / "mentor_network"


def modules() -> list[Path]:
    return sorted(path for path in CORE.rglob("*.py") if path.parent != CORE or path.stem not in ("__init__", "__main__"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(CORE).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno > 45
    ]
    assert long == []
    assert text.count("\n") <= 300


@pytest.mark.parametrize(
    "path", sorted((ROOT / "hooks/mentor_network/theme/components").glob("*/*.js")), ids=lambda path: path.name
)
def test_scripts_stay_small_and_readable(path: Path) -> None:
    lines = path.read_text("utf-8").split("\n")
    assert len(lines) <= 310
    assert [number for number, line in enumerate(lines, 1) if len(line) > 160] == []


def test_the_settings_of_mkdocs_agree_with_the_network() -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    network = load(ROOT / "network.yaml")
    assert f"site_name: {network['name']}\n" in settings
    assert re.findall(r"^hooks: .*$", settings, re.MULTILINE) == ["hooks: [hooks/mkdocs_adapter.py]"]
