"""Runs the doctests of every module that has some."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from support.networks import ROOT

HOOKS = ROOT / "hooks"
#: Every module with a doctest.
WITH_EXAMPLES = [path for path in sorted(HOOKS.rglob("*.py")) if "    >>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_docstring_examples_pass(path: Path) -> None:
    module = import_module(".".join(path.relative_to(HOOKS).with_suffix("").parts))
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_modules_with_examples_are_found() -> None:
    assert len(WITH_EXAMPLES) >= 6
