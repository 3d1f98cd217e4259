"""Mark most cases of a long list as `gate`, so that only `make gates` runs them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def a_few(cases: Iterable[Any], every: int = 4) -> list[Any]:
    """Parameters for a test in a browser: `make test` runs every fourth case, and `make gates` the rest."""
    return [pytest.param(case, marks=[] if n % every == 0 else [pytest.mark.gate]) for n, case in enumerate(cases)]
