"""Which cases of a long list `make test` tries, and which wait for `make gates`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def a_few(cases: Iterable[Any], every: int = 4) -> list[Any]:
    """Cases for a test in a real browser: `make test` takes one of each few, and `make gates` the rest."""
    return [pytest.param(case, marks=[] if n % every == 0 else [pytest.mark.gate]) for n, case in enumerate(cases)]
