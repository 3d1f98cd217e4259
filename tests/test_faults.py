"""Every fault of `make faults` is survived."""

from __future__ import annotations

import pytest

import faults


@pytest.mark.gate
def test_every_fault_is_survived() -> None:
    results = faults.try_all()
    assert [faults.shown(*result) for result in results if result[1] == "LOST"] == []
    assert sum(result[1] == "survived" for result in results) > 30
