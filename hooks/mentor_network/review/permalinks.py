"""Permalinks that a change takes away, found by comparing two checkouts."""

from __future__ import annotations

from collections.abc import Collection

from mentor_network.records import Records
from mentor_network.urls import permalinks, unread_sources


def lost(before: Records, after: Records, published: Collection[str]) -> list[str]:
    """The permalinks of `before` that `after` no longer has, sorted.

    Left out are those in `published`, which `check` reports as errors, and those that a catalogue with errors may still
    define.
    """
    gone = set(permalinks(before)) - set(permalinks(after)) - set(published)
    return sorted(address for address in gone if not unread_sources(address, after))
