"""How much of a sweep `make test` runs: some cases of a long list, and some examples of a fuzz test."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import settings


def a_few(cases: Iterable[Any], every: int = 4) -> list[Any]:
    """Parameters for a test in a browser: `make test` runs every fourth case, and `make gates` the rest."""
    return [pytest.param(case, marks=[] if n % every == 0 else [pytest.mark.gate]) for n, case in enumerate(cases)]


def examples(number: int) -> settings:
    """The decorator for a fuzz test: this many examples in `make gates`, and two fifths of them in `make test`.

    The profile decides (see tests/conftest.py): `--hypothesis-profile deep` or `quick`.
    """
    return settings(max_examples=max(1, number * settings().max_examples // 100))
