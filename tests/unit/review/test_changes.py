"""The comparison of two checkouts."""

from __future__ import annotations

from mentor_network.records import Records
from mentor_network.review import changes


def test_every_catalogue_is_compared() -> None:
    lists = {name for name, kind in Records.__annotations__.items() if kind.startswith("list[")}
    assert lists - {"retired"} == set(changes.ENTRY_KINDS)
