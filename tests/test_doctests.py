"""The examples in docstrings are true."""

from __future__ import annotations

import doctest

import pytest

from mentor_network import problems, prose


@pytest.mark.parametrize("module", [problems, prose], ids=lambda module: module.__name__)
def test_examples_in_docstrings_are_true(module: object) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
