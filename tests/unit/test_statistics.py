"""What the catalogue's numbers mean."""

from __future__ import annotations

import pytest

from mentor_network.statistics import Mark


@pytest.mark.parametrize(
    ("mark", "box"),
    [
        (Mark(0, 0, 3), "empty"),
        (Mark(0, 1, 3), "half"),
        (Mark(1, 0, 3), "half"),
        (Mark(1, 0, 2), "full"),
        (Mark(3, 0, 3), "full"),
    ],
)
def test_a_box_is_full_from_half_of_them_on(mark: Mark, box: str) -> None:
    assert mark.box == box
