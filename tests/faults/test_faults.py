"""Every fault of `make faults` is survived."""

from __future__ import annotations

import pytest

from faults.runner import shown, try_all


@pytest.mark.gate
def test_every_fault_is_survived() -> None:
    results = try_all()
    assert [shown(*result) for result in results if result[1] == "LOST"] == []
    assert sum(result[1] == "survived" for result in results) > 30
